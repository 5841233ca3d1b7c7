/* PortAudio's callbacks: sound is made where it is asked for, on the audio server's own thread.

       PortAudio ── vs_play(outlet) ──▶ vs_player_render ──▶ the device's channels
       PortAudio ── vs_take_in(intake) ──▶ one channel ──▶ the player's inlet

   There is no queue between the player and the device, so that nothing waits in one: a hop takes a small part of a block,
   and where it takes longer than the block, it is counted. Only the time of day is asked of the system, which no kernel
   that we know has to be entered for. */
#ifdef __linux__
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>
#endif
#include "dsp.h"
#include <stddef.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <time.h>
#endif

enum {
    OUTPUT_UNDERFLOW = 4, /* PortAudio's flag: the device ran dry before this block */
    PIECE = 1024,         /* frames that are made at once; half of vs_outlet's `stereo` */
};

static const double AVERAGE = 0.05; /* share of a new value in a moving average */

/* As in PortAudio's header: s, on a clock of its own. */
typedef struct {
    double input_adc, current, output_dac;
} stream_time;

static double now_s(void) {
#ifdef _WIN32
    LARGE_INTEGER ticks, frequency;
    QueryPerformanceCounter(&ticks), QueryPerformanceFrequency(&frequency);
    return (double)ticks.QuadPart / (double)frequency.QuadPart;
#else
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
#endif
}

static void add_duration(vs_durations *durations, double seconds) {
    if (durations->capacity) durations->seconds[durations->count % durations->capacity] = seconds;
    durations->count++;
}

/* Frames (count, 2) to those of a device; returns the loudest sample. */
static float spread(const float *stereo, int32_t count, int32_t channels, float *out) {
    float loudest = 0.0f;
    for (int32_t i = 0; i < count; i++) {
        const float left = stereo[2 * i], right = stereo[2 * i + 1];
        const float peak = (left < 0.0f ? -left : left) + (right < 0.0f ? -right : right);
        loudest = peak > loudest ? peak : loudest;
        if (channels == 1)
            out[i] = 0.5f * (left + right);
        else
            for (int32_t channel = 0; channel < channels; channel++)
                out[i * channels + channel] = channel % 2 ? right : left;
    }
    return loudest;
}

int vs_play(const void *input, void *output, unsigned long frames, const void *time_info, unsigned long flags,
            void *user) {
    (void)input;
    vs_outlet *outlet = user;
    const double began = now_s(), called_at = ((const stream_time *)time_info)->current;
#ifdef __linux__
    if (!outlet->thread_id) outlet->thread_id = syscall(SYS_gettid); /* once */
#endif
    if (outlet->called_at != 0.0) add_duration(&outlet->intervals, called_at - outlet->called_at);
    outlet->called_at = called_at;
    outlet->block = (int32_t)frames;
    float loudest = 0.0f;
    for (int32_t done = 0; done < outlet->block;) {
        const int32_t left = outlet->block - done, count = left < PIECE ? left : PIECE;
        vs_player_render(outlet->player, count, outlet->stereo);
        const float peak = spread(outlet->stereo, count, outlet->channels, (float *)output + done * outlet->channels);
        loudest = peak > loudest ? peak : loudest;
        done += count;
    }
    if (outlet->first_sound_at == 0.0 && loudest > 0.0f) outlet->first_sound_at = called_at;
    const double took = now_s() - began, lasts = outlet->block / outlet->rate_hz;
    add_duration(&outlet->renders, took);
    outlet->load += AVERAGE * (took / lasts - outlet->load);
    if (!vs_player_silent(outlet->player)) {
        const int late = took > lasts;
        outlet->late += late;
        outlet->underruns += late || (flags & OUTPUT_UNDERFLOW);
    }
    return 0; /* go on */
}

int vs_take_in(const void *input, void *output, unsigned long frames, const void *time_info, unsigned long flags,
               void *user) {
    (void)output, (void)time_info, (void)flags;
    vs_intake *intake = user;
    const float *samples = input;
    float mixed[256];
    for (unsigned long done = 0; done < frames;) {
        int32_t count = 0;
        for (; count < 256 && done < frames; count++, done++) {
            float sum = 0.0f;
            for (int32_t channel = 0; channel < intake->channels; channel++) sum += *samples++;
            mixed[count] = sum / (float)intake->channels;
        }
        vs_ring_write(intake->ring, mixed, count);
    }
    intake->calls++;
    return 0;
}
