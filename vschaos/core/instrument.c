/* Instruments: opened from the bytes of the member core.bin, every number of which is checked before it is used.

   The member, little-endian, in blocks that each begin at a multiple of 64 bytes; zeros fill the space between:

       header     record: "vs-core", 2 (8 bytes) · sample rate · n_fft · hop · D · K · gain (float) · all layers' number ·
                  layer of the decoder whose input the noise shares are told by; 0: there are none · places P of the walk
       ceiling    floats (F,)
       labels     K times: record: quantity? · W · columns of decoder and encoder · embedded in decoder, in encoder? ·
                  low · high · mean · deviation · least · largest (floats)
                  of a class, floats (W,), its prior; for each target in which it is embedded, floats (W + 1, columns)
       sequences  decoder, view, posterior, K predictors, noise shares unless there are none:
                  record: number of layers · inputs
                  layers: record: kind · inputs · outputs · channels in · channels out · places, and its arrays:
                    affine         weights [outputs/16][inputs][16], of int16 a scale (outputs,), bias (outputs,);
                                   outputs rounded up to 16
                    norms          factors and offsets, of each output or channel
                    convolutions   weights [channels out][channels in][8], bias (channels out,)
                    offset         (inputs,)
                    resize         nothing
       walk       if P > 0: places floats (P, D), roots (P, D, D), correlations (P, D + 1), loudness (P,), reach (D,)

   A record is 64 bytes of int32 and float; what it does not use is zero. vschaos/instrument/core_member.py writes this.
   Version 1 has no noise shares and no walk.
   Its bytes are copied once, to a multiple of 64, and arrays are used where they lie. */
#include "network.h"
#include "numbers.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK 64
#define MOST_RATE_HZ 192000
#define LEAST_FFT 128
#define MOST_FFT 32768
#define MOST_LATENT_DIMS 64
#define MOST_LABELS 16
#define MOST_CLASSES 4096
#define MOST_LAYERS 4096
#define LEAST_GAIN 1.0f /* of the contrast: one over a floor of 0 dB … */
#define MOST_GAIN 1e11f /* … and of less than the lowest, −200 dB */
#define MOST_CORRELATION 0.9999f
#define MOST_LOUDNESS_DB 12.0f
#define MOST_BYTES ((size_t)1 << 30)
#define FORMAT 2

static const char NOT_ONE[] = "This is not the sound data of an instrument.";
static const char NEWER[] = "The sound data of this instrument was made by a newer version.";
static const char DAMAGED[] = "The sound data of this instrument is damaged.";
static const char NO_MEMORY[] = "There is not enough memory to open this instrument.";

/* ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The rest of the member; once something is wrong, all else that is read is nothing. */
typedef struct {
    const unsigned char *at; /* a multiple of BLOCK */
    size_t left;
    int damaged;
    vs_layer *layers; /* room for those still to come */
    int32_t layers_left;
} reader;

typedef union {
    int32_t whole[BLOCK / 4];
    float number[BLOCK / 4];
} record;

/* Whether something is as it must be; else the member is damaged. */
static int require(reader *member, int holds) {
    if (!holds) member->damaged = 1;
    return !member->damaged;
}

static const void *bytes_of(reader *member, uint64_t bytes) {
    const uint64_t whole = (bytes + BLOCK - 1) / BLOCK * BLOCK;
    const void *here = member->at;
    if (!require(member, bytes <= member->left && whole <= member->left)) return NULL;
    member->at += (size_t)whole;
    member->left -= (size_t)whole;
    return here;
}

/* An array of finite numbers; `count` of no more than VS_MOST_WIDTH². */
static const float *floats_of(reader *member, uint64_t count) {
    const float *numbers = bytes_of(member, count * sizeof(float));
    int finite = 1;
    for (uint64_t k = 0; numbers && k < count; k++) finite &= vs_finite(numbers[k]);
    return require(member, finite) ? numbers : NULL;
}

static record record_of(reader *member) {
    record found = {{0}};
    const void *here = bytes_of(member, BLOCK);
    if (here) memcpy(&found, here, BLOCK);
    return found;
}

static int within(int32_t value, int32_t low, int32_t high) { return low <= value && value <= high; }

/* ── the network ─────────────────────────────────────────────────────────────────────────────────────────────────── */

static void read_arrays(reader *member, vs_layer *layer) {
    const uint64_t inputs = (uint64_t)layer->inputs, outputs = (uint64_t)layer->outputs;
    const uint64_t wide = (outputs + VS_TILE - 1) / VS_TILE * VS_TILE;
    const uint64_t channels_in = (uint64_t)layer->channels_in, channels_out = (uint64_t)layer->channels_out;
    const int32_t fewer = layer->places / VS_CONV_STRIDE, more = layer->places * VS_CONV_STRIDE;
    const int32_t made = layer->kind == VS_CONVOLUTION ? fewer : more;
    switch (layer->kind) {
    case VS_AFFINE_FLOAT:
        layer->weights = floats_of(member, inputs * wide);
        layer->bias = floats_of(member, wide);
        break;
    case VS_AFFINE_INT16:
        layer->weights = bytes_of(member, inputs * wide * sizeof(int16_t));
        layer->scale = floats_of(member, wide);
        layer->bias = floats_of(member, wide);
        break;
    case VS_NORM_SILU:
        require(member, inputs == outputs);
        layer->scale = floats_of(member, inputs);
        layer->bias = floats_of(member, inputs);
        break;
    case VS_GROUP_SILU:
        require(member, inputs == outputs && channels_in * (uint64_t)layer->places == inputs);
        layer->scale = floats_of(member, channels_in);
        layer->bias = floats_of(member, channels_in);
        break;
    case VS_CONVOLUTION:
    case VS_DECONVOLUTION:
        require(member, layer->kind == VS_DECONVOLUTION || layer->places % VS_CONV_STRIDE == 0);
        require(member, channels_in * (uint64_t)layer->places == inputs && channels_out * (uint64_t)made == outputs);
        layer->weights = floats_of(member, channels_in * channels_out * VS_CONV_KERNEL);
        layer->bias = floats_of(member, channels_out);
        break;
    case VS_OFFSET:
        require(member, inputs == outputs);
        layer->bias = floats_of(member, inputs);
        break;
    default: break;
    }
}

/* A sequence of layers, each of which takes what the one before it makes. `widest` grows with its rows. */
static vs_sequence read_sequence(reader *member, int32_t inputs, int32_t *widest) {
    const record head = record_of(member);
    vs_sequence sequence = {member->layers, head.whole[0], inputs, inputs};
    require(member, within(head.whole[0], 0, member->layers_left) && head.whole[1] == inputs);
    if (inputs > *widest) *widest = inputs;
    for (int32_t n = 0; !member->damaged && n < sequence.count; n++) {
        const record found = record_of(member);
        vs_layer *layer = member->layers++;
        member->layers_left--;
        *layer = (vs_layer){.kind = found.whole[0], .inputs = found.whole[1], .outputs = found.whole[2]};
        layer->channels_in = found.whole[3], layer->channels_out = found.whole[4], layer->places = found.whole[5];
        require(member, within(layer->kind, 0, VS_LAYER_KINDS - 1) && layer->inputs == sequence.outputs);
        require(member, within(layer->inputs, 1, VS_MOST_WIDTH) && within(layer->outputs, 1, VS_MOST_WIDTH));
        require(member, within(layer->channels_in, 0, VS_MOST_WIDTH) && within(layer->channels_out, 0, VS_MOST_WIDTH));
        require(member, within(layer->places, 0, VS_MOST_WIDTH));
        if (!member->damaged) read_arrays(member, layer);
        if (member->damaged) break; /* its sizes are any numbers */
        sequence.outputs = layer->outputs;
        if (layer->outputs > *widest) *widest = layer->outputs;
    }
    return sequence;
}

static void read_label(reader *member, vs_label *label) {
    const record found = record_of(member);
    label->quantity = found.whole[0], label->width = found.whole[1];
    label->low = found.number[6], label->high = found.number[7];
    label->mean = found.number[8], label->deviation = found.number[9];
    label->least = found.number[10], label->largest = found.number[11];
    for (int32_t k = 6; k < 12; k++) require(member, vs_finite(found.number[k]));
    require(member, within(label->quantity, 0, 1) && within(label->width, 1, label->quantity ? 1 : MOST_CLASSES));
    require(member, !label->quantity || label->deviation > 0.0f);
    if (!label->quantity && !member->damaged) label->prior = floats_of(member, (uint64_t)label->width);
    for (int32_t target = 0; target < VS_TARGETS && !member->damaged; target++) {
        const int32_t columns = found.whole[2 + target], embedded = found.whole[4 + target];
        if (!require(member, within(columns, 0, MOST_CLASSES) && within(embedded, 0, !label->quantity))) return;
        label->columns[target] = columns;
        if (embedded)
            label->embedding[target] = floats_of(member, ((uint64_t)label->width + 1) * (uint64_t)columns);
        else
            require(member, columns == 0 || columns == label->width);
    }
}

/* The walk, of as many places as `network` says. */
static void read_walk(reader *member, vs_network *network) {
    vs_walk *walk = &network->walk;
    const uint64_t dims = (uint64_t)walk->dims, places = (uint64_t)walk->places, numbers = places * dims;
    if (!places) return;
    walk->place = floats_of(member, numbers);
    walk->root = floats_of(member, numbers * dims);
    walk->correlation = floats_of(member, numbers + places);
    walk->loudness_db = floats_of(member, places);
    walk->reach = floats_of(member, dims);
    for (uint64_t k = 0; !member->damaged && k < numbers + places; k++)
        require(member, walk->correlation[k] >= 0.0f && walk->correlation[k] <= MOST_CORRELATION);
    for (uint64_t k = 0; !member->damaged && k < places; k++)
        require(member, walk->loudness_db[k] >= 0.0f && walk->loudness_db[k] <= MOST_LOUDNESS_DB);
    for (uint64_t k = 0; !member->damaged && k < dims; k++) require(member, walk->reach[k] > 0.0f);
}

static void read_network(reader *member, vs_network *network) {
    int32_t columns[VS_TARGETS] = {0}, widest = network->bins;
    network->ceiling = floats_of(member, (uint64_t)network->bins);
    for (int32_t k = 0; k < network->label_count && !member->damaged; k++) {
        read_label(member, &network->labels[k]);
        for (int32_t target = 0; target < VS_TARGETS; target++) columns[target] += network->labels[k].columns[target];
    }
    network->decoder = read_sequence(member, network->latent_dims + columns[VS_DECODER], &widest);
    network->view = read_sequence(member, network->bins, &widest);
    network->posterior = read_sequence(member, network->view.outputs + columns[VS_ENCODER], &widest);
    require(member, network->decoder.outputs == network->bins);
    require(member, network->posterior.outputs == 2 * network->latent_dims);
    for (int32_t k = 0; k < network->label_count && !member->damaged; k++) {
        vs_label *label = &network->labels[k];
        label->predictor = read_sequence(member, network->bins, &widest);
        require(member, !label->predictor.count || label->predictor.outputs == (label->quantity ? 2 : label->width));
    }
    require(member, within(network->noise_from, 0, network->decoder.count - 1));
    if (network->noise_from && !member->damaged) {
        network->noise = read_sequence(member, network->decoder.layers[network->noise_from].inputs, &widest);
        require(member, network->noise.count > 0 && network->noise.outputs == network->bins);
    }
    read_walk(member, network);
    require(member, member->left == 0 && member->layers_left == 0);
    /* Whole tiles; and one more, since rows a power of two apart would share their places in the processor's cache. */
    network->across = (widest + VS_TILE - 1) / VS_TILE * VS_TILE + VS_TILE;
}

/* ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* The periodic Hann window of M samples. */
static double hann(int32_t sample, int32_t n_fft) {
    const double value = 0.5 - 0.5 * vs_table_sine(0.25 + (double)sample / (double)n_fft);
    return value > 0.0 ? value : 0.0;
}

/* What a frame sounds by, but for a factor. With one frame a hop it is h², which makes the canonical dual; with two it
   begins late, so that a change is heard soon, and keeps the end: h^1.75, from 21/64 of the frame on, rising over 3/32
   of it. How these were found: docs/phase.md. */
static double weight(int32_t sample, int32_t n_fft, int32_t frames_a_hop) {
    const double h = hann(sample, n_fft);
    if (frames_a_hop == 1) return h * h;
    const double root = __builtin_sqrt(__builtin_sqrt(h)), risen = (sample - n_fft * 21.0 / 64.0) / (n_fft * 3.0 / 32.0);
    const double rise = risen <= 0.0 ? 0.0 : risen >= 1.0 ? 1.0 : vs_table_sine(0.25 * risen);
    return h * root * root * root * rise * rise;
}

/* The same so that frames `hop` samples apart add up to 1. */
static double share(int32_t sample, int32_t n_fft, int32_t hop, int32_t frames_a_hop) {
    double sum = 0.0;
    for (int32_t at = sample % hop; at < n_fft; at += hop) sum += weight(at, n_fft, frames_a_hop);
    return weight(sample, n_fft, frames_a_hop) / sum;
}

/* A frame has the window h from its magnitudes, so that v = share/h is what it is multiplied by. Frames of random phases
   add up by their power, and are not all in one place: mean(h²)·Σv²/hop of theirs. */
static void make_overlap(int32_t n_fft, int32_t hop, int32_t frames_a_hop, vs_overlap *overlap) {
    overlap->hop_samples = hop /= frames_a_hop;
    overlap->first = frames_a_hop == 1 ? 0 : n_fft * 21 / 64;
    overlap->length = n_fft - overlap->first;
    double frame = 0.0, sound = 0.0;
    for (int32_t n = 0; n < n_fft; n++) {
        const double part = share(n, n_fft, hop, frames_a_hop), v = part > 0.0 ? part / hann(n, n_fft) : 0.0;
        overlap->window[n] = (float)(v * (n_fft / 4.0)); /* the analysis window's 4/n_fft undone */
        frame += hann(n, n_fft) * hann(n, n_fft) / n_fft;
        sound += v * v / hop;
    }
    overlap->random_power = (float)(frame * sound);
    overlap->half_samples = -1;
    for (double changed = 0.0; changed < 0.5;) { /* the share of frames that begin with the change or later */
        overlap->half_samples++;
        changed = 0.0;
        for (int32_t at = overlap->first + overlap->half_samples; at >= overlap->first; at -= hop)
            changed += share(at, n_fft, hop, frames_a_hop);
    }
}

/* The A-weighting of power (IEC 61672-1, annex E), 1 at 1 kHz. */
static double a_weighting(double hz) {
    const double f = hz * hz, low = f + 20.6 * 20.6, high = f + 12194.0 * 12194.0;
    const double amplitude = 1.2589 * 12194.0 * 12194.0 * f * f / (low * high);
    return amplitude * amplitude / ((f + 107.7 * 107.7) * (f + 737.9 * 737.9));
}

/* The Hann window h, periodic, adds up to M/2, so h·4/M measures a sinusoid's amplitude. */
static void make_tables(vs_dimensions *dimensions, vs_tables *tables) {
    const int32_t n_fft = dimensions->n_fft, hop = dimensions->hop_samples;
    for (int32_t n = 0; n < n_fft; n++) tables->analysis_window[n] = (float)(hann(n, n_fft) * 4.0 / n_fft);
    for (int frames = 1; frames <= 2; frames++) make_overlap(n_fft, hop, frames, &tables->overlap[frames - 1]);
    const vs_overlap *pad = &tables->overlap[hop == n_fft / 4]; /* more overlap than eightfold gains nothing */
    dimensions->pad_hop_samples = pad->hop_samples;
    dimensions->pad_first_samples = pad->first;
    dimensions->pad_half_samples = pad->half_samples;
    vs_fourier_tables(n_fft, tables->fourier);
    for (int32_t k = 0; k < dimensions->bins; k++)
        tables->heard[k] = (float)a_weighting((double)k * dimensions->sample_rate_hz / n_fft);
}

/* ── opening ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static int possible(const vs_dimensions *dimensions) {
    const int32_t n_fft = dimensions->n_fft, hop = dimensions->hop_samples;
    return within(dimensions->sample_rate_hz, 1000, MOST_RATE_HZ) && within(n_fft, LEAST_FFT, MOST_FFT)
           && (n_fft & (n_fft - 1)) == 0 && (hop == n_fft / 4 || hop == n_fft / 8 || hop == n_fft / 16)
           && within(dimensions->latent_dims, 1, MOST_LATENT_DIMS) && within(dimensions->label_count, 0, MOST_LABELS);
}

/* An instrument of these dimensions, and room for the member's layers and bytes; NULL where there is no memory yet. */
static vs_instrument *lay_out(vs_pieces *memory, const vs_dimensions *dimensions, int32_t layers, size_t bytes,
                              reader *member) {
    const size_t n_fft = (size_t)dimensions->n_fft;
    vs_instrument *instrument = vs_piece(memory, sizeof(vs_instrument));
    vs_network *network = vs_piece(memory, sizeof(vs_network));
    vs_label *labels = vs_piece(memory, MOST_LABELS * sizeof(vs_label));
    vs_tables tables;
    member->layers = vs_piece(memory, (size_t)layers * sizeof(vs_layer));
    tables.analysis_window = vs_piece(memory, n_fft * sizeof(float));
    for (int frames = 1; frames <= 2; frames++) tables.overlap[frames - 1].window = vs_piece(memory, n_fft * sizeof(float));
    tables.fourier = vs_piece(memory, vs_fourier_floats(dimensions->n_fft) * sizeof(float));
    tables.heard = vs_piece(memory, (size_t)dimensions->bins * sizeof(float));
    member->at = vs_piece(memory, bytes);
    if (!instrument) return NULL;
    *network = (vs_network){.labels = labels, .label_count = dimensions->label_count,
                            .latent_dims = dimensions->latent_dims, .bins = dimensions->bins};
    *instrument = (vs_instrument){.dimensions = *dimensions, .tables = tables, .network = network};
    return instrument;
}

static vs_instrument *refused(const char *sentence, const char **why) {
    if (why) *why = sentence;
    return NULL;
}

vs_instrument *vs_open(const void *data, size_t bytes, const char **why) {
    record head;
    if (!data || bytes < BLOCK || bytes % BLOCK || bytes > MOST_BYTES) return refused(NOT_ONE, why);
    memcpy(&head, data, BLOCK);
    if (memcmp(&head, "vs-core", 7) != 0) return refused(NOT_ONE, why);
    if (!within(head.whole[1] >> 24, 1, FORMAT)) return refused(head.whole[1] >> 24 > FORMAT ? NEWER : DAMAGED, why);
    const int32_t n_fft = head.whole[3], layers = head.whole[8], places = head.whole[10];
    const float gain = head.number[7];
    const vs_dimensions dimensions = {.sample_rate_hz = head.whole[2], .n_fft = n_fft, .hop_samples = head.whole[4],
                                      .bins = n_fft / 2 + 1, .latent_dims = head.whole[5],
                                      .label_count = head.whole[6]};
    if (!possible(&dimensions) || !within(layers, 1, MOST_LAYERS) || !within(places, 0, VS_MOST_PLACES) || !(gain >= LEAST_GAIN && gain <= MOST_GAIN))
        return refused(DAMAGED, why);

    reader member = {.left = bytes, .layers_left = layers};
    vs_pieces memory = {NULL, 0};
    lay_out(&memory, &dimensions, layers, bytes, &member);
    void *allocated = malloc(memory.bytes + VS_CACHE_LINE);
    if (!allocated) return refused(NO_MEMORY, why);
    const size_t tables = memory.bytes - bytes;
    memory = vs_pieces_of(allocated);
    memset(memory.memory, 0, tables);
    vs_instrument *instrument = lay_out(&memory, &dimensions, layers, bytes, &member);
    instrument->memory = allocated;
    instrument->owners = 1;
    memcpy((void *)(uintptr_t)member.at, data, bytes);

    instrument->network->gain = gain;
    instrument->network->noise_from = head.whole[9];
    instrument->network->walk = (vs_walk){.places = places, .dims = dimensions.latent_dims};
    record_of(&member); /* the header, again */
    read_network(&member, instrument->network);
    if (member.damaged) {
        free(allocated);
        return refused(DAMAGED, why);
    }
    make_tables(&instrument->dimensions, &instrument->tables);
    return instrument;
}

void vs_close(vs_instrument *instrument) {
    if (instrument && atomic_fetch_sub(&instrument->owners, 1) == 1) free(instrument->memory);
}

vs_instrument *vs_share(vs_instrument *instrument) {
    atomic_fetch_add(&instrument->owners, 1);
    return instrument;
}

vs_dimensions vs_dimensions_of(const vs_instrument *instrument) { return instrument->dimensions; }
