/* A part: one instrument in a player, see part.c. */
#ifndef VSCHAOS_CORE_PART_H
#define VSCHAOS_CORE_PART_H
#include "core.h"
#include "dsp.h"
#include "network.h"

enum { VS_CHANNELS = 64 }; /* 16 for each keyboard */
enum { VS_PAD = 0, VS_VOICES = 1 + VS_MOST_NOTES + 4 }; /* the pad's, the notes', and some that end to make room */

/* One voice: its frames begin where it begins, whatever the other voices do. */
typedef struct {
    vs_envelope envelope;
    int64_t number;     /* of its note; the oldest has the least */
    int32_t key, channel;
    float bend[3];
    int32_t placed;     /* whether it has a point of its own to follow, `place`, instead of the pad's */
    float place[VS_MOST_DIMS];
    int32_t pitch;      /* key whose labels it has, */
    float cents, wheel; /* how far above these it sounds, and the pitch bend of its channel */
    int32_t hop;        /* samples between its frames */
    int32_t wait;       /* until it begins */
    int32_t at;         /* samples of its frame's hop that were heard; `hop`: the next frame is due */
    int32_t fresh;      /* whether it begins at its target, out of silence */
    int32_t wide;       /* whether its right side is a row of its own */
    int32_t narrow, narrow_before; /* how much of the left side is in it behind this hop and before it, in steps */
    double point[VS_MOST_DIMS];
    vs_walker walker;   /* how it moves around its point by itself */
    float *left, *right; /* (hop,): what is heard of its frame's hop */
} vs_voice;

struct vs_part {
    vs_instrument *instrument;
    vs_dimensions dimensions;
    int32_t lookahead, pitch, octave;
    int64_t number;     /* in its player */
    double make_up;
    vs_evenness even;   /* of notes and the pad */
    vs_targets targets; /* what it sounds */
    vs_slopes slopes;   /* the same, of notes' envelopes */
    double follow, pad_follow; /* and the share of its way to the target that a voice's point goes in a frame */
    vs_voices *rows, *pad_rows; /* row 2·v is voice v's left side, or both; 2·v + 1 its right side */
    vs_voice voice[VS_VOICES];
    int64_t notes;      /* that began so far */
    float bends[16][3]; /* by channel: with MPE a bend comes before its note */
    float wheels[VS_CHANNELS];
    vs_glide fade, pad_gain;
    vs_live_input *live; /* NULL where there is no input */
    int32_t hears;      /* whether it moves the pad's voice */
    int32_t heard;      /* samples of the last hop of input that the pad has had */
    int32_t keeps_phase; /* whether that hop is in `kept` */
    int32_t is_new;     /* nothing has sounded since the last reset */
    float input_peak;
    vs_resampler *resampler;
    /* for one frame of up to VS_BATCH rows */
    int32_t *numbers;
    float *points, *offsets, *loudness, *labels, *noises, *frames, *gains;
    float *place, *kept, *dry, *gate; /* of live input: (D + K,), the others (hop,) */
    void *memory;
};

/* As new. Audio thread, as everything below. */
void vs_part_reset(vs_part *part);

/* Play these targets; point, labels and input only if they are meant for this part. */
void vs_part_set(vs_part *part, const vs_targets *targets);

/* Hold the notes that another part holds, at their level. */
void vs_part_take_over(vs_part *part, const vs_part *other);

void vs_part_note(vs_part *part, const vs_note *note);

/* Voices that are heard. */
int32_t vs_part_heard(const vs_part *part);

/* The next frames at the instrument's rate, (count, 2), count ≤ VS_MOST_FRAMES; `inlet` is where live sound comes in.
   Returns 0 if they are no numbers. */
enum { VS_MOST_FRAMES = 1024 };
int vs_part_render(vs_part *part, vs_ring *inlet, int32_t count, float *out);

#endif
