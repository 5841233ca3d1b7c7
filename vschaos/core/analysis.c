/* Sound to the latent space, and through it and back with the phase that it came with.

   A frame is the last n_fft samples under the analysis window. Its magnitudes are the network's business. For the way
   back they are replaced, and each bin keeps its direction X/|X|, which is its phase without a detour by angles; the
   frames add up as those of voices do, see synthesis.c. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core.h"
#include "numbers.h"

#define LOUDEST 1e6f     /* samples beyond are cut: they would overflow on their way */
#define LEAST 1e-10f     /* samples below, −200 dB, count as 0: what fades away must not end in denormal numbers */
#define SILENT 1e-15f    /* a bin of less has no phase */

struct vs_analysis {
    const vs_instrument *instrument;
    float *past;             /* (n_fft,): the last samples */
    float *pending;          /* (length − hop,): the sum of earlier frames that is still to sound */
    /* for a while */
    float *windowed;         /* (n_fft,) */
    float *real, *imaginary; /* (F,) */
    float *magnitudes;       /* (F,) */
    float *coordinates;      /* (D,) */
    float *completed;        /* (K,) */
    float *fourier;          /* see vs_fourier_scratch */
    float *network;          /* see vs_network_scratch */
    void *memory;            /* what all of these lie in */
};

static size_t pending_samples(const vs_instrument *instrument) {
    return (size_t)(instrument->tables.overlap[0].length - instrument->dimensions.hop_samples);
}

static void lay_out(vs_analysis *analysis, vs_pieces *pieces) {
    const vs_dimensions *dimensions = &analysis->instrument->dimensions;
    const size_t n_fft = (size_t)dimensions->n_fft, bins = (size_t)dimensions->bins;
    analysis->past = vs_float_piece(pieces, n_fft);
    analysis->pending = vs_float_piece(pieces, pending_samples(analysis->instrument));
    analysis->windowed = vs_float_piece(pieces, n_fft);
    analysis->real = vs_float_piece(pieces, bins);
    analysis->imaginary = vs_float_piece(pieces, bins);
    analysis->magnitudes = vs_float_piece(pieces, bins);
    analysis->coordinates = vs_float_piece(pieces, (size_t)dimensions->latent_dims);
    analysis->completed = vs_float_piece(pieces, (size_t)dimensions->label_count);
    analysis->fourier = vs_float_piece(pieces, vs_fourier_scratch(dimensions->n_fft));
    analysis->network = vs_float_piece(pieces, vs_network_scratch(analysis->instrument, 1));
}

vs_analysis *vs_analysis_new(const vs_instrument *instrument) {
    vs_analysis *analysis = calloc(1, sizeof *analysis);
    if (!analysis) return NULL;
    analysis->instrument = instrument;
    vs_pieces pieces = {NULL, 0};
    lay_out(analysis, &pieces);
    analysis->memory = calloc(1, pieces.bytes + VS_CACHE_LINE);
    if (!analysis->memory) {
        vs_analysis_free(analysis);
        return NULL;
    }
    pieces = vs_pieces_of(analysis->memory);
    lay_out(analysis, &pieces);
    return analysis;
}

void vs_analysis_free(vs_analysis *analysis) {
    if (!analysis) return;
    free(analysis->memory);
    free(analysis);
}

void vs_analysis_reset(vs_analysis *analysis) {
    const vs_instrument *instrument = analysis->instrument;
    memset(analysis->past, 0, sizeof(float) * (size_t)instrument->dimensions.n_fft);
    memset(analysis->pending, 0, sizeof(float) * pending_samples(instrument));
}

/* ── a hop ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Samples that are finite, not huge, and not so small that processors are slow at them. */
static void bounded(int32_t count, const float *restrict sound, float *restrict made) {
    for (int32_t k = 0; k < count; k++) {
        const float sample = vs_finite(sound[k]) ? sound[k] : 0.0f;
        const float within = vs_most(vs_least(sample, LOUDEST), -LOUDEST);
        made[k] = vs_magnitude_of(within) < LEAST ? 0.0f : within;
    }
}

static void multiply(int32_t count, const float *restrict a, const float *restrict b, float *restrict product) {
    for (int32_t k = 0; k < count; k++) product[k] = a[k] * b[k];
}

static void absolute(int32_t bins, const float *restrict real, const float *restrict imaginary,
                     float *restrict magnitudes) {
    for (int32_t k = 0; k < bins; k++) magnitudes[k] = sqrtf(real[k] * real[k] + imaginary[k] * imaginary[k]);
}

/* Other magnitudes for a spectrum. Where it is 0, its phase is that of an impulse where the frame begins, which the
   window makes silent. */
static void replace(int32_t bins, const float *restrict magnitudes, float *restrict real, float *restrict imaginary) {
    const float scale = 0.5f / (float)(bins - 1); /* 1 / n_fft: the inverse transform has none */
    for (int32_t k = 0; k < bins; k++) {
        const float was = sqrtf(real[k] * real[k] + imaginary[k] * imaginary[k]);
        const int silent = was < SILENT;
        const float factor = magnitudes[k] * scale / (silent ? 1.0f : was);
        real[k] = factor * (silent ? 1.0f : real[k]);
        imaginary[k] = factor * (silent ? 0.0f : imaginary[k]);
    }
}

/* The spectrum and the magnitudes (F,) of the frame that a hop of sound completes. */
static void analyse(vs_analysis *analysis, const float *sound) {
    const vs_instrument *instrument = analysis->instrument;
    const int32_t n_fft = instrument->dimensions.n_fft, hop = instrument->dimensions.hop_samples;
    const int32_t bins = instrument->dimensions.bins;
    memmove(analysis->past, analysis->past + hop, sizeof(float) * (size_t)(n_fft - hop));
    bounded(hop, sound, analysis->past + n_fft - hop);
    multiply(n_fft, analysis->past, instrument->tables.analysis_window, analysis->windowed);
    vs_fourier_forward(n_fft, instrument->tables.fourier, analysis->windowed, analysis->real, analysis->imaginary,
                       analysis->fourier);
    absolute(bins, analysis->real, analysis->imaginary, analysis->magnitudes);
}

void vs_encode(vs_analysis *analysis, const float *sound, const float *labels, float *coordinates, float *completed,
               float *log_variance) {
    analyse(analysis, sound);
    vs_network_encode(analysis->instrument, analysis->magnitudes, labels, coordinates, completed, log_variance,
                      analysis->network);
}

void vs_transfer(vs_analysis *analysis, const float *sound, const float *labels, const float *scale,
                 const float *offset, float *out) {
    const vs_instrument *instrument = analysis->instrument;
    const vs_dimensions *dimensions = &instrument->dimensions;
    vs_encode(analysis, sound, labels, analysis->coordinates, analysis->completed, NULL);
    for (int32_t d = 0; d < dimensions->latent_dims; d++)
        analysis->coordinates[d] = analysis->coordinates[d] * scale[d] + offset[d];
    vs_magnitudes(instrument, 1, analysis->coordinates, analysis->completed, analysis->magnitudes, NULL,
                  analysis->network);
    replace(dimensions->bins, analysis->magnitudes, analysis->real, analysis->imaginary);
    vs_fourier_inverse(dimensions->n_fft, instrument->tables.fourier, analysis->real, analysis->imaginary,
                       analysis->windowed, analysis->fourier);
    vs_overlap_add(&instrument->tables.overlap[0], analysis->windowed, analysis->pending, out);
}
