/* A sound file that is heard beside the instrument, or without one: the audio thread's half.

   A thread of the host's decodes, mixes to one channel and resamples into a ring of a few seconds. Sounds change hands
   by atomic pointers::

       play ──▶ coming ──▶ audio thread: sounding ──▶ leaving, fading out ──▶ heard ──▶ collect: released
                               ▲
       host's thread ──── ring of each

   `coming` has room for one: a sound that is still in it when the next one is played was never heard, and whoever takes
   it out again releases it. `heard` is a stack that the audio thread alone puts sounds on, and that is taken as a whole
   or not at all, so that no sound can come back to its place in the meantime. The audio thread releases nothing. A
   sound is counted once for whoever fills it and once for the audition, so that neither needs to know when the other is
   ready. */
#include "dsp.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define BUFFER_S 4.0
#define READY_S 0.1 /* seconds in the ring before a sound begins, so that a slow disk does not tear it */
#define FADE_IN_S 0.002 /* short enough for an attack to stay one */
#define FADE_OUT_S 0.02
#define PIECE 256 /* samples at once */
#define UNKNOWN INT64_MAX

struct vs_sound {
    vs_ring *ring;
    _Atomic int32_t users;
    _Atomic int32_t whole, over; /* no more comes; nothing more will be heard */
    _Atomic int64_t played;
    int32_t ready, fade_in, fade_out; /* samples */
    /* The audio thread's own: */
    int32_t left;   /* whether it fades out because it was stopped */
    int64_t until;  /* how many samples will have been played in the end */
    vs_sound *next; /* of those that leave, or of those that were heard */
};

struct vs_audition {
    _Atomic(vs_sound *) coming, heard;
    vs_sound *sounding, *leaving; /* the audio thread's own */
    vs_sound nothing;             /* in `coming`: an order to be silent */
};

/* ── a sound ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static int32_t samples_of(double seconds, int32_t sample_rate_hz) {
    const int32_t samples = (int32_t)(seconds * sample_rate_hz + 0.5);
    return samples > 1 ? samples : 1;
}

vs_sound *vs_sound_new(int32_t sample_rate_hz) {
    if (sample_rate_hz < 1 || sample_rate_hz > 1 << 24) return NULL;
    vs_sound *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->ring = vs_ring_new(samples_of(BUFFER_S, sample_rate_hz), 1);
    if (!made->ring) {
        free(made);
        return NULL;
    }
    made->ready = samples_of(READY_S, sample_rate_hz);
    made->fade_in = samples_of(FADE_IN_S, sample_rate_hz);
    made->fade_out = samples_of(FADE_OUT_S, sample_rate_hz);
    made->until = UNKNOWN;
    atomic_init(&made->users, 1);
    return made;
}

void vs_sound_release(vs_sound *sound) {
    if (!sound || atomic_fetch_sub(&sound->users, 1) > 1) return;
    vs_ring_free(sound->ring);
    free(sound);
}

int32_t vs_sound_write(vs_sound *sound, const float *samples, int32_t count) {
    return vs_ring_write(sound->ring, samples, count);
}

void vs_sound_finish(vs_sound *sound) { atomic_store(&sound->whole, 1); }
int32_t vs_sound_over(const vs_sound *sound) { return atomic_load(&sound->over); }
int64_t vs_sound_played(const vs_sound *sound) { return atomic_load(&sound->played); }

/* The gain of a sample, by its number. */
static float gain_at(const vs_sound *sound, int64_t number) {
    const float up = (float)(number + 1) / (float)sound->fade_in;
    const float down = (float)(sound->until - number - 1) / (float)sound->fade_out;
    const float gain = up < down ? up : down;
    return gain < 1.0f ? gain : 1.0f;
}

/* Add the next samples to frames (count, channels), faded at both ends; nothing while the ring is not ready. */
static void add(vs_sound *sound, int32_t leaving, float *frames, int32_t count, int32_t channels) {
    const int32_t whole = atomic_load(&sound->whole); /* before the ring: what is in it then is all */
    const int32_t fill = vs_ring_fill(sound->ring);
    int64_t played = atomic_load(&sound->played);
    if (leaving && !sound->left) {
        const int64_t end = played + (fill < sound->fade_out ? fill : sound->fade_out);
        sound->left = 1;
        sound->until = played == 0 ? 0 : end < sound->until ? end : sound->until;
    } else if (whole && sound->until == UNKNOWN) {
        sound->until = played + fill;
    }
    if (sound->until == UNKNOWN && played == 0 && fill < sound->ready) return;
    float samples[PIECE];
    while (count > 0) {
        const int64_t rest = sound->until - played;
        int32_t had = count < PIECE ? count : PIECE;
        if (had > rest) had = (int32_t)rest;
        had = vs_ring_read(sound->ring, samples, had);
        if (had < 1) break;
        for (int32_t i = 0; i < had; i++) {
            const float sample = samples[i] * gain_at(sound, played + i);
            for (int32_t channel = 0; channel < channels; channel++) frames[i * channels + channel] += sample;
        }
        played += had;
        frames += (size_t)had * (size_t)channels;
        count -= had;
    }
    atomic_store(&sound->played, played);
    if (played >= sound->until) atomic_store(&sound->over, 1);
}

/* ── the audition ────────────────────────────────────────────────────────────────────────────────────────────────── */

vs_audition *vs_audition_new(void) { return calloc(1, sizeof(vs_audition)); }

/* Release a list. */
static void release_all(vs_sound *sounds) {
    while (sounds) {
        vs_sound *next = sounds->next;
        vs_sound_release(sounds);
        sounds = next;
    }
}

/* Nobody has heard it, nor will. */
static void withdraw(vs_audition *audition, vs_sound *sound) {
    if (!sound || sound == &audition->nothing) return;
    atomic_store(&sound->over, 1);
    vs_sound_release(sound);
}

void vs_audition_free(vs_audition *audition) {
    if (!audition) return;
    vs_audition_cut(audition);
    vs_audition_collect(audition);
    free(audition);
}

void vs_audition_play(vs_audition *audition, vs_sound *sound) {
    if (sound) atomic_fetch_add(&sound->users, 1);
    withdraw(audition, atomic_exchange(&audition->coming, sound ? sound : &audition->nothing));
    vs_audition_collect(audition);
}

void vs_audition_collect(vs_audition *audition) { release_all(atomic_exchange(&audition->heard, NULL)); }

/* Nothing more of a sound will be heard; another thread releases it. */
static void retire(vs_audition *audition, vs_sound *sound) {
    atomic_store(&sound->over, 1);
    sound->next = atomic_load(&audition->heard);
    /* Fails only where all have just been taken, or for no reason: then the stack is short or as it was. */
    while (!atomic_compare_exchange_weak(&audition->heard, &sound->next, sound)) {}
}

/* What was ordered since the last call: the present sound leaves. */
static void receive(vs_audition *audition) {
    if (!atomic_load(&audition->coming)) return;
    vs_sound *coming = atomic_exchange(&audition->coming, NULL);
    if (audition->sounding) {
        audition->sounding->next = audition->leaving;
        audition->leaving = audition->sounding;
    }
    audition->sounding = coming == &audition->nothing ? NULL : coming;
}

int32_t vs_audition_silent(const vs_audition *audition) {
    const vs_sound *coming = atomic_load(&audition->coming);
    return !audition->sounding && !audition->leaving && (!coming || coming == &audition->nothing);
}

void vs_audition_add(vs_audition *audition, float *frames, int32_t count, int32_t channels) {
    receive(audition);
    for (vs_sound **place = &audition->leaving; *place;) {
        vs_sound *sound = *place;
        add(sound, 1, frames, count, channels);
        if (vs_sound_over(sound)) {
            *place = sound->next;
            retire(audition, sound);
        } else {
            place = &sound->next;
        }
    }
    if (audition->sounding) {
        add(audition->sounding, 0, frames, count, channels);
        if (vs_sound_over(audition->sounding)) {
            retire(audition, audition->sounding);
            audition->sounding = NULL;
        }
    }
}

void vs_audition_cut(vs_audition *audition) {
    receive(audition);
    while (audition->leaving) {
        vs_sound *sound = audition->leaving;
        audition->leaving = sound->next;
        retire(audition, sound);
    }
    if (audition->sounding) retire(audition, audition->sounding);
    audition->sounding = NULL;
}
