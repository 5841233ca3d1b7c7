/* Everything that the core does with an instrument, with numbers that nobody should give it: run under sanitizers.

   exercise MEMBER…    prints how many samples were made and how many of them were not finite.
   exercise beyond     gives the core less memory than it says, which a sanitizer must notice. */
#include "dsp.h"
#include "member.h"
#include <math.h>
#include <string.h>

#define VOICES 5
#define HOPS 60

static uint64_t chance = 0x9e3779b97f4a7c15u;
static int64_t samples, not_finite;

static void check(const float *made, size_t count) {
    for (size_t i = 0; i < count; i++) not_finite += !isfinite(made[i]);
    samples += (int64_t)count;
}

static float *numbers(size_t count) {
    float *made = calloc(count ? count : 1, sizeof *made);
    if (!made) exit(2);
    return made;
}

/* Mostly ordinary, at times anything that a float can be. */
static float hostile(void) {
    static const float odd[] = {NAN, INFINITY, -INFINITY, 3e38f, -3e38f, 1e-42f, -0.0f, 0.0f, 1e9f, 2147483648.0f, -1.0f};
    const uint32_t kind = random_below(&chance, 16);
    if (kind == 0) return odd[random_below(&chance, sizeof odd / sizeof *odd)];
    if (kind == 1) {
        const uint32_t bits = random_bits(&chance);
        float any;
        memcpy(&any, &bits, sizeof any);
        return any;
    }
    return 4.0f * random_unit(&chance);
}

static void fill(float *values, size_t count) {
    for (size_t i = 0; i < count; i++) values[i] = hostile();
}

static void sound_voices(const vs_instrument *instrument, int32_t lookahead) {
    const vs_dimensions size = vs_dimensions_of(instrument);
    const size_t dims = (size_t)size.latent_dims, labels = (size_t)size.label_count, hop = (size_t)size.hop_samples;
    vs_voices *voices = vs_voices_new(instrument, VOICES, lookahead, 1);
    float *point = numbers(VOICES * dims), *label = numbers(VOICES * labels), *noise = numbers(VOICES);
    float *out = numbers(VOICES * hop), *magnitudes = numbers((size_t)size.bins), *shares = numbers((size_t)size.bins);
    if (!voices) exit(2);
    for (int32_t v = 0; v < VOICES; v++) vs_voices_reset(voices, v, random_bits(&chance));
    for (int32_t h = 0; h < HOPS; h++) {
        int32_t which[VOICES];
        const int32_t first = (int32_t)random_below(&chance, VOICES), count = 1 + (int32_t)random_below(&chance, VOICES);
        for (int32_t v = 0; v < count; v++) which[v] = (first + v) % VOICES;
        fill(point, VOICES * dims), fill(label, VOICES * labels), fill(noise, VOICES);
        vs_decode(voices, count, which, point, label, noise, (int32_t)random_below(&chance, 2), out);
        check(out, (size_t)count * hop);
        fill(magnitudes, (size_t)size.bins);
        fill(shares, (size_t)size.bins);
        vs_voices_bend(voices, first, h % 2 ? 1000.0f * hostile() : 0.0f);
        vs_voices_hop(voices, first, magnitudes, h % 3 ? shares : NULL, hostile(), (int32_t)random_below(&chance, 2),
                      out);
        check(out, hop);
        vs_voices_copy(voices, first, (first + 1) % VOICES);
        if (h % 7 == 0) vs_voices_reset(voices, first, (uint32_t)h);
    }
    vs_voices_free(voices);
    free(point), free(label), free(noise), free(out), free(magnitudes), free(shares);
}

static void analyse(const vs_instrument *instrument) {
    const vs_dimensions size = vs_dimensions_of(instrument);
    const size_t dims = (size_t)size.latent_dims, labels = (size_t)size.label_count, hop = (size_t)size.hop_samples;
    vs_analysis *analysis = vs_analysis_new(instrument);
    float *sound = numbers(hop), *label = numbers(labels), *place = numbers(dims), *completed = numbers(labels);
    float *variance = numbers(dims), *scale = numbers(dims), *offset = numbers(dims), *out = numbers(hop);
    if (!analysis) exit(2);
    for (int32_t h = 0; h < HOPS; h++) {
        fill(sound, hop), fill(label, labels), fill(scale, dims), fill(offset, dims);
        if (h % 2) {
            vs_encode(analysis, sound, label, place, completed, h % 3 ? variance : NULL);
            check(place, dims);
        } else {
            vs_transfer(analysis, sound, label, scale, offset, out);
            check(out, hop);
        }
        if (h % 11 == 0) vs_analysis_reset(analysis);
    }
    vs_analysis_free(analysis);
    free(sound), free(label), free(place), free(completed), free(variance), free(scale), free(offset), free(out);
}

static void listen_live(const vs_instrument *instrument) {
    const vs_dimensions size = vs_dimensions_of(instrument);
    const size_t dims = (size_t)size.latent_dims, labels = (size_t)size.label_count, hop = (size_t)size.hop_samples;
    static const int32_t rates_hz[] = {8000, 44100, 48000, 192000};
    float *scale = numbers(dims), *offset = numbers(dims), *label = numbers(labels), *place = numbers(dims + labels);
    float *kept = numbers(hop), *dry = numbers(hop), *gate = numbers(hop), *in = numbers(6000);
    for (size_t k = 0; k < sizeof rates_hz / sizeof *rates_hz; k++) {
        vs_live_input *live = vs_live_input_new(instrument, (int32_t)(k % 2), rates_hz[k]);
        vs_ring *ring = vs_ring_new(5000, 1);
        if (!live || !ring) exit(2);
        for (int32_t h = 0; h < HOPS; h++) {
            const int32_t count = (int32_t)random_below(&chance, 6000);
            fill(in, (size_t)count), fill(scale, dims), fill(offset, dims), fill(label, labels);
            vs_ring_write(ring, in, count);
            const vs_live_controls controls = {scale, offset, label, 0.1f, 0.05f, h % 3 == 0};
            vs_live_input_hop(live, ring, &controls, place, kept, dry, gate);
            check(dry, hop), check(gate, hop);
            if (controls.keeps_phase) check(kept, hop);
            else check(place, dims);
        }
        vs_live_input_free(live);
        vs_ring_free(ring);
    }
    free(scale), free(offset), free(label), free(place), free(kept), free(dry), free(gate), free(in);
}

/* Blocks of odd sizes through what stands before the sound card. */
static void pass_on(void) {
    static const int32_t blocks[] = {1, 2, 3, 63, 64, 65, 511, 1000, 4097, 0};
    static const int32_t rates_hz[][2] = {{44100, 48000}, {48000, 44100}, {1000, 192000}, {192000, 8000}, {44100, 44100}};
    float *frames = numbers(2 * 8192), *gains = numbers(8192), *out = numbers(2 * 8192);
    for (size_t k = 0; k < sizeof rates_hz / sizeof *rates_hz; k++)
        for (int32_t channels = 1; channels <= 2; channels++) {
            vs_resampler *resampler = vs_resampler_new(rates_hz[k][0], rates_hz[k][1], channels, 4096);
            vs_limiter *limiter = vs_limiter_new(rates_hz[k][1], channels);
            vs_ring *ring = vs_ring_new(4096, channels);
            vs_history *history = vs_history_new(1000, channels);
            if (!resampler || !limiter || !ring || !history) exit(2);
            for (size_t b = 0; b < 8 * sizeof blocks / sizeof *blocks; b++) {
                const int32_t block = blocks[b % (sizeof blocks / sizeof *blocks)];
                fill(frames, (size_t)(block * channels)), fill(gains, (size_t)block);
                vs_limiter_run(limiter, frames, gains, block);
                check(frames, (size_t)(block * channels));
                vs_resampler_push(resampler, frames, block);
                const int32_t made = vs_resampler_pull(resampler, out, block);
                check(out, (size_t)(made * channels));
                vs_ring_write(ring, out, made);
                const int32_t heard = vs_ring_read(ring, out, block / 2);
                vs_ring_drop(ring, block / 3);
                vs_history_write(history, out, heard, b % 2 ? 1 : channels);
                vs_history_read(history, vs_history_written(history) - block, out, block);
                if (b % 5 == 0) vs_limiter_fall(limiter, vs_limiter_lookahead(limiter), out, block);
                if (b % 13 == 0) vs_resampler_reset(resampler), vs_limiter_reset(limiter);
            }
            vs_resampler_free(resampler);
            vs_limiter_free(limiter);
            vs_ring_free(ring);
            vs_history_free(history);
        }
    free(frames), free(gains), free(out);
}

static void audition(void) {
    vs_audition *heard = vs_audition_new();
    float *frames = numbers(2 * 700), *written = numbers(700);
    if (!heard) exit(2);
    for (int32_t k = 0; k < 12; k++) {
        vs_sound *sound = vs_sound_new(44100);
        if (!sound) exit(2);
        vs_audition_play(heard, sound);
        for (int32_t b = 0; b < 9; b++) {
            const int32_t count = 1 + (int32_t)random_below(&chance, 699);
            for (int32_t i = 0; i < count; i++) written[i] = random_unit(&chance);
            vs_sound_write(sound, written, count);
            memset(frames, 0, 2 * 700 * sizeof *frames);
            vs_audition_add(heard, frames, count, 1 + k % 2);
            check(frames, 2 * 700);
        }
        if (k % 3) vs_sound_finish(sound);
        if (k % 4 == 0) vs_audition_cut(heard);
        vs_sound_release(sound);
        vs_audition_collect(heard);
    }
    vs_audition_play(heard, NULL);
    vs_audition_free(heard);
    free(frames), free(written);
}

static void write_beyond(void) {
    vs_limiter *limiter = vs_limiter_new(44100.0, 1);
    float *frames = numbers(100), *gains = numbers(101);
    if (limiter) vs_limiter_run(limiter, frames, gains, 101);
    vs_limiter_free(limiter);
    free(frames), free(gains);
}

int main(int count, char **paths) {
    if (count == 2 && !strcmp(paths[1], "beyond")) return write_beyond(), 0;
    for (int k = 1; k < count; k++) {
        size_t bytes;
        unsigned char *member = read_file(paths[k], &bytes);
        const char *why = NULL;
        vs_instrument *instrument = vs_open(member, bytes, &why);
        free(member);
        if (!instrument) return fprintf(stderr, "%s: %s\n", paths[k], why), 2;
        sound_voices(instrument, 0), sound_voices(instrument, 1);
        analyse(instrument);
        listen_live(instrument);
        vs_close(instrument);
    }
    pass_on();
    audition();
    vs_close(NULL), vs_voices_free(NULL), vs_analysis_free(NULL);
    printf("%lld samples, %lld not finite\n", (long long)samples, (long long)not_finite);
    return 0;
}
