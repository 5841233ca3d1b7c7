/* What stands between the voices and the sound card, a file of C each: envelopes and glides, the resampler, the
   limiter, rings, the sound file that is heard beside the instrument, live sound, and phases of whole sounds. For the
   player and for Python; other hosts see vschaos_core.h alone.

   “frames” are interleaved: (count, channels). Every part makes the same bits however its samples are cut into calls.
   Functions marked “audio thread” allocate nothing, take no lock and make no system call. Constructors return NULL if
   memory is short or a number makes no sense; every *_free takes NULL. */
#ifndef VSCHAOS_CORE_DSP_H
#define VSCHAOS_CORE_DSP_H
#include "vschaos_core.h"

/* ── envelope.c ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Of a level that falls by e in so many samples: what is left of it after one, e^(−1/samples); 0 where samples is 0. */
VS_API double vs_decay(double samples);

enum { VS_OFF, VS_ATTACK, VS_HELD, VS_RELEASE, VS_CUT }; /* stages; VS_CUT is a release of a few milliseconds */

/* The shape of an envelope, in numbers a sample. */
typedef struct {
    double attack;  /* is added while the level rises to 1 */
    double decay;   /* share of the way to `sustain` */
    double sustain; /* level, 0…1 */
    double release; /* factor, once the key is up */
    double cut;     /* factor, where the voice's place is needed */
} vs_slopes;

/* Times in seconds, sustained level 0…1. */
VS_API vs_slopes vs_slopes_of(double attack_s, double decay_s, double sustain, double release_s, double sample_rate_hz);

/* The envelope of one voice: `level` 0…1, `strength` the gain at level 1. A new one is all zeros. */
typedef struct {
    int32_t stage;
    double level, strength;
} vs_envelope;

/* Gains (count,). The stage is VS_OFF once a release is over. Audio thread. */
VS_API void vs_envelope_run(vs_envelope *envelope, const vs_slopes *slopes, float *gains, int32_t count);

/* A number that glides to its target; `decay` is vs_decay of the time constant in samples. */
typedef struct {
    double value, decay;
} vs_glide;

/* The next values (count,) on the way to `target`. Audio thread. */
VS_API void vs_glide_run(vs_glide *glide, double target, float *values, int32_t count);

/* Add gains (count,) times the samples (count,) of two sides, which may be the same, to frames (count, 2). Audio
   thread. */
VS_API void vs_mix(float *frames, const float *gains, const float *left, const float *right, int32_t count);

/* ── resampler.c ─────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct vs_resampler vs_resampler;

/* `most` frames are the most that may wait in it. */
VS_API vs_resampler *vs_resampler_new(int32_t rate_in_hz, int32_t rate_out_hz, int32_t channels, int32_t most);
VS_API void vs_resampler_free(vs_resampler *resampler);
VS_API void vs_resampler_reset(vs_resampler *resampler); /* as new; audio thread */

/* How late it is, in samples that come in. */
VS_API double vs_resampler_delay(const vs_resampler *resampler);

/* How many frames must still be pushed before `count` can be pulled. Audio thread. */
VS_API int32_t vs_resampler_needs(const vs_resampler *resampler, int32_t count);

/* How many frames can be pulled now, and how many once `more` have been pushed. Audio thread. */
VS_API int32_t vs_resampler_ready(const vs_resampler *resampler);
VS_API int32_t vs_resampler_ready_after(const vs_resampler *resampler, int32_t more);

/* Append frames (count, channels); returns how many there was room for. Audio thread. */
VS_API int32_t vs_resampler_push(vs_resampler *resampler, const float *frames, int32_t count);

/* Render the next frames (count, channels); returns how many there were. The rest of `out` is left alone. Audio
   thread. */
VS_API int32_t vs_resampler_pull(vs_resampler *resampler, float *out, int32_t count);

/* ── limiter.c ───────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct vs_limiter vs_limiter;

VS_API vs_limiter *vs_limiter_new(double sample_rate_hz, int32_t channels);
VS_API void vs_limiter_free(vs_limiter *limiter);
VS_API void vs_limiter_reset(vs_limiter *limiter); /* as new, but for the faults; audio thread */
VS_API int32_t vs_limiter_lookahead(const vs_limiter *limiter); /* samples by which the sound is late */

/* How many samples were neither finite nor, therefore, heard. */
VS_API int64_t vs_limiter_faults(const vs_limiter *limiter);

/* Frames (count, channels) times gains (count,), made safe and `lookahead` samples late, in their own place. Audio
   thread. */
VS_API void vs_limiter_run(vs_limiter *limiter, float *frames, const float *gains, int32_t count);

/* An end without a click: what was to come falls to zero within the look-ahead, of which `left` samples are left, to
   `out` (count, channels). Returns how many it made; with the last of them the limiter is as new. Audio thread. */
VS_API int32_t vs_limiter_fall(vs_limiter *limiter, int32_t left, float *out, int32_t count);

/* ── ring.c ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* A queue of frames: one thread writes, one reads. Counters only grow. */

VS_API vs_ring *vs_ring_new(int32_t capacity, int32_t channels);
VS_API void vs_ring_free(vs_ring *ring);
VS_API int32_t vs_ring_capacity(const vs_ring *ring);
VS_API float *vs_ring_frames(vs_ring *ring); /* the memory, (capacity, channels) */

/* Frames written at [0], frames read at [8]. */
VS_API int64_t *vs_ring_counters(vs_ring *ring);

/* Frames waiting. Writing is for one thread, reading and dropping the oldest for another; they return how many frames
   there was room for, or there were. Audio thread. */
VS_API int32_t vs_ring_fill(const vs_ring *ring);
VS_API int32_t vs_ring_write(vs_ring *ring, const float *frames, int32_t count);
VS_API int32_t vs_ring_read(vs_ring *ring, float *out, int32_t count);
VS_API int32_t vs_ring_drop(vs_ring *ring, int32_t count);

/* The last `capacity` frames of what was heard: one thread writes and waits for nobody, any number read. Frames are
   numbered from 0, the first ever written. */

VS_API vs_history *vs_history_new(int32_t capacity, int32_t channels);
VS_API void vs_history_free(vs_history *history);

/* Frames written at [0], and claimed by a write that is under way at [8]. */
VS_API int64_t *vs_history_counters(vs_history *history);

/* Frames (count, channels), or (count, 1) with `given_channels` 1 for the same sound on every channel. Audio thread. */
VS_API void vs_history_write(vs_history *history, const float *frames, int32_t count, int32_t given_channels);
VS_API int64_t vs_history_written(const vs_history *history); /* the number of the next frame */
VS_API int64_t vs_history_oldest(const vs_history *history);  /* of the frames that are still whole */

/* Copy `count` frames from number `start` on, all of them written before. 1; 0 where some are gone, and −1 where some
   are not there yet: then what is in `out` is of no use. */
VS_API int32_t vs_history_read(const vs_history *history, int64_t start, float *out, int32_t count);

/* ── audition.c ──────────────────────────────────────────────────────────────────────────────────────────────────── */

/* One sound file on its way, in one channel: a thread of the host's fills it, the audio thread empties it. Counted:
   whoever makes it releases it when it has been filled, an audition does when it has been heard. */
typedef struct vs_sound vs_sound;

VS_API vs_sound *vs_sound_new(int32_t sample_rate_hz);
VS_API void vs_sound_release(vs_sound *sound);

VS_API int32_t vs_sound_write(vs_sound *sound, const float *samples, int32_t count); /* returns how many had room */
VS_API void vs_sound_finish(vs_sound *sound);       /* nothing more comes */
VS_API int32_t vs_sound_over(const vs_sound *sound); /* whether nothing of it will be heard any more */
VS_API int64_t vs_sound_played(const vs_sound *sound); /* samples */

/* Plays one sound at a time; the next fades in while the last fades out. */

VS_API vs_audition *vs_audition_new(void);
VS_API void vs_audition_free(vs_audition *audition); /* once no audio thread calls any more */

/* Hear this sound instead of the present one; NULL: none. From one thread, other than the audio thread; it releases
   what has been heard by then. */
VS_API void vs_audition_play(vs_audition *audition, vs_sound *sound);

/* Release what has been heard. From any thread but the audio thread. */
VS_API void vs_audition_collect(vs_audition *audition);

VS_API int32_t vs_audition_silent(const vs_audition *audition); /* whether nothing is left to be heard; audio thread */

/* Add the next samples to every channel of frames (count, channels). Audio thread. */
VS_API void vs_audition_add(vs_audition *audition, float *frames, int32_t count, int32_t channels);

/* End everything at once: the caller makes it end without a click. Audio thread. */
VS_API void vs_audition_cut(vs_audition *audition);

/* ── live_input.c ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Live sound that an instrument follows, hop by hop, at the instrument's rate. */
typedef struct vs_live_input vs_live_input;

/* What the controls come to. */
typedef struct {
    const float *scale, *offset; /* (D,): coordinates are those of the input times scale plus offset */
    const float *labels;         /* (K,): what is known of them */
    float gate_opens, gate_shuts; /* peaks of a hop: above the one a shut gate opens, at the other or below an open one
                                     shuts */
    int32_t keeps_phase;          /* whether the sound is made here, with the phase that the input has */
} vs_live_controls;

/* `lookahead` as for the voices; `rate_hz` is that of the ring's frames. */
VS_API vs_live_input *vs_live_input_new(const vs_instrument *instrument, int32_t lookahead, int32_t rate_hz);
VS_API void vs_live_input_free(vs_live_input *live);
VS_API void vs_live_input_reset(vs_live_input *live); /* as new; audio thread */

/* The next hop of what is in the ring, of one channel; silence where there is not enough of it yet, or no ring. Returns the peak of
   the input. `place` (D + K,) gets coordinates and labels for the pad's voice, or, where the phase is kept, `kept`
   (hop,) the sound itself. `dry` and `gate` (hop,) get the input and the gate's gain, as late as the voice is. Audio
   thread. */
VS_API float vs_live_input_hop(vs_live_input *live, vs_ring *ring, const vs_live_controls *controls, float *place,
                               float *kept, float *dry, float *gate);

/* ── heap.c ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Overwrite phases (frames, bins) where `open` is not 0, and make it 0. `order` has all bins of all frames, loudest
   first; gradients are in radians a frame and a bin. 0 where memory is short, else 1. */
VS_API int32_t vs_integrate_phase(int64_t frames, int64_t bins, const int64_t *order, const float *magnitude,
                                  uint8_t *open, const float *along_time, const float *along_frequency, double *phase);

#endif
