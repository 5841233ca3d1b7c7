/* Voices: magnitudes to sound, a hop at a time, each voice by itself.

   Phases come from phase.c; a spectrum becomes a frame of n_fft samples; frames under the synthesis window are added up
   where they overlap. The window may be shorter than the frame, 0 outside of [first, first + length):

       frame n      [      .=============.    ]
       frame n+1         [      .=============.    ]
       out                      |----|                    sounds once frame n is there; nothing waits for the samples
       pending                       |--------|           before `first`, so that the delay is so much less

   Of each bin a share is noise, see vschaos/transforms/noise.py: the spectrum is m·√(1 − s)·e^(iφ) + m·√s·W, W being that
   of a running white noise under the analysis window. Sample i of a voice's noise is a hash of i and of its seed.

   Where an attack begins in a frame, see attacks.c, what is new in it is transformed back once more, by itself.

   The phase of a bin is measured at the frame's centre: as the frame begins n_fft/2 samples before, odd bins have the
   opposite sign (e^(−iπk)). At 0 Hz and at half the sample rate spectra are real; at 0 Hz phases count as the nearest
   half turn.

   Denormal numbers, which some processors are slow at, cannot arise: phase.c lets no magnitude below 1e-15 but 0 in,
   and nothing here is fed back. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "network.h"
#include "numbers.h"

#define ROOT_OF_E_TO_GAMMA 1.33454f /* e^(γ/2), Euler's γ */
#define MOST_GAIN 4.0f        /* what is decoded on a walk is made louder or softer by no more than this factor */
#define QUIETEST_POWER 1e-12f /* less counts as nothing */
#define MOST_EVENED 250.0f    /* factor of power, 24 dB, by which a place is made louder or softer at most */
#define MOST_CENTS 4800.0f    /* by which a voice is bent up or down at most */
#define NEPERS_A_CENT 5.7762265e-4f
#define LOUDEST 8.0f          /* power up to which it is made louder, in that of the start */

typedef struct {
    vs_phase phase;
    vs_attack attack;
    float *pending; /* (length − hop,): the sum of earlier frames that is still to sound */
    float *place; /* (D + K,): point and labels that were decoded last, … */
    float *magnitudes, *shares; /* … and what they came to, (F,); shares: NULL where the network tells none */
    float *held_shares; /* (F,): with look-ahead, the noise shares that wait with their magnitudes; else NULL */
    float held_noise;   /* and their bias */
    int32_t decoded;           /* whether there are any */
    float power, heard;        /* of those magnitudes, without a constant offset, and A-weighted */
    float ratio;               /* by which its frames are bent; 1: not at all */
} voice;

struct vs_voices {
    const vs_instrument *instrument;
    const vs_overlap *overlap;
    vs_phase_rules rules;
    vs_attack_rules attack_rules;
    int32_t count;
    voice *voice; /* (count,) */
    /* for a while, shared by all voices */
    vs_phase_frame frame;
    float *real, *imaginary; /* (F,) */
    float *new_real, *new_imaginary; /* (F,): the new part of an attack */
    float *share, *noise_real, *noise_imaginary; /* (F,): of the frame that goes out */
    float *samples, *fresh;  /* (n_fft,): the frame, and the new part of an attack */
    float *fourier;          /* see vs_fourier_scratch */
    int32_t *moved;          /* (count,): voices whose points are not decoded yet, … */
    float *points, *labels;  /* (count, D), (count, K): … and these */
    float *magnitudes, *shares; /* (count, F); the same */
    float *network;          /* see vs_network_scratch */
    void *memory;            /* what all of these lie in */
};

static size_t pending_samples(const vs_overlap *overlap) { return (size_t)(overlap->length - overlap->hop_samples); }

static void lay_out(vs_voices *voices, vs_pieces *pieces) {
    const vs_instrument *instrument = voices->instrument;
    const size_t bins = (size_t)instrument->dimensions.bins, count = (size_t)voices->count;
    const size_t dims = (size_t)instrument->dimensions.latent_dims, labels = (size_t)instrument->dimensions.label_count;
    const int32_t n_fft = instrument->dimensions.n_fft;
    const int tells_noise = instrument->network->noise.count > 0;
    for (size_t v = 0; v < count; v++) {
        vs_phase_pieces(&voices->voice[v].phase, &voices->rules, pieces);
        vs_attack_pieces(&voices->voice[v].attack, instrument->dimensions.bins, pieces);
        voices->voice[v].pending = vs_float_piece(pieces, pending_samples(voices->overlap));
        voices->voice[v].place = vs_float_piece(pieces, dims + labels);
        voices->voice[v].magnitudes = vs_float_piece(pieces, bins);
        voices->voice[v].shares = tells_noise ? vs_float_piece(pieces, bins) : NULL;
        voices->voice[v].held_shares = voices->rules.lookahead ? vs_float_piece(pieces, bins) : NULL;
    }
    vs_phase_frame_pieces(&voices->frame, instrument->dimensions.bins, pieces);
    voices->real = vs_float_piece(pieces, bins);
    voices->imaginary = vs_float_piece(pieces, bins);
    voices->new_real = vs_float_piece(pieces, bins);
    voices->new_imaginary = vs_float_piece(pieces, bins);
    voices->share = vs_float_piece(pieces, bins);
    voices->noise_real = vs_float_piece(pieces, bins);
    voices->noise_imaginary = vs_float_piece(pieces, bins);
    voices->samples = vs_float_piece(pieces, (size_t)n_fft);
    voices->fresh = vs_float_piece(pieces, (size_t)n_fft);
    voices->fourier = vs_float_piece(pieces, vs_fourier_scratch(n_fft));
    voices->moved = vs_piece(pieces, count * sizeof(int32_t));
    voices->points = vs_float_piece(pieces, count * dims);
    voices->labels = vs_float_piece(pieces, count * labels);
    voices->magnitudes = vs_float_piece(pieces, count * bins);
    voices->shares = tells_noise ? vs_float_piece(pieces, count * bins) : NULL;
    voices->network = vs_float_piece(pieces, vs_network_scratch(instrument, voices->count));
}

vs_voices *vs_voices_new(const vs_instrument *instrument, int32_t count, int32_t lookahead, int32_t frames_a_hop) {
    if (count < 1 || (lookahead != 0 && lookahead != 1) || (frames_a_hop != 1 && frames_a_hop != 2)) return NULL;
    vs_voices *voices = calloc(1, sizeof *voices);
    if (!voices) return NULL;
    voices->instrument = instrument;
    voices->overlap = &instrument->tables.overlap[frames_a_hop - 1];
    voices->rules = vs_phase_rules_of(instrument, lookahead, frames_a_hop);
    voices->attack_rules = vs_attack_rules_of(instrument->dimensions.n_fft, voices->overlap->hop_samples);
    voices->count = count;
    voices->voice = calloc((size_t)count, sizeof *voices->voice);
    if (!voices->voice) goto short_of_memory;
    vs_pieces pieces = {NULL, 0};
    lay_out(voices, &pieces);
    voices->memory = calloc(1, pieces.bytes + VS_CACHE_LINE);
    if (!voices->memory) goto short_of_memory;
    pieces = vs_pieces_of(voices->memory);
    lay_out(voices, &pieces);
    for (int32_t v = 0; v < count; v++) vs_voices_reset(voices, v, (uint32_t)v);
    return voices;
short_of_memory:
    vs_voices_free(voices);
    return NULL;
}

void vs_voices_free(vs_voices *voices) {
    if (!voices) return;
    free(voices->voice);
    free(voices->memory);
    free(voices);
}

void vs_voices_reset(vs_voices *voices, int32_t number, uint32_t seed) {
    voice *voice = &voices->voice[number];
    vs_phase_reset(&voices->rules, &voice->phase, seed);
    vs_attack_reset(&voice->attack, voices->rules.bins);
    memset(voice->pending, 0, sizeof(float) * pending_samples(voices->overlap));
    if (voice->held_shares) memset(voice->held_shares, 0, sizeof(float) * (size_t)voices->rules.bins);
    voice->held_noise = 0.0f;
    voice->ratio = 1.0f;
}

void vs_voices_bend(vs_voices *voices, int32_t number, float cents) {
    voices->voice[number].ratio = vs_exp(vs_most(vs_least(cents, MOST_CENTS), -MOST_CENTS) * NEPERS_A_CENT);
}

void vs_voices_copy(vs_voices *voices, int32_t number, int32_t other) {
    voice *to = &voices->voice[number];
    const voice *from = &voices->voice[other];
    if (to == from) return;
    vs_phase_copy(&voices->rules, &to->phase, &from->phase);
    vs_attack_copy(&to->attack, &from->attack, voices->rules.bins);
    memcpy(to->pending, from->pending, sizeof(float) * pending_samples(voices->overlap));
    if (to->held_shares) memcpy(to->held_shares, from->held_shares, sizeof(float) * (size_t)voices->rules.bins);
    to->held_noise = from->held_noise;
    to->ratio = from->ratio;
}

void vs_voices_owners(const vs_voices *voices, int32_t *owners) {
    for (int32_t k = 0; k < voices->rules.bins; k++) owners[k] = voices->frame.peak[voices->frame.region[k]];
}

/* ── a hop ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Magnitudes and phases in turns to a spectrum. */
static void spectrum(int32_t bins, const float *restrict magnitudes, const float *restrict turns, float *restrict real,
                     float *restrict imaginary) {
    const float scale = 0.5f / (float)(bins - 1); /* 1 / n_fft: the inverse transform has none */
    for (int32_t k = 0; k < bins; k++) {
        float cosine, sine;
        vs_turn(turns[k], &cosine, &sine);
        const float size = magnitudes[k] * (k & 1 ? -scale : scale);
        real[k] = cosine * size;
        imaginary[k] = sine * size;
    }
    real[0] = magnitudes[0] * (real[0] < 0.0f ? -scale : scale);
}

/* The noise shares of the frame that goes out, to `share`; whether any is above 0. With look-ahead those that come in
   wait, like their magnitudes. `noise` is their bias. */
static int shares_now(vs_voices *voices, voice *voice, const float *shares, float noise) {
    const int32_t bins = voices->rules.bins;
    float *restrict share = voices->share, *restrict away = voices->noise_real; /* which is not there yet */
    const size_t bytes = sizeof(float) * (size_t)bins;
    if (!shares && !voice->held_shares && !(noise > 0.0f)) return 0;
    if (voice->held_shares) {
        const float later = noise;
        noise = voice->held_noise, voice->held_noise = later;
        memcpy(share, voice->held_shares, bytes);
        if (shares) memcpy(voice->held_shares, shares, bytes);
        else memset(voice->held_shares, 0, bytes);
    } else if (shares)
        memcpy(share, shares, bytes);
    else
        memset(share, 0, bytes);
    const float more = vs_least(vs_most(noise, 0.0f), 1.0f), kept = 1.0f + vs_most(vs_least(noise, 0.0f), -1.0f);
    if (more > 0.0f) vs_phase_noisiness(&voices->rules, &voices->frame, away);
    float most = 0.0f;
    for (int32_t k = 0; k < bins; k++) {
        const float told = vs_least(vs_most(share[k], 0.0f), 1.0f);
        share[k] = more > 0.0f ? told + more * (1.0f - told) * away[k] : told * kept;
        most = vs_most(share[k], most);
    }
    if (voices->frame.sounding == voices->frame.bent) {
        memcpy(away, share, bytes);
        vs_bend_shares(bins, &voices->frame, away, share);
    }
    return most > 0.0f;
}

/* The spectrum of the noise of a voice in the frame with this number, but for a factor. */
static void noise_spectrum(vs_voices *voices, uint32_t seed, uint32_t frame) {
    const int32_t n_fft = voices->instrument->dimensions.n_fft;
    const float *restrict window = voices->instrument->tables.analysis_window;
    const uint32_t first = seed * VS_VOICE_STEP + frame * (uint32_t)voices->overlap->hop_samples;
    float *restrict samples = voices->samples;
    for (int32_t i = 0; i < n_fft; i++) samples[i] = window[i] * vs_uniform(first + (uint32_t)i);
    vs_fourier_forward(n_fft, voices->instrument->tables.fourier, samples, voices->noise_real, voices->noise_imaginary,
                       voices->fourier);
}

/* Add noise to the spectrum of a tone; its phases are those at the frame's beginning. Under the window the noise's bins
   have the power 2 / n_fft, and a complex Normal number of power P the mean logarithm (ln P − γ)/2, which shall be 0. */
static void add_noise(int32_t bins, const float *restrict magnitudes, const float *restrict share,
                      const float *restrict noise_real, const float *restrict noise_imaginary, float *restrict real,
                      float *restrict imaginary) {
    const float scale = ROOT_OF_E_TO_GAMMA * sqrtf((float)(bins - 1)) * (0.5f / (float)(bins - 1)); /* see spectrum */
    for (int32_t k = 0; k < bins; k++) {
        const float tone = sqrtf(1.0f - share[k]), noise = magnitudes[k] * sqrtf(share[k]) * scale;
        real[k] = tone * real[k] + noise * noise_real[k];
        imaginary[k] = tone * imaginary[k] + noise * noise_imaginary[k];
    }
}

/* A frame's samples from `first` on, under their window, before and after the last hop of them that `pending` knows. */
static void add(int32_t hop, int32_t late, const float *restrict frame, const float *restrict window,
                float *restrict pending, float *restrict out) {
    if (late < hop) { /* frames do not overlap: late is 0 */
        for (int32_t k = 0; k < hop; k++) out[k] = frame[k] * window[k];
        return;
    }
    for (int32_t k = 0; k < hop; k++) out[k] = frame[k] * window[k] + pending[k];
    frame += hop, window += hop;
    for (int32_t k = 0; k < late - hop; k++) pending[k] = frame[k] * window[k] + pending[k + hop];
    for (int32_t k = late - hop; k < late; k++) pending[k] = frame[k] * window[k];
}

void vs_overlap_add(const vs_overlap *overlap, const float *frame, float *pending, float *out) {
    const int32_t hop = overlap->hop_samples, first = overlap->first;
    add(hop, overlap->length - hop, frame + first, overlap->window + first, pending, out);
}

/* Whether an attack begins in this frame; what is new in it to `fresh`. */
static int begins(vs_voices *voices, vs_attack *attack) {
    const int32_t bins = voices->rules.bins, n_fft = voices->attack_rules.n_fft;
    vs_surge_scratch *scratch = &voices->frame.scratch;
    const float *surge = scratch->surge;
    if (!vs_attack_next(&voices->attack_rules, attack, voices->frame.magnitudes, scratch)) return 0;
    if (voices->frame.sounding == voices->frame.bent) {
        vs_bend_shares(bins, &voices->frame, scratch->surge, scratch->around);
        surge = scratch->around;
    }
    for (int32_t k = 0; k < bins; k++) {
        voices->new_real[k] = voices->real[k] * surge[k];
        voices->new_imaginary[k] = voices->imaginary[k] * surge[k];
    }
    vs_fourier_inverse(n_fft, voices->instrument->tables.fourier, voices->new_real, voices->new_imaginary,
                       voices->fresh, voices->fourier);
    return 1;
}

void vs_voices_hop(vs_voices *voices, int32_t number, const float *magnitudes, const float *shares, float noise,
                   int32_t mode, float *out) {
    const vs_instrument *instrument = voices->instrument;
    const int32_t n_fft = instrument->dimensions.n_fft, bins = instrument->dimensions.bins;
    const vs_phase_frame *frame = &voices->frame;
    voice *voice = &voices->voice[number];
    const uint32_t goes_out = voice->phase.frames;
    vs_phase_next(&voices->rules, &voice->phase, magnitudes, voice->ratio, mode, &voices->frame);
    spectrum(bins, frame->sounding, frame->turns, voices->real, voices->imaginary);
    if (shares_now(voices, voice, shares, noise) && mode != VS_RANDOM) {
        noise_spectrum(voices, voice->phase.seed, goes_out);
        add_noise(bins, frame->sounding, voices->share, voices->noise_real, voices->noise_imaginary, voices->real,
                  voices->imaginary);
    }
    const int attacks = begins(voices, &voice->attack); /* before the spectrum is overwritten */
    vs_fourier_inverse(n_fft, instrument->tables.fourier, voices->real, voices->imaginary, voices->samples,
                       voices->fourier);
    if (attacks)
        vs_attack_silence(n_fft, voice->attack.place, voices->overlap->window, voices->fresh, voices->samples);
    vs_overlap_add(voices->overlap, voices->samples, voice->pending, out);
}

/* Whether a voice has decoded this point with these labels last, bit for bit; if not, it will have. */
static int is_decoded(const vs_dimensions *d, voice *voice, const float *point, const float *labels) {
    const size_t of_point = sizeof(float) * (size_t)d->latent_dims, of_labels = sizeof(float) * (size_t)d->label_count;
    float *known = voice->place + d->latent_dims;
    if (voice->decoded && !memcmp(voice->place, point, of_point) && !memcmp(known, labels, of_labels)) return 1;
    memcpy(voice->place, point, of_point);
    memcpy(known, labels, of_labels);
    voice->decoded = 1;
    return 0;
}

/* The power of magnitudes (F,) without a constant offset, and A-weighted; never 0. */
static void powers(const vs_instrument *instrument, const float *magnitudes, float *power, float *heard) {
    const float *weights = instrument->tables.heard;
    vs_float8 lanes = {0}, weighted = {0};
    for (int32_t k = 1; k < instrument->dimensions.bins; k += 8) {
        const vs_float8 some = *(const vs_float8 *)(magnitudes + k);
        lanes += some * some;
        weighted += some * some * *(const vs_float8 *)(weights + k);
    }
    *power = *heard = QUIETEST_POWER;
    for (int k = 0; k < 8; k++) *power += lanes[k], *heard += weighted[k];
}

int vs_evenness_of(const vs_instrument *instrument, const float *point, const float *labels, vs_evenness *evenness) {
    float *magnitudes = malloc(sizeof(float) * ((size_t)instrument->dimensions.bins + vs_network_scratch(instrument, 1)));
    if (!magnitudes) return 0;
    vs_magnitudes(instrument, 1, point, labels, magnitudes, NULL, magnitudes + instrument->dimensions.bins);
    powers(instrument, magnitudes, &evenness->power, &evenness->heard);
    free(magnitudes);
    return 1;
}

/* By what factor a voice's point is evened. What A-weighting hardly hears, as a bass drum, is not made so much louder that
   its level is far above that of the start. */
static float evened(const vs_evenness *evenness, const voice *one) {
    const float alike = vs_least(evenness->heard / one->heard, LOUDEST * evenness->power / one->power);
    const float bounded = vs_least(vs_most(alike, 1.0f / MOST_EVENED), MOST_EVENED);
    return vs_exp(0.5f * evenness->share * vs_log(bounded));
}

/* Decode the points of those voices that have not decoded them yet: a sound that is held costs no network. */
static void decode_moved(vs_voices *voices, int32_t count, const int32_t *numbers, const float *points,
                         const float *labels) {
    const vs_dimensions *d = &voices->instrument->dimensions;
    const size_t dims = (size_t)d->latent_dims, known = (size_t)d->label_count, bins = (size_t)d->bins;
    int32_t moved = 0;
    for (int32_t n = 0; n < count; n++) {
        const float *point = points + (size_t)n * dims, *label = labels + (size_t)n * known;
        if (is_decoded(d, &voices->voice[numbers[n]], point, label)) continue;
        memcpy(voices->points + (size_t)moved * dims, point, sizeof(float) * dims);
        memcpy(voices->labels + (size_t)moved * known, label, sizeof(float) * known);
        voices->moved[moved++] = numbers[n];
    }
    if (moved)
        vs_magnitudes(voices->instrument, moved, voices->points, voices->labels, voices->magnitudes, voices->shares,
                      voices->network);
    for (int32_t n = 0; n < moved; n++) {
        voice *one = &voices->voice[voices->moved[n]];
        memcpy(one->magnitudes, voices->magnitudes + (size_t)n * bins, sizeof(float) * bins);
        if (one->shares) memcpy(one->shares, voices->shares + (size_t)n * bins, sizeof(float) * bins);
        powers(voices->instrument, one->magnitudes, &one->power, &one->heard);
    }
}

void vs_decode(vs_voices *voices, int32_t count, const int32_t *numbers, const float *points, const float *labels,
               const float *noise, int32_t mode, float *out) {
    decode_moved(voices, count, numbers, points, labels);
    for (int32_t n = 0; n < count; n++) {
        const voice *one = &voices->voice[numbers[n]];
        vs_voices_hop(voices, numbers[n], one->magnitudes, one->shares, noise[n], mode,
                      out + (size_t)n * (size_t)voices->overlap->hop_samples);
    }
}

void vs_decode_alive(vs_voices *voices, int32_t count, const int32_t *numbers, const float *points,
                     const float *offsets, const float *loudness, const vs_evenness *evenness, const float *labels,
                     const float *noise, int32_t mode, float *out) {
    const vs_dimensions *d = &voices->instrument->dimensions;
    const size_t dims = (size_t)d->latent_dims, known = (size_t)d->label_count, bins = (size_t)d->bins;
    int32_t walking = 0;
    decode_moved(voices, count, numbers, points, labels);
    for (int32_t n = 0; n < count; n++) {
        if (!(loudness[n] > 0.0f)) continue;
        for (size_t k = 0, at = (size_t)n * dims; k < dims; k++, at++)
            voices->points[(size_t)walking * dims + k] = points[at] + offsets[at];
        memcpy(voices->labels + (size_t)walking++ * known, labels + (size_t)n * known, sizeof(float) * known);
    }
    if (walking)
        vs_magnitudes(voices->instrument, walking, voices->points, voices->labels, voices->magnitudes, voices->shares,
                      voices->network);
    float *walked = voices->magnitudes, *spare = walked + (size_t)walking * bins;
    const float *walked_shares = voices->shares;
    for (int32_t n = 0; n < count; n++, out += voices->overlap->hop_samples) {
        const voice *one = &voices->voice[numbers[n]];
        const float *found = one->magnitudes, *shares = one->shares;
        float *made = spare, gain = evenness->share > 0.0f ? evened(evenness, one) : 1.0f;
        if (loudness[n] > 0.0f) {
            float power, heard;
            found = made = walked, walked += bins;
            if (shares) shares = walked_shares, walked_shares += bins;
            powers(voices->instrument, found, &power, &heard);
            gain *= vs_least(vs_most(sqrtf(one->power / power), 1.0f / MOST_GAIN), MOST_GAIN) * loudness[n];
        } else if (gain == 1.0f)
            made = NULL;
        for (size_t k = 0; made && k < bins; k++) made[k] = found[k] * gain;
        vs_voices_hop(voices, numbers[n], made ? made : found, shares, noise[n], mode, out);
    }
}
