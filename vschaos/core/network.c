/* The network: layers on rows, and the contrast around them.

   A row is a frame: its floats lie side by side, and one row is computed like any other, whatever lies beside it, so
   that a voice sounds the same alone and among sixteen. Most of the time goes into weights on their way from memory,
   so an affine layer's weights are whole numbers of 16 bits, in the order in which they are used:

       outputs   0…15 | 16…31 | …        a tile: for each input, the weights of 16 outputs
       tile      [inputs][16]            one, two or four vectors: outputs, each of which adds up its inputs one by one

   One row takes eight vectors of outputs at once and four rows take two: eight sums side by side in either case, as many
   as the processor's adders need. */
#include "network.h"
#include "numbers.h"
#include <math.h>
#include <string.h>
#ifdef __SSE2__
#include <immintrin.h>
#endif

#define LARGEST_COORDINATE 8.0f
#define NORM_EPSILON 1e-5f
#define LEAST_LOG_VARIANCE -12.0f
#define MOST_LOG_VARIANCE 4.0f
#define SURELY_TONE 0.2f  /* learned noise shares: see vschaos/models/inference.py */
#define SURELY_NOISE 0.7f
#define LOUDEST 1e12f /* magnitude; what is louder is no sound, and would not stay finite */

#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* The processor's vectors, and how many of them a tile has. Every output is a sum of its own, so the bits are the same
   whatever their width. */
#if defined __AVX512F__
#define LANES 16
typedef float vector __attribute__((vector_size(64), aligned(4), may_alias));
#elif defined __AVX2__
#define LANES 8
typedef vs_float8 vector;
#else
#define LANES 4
typedef float vector __attribute__((vector_size(16), aligned(4), may_alias));
typedef int16_t int16x4 __attribute__((vector_size(8), aligned(2), may_alias));
typedef int32_t int32x4 __attribute__((vector_size(16)));
#endif
#define TILE_VECTORS (VS_TILE / LANES)

static inline size_t padded(int32_t width) { return ((size_t)width + VS_TILE - 1) / VS_TILE * VS_TILE; }

/* ── affine layers ───────────────────────────────────────────────────────────────────────────────────────────────── */

/* As many weights as a vector has lanes, from the one with number `at` on. */
ALWAYS_INLINE vector weights_at(int whole, const void *weights, size_t at) {
    if (!whole) return *(const vector *)((const float *)weights + at);
    const int16_t *numbers = (const int16_t *)weights + at;
    /* Of a conversion that is written down in vectors, gcc makes twice as many steps for this processor, or more. */
#if defined __AVX512F__
    return (vector)_mm512_cvtepi32_ps(
        _mm512_cvtepi16_epi32(_mm256_loadu_si256((const __m256i *)(const void *)numbers)));
#elif defined __AVX2__
    return (vector)_mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(_mm_loadu_si128((const __m128i *)(const void *)numbers)));
#elif defined __SSE2__
    const __m128i four = _mm_loadl_epi64((const __m128i *)(const void *)numbers);
    return (vector)_mm_cvtepi32_ps(_mm_srai_epi32(_mm_unpacklo_epi16(four, four), 16));
#else
    return __builtin_convertvector(__builtin_convertvector(*(const int16x4 *)numbers, int32x4), vector);
#endif
}

/* Where vector `n` of consecutive tiles begins, for the first input. */
ALWAYS_INLINE size_t vector_at(int32_t inputs, int32_t n) {
    return (size_t)(n / TILE_VECTORS) * (size_t)inputs * VS_TILE + (size_t)(n % TILE_VECTORS) * LANES;
}

/* A row (inputs,) times `count` vectors of weights, 8 or 1 of them, to as many vectors of outputs. */
ALWAYS_INLINE void row_by_vectors(int whole, int count, const void *weights, size_t first, int32_t inputs,
                                  const float *x, float *y) {
    const size_t tile = (size_t)inputs * VS_TILE;
    vector sums[8] = {{0}};
    for (int32_t i = 0; i < inputs; i++, first += VS_TILE)
        for (int n = 0; n < count; n++)
            sums[n] += x[i] * weights_at(whole, weights, first + (size_t)(n / TILE_VECTORS) * tile
                                                             + (size_t)(n % TILE_VECTORS) * LANES);
    for (int n = 0; n < count; n++) ((vector *)y)[n] = sums[n];
}

/* Four rows, `across` floats apart, times `count` vectors of weights, 2 or 1, to as many vectors of outputs each. */
ALWAYS_INLINE void four_rows_by_vectors(int whole, int count, const void *weights, size_t first, int32_t inputs,
                                        const float *x, size_t across, float *y) {
    const size_t tile = (size_t)inputs * VS_TILE;
    vector sums[4][2] = {{{0}}};
    for (int32_t i = 0; i < inputs; i++, first += VS_TILE)
        for (int n = 0; n < count; n++) {
            const vector weight = weights_at(whole, weights, first + (size_t)(n / TILE_VECTORS) * tile
                                                                 + (size_t)(n % TILE_VECTORS) * LANES);
            for (int r = 0; r < 4; r++) sums[r][n] += x[(size_t)r * across + (size_t)i] * weight;
        }
    for (int r = 0; r < 4; r++)
        for (int n = 0; n < count; n++) ((vector *)(y + (size_t)r * across))[n] = sums[r][n];
}

/* Rows times all weights. The outputs are padded to whole tiles. */
ALWAYS_INLINE void product(int whole, const vs_layer *layer, int32_t rows, const float *x, size_t across, float *y) {
    const int32_t inputs = layer->inputs, vectors = (int32_t)(padded(layer->outputs) / LANES), fours = rows / 4 * 4;
    const void *weights = layer->weights;
    for (int32_t from = 0; from < vectors; from += 8) {
        const int32_t count = vectors - from < 8 ? vectors - from : 8;
        for (int32_t n = from; n < from + count; n += 2)
            for (int32_t r = 0; r < fours; r += 4) {
                const float *row = x + (size_t)r * across;
                float *out = y + (size_t)r * across + (size_t)n * LANES;
                if (n + 1 < from + count) four_rows_by_vectors(whole, 2, weights, vector_at(inputs, n), inputs, row, across, out);
                else four_rows_by_vectors(whole, 1, weights, vector_at(inputs, n), inputs, row, across, out);
            }
        for (int32_t r = fours; r < rows; r++) {
            const float *row = x + (size_t)r * across;
            float *out = y + (size_t)r * across;
            if (count == 8) row_by_vectors(whole, 8, weights, vector_at(inputs, from), inputs, row, out + from * LANES);
            for (int32_t n = from; count < 8 && n < from + count; n++)
                row_by_vectors(whole, 1, weights, vector_at(inputs, n), inputs, row, out + n * LANES);
        }
    }
}

static void affine_float(const vs_layer *layer, int32_t rows, const float *x, size_t across, float *y) {
    const float *restrict bias = layer->bias;
    product(0, layer, rows, x, across, y);
    for (int32_t r = 0; r < rows; r++) {
        float *restrict row = y + (size_t)r * across;
        for (int32_t j = 0; j < layer->outputs; j++) row[j] += bias[j];
    }
}

static void affine_int16(const vs_layer *layer, int32_t rows, const float *x, size_t across, float *y) {
    const float *restrict bias = layer->bias, *restrict scale = layer->scale;
    product(1, layer, rows, x, across, y);
    for (int32_t r = 0; r < rows; r++) {
        float *restrict row = y + (size_t)r * across;
        for (int32_t j = 0; j < layer->outputs; j++) row[j] = row[j] * scale[j] + bias[j];
    }
}

/* ── norms ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The sum of `count` numbers' distances from `mean`, or with `squared` of their squares: in eight lanes, which are
   added from the first to the last, and then what is left over. */
ALWAYS_INLINE float sum_of_distances(int squared, const float *x, int32_t count, float mean) {
    vs_float8 lanes = {0};
    int32_t j = 0;
    for (; j + 8 <= count; j += 8) {
        const vs_float8 distance = *(const vs_float8 *)(x + j) - mean;
        if (squared) lanes += distance * distance;
        else lanes += distance;
    }
    float sum = 0.0f;
    for (int k = 0; k < 8; k++) sum += lanes[k];
    for (; j < count; j++) sum += squared ? (x[j] - mean) * (x[j] - mean) : x[j] - mean;
    return sum;
}

/* A row of channels (channels, places) to zero mean and unit variance over all of it. */
static void standardization(const float *row, int32_t channels, int32_t places, float *mean, float *rate) {
    const float count = (float)channels * (float)places;
    double sum = 0.0;
    for (int32_t c = 0; c < channels; c++) sum += sum_of_distances(0, row + (size_t)c * places, places, 0.0f);
    *mean = (float)(sum / count);
    sum = 0.0;
    for (int32_t c = 0; c < channels; c++) sum += sum_of_distances(1, row + (size_t)c * places, places, *mean);
    *rate = 1.0f / sqrtf((float)(sum / count) + NORM_EPSILON);
}

static void norm_silu(const vs_layer *layer, float *restrict row) {
    const float *restrict factor = layer->scale, *restrict offset = layer->bias;
    float mean, rate;
    standardization(row, 1, layer->inputs, &mean, &rate);
    for (int32_t j = 0; j < layer->inputs; j++) row[j] = vs_silu((row[j] - mean) * rate * factor[j] + offset[j]);
}

static void group_silu(const vs_layer *layer, float *restrict row) {
    float mean, rate;
    standardization(row, layer->channels_in, layer->places, &mean, &rate);
    for (int32_t c = 0; c < layer->channels_in; c++, row += layer->places) {
        const float factor = layer->scale[c], offset = layer->bias[c];
        for (int32_t p = 0; p < layer->places; p++) row[p] = vs_silu((row[p] - mean) * rate * factor + offset);
    }
}

/* ── convolutions ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Vectors of taps, of which there are eight. */
#if LANES > VS_CONV_KERNEL
#define TAP_LANES VS_CONV_KERNEL
typedef vs_float8 taps;
#else
#define TAP_LANES LANES
typedef vector taps;
#endif
#define KERNEL_VECTORS (VS_CONV_KERNEL / TAP_LANES)

/* A channel's eight places from `at` on; `copy`, with zeros outside of it, where some of them are. */
static inline const float *eight_places(const float *channel, int32_t places, int32_t at, float *copy) {
    if (at >= 0 && at + VS_CONV_KERNEL <= places) return channel + at;
    for (int32_t k = 0; k < VS_CONV_KERNEL; k++) copy[k] = at + k >= 0 && at + k < places ? channel[at + k] : 0.0f;
    return copy;
}

/* One output channel at `count` places from `p` on; the first and the last are beside zeros, and made one by one. */
ALWAYS_INLINE void convolved(int count, const vs_layer *layer, const float *weights, float bias, const float *image,
                             int32_t p, float *out) {
    taps sums[4][KERNEL_VECTORS] = {{{0}}};
    const int32_t at = p * VS_CONV_STRIDE - VS_CONV_PADDING;
    for (int32_t c = 0; c < layer->channels_in; c++, image += layer->places, weights += VS_CONV_KERNEL)
        for (int n = 0; n < count; n++) {
            float copy[VS_CONV_KERNEL];
            const float *eight = image + at + n * VS_CONV_STRIDE;
            if (count == 1) eight = eight_places(image, layer->places, at, copy);
            for (int v = 0; v < KERNEL_VECTORS; v++)
                sums[n][v] += *(const taps *)(eight + v * TAP_LANES) * *(const taps *)(weights + v * TAP_LANES);
        }
    for (int n = 0; n < count; n++) {
        out[p + n] = bias;
        for (int k = 0; k < VS_CONV_KERNEL; k++) out[p + n] += sums[n][k / TAP_LANES][k % TAP_LANES];
    }
}

/* An image (channels_in, places) to (channels_out, places / 4): out[o][p] = Σ weights[o][c][k] · image[c][4p − 2 + k].
   The eight taps k are lanes; they are added from the first to the last. */
static void convolution(const vs_layer *layer, const float *restrict image, float *restrict out) {
    const int32_t made = layer->places / VS_CONV_STRIDE;
    const float *weights = layer->weights;
    for (int32_t o = 0; o < layer->channels_out; o++, weights += (size_t)layer->channels_in * VS_CONV_KERNEL) {
        int32_t p = 1;
        convolved(1, layer, weights, layer->bias[o], image, 0, out);
        for (; p + 4 < made; p += 4) convolved(4, layer, weights, layer->bias[o], image, p, out);
        for (; p < made; p++) convolved(1, layer, weights, layer->bias[o], image, p, out);
        out += made;
    }
}

/* What `count` places from `p` on add to one output channel. */
ALWAYS_INLINE void deconvolved(int count, const vs_layer *layer, const float *weights, const float *image, int32_t p,
                               float *out) {
    const int32_t made = layer->places * VS_CONV_STRIDE;
    taps sums[4][KERNEL_VECTORS] = {{{0}}};
    for (int32_t c = 0; c < layer->channels_in; c++, image += layer->places, weights += VS_CONV_KERNEL)
        for (int n = 0; n < count; n++)
            for (int v = 0; v < KERNEL_VECTORS; v++)
                sums[n][v] += image[p + n] * *(const taps *)(weights + v * TAP_LANES);
    for (int n = 0; n < count; n++)
        for (int32_t k = 0, at = (p + n) * VS_CONV_STRIDE - VS_CONV_PADDING; k < VS_CONV_KERNEL; k++, at++)
            if (at >= 0 && at < made) out[at] += sums[n][k / TAP_LANES][k % TAP_LANES];
}

/* An image (channels_in, places) to (channels_out, places · 4): every place adds eight to the output, four farther on
   than the place before it: out[o][4p − 2 + k] += Σ weights[o][c][k] · image[c][p]. */
static void deconvolution(const vs_layer *layer, const float *restrict image, float *restrict out) {
    const int32_t places = layer->places, made = places * VS_CONV_STRIDE;
    const float *weights = layer->weights;
    for (int32_t o = 0; o < layer->channels_out; o++, weights += (size_t)layer->channels_in * VS_CONV_KERNEL) {
        int32_t p = 0;
        for (int32_t n = 0; n < made; n++) out[n] = layer->bias[o];
        for (; p + 4 <= places; p += 4) deconvolved(4, layer, weights, image, p, out);
        for (; p < places; p++) deconvolved(1, layer, weights, image, p, out);
        out += made;
    }
}

/* ── sequences ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Whether a layer writes its output elsewhere than where its input is. */
static int moves(int32_t kind) {
    return kind == VS_AFFINE_FLOAT || kind == VS_AFFINE_INT16 || kind == VS_CONVOLUTION || kind == VS_DECONVOLUTION;
}

static void apply(const vs_layer *layer, int32_t rows, float *x, size_t across, float *y) {
    if (layer->kind == VS_AFFINE_FLOAT) affine_float(layer, rows, x, across, y);
    if (layer->kind == VS_AFFINE_INT16) affine_int16(layer, rows, x, across, y);
    for (int32_t r = 0; r < rows; r++, x += across, y += across) switch (layer->kind) {
        case VS_NORM_SILU: norm_silu(layer, x); break;
        case VS_GROUP_SILU: group_silu(layer, x); break;
        case VS_CONVOLUTION: convolution(layer, x, y); break;
        case VS_DECONVOLUTION: deconvolution(layer, x, y); break;
        case VS_OFFSET:
            for (int32_t j = 0; j < layer->inputs; j++) x[j] += layer->bias[j];
            break;
        case VS_RESIZE:
            for (int32_t j = layer->inputs; j < layer->outputs; j++) x[j] = 0.0f;
            break;
        default: break;
        }
}

/* Rows in `x`, `across` floats apart, through all layers; `y` is as large, and both are overwritten. Returns which of
   the two has the result. */
static float *run(const vs_sequence *sequence, int32_t rows, float *x, float *y, size_t across) {
    for (int32_t n = 0; n < sequence->count; n++) {
        apply(&sequence->layers[n], rows, x, across, y);
        if (moves(sequence->layers[n].kind)) {
            float *swap = x;
            x = y, y = swap;
        }
    }
    return x;
}

/* ── the whole network ───────────────────────────────────────────────────────────────────────────────────────────── */

size_t vs_network_scratch(const vs_instrument *instrument, int32_t rows) {
    const size_t across = (size_t)instrument->network->across, each = instrument->network->noise.count ? 3 : 2;
    if (rows < 1) return 0;
    if ((size_t)rows > SIZE_MAX / sizeof(float) / each / across - 1) return SIZE_MAX; /* more than there can be */
    return (each * (size_t)rows + 1) * across;
}

static int finite_row(const float *point, int32_t dims) {
    float zero = 0.0f;
    for (int32_t d = 0; d < dims; d++) zero += point[d] * 0.0f;
    return zero == 0.0f;
}

/* The columns of all labels (K,) that condition a target. */
static void all_columns(const vs_network *network, int32_t target, const float *labels, float *columns) {
    for (int32_t k = 0; k < network->label_count; k++) {
        const vs_label *label = &network->labels[k];
        vs_label_columns(label, target, labels[k], columns);
        columns += label->columns[target];
    }
}

/* As the network's input: a point (D,), clamped, and columns behind it. */
static void decoder_input(const vs_network *network, const float *point, const float *labels, float *row) {
    const int32_t dims = network->latent_dims;
    for (int32_t d = 0; d < dims; d++)
        row[d] = vs_finite(point[d]) ? vs_least(vs_most(point[d], -LARGEST_COORDINATE), LARGEST_COORDINATE) : 0.0f;
    for (int32_t k = 0; k < network->label_count; k++) {
        const vs_label *label = &network->labels[k];
        vs_label_columns(label, VS_DECODER, vs_label_within(label, labels[k]), row + dims);
        row += label->columns[VS_DECODER];
    }
}

/* Features (F,) within what was learned to magnitudes (F,): (e^x − 1) / gain. What is not a number is silence. */
static void undo_contrast(const vs_network *network, const float *restrict features, float *restrict magnitudes) {
    const float *restrict ceiling = network->ceiling;
    const float scale = 1.0f / network->gain;
    for (int32_t k = 0; k < network->bins; k++) {
        const float feature = vs_least(vs_most(features[k], 0.0f), ceiling[k]);
        magnitudes[k] = vs_least(vs_most(vs_expm1(feature) * scale, 0.0f), LOUDEST);
    }
}

/* A point's magnitudes (F,) from its row of features; without a place where it is not finite, which is silent. */
static void magnitudes_of(const vs_network *network, const float *point, const float *features, float *magnitudes) {
    if (finite_row(point, network->latent_dims)) undo_contrast(network, features, magnitudes);
    else memset(magnitudes, 0, (size_t)network->bins * sizeof(float));
}

/* What is nearly tone is tone, and what is nearly noise is noise. */
static void shares_of(int32_t bins, const float *restrict logits, float *restrict shares) {
    const float scale = 1.0f / (SURELY_NOISE - SURELY_TONE);
    for (int32_t k = 0; k < bins; k++)
        shares[k] = vs_least(vs_most((vs_sigmoid(logits[k]) - SURELY_TONE) * scale, 0.0f), 1.0f);
}

void vs_magnitudes(const vs_instrument *instrument, int32_t rows, const float *points, const float *labels,
                   float *magnitudes, float *shares, float *scratch) {
    const vs_network *network = instrument->network;
    const size_t across = (size_t)network->across, dims = (size_t)network->latent_dims, bins = (size_t)network->bins;
    const size_t all = (size_t)rows * across;
    float *x = scratch, *y = scratch + all, *hidden = y + all;
    vs_sequence trunk = network->decoder, rest = network->decoder;
    const int tells_noise = shares && network->noise.count;
    for (int32_t r = 0; r < rows; r++)
        decoder_input(network, points + (size_t)r * dims, labels + (size_t)r * (size_t)network->label_count,
                      x + (size_t)r * across);
    trunk.count = network->noise_from, rest.layers += trunk.count, rest.count -= trunk.count;
    float *seen = run(&trunk, rows, x, y, across), *other = seen == x ? y : x;
    if (tells_noise) memcpy(hidden, seen, all * sizeof(float));
    const float *features = run(&rest, rows, seen, other, across);
    for (int32_t r = 0; r < rows; r++)
        magnitudes_of(network, points + (size_t)r * dims, features + (size_t)r * across, magnitudes + (size_t)r * bins);
    if (shares && !tells_noise) memset(shares, 0, (size_t)rows * bins * sizeof(float));
    if (!tells_noise) return;
    const float *logits = run(&network->noise, rows, hidden, x, across);
    for (int32_t r = 0; r < rows; r++)
        shares_of(network->bins, logits + (size_t)r * across, shares + (size_t)r * bins);
}

void vs_network_encode(const vs_instrument *instrument, const float *magnitudes, const float *labels,
                       float *coordinates, float *completed, float *log_variance, float *scratch) {
    const vs_network *network = instrument->network;
    const size_t across = (size_t)network->across, bins = (size_t)network->bins;
    float *restrict features = scratch, *x = scratch + across, *y = x + across;
    for (size_t k = 0; k < bins; k++) features[k] = vs_log1p(magnitudes[k] * network->gain);
    for (int32_t k = 0; k < network->label_count; k++) {
        const vs_label *label = &network->labels[k];
        completed[k] = vs_label_within(label, labels[k]);
        if (completed[k] != completed[k] && label->predictor.count) {
            memcpy(x, features, bins * sizeof(float));
            completed[k] = vs_label_predicted(label, run(&label->predictor, 1, x, y, across));
        }
    }
    memcpy(x, features, bins * sizeof(float));
    float *seen = run(&network->view, 1, x, y, across), *other = seen == x ? y : x;
    all_columns(network, VS_ENCODER, completed, seen + network->view.outputs);
    const float *outputs = run(&network->posterior, 1, seen, other, across);
    memcpy(coordinates, outputs, (size_t)network->latent_dims * sizeof(float));
    for (int32_t d = 0; log_variance && d < network->latent_dims; d++)
        log_variance[d] = vs_least(vs_most(outputs[network->latent_dims + d], LEAST_LOG_VARIANCE), MOST_LOG_VARIANCE);
}
