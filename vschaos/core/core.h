/* Between the files of the core; hosts see vschaos_core.h alone. */
#ifndef VSCHAOS_CORE_INTERNAL_H
#define VSCHAOS_CORE_INTERNAL_H
#include "vschaos_core.h"

/* ── memory ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Pieces of one allocation, each beginning with a cache line. Without memory it counts what there must be. */
typedef struct {
    char *memory;
    size_t bytes;
} vs_pieces;

#define VS_CACHE_LINE 64

/* Pieces of what was allocated with a cache line more than they count. */
static inline vs_pieces vs_pieces_of(void *memory) {
    const uintptr_t begin = ((uintptr_t)memory + VS_CACHE_LINE - 1) / VS_CACHE_LINE * VS_CACHE_LINE;
    return (vs_pieces){(char *)begin, 0};
}

static inline void *vs_piece(vs_pieces *pieces, size_t bytes) {
    void *piece = pieces->memory ? pieces->memory + pieces->bytes : NULL;
    pieces->bytes += (bytes + VS_CACHE_LINE - 1) / VS_CACHE_LINE * VS_CACHE_LINE;
    return piece;
}

static inline float *vs_float_piece(vs_pieces *pieces, size_t floats) {
    return (float *)vs_piece(pieces, floats * sizeof(float));
}

/* ── instrument.c ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* How frames are put together, so many samples apart. */
typedef struct {
    int32_t hop_samples;
    int32_t first, length; /* samples of a frame outside of which its window is 0 */
    int32_t half_samples;  /* from the first sample that new frames change until they are half of the sound */
    float random_power;    /* share of their power with which frames of random phases add up */
    float *window;         /* (n_fft,), see synthesis.c */
} vs_overlap;

/* Tables that follow from n_fft and hop alone, made when an instrument is opened. */
typedef struct {
    float *analysis_window; /* (n_fft,): Hann, scaled so that a sinusoid of amplitude 1 has magnitude 1 at its bin */
    vs_overlap overlap[2];  /* of one frame a hop, and of two */
    float *fourier;         /* see fourier.c */
    float *heard;           /* (F,): by the A-weighting, of power */
} vs_tables;

struct vs_instrument {
    vs_dimensions dimensions;
    vs_tables tables;
    struct vs_network *network; /* see network.c */
    void *memory;               /* what everything above lies in */
    _Atomic int32_t owners;
};

/* ── fourier.c ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Exported for tests, which hold them against numpy. `n_fft` is a power of two, 128…32768. */
VS_API size_t vs_fourier_floats(int32_t n_fft); /* floats of a table for it */
VS_API void vs_fourier_tables(int32_t n_fft, float *table);
VS_API size_t vs_fourier_scratch(int32_t n_fft); /* floats */

/* Real and imaginary parts (F,) to a frame (n_fft,), as numpy's irfft times n_fft; both parts are overwritten. */
VS_API void vs_fourier_inverse(int32_t n_fft, const float *table, float *real, float *imaginary, float *frame,
                               float *scratch);

/* A frame (n_fft,) to real and imaginary parts (F,), as numpy's rfft. */
VS_API void vs_fourier_forward(int32_t n_fft, const float *table, const float *frame, float *real, float *imaginary,
                               float *scratch);

/* ── attacks.c ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What follows from the transform alone. */
typedef struct {
    int32_t n_fft, bins, hop_samples;
    float latest;       /* where in a frame an attack began that the frame before saw as much of */
    float cosine, sine; /* of π·hop / n_fft */
} vs_attack_rules;

/* The attack of one voice. */
typedef struct {
    float *last, *before; /* (F,): magnitudes of the last frame, and of the one before the attack */
    float place;          /* the sample of the frame at which it begins; 0: none, n_fft and more: not known yet */
    float power, certain; /* of what was new in the last frame; how certain it is that it is an attack, 0…1 */
} vs_attack;

/* How new the sound is around each bin, and what it is reckoned from, (F,) each: power of a frame and of one before. */
typedef struct {
    float *now, *before, *around, *surge;
} vs_surge_scratch;

vs_attack_rules vs_attack_rules_of(int32_t n_fft, int32_t hop_samples);
void vs_attack_pieces(vs_attack *attack, int32_t bins, vs_pieces *pieces);
void vs_attack_reset(vs_attack *attack, int32_t bins);
void vs_attack_copy(vs_attack *to, const vs_attack *from, int32_t bins);

/* `now` and `before` to `surge`: 0 where power around a bin has grown by 2 nepers, 1 by 3.5. */
void vs_surge(int32_t bins, vs_surge_scratch *scratch);

/* The next frame's magnitudes (F,). 1 where an attack began at `attack->place` of it: then `scratch->surge` is the share
   of each bin that is new. */
int vs_attack_next(const vs_attack_rules *rules, vs_attack *attack, const float *magnitudes, vs_surge_scratch *scratch);

/* Take what is new, `fresh`, away from `samples`, where it sounds before the moment, all (n_fft,). */
void vs_attack_silence(int32_t n_fft, float moment, const float *window, const float *fresh, float *samples);

/* ── phase.c ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* What follows from the transform and the look-ahead alone. */
typedef struct {
    int32_t bins, overlap, lookahead; /* overlap: n_fft / hop, a power of two */
    float random_power; /* see vs_overlap */
    float sharpness; /* what a change of log-magnitude in a hop is multiplied by before its arc tangent */
    float beyond;    /* how far the slope over bins is carried on beyond the latest change, in changes; below 0: back */
    float steepest;  /* the most that slope may be, −π·F, radians */
    float turned, cosine, sine; /* π·hop / n_fft, its cosine and sine */
} vs_phase_rules;

/* The running phase of one voice. */
typedef struct {
    float *turns;        /* (F,): phase of the last frame that went out */
    float *logs;         /* (F,): its log-magnitudes */
    float *bends;        /* (F,): arc tangents of the last change of log-magnitudes */
    float *held;         /* (F,): with look-ahead, the magnitudes that wait for their future; else NULL */
    uint32_t frames;     /* how many went out, modulo 2³² */
    uint32_t seed;       /* of this voice's noise */
    float ratio;         /* by which the last frame was bent */
} vs_phase;

/* What one frame needs for a while; all voices share it. */
typedef struct {
    float *magnitudes, *turns; /* (F,): the frame that goes out, phases in turns */
    float *logs, *climb;       /* (F,): its log-magnitudes; see phase.c */
    int32_t *region;           /* (F,): which region each bin belongs to */
    int32_t regions;           /* how many; of each, (F/2 + 2,): */
    int32_t *peak, *first;     /* its loudest bin, and its first */
    float *start, *rise;       /* what its phases are reckoned from, turns; how far its peak rose, nepers */
    float *centre, *limit;     /* where its sinusoid lies, bins; magnitude of its peak times the distance from there */
    float *sounding;           /* (F,): magnitudes that sound; `bent` where the frame is bent, else `magnitudes` */
    float *bent;               /* (F,): see bend.c */
    int32_t *source;           /* (F,): of a bent frame, the bin of the decoded one that each bin is nearest to */
    vs_surge_scratch scratch;
} vs_phase_frame;

void vs_phase_frame_pieces(vs_phase_frame *frame, int32_t bins, vs_pieces *pieces);
void vs_phase_pieces(vs_phase *phase, const vs_phase_rules *rules, vs_pieces *pieces);
vs_phase_rules vs_phase_rules_of(const vs_instrument *instrument, int32_t lookahead, int32_t frames_a_hop);
void vs_phase_reset(const vs_phase_rules *rules, vs_phase *phase, uint32_t seed);
void vs_phase_copy(const vs_phase_rules *rules, vs_phase *to, const vs_phase *from);

/* Magnitudes (F,) that come in to magnitudes and phases of the frame that goes out: `frame->sounding`, `->turns`. It is
   bent by `ratio`, 1: not at all; `frame->magnitudes` are those that were decoded. */
void vs_phase_next(const vs_phase_rules *rules, vs_phase *phase, const float *magnitudes, float ratio, int32_t mode,
                   vs_phase_frame *frame);

/* Where each region begins, and at the end the last bin, which is the last valley, to `frame->first` (regions + 1,). */
void vs_phase_regions_begin(int32_t bins, vs_phase_frame *frame);

/* How far every bin of the frame that went out last is from a sinusoid's main lobe, 0…1, (F,). */
void vs_phase_noisiness(const vs_phase_rules *rules, vs_phase_frame *frame, float *share);

/* ── bend.c ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Let the peaks' phases, `frame->start`, advance in a hop of n_fft / overlap samples as far as bent ones do. */
void vs_bend_advance(vs_phase_frame *frame, int32_t overlap, float ratio);

/* The frame that goes out, whose regions and their beginnings are known, bent by `ratio`: to `frame->bent`, `->turns`,
   and `->source`. `turns` (F,) are the phases of the decoded bins, less those of side lobes. */
void vs_bend(int32_t bins, float ratio, const float *turns, vs_phase_frame *frame);

/* What each bin of a bent frame has of something (F,) of the decoded bins, to `bent` (F,). */
void vs_bend_shares(int32_t bins, const vs_phase_frame *frame, const float *shares, float *bent);

/* ── synthesis.c ─────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Frame (n_fft,) of a spectrum under the synthesis window, added to the `pending` (length − hop,) sum of those before
   it; the samples that no later frame reaches go to `out` (hop,). Exported for tests. */
VS_API void vs_overlap_add(const vs_overlap *overlap, const float *frame, float *pending, float *out);

/* How the loudness of all places is evened: by `share`, 0…1, of what a spectrum lacks to be as loud, A-weighted, as that
   at the start; 0: not at all. */
typedef struct {
    float share;
    float power, heard; /* of the spectrum at the start, without a constant offset, and A-weighted */
} vs_evenness;

/* What a point (D,) with labels (K,) has, to even others to; not for the audio thread. 0 if memory is short. */
int vs_evenness_of(const vs_instrument *instrument, const float *point, const float *labels, vs_evenness *evenness);

/* As vs_decode, of voices that move by themselves: what is decoded at points + `offsets` (count, D), as loud as what is
   decoded at the points, times `loudness` (count,). Where that is 0, the voice stands. All are evened. Audio thread;
   exported for tests. */
VS_API void vs_decode_alive(vs_voices *voices, int32_t count, const int32_t *numbers, const float *points,
                            const float *offsets, const float *loudness, const vs_evenness *evenness,
                            const float *labels, const float *noise, int32_t mode, float *out);

/* Exported for tests: how a voice of this seed walks at points (frames, D): what is added to them (frames, D), and to its
   level (frames,). */
VS_API void vs_walk_path(const vs_instrument *instrument, int32_t frames_a_hop, uint32_t seed, int32_t frames,
                         const float *points, float *offsets, float *level_db);

/* Exported for tests: the bin that owns each bin, (F,), in the frame that went out last. */
VS_API void vs_voices_owners(const vs_voices *voices, int32_t *owners);

#endif
