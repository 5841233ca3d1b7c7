/* The sounding core of vschaos studio: instruments opened from memory, voices, and everything between a control and
   the sound card. C11, no dependency but the C library. Python reads this header through cffi; so do other hosts.

   Shapes are those of C arrays, last index fastest: (rows, D) is rows × D floats. D is the number of latent
   dimensions, K of labels, F = n_fft/2 + 1 of bins. Samples are float, full scale ±1. A label is a number, NaN where it
   is unknown. Functions marked “audio thread” allocate nothing, take no lock and make no system call. */
#ifndef VSCHAOS_CORE_H
#define VSCHAOS_CORE_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
#ifdef _WIN32
#define VS_API __declspec(dllexport)
#else
#define VS_API __attribute__((visibility("default")))
#endif

/* 3 where the library that is compiled for x86-64-v3 (AVX2) runs, else 1. */
VS_API int32_t vs_processor_level(void);

/* ── an instrument ───────────────────────────────────────────────────────────────────────────────────────────────── */

/* The numbers of one instrument; never change once it is open, so that any number of threads may read them. */
typedef struct vs_instrument vs_instrument;

typedef struct {
    int32_t sample_rate_hz, n_fft, hop_samples, bins, latent_dims, label_count;
    int32_t pad_hop_samples;   /* between two frames of a player's pad: half a hop, or a hop */
    int32_t pad_first_samples; /* of its frames that are not heard, and not waited for */
    int32_t pad_half_samples;  /* from the first sample that changes with the pad until half of the change is heard */
} vs_dimensions;

/* Open an instrument from the bytes of its file's member `core.bin`, which are copied. NULL if they are not such a
   member or memory is short; then `*why`, unless `why` is NULL, is a sentence in English that lives forever. */
VS_API vs_instrument *vs_open(const void *data, size_t bytes, const char **why);
VS_API void vs_close(vs_instrument *instrument); /* NULL is nothing */

/* The same instrument for another owner, who has to close it, too: it is freed with the last. */
VS_API vs_instrument *vs_share(vs_instrument *instrument);
VS_API vs_dimensions vs_dimensions_of(const vs_instrument *instrument);

/* Contrast spectra undone: magnitudes (rows, F) of points (rows, D) and labels (rows, K); a point that is not finite is
   silent. `shares` (rows, F), unless NULL, are their noise shares, 0…1. `scratch` holds vs_network_scratch(instrument,
   rows) floats. Audio thread. */
VS_API size_t vs_network_scratch(const vs_instrument *instrument, int32_t rows);
VS_API void vs_magnitudes(const vs_instrument *instrument, int32_t rows, const float *points, const float *labels,
                   float *magnitudes, float *shares, float *scratch);

/* The way back: magnitudes (F,) and what is known of the labels (K,) of one frame to coordinates (D,), and the labels
   (K,) with predictions in the place of unknown ones; `log_variance` (D,), unless NULL, is that of the posterior, in the
   latent space. `scratch` as for one row. Audio thread. */
VS_API void vs_network_encode(const vs_instrument *instrument, const float *magnitudes, const float *labels,
                       float *coordinates, float *completed, float *log_variance, float *scratch);

/* ── voices: from magnitudes to sound ────────────────────────────────────────────────────────────────────────────── */

enum { VS_GRADIENT, VS_RANDOM }; /* phase modes */

/* The running phases, and the sound still to come, of a number of voices. Voices know nothing of each other: a voice
   makes the same samples whatever sounds beside it. */
typedef struct vs_voices vs_voices;

/* `lookahead` is 0 or 1 frame, `frames_a_hop` 1 or 2: two are made where changes shall be heard sooner, and every “hop”
   below is half a hop then. NULL if memory is short. The instrument must outlive its voices. */
VS_API vs_voices *vs_voices_new(const vs_instrument *instrument, int32_t count, int32_t lookahead,
                                int32_t frames_a_hop);
VS_API void vs_voices_free(vs_voices *voices);

/* Silence before the first frame; `seed` tells the noise of one voice from another's. Audio thread. */
VS_API void vs_voices_reset(vs_voices *voices, int32_t voice, uint32_t seed);

/* Voice `to` goes on as `from` would. Audio thread. */
VS_API void vs_voices_copy(vs_voices *voices, int32_t to, int32_t from);

/* Bend a voice by so many cents, −4800…4800, from its next frame on; 0 after a reset. Audio thread. */
VS_API void vs_voices_bend(vs_voices *voices, int32_t voice, float cents);

/* One hop of one voice: magnitudes (F,) and their noise shares (F,), NULL for none, to `out` (hop,). `noise` −1…1 is a
   bias of the shares: below 0 to tone, above to noise wherever no sinusoid is. Audio thread. */
VS_API void vs_voices_hop(vs_voices *voices, int32_t voice, const float *magnitudes, const float *shares, float noise,
                          int32_t mode, float *out);

/* One hop of the `count` voices with these numbers, all different: points (count, D), labels (count, K), noise (count,)
   as above to `out` (count, hop). The same bits as `count` calls with one voice each. Audio thread. */
VS_API void vs_decode(vs_voices *voices, int32_t count, const int32_t *numbers, const float *points, const float *labels,
               const float *noise, int32_t mode, float *out);

/* ── analysis: from sound to the latent space ────────────────────────────────────────────────────────────────────── */

/* The past of one channel of sound that comes in. */
typedef struct vs_analysis vs_analysis;

VS_API vs_analysis *vs_analysis_new(const vs_instrument *instrument); /* NULL if memory is short */
VS_API void vs_analysis_free(vs_analysis *analysis);
VS_API void vs_analysis_reset(vs_analysis *analysis); /* audio thread */

/* One hop of sound (hop,) and what is known of its labels (K,) to coordinates (D,) and the labels (K,) with predictions
   in the place of unknown ones. `log_variance` (D,), unless NULL, is that of the posterior, in the latent space. Samples
   that are not finite count as silence. Audio thread. */
VS_API void vs_encode(vs_analysis *analysis, const float *sound, const float *labels, float *coordinates, float *completed,
               float *log_variance);

/* One hop of sound through the latent space and back with the phase that it came with: every coordinate times `scale`
   (D,) plus `offset` (D,), to `out` (hop,). Audio thread. */
VS_API void vs_transfer(vs_analysis *analysis, const float *sound, const float *labels, const float *scale,
                 const float *offset, float *out);

/* ── a player ────────────────────────────────────────────────────────────────────────────────────────────────────── */

enum { VS_MOST_DIMS = 64, VS_MOST_LABELS = 64, VS_MOST_NOTES = 64 };

/* What is heard, for a recorder; live sound that comes in; sound files beside the instrument. See dsp.h. */
typedef struct vs_history vs_history;
typedef struct vs_ring vs_ring;
typedef struct vs_audition vs_audition;

/* An instrument with its voices, and the way from its rate to the device's: what a player plays. */
typedef struct vs_part vs_part;

/* Everything between the controls and the device, at one device's rate. One thread renders, the audio thread; one other
   thread at a time does everything else. */
typedef struct vs_player vs_player;

/* What is to sound. */
typedef struct {
    int64_t part;        /* number of the part that point, labels and input are meant for, see vs_player_swap */
    int64_t tick;        /* number of the tick from whose beginning on this counts; 0 or one gone by: at once */
    double gain;         /* linear, of all that is heard */
    double rest;         /* by how much the pad's voice is softer: 0 not at all, 1 is silence, below 0 it is louder */
    double smoothing_s;  /* time constant with which a voice's point follows its target */
    double attack_s, decay_s, sustain, release_s; /* of notes */
    double spread;       /* how far left and right are from the middle, in coordinates; 0: both are one */
    double noise;        /* bias of the noise shares, −1…1 */
    double life;         /* how far voices move by themselves around their points; 1: as far as the sounds do */
    double bend;         /* cents by which all that sounds is bent */
    double even;         /* share of it by which the loudness of all places is evened, 0…1 */
    double input_mix;    /* live input: share of the instrument in the mix */
    double input_opens, input_shuts; /* peaks of a hop at which its gate does */
    int32_t freeze;      /* whether they stand where they are instead */
    int32_t playing;     /* whether the pad's voice sounds */
    int32_t panics;      /* another number than before: silence at once */
    int32_t phase_mode;  /* VS_GRADIENT or VS_RANDOM */
    int32_t most_notes;  /* that sound together, 1…VS_MOST_NOTES */
    int32_t input;       /* whether live input moves the pad's voice */
    int32_t input_phase; /* whether its phase is kept */
    double point[VS_MOST_DIMS];
    float labels[VS_MOST_LABELS];
    float input_labels[VS_MOST_LABELS]; /* what is known of the live input */
    float input_scale[VS_MOST_DIMS], input_offset[VS_MOST_DIMS];
} vs_targets;

enum { VS_NOTE_ON, VS_NOTE_OFF, VS_NOTE_BEND, VS_ALL_NOTES_OFF, VS_PITCH_BEND, VS_NOTE_MOVE };

/* A key that goes down or up, or a bend of all notes of a channel: by (x, y, z) on the first three axes, or of their pitch,
   by `cents`. A key that goes down sounds `cents` above the labels of the key `pitch`; key −1 has no pitch, and sounds with
   the pad's labels. A note that is placed begins at a point of its own instead of the pad's, and a move takes the placed
   notes of its channel to another. */
typedef struct {
    int32_t kind, key, channel, placed;
    float velocity, x, y, z;
    int32_t pitch;
    float cents;
    float point[VS_MOST_DIMS];
} vs_note;

/* How it sounds, as of the last tick. */
typedef struct {
    int64_t tick;        /* number of the tick that is being rendered */
    double tick_s;       /* its length */
    double resampling_s, limiter_s; /* how late these two are */
    float peak, input_peak; /* of the tick before, full scale 1 */
    int32_t voices;      /* that are heard, the pad's with them */
    int32_t silent;      /* whether nothing is heard */
    int32_t recoveries;  /* how often an instrument made a sound that was none, and began anew */
    int64_t part;        /* number of the part that sounds */
} vs_meters;

/* `make_up` is the linear gain of the pad and notes; `pitch` and `octave` are places of these labels, or −1. The part
   keeps the instrument open. NULL if memory is short, or the instrument has more labels than VS_MOST_LABELS. */
VS_API vs_part *vs_part_new(vs_instrument *instrument, int32_t lookahead, double make_up, int32_t pitch, int32_t octave,
                            int32_t device_rate_hz);
VS_API void vs_part_free(vs_part *part);

/* Even its loudness, where targets say so, to what it is at this point (D,) with these labels (K,); before it is swapped
   in. Without this nothing is evened. Returns 0 if memory is short. */
VS_API int32_t vs_part_even(vs_part *part, const float *point, const float *labels);

VS_API vs_player *vs_player_new(int32_t device_rate_hz); /* NULL if memory is short */
VS_API void vs_player_free(vs_player *player);           /* and its parts; nobody renders any more */

/* Sound this part from now on, cross-faded with the one before, which is freed later. `first` is what it sounds; its
   `part` is filled in, and returned. Frees parts that are not heard any more. */
VS_API int64_t vs_player_swap(vs_player *player, vs_part *part, const vs_targets *first);

/* Free what is not heard any more; to be called now and then, as a second swap waits until the first one's part is. */
VS_API void vs_player_tidy(vs_player *player);

/* Live sound comes in at this rate from now on, 0: none; its samples go into the inlet, a ring of one channel that one
   thread may write. Returns 0 if memory is short. */
VS_API int32_t vs_player_listen(vs_player *player, int32_t rate_hz);
VS_API vs_ring *vs_player_inlet(vs_player *player);

/* What is heard is kept in this history from now on, NULL: nowhere; while nobody renders. */
VS_API void vs_player_record(vs_player *player, vs_history *history);

/* Sound files that are heard beside the instrument. */
VS_API vs_audition *vs_player_audition(vs_player *player);

/* Sound these from the beginning of their tick on; of tick 0 at once, and then what was handed over for ticks to come is
   void. Returns 0 if too many wait already, and these are dropped. */
VS_API int32_t vs_player_set(vs_player *player, const vs_targets *targets);
VS_API int32_t vs_player_note(vs_player *player, const vs_note *note); /* 0: too many wait, it is dropped */
VS_API vs_meters vs_player_meters(vs_player *player);

/* Whether nothing is heard. Audio thread. */
VS_API int32_t vs_player_silent(const vs_player *player);

/* The next frames, (count, 2). Audio thread. */
VS_API void vs_player_render(vs_player *player, int32_t count, float *out);

/* The frames until the end of the tick, at most `most`, (n, 2); returns n. For hosts that render faster than real
   time. Audio thread. */
VS_API int32_t vs_player_render_tick(vs_player *player, int32_t most, float *out);

/* ── PortAudio's callbacks ───────────────────────────────────────────────────────────────────────────────────────── */

/* The last `capacity` durations of something, in s; the number of those there have been is count. */
typedef struct {
    double *seconds;
    int64_t capacity, count;
} vs_durations;

/* What the output's callback gets as user data, and what it counts; the host makes it, all zeros, fills in the first
   three, and reads the others. */
typedef struct {
    vs_player *player;
    int32_t channels;         /* of the device: left on even, right on odd ones; 1: their mean */
    double rate_hz;
    vs_durations intervals, renders; /* between two calls; of each */
    int64_t underruns;        /* calls before which the device ran dry, and late ones, while something was heard */
    int64_t late;             /* calls that took longer than what they made lasts, while something was heard */
    int64_t thread_id;        /* the kernel's number of the thread that calls (Linux); 0 before */
    int32_t block;            /* frames of the last call */
    double load;              /* share of the time that is used up, a moving average */
    double called_at, first_sound_at; /* PortAudio's time; 0 before */
    float stereo[2048];
} vs_outlet;

/* The same for the input, which is mixed to one channel. */
typedef struct {
    vs_ring *ring;
    int32_t channels;
    int64_t calls;
} vs_intake;

/* PortAudio's PaStreamCallback, for 32-bit float samples. They never fail, and fill the whole buffer. */
VS_API int vs_play(const void *input, void *output, unsigned long frames, const void *time_info, unsigned long flags,
                   void *outlet);
VS_API int vs_take_in(const void *input, void *output, unsigned long frames, const void *time_info, unsigned long flags,
                      void *intake);

#ifdef __cplusplus
}
#endif
#endif
