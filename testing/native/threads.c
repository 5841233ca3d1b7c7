/* A player used by all of its threads at once: run under ThreadSanitizer.

   One thread renders as an audio callback does. Another does what a host does: moves, notes, panics, another part, live
   input, a sound file. A third writes the live input; a fourth reads what was heard, as a recorder does.

   threads MEMBER SWAPS    prints how many frames were rendered, and how many samples were not finite. */
#include "dsp.h"
#include "member.h"
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

#define RATE_HZ 48000
#define MOST_BLOCK 512
#define KEPT_S 600 /* more than is rendered: a copy that the writer overtakes is a race by design, found out afterwards */

static vs_player *player;
static vs_history *history;
static atomic_int over;
static int64_t rendered, not_finite;

static void pause_us(long us) {
    const struct timespec time = {0, 1000 * us};
    nanosleep(&time, NULL);
}

static void *render(void *unused) {
    static float out[2 * MOST_BLOCK];
    uint64_t chance = 1;
    while (!atomic_load(&over)) {
        const int32_t count = 1 + (int32_t)random_below(&chance, MOST_BLOCK);
        vs_player_render(player, count, out);
        for (int32_t i = 0; i < 2 * count; i++) not_finite += !isfinite(out[i]);
        rendered += count;
        vs_player_silent(player);
        pause_us(50);
    }
    return unused;
}

static void *sound_comes_in(void *inlet) {
    float in[300];
    uint64_t chance = 2;
    while (!atomic_load(&over)) {
        for (int i = 0; i < 300; i++) in[i] = 0.5f * random_unit(&chance);
        vs_ring_write(inlet, in, 300);
        pause_us(300);
    }
    return NULL;
}

static void *record(void *unused) {
    static float heard[2 * 1000];
    int64_t at = 0;
    while (!atomic_load(&over)) {
        const int64_t oldest = vs_history_oldest(history), written = vs_history_written(history);
        if (at < oldest) at = oldest;
        const int32_t count = (int32_t)(written - at < 1000 ? written - at : 1000);
        if (count > 0 && vs_history_read(history, at, heard, count) == 1) at += count;
        pause_us(400);
    }
    return unused;
}

static vs_targets some_targets(const vs_dimensions *size, uint64_t *chance) {
    vs_targets targets = {.gain = 0.5, .smoothing_s = 0.02, .attack_s = 0.01, .decay_s = 0.1, .sustain = 0.5,
                          .release_s = 0.05, .noise = 0.5, .input_mix = 0.5, .input_opens = 0.01, .input_shuts = 0.005,
                          .most_notes = 6};
    targets.playing = random_below(chance, 4) > 0;
    targets.phase_mode = (int32_t)random_below(chance, 2);
    targets.life = random_below(chance, 2), targets.even = random_below(chance, 2);
    targets.freeze = random_below(chance, 4) == 0;
    targets.bend = random_below(chance, 2) ? 200.0 * random_unit(chance) : 0.0;
    targets.spread = random_below(chance, 2) ? 0.2 : 0.0;
    targets.input = random_below(chance, 2) == 0;
    targets.input_phase = random_below(chance, 2) == 0;
    for (int32_t k = 0; k < size->latent_dims; k++)
        targets.point[k] = random_unit(chance), targets.input_scale[k] = 1.0f, targets.input_offset[k] = 0.0f;
    for (int32_t k = 0; k < VS_MOST_LABELS; k++) targets.labels[k] = targets.input_labels[k] = NAN;
    return targets;
}

int main(int arguments, char **values) {
    if (arguments != 3) return 2;
    size_t bytes;
    unsigned char *member = read_file(values[1], &bytes);
    const int swaps = atoi(values[2]);
    player = vs_player_new(RATE_HZ);
    history = vs_history_new(KEPT_S * RATE_HZ, 2);
    if (!player || !history) return 2;
    vs_player_record(player, history);
    pthread_t audio, input, recorder;
    pthread_create(&audio, NULL, render, NULL);
    pthread_create(&input, NULL, sound_comes_in, vs_player_inlet(player));
    pthread_create(&recorder, NULL, record, NULL);

    uint64_t chance = 3;
    int32_t panics = 0;
    for (int swap = 0; swap < swaps; swap++) {
        vs_instrument *instrument = vs_open(member, bytes, NULL);
        if (!instrument) return 2;
        const vs_dimensions size = vs_dimensions_of(instrument);
        vs_part *part = vs_part_new(instrument, swap % 2, 1.0, size.label_count ? 0 : -1, -1, RATE_HZ);
        vs_close(instrument); /* the part keeps it open */
        if (!part) return 2;
        const float somewhere[VS_MOST_DIMS] = {0}, unknown[VS_MOST_LABELS] = {0};
        vs_part_even(part, somewhere, unknown);
        vs_targets targets = some_targets(&size, &chance);
        targets.panics = panics;
        const int64_t number = vs_player_swap(player, part, &targets);
        vs_player_listen(player, swap % 3 ? 44100 : 0);
        vs_sound *sound = vs_sound_new(44100);
        if (!sound) return 2;
        vs_audition_play(vs_player_audition(player), sound);
        for (int step = 0; step < 40; step++) {
            float written[200];
            for (int i = 0; i < 200; i++) written[i] = 0.2f * random_unit(&chance);
            vs_sound_write(sound, written, 200);
            targets = some_targets(&size, &chance);
            targets.part = number;
            targets.panics = panics += random_below(&chance, 20) == 0;
            vs_player_set(player, &targets);
            const vs_note note = {(int32_t)random_below(&chance, 5), 60 + (int32_t)random_below(&chance, 12), 0,
                                  0.8f, random_unit(&chance), 0.0f, 0.0f, 60, 100.0f * random_unit(&chance)};
            vs_player_note(player, &note);
            const vs_meters meters = vs_player_meters(player);
            if (meters.voices < 0 || !isfinite(meters.peak)) return 3;
            pause_us(500);
        }
        vs_sound_finish(sound);
        vs_sound_release(sound);
        vs_audition_collect(vs_player_audition(player));
        vs_player_tidy(player);
    }
    atomic_store(&over, 1);
    pthread_join(audio, NULL), pthread_join(input, NULL), pthread_join(recorder, NULL);
    vs_player_free(player);
    vs_history_free(history);
    free(member);
    printf("%lld frames, %lld not finite\n", (long long)rendered, (long long)not_finite);
    return 0;
}
