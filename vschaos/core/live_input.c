/* Live sound in: what the instrument makes of it moves the pad's voice.

       input ring ─▶ resampler ─▶ gate ─▶ encode ─▶ coordinates · scale + offset ─▶ pad's voice ─┐
                                     └──────────▶ as late as the voice ──────────────────────────┴─ mix ─▶

   While the pad is where the instrument starts, the offset is 0 and coordinates are those of the input. Where the
   input's phase is to be kept, the sound is made here and not by the voice, whose phases are its own.

   A device's blocks need not fit our hops: before the first hop SLACK samples more are waited for than it needs. Where
   the device's clock is the faster one, or the input was not asked for, sound piles up: beyond MOST_WAITING it is late
   sound, and all but the latest is dropped. */
#include "core.h"
#include "dsp.h"
#include "numbers.h"
#include <stdlib.h>
#include <string.h>

#define GATE_S 0.008
#define FARTHEST 1.5f /* coordinates that a loud or strange input leads to are bounded by this */
#define SLACK 512
#define MOST_WAITING 4096
#define PIECE 512 /* frames at once */

struct vs_live_input {
    vs_dimensions dimensions;
    vs_analysis *analysis;
    vs_resampler *resampler;
    int32_t begun, open; /* whether sound flows, and through the gate */
    vs_glide gate;
    int32_t most_waiting, waiting_count;
    int32_t most_in;  /* frames in the ring beyond which the oldest are dropped */
    int32_t late, late_kept; /* by how many samples the pad's voice, and a sound with its own phase, is late */
    float *waiting;   /* (most_waiting,) */
    float *piece;     /* (PIECE,) */
    int32_t most_late; /* the larger of them */
    float *sound;     /* (most_late + hop,), what comes in last in the end */
    float *gates;     /* (most_late + hop,), the same of the gate */
};

vs_live_input *vs_live_input_new(const vs_instrument *instrument, int32_t lookahead, int32_t rate_hz) {
    vs_live_input *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->dimensions = vs_dimensions_of(instrument);
    const int32_t hop = made->dimensions.hop_samples, rate_out_hz = made->dimensions.sample_rate_hz;
    made->gate.decay = vs_decay(GATE_S * rate_out_hz);
    made->most_waiting = hop + MOST_WAITING;
    const vs_overlap *pad = &instrument->tables.overlap[hop / made->dimensions.pad_hop_samples - 1];
    made->late_kept = made->dimensions.n_fft - hop;
    made->late = made->late_kept - pad->first + lookahead * pad->hop_samples;
    made->most_late = made->late > made->late_kept ? made->late : made->late_kept;
    made->analysis = vs_analysis_new(instrument);
    made->resampler = vs_resampler_new(rate_hz, rate_out_hz, 1, PIECE);
    const size_t row = (size_t)(made->most_late + hop);
    made->waiting = malloc(((size_t)made->most_waiting + PIECE + 2 * row) * sizeof(float));
    if (!made->analysis || !made->resampler || !made->waiting) {
        vs_live_input_free(made);
        return NULL;
    }
    made->most_in = (int32_t)((int64_t)made->most_waiting * rate_hz / rate_out_hz);
    made->piece = made->waiting + made->most_waiting;
    made->sound = made->piece + PIECE;
    made->gates = made->sound + row;
    vs_live_input_reset(made);
    return made;
}

void vs_live_input_free(vs_live_input *live) {
    if (!live) return;
    vs_analysis_free(live->analysis);
    vs_resampler_free(live->resampler);
    free(live->waiting);
    free(live);
}

void vs_live_input_reset(vs_live_input *live) {
    const size_t row = (size_t)(live->most_late + live->dimensions.hop_samples);
    vs_analysis_reset(live->analysis);
    vs_resampler_reset(live->resampler);
    live->begun = live->open = 0;
    live->gate.value = 0.0;
    live->waiting_count = 0;
    memset(live->sound, 0, 2 * row * sizeof(float));
}

/* Drop all but the latest `count` samples that wait. */
static void keep(vs_live_input *live, int32_t count) {
    if (live->waiting_count <= count) return;
    memmove(live->waiting, live->waiting + live->waiting_count - count, (size_t)count * sizeof(float));
    live->waiting_count = count;
}

/* Everything in the ring to the instrument's rate; what is not finite is silence. */
static void receive(vs_live_input *live, vs_ring *ring) {
    const int32_t enough = live->dimensions.hop_samples + SLACK;
    if (!ring) return;
    vs_ring_drop(ring, vs_ring_fill(ring) - live->most_in);
    /* What is there now, and not what comes meanwhile. */
    for (int32_t fill = vs_ring_fill(ring), count; fill > 0; fill -= count) {
        count = vs_ring_read(ring, live->piece, fill < PIECE ? fill : PIECE);
        for (int32_t i = 0; i < count; i++)
            if (!vs_finite(live->piece[i])) live->piece[i] = 0.0f;
        vs_resampler_push(live->resampler, live->piece, count);
        for (int32_t ready; (ready = vs_resampler_ready(live->resampler)) > 0;) {
            if (live->waiting_count == live->most_waiting) keep(live, enough);
            const int32_t room = live->most_waiting - live->waiting_count;
            live->waiting_count += vs_resampler_pull(live->resampler, live->waiting + live->waiting_count,
                                                     ready < room ? ready : room);
        }
    }
}

/* One hop of samples (hop,), within ±1. */
static void next_hop(vs_live_input *live, float *sound) {
    const int32_t hop = live->dimensions.hop_samples;
    live->begun = live->waiting_count >= hop + (live->begun ? 0 : SLACK);
    if (!live->begun) {
        memset(sound, 0, (size_t)hop * sizeof *sound);
        return;
    }
    for (int32_t i = 0; i < hop; i++) sound[i] = vs_most(vs_least(live->waiting[i], 1.0f), -1.0f);
    keep(live, live->waiting_count - hop);
}

float vs_live_input_hop(vs_live_input *live, vs_ring *ring, const vs_live_controls *controls, float *place, float *kept,
                        float *dry, float *gate) {
    const int32_t hop = live->dimensions.hop_samples, dims = live->dimensions.latent_dims, late = live->most_late;
    const int32_t begin = late - (controls->keeps_phase ? live->late_kept : live->late);
    float *sound = live->sound + late, *gains = live->gates + late, peak = 0.0f;
    receive(live, ring);
    next_hop(live, sound);
    for (int32_t i = 0; i < hop; i++) peak = vs_most(vs_magnitude_of(sound[i]), peak);
    live->open = peak > (live->open ? controls->gate_shuts : controls->gate_opens);
    vs_glide_run(&live->gate, live->open ? 1.0 : 0.0, gains, hop);
    for (int32_t i = 0; i < hop; i++) sound[i] *= gains[i];
    memcpy(dry, live->sound + begin, (size_t)hop * sizeof *dry);
    memcpy(gate, live->gates + begin, (size_t)hop * sizeof *gate);
    if (controls->keeps_phase) {
        vs_transfer(live->analysis, sound, controls->labels, controls->scale, controls->offset, kept);
    } else {
        vs_encode(live->analysis, sound, controls->labels, place, place + dims, NULL);
        for (int32_t k = 0; k < dims; k++)
            place[k] = vs_most(vs_least(place[k] * controls->scale[k] + controls->offset[k], FARTHEST), -FARTHEST);
    }
    memmove(live->sound, live->sound + hop, (size_t)late * sizeof *sound);
    memmove(live->gates, live->gates + hop, (size_t)late * sizeof *gains);
    return peak;
}
