/* Attacks begin at one moment: what is new in a frame is silent before it. Derivation, and where every number comes from:
   vschaos/transforms/attacks.py, of which this is the same function; tests hold it to that.

   How much louder what is new is in the second frame tells when it began:

       window, two frames     ___/‾‾‾\___               the magnitudes of an impulse are sin²(x) and sin²(x + π·hop/n_fft),
                                 ___/‾‾‾\___            x·n_fft/π samples before the first of them ends
       sound                          |~~~~~~

   In the second frame, and in those after it that still contain the moment, the new part of the spectrum is transformed
   back by itself, and what sounds of it before the moment is taken away. */
#include <math.h>
#include <string.h>

#include "core.h"
#include "numbers.h"

#define AROUND 8              /* bins to both sides whose power counts for a bin */
#define QUIET 1e-12f          /* is added to it */
#define LEAST_SHARE 1e-3      /* of a frame's power, and in all: what is new and less than this is no attack */
#define LEAST_POWER 1e-10
#define AGAIN 20.0f           /* where the new power grows by this factor, the moment is found again */
#define NARROW 24.0f          /* bins that a note at most spreads over; twice as many surely are an attack */
#define EARLY 0.1             /* hops from where a sound begins to where an impulse would be as loud */
#define TAKEN 0.8             /* of its power in a frame at most */
#define RAMP 64.0f            /* samples in which what is new rises */

vs_attack_rules vs_attack_rules_of(int32_t n_fft, int32_t hop_samples) {
    const double turns = 0.5 * hop_samples / n_fft;
    return (vs_attack_rules){
        .n_fft = n_fft,
        .bins = n_fft / 2 + 1,
        .hop_samples = hop_samples,
        .latest = (float)(0.5 * n_fft - (1.0 + EARLY) * hop_samples),
        .cosine = (float)vs_table_sine(turns + 0.25),
        .sine = (float)vs_table_sine(turns),
    };
}

void vs_attack_pieces(vs_attack *attack, int32_t bins, vs_pieces *pieces) {
    attack->last = vs_float_piece(pieces, (size_t)bins);
    attack->before = vs_float_piece(pieces, (size_t)bins);
}

void vs_attack_reset(vs_attack *attack, int32_t bins) {
    memset(attack->last, 0, sizeof(float) * (size_t)bins);
    attack->place = attack->power = attack->certain = 0.0f;
}

void vs_attack_copy(vs_attack *to, const vs_attack *from, int32_t bins) {
    memcpy(to->last, from->last, sizeof(float) * (size_t)bins);
    memcpy(to->before, from->before, sizeof(float) * (size_t)bins);
    to->place = from->place, to->power = from->power, to->certain = from->certain;
}

/* Mean power of the bins around each. */
static void around(int32_t bins, const float *restrict power, float *restrict mean) {
    memset(mean, 0, sizeof(float) * (size_t)bins);
    for (int32_t away = -AROUND; away <= AROUND; away++) {
        const int32_t first = away < 0 ? -away : 0, end = away > 0 ? bins - away : bins;
        for (int32_t k = first; k < end; k++) mean[k] += power[k + away];
    }
    for (int32_t k = 0; k < bins; k++) {
        const int32_t below = k < AROUND ? k : AROUND, above = bins - 1 - k < AROUND ? bins - 1 - k : AROUND;
        mean[k] = mean[k] / (float)(below + 1 + above) + QUIET;
    }
}

void vs_surge(int32_t bins, vs_surge_scratch *scratch) {
    float *restrict surge = scratch->surge, *restrict past = scratch->around;
    around(bins, scratch->before, past);
    around(bins, scratch->now, surge);
    for (int32_t k = 0; k < bins; k++)
        surge[k] = vs_most(vs_least((vs_log(surge[k] / past[k]) - 2.0f) * (1.0f / 1.5f), 1.0f), 0.0f);
}

/* Power around a bin grows by 2 nepers only where a magnitude grows by more than 1. */
static int rises(int32_t bins, const float *restrict now, const float *restrict before) {
    int any = 0;
    for (int32_t k = 0; k < bins; k++) any |= now[k] > 2.7f * before[k];
    return any;
}

/* What is new in a frame: its power, the power of all, and how many bins it spreads over. */
typedef struct {
    double gained, total, width;
} news;

static news news_of(int32_t bins, const float *now, const float *before, const float *surge) {
    double gained = 0.0, total = 0.0, sum = 0.0, squares = 0.0;
    for (int32_t k = 0; k < bins; k++) {
        const double size = (double)now[k], old = (double)before[k], new = (double)surge[k];
        const double power = size * size - old * old, more = size > old ? new * (size - old) : 0.0;
        total += size * size;
        gained += power > 0.0 ? new * power : 0.0;
        sum += more;
        squares += more * more;
    }
    return (news){gained, total, sum * sum / (squares > 1e-30 ? squares : 1e-30)};
}

int vs_attack_next(const vs_attack_rules *rules, vs_attack *attack, const float *magnitudes,
                   vs_surge_scratch *scratch) {
    const int32_t bins = rules->bins;
    const size_t bytes = sizeof(float) * (size_t)bins;
    const int active = attack->place > 0.0f;
    int goes_on = 0;
    if (active || rises(bins, magnitudes, attack->last)) {
        if (!active) memcpy(attack->before, attack->last, bytes);
        for (int32_t k = 0; k < bins; k++) {
            scratch->now[k] = magnitudes[k] * magnitudes[k];
            scratch->before[k] = attack->before[k] * attack->before[k];
        }
        vs_surge(bins, scratch);
        const news found = news_of(bins, magnitudes, attack->before, scratch->surge);
        const float ratio = vs_most((float)found.gained / vs_most(attack->power, 1e-20f), 1e-20f);
        attack->power = (float)found.gained;
        if (active && (attack->place >= (float)rules->n_fft || ratio > AGAIN)) {
            const float impulse = vs_atan((sqrtf(sqrtf(ratio)) - rules->cosine) / rules->sine);
            const float grown = vs_most(vs_least(vs_log(ratio) * 1.44269504f - 1.0f, 1.0f), 0.0f);
            const float wide = vs_most(vs_least((float)found.width / NARROW - 1.0f, 1.0f), 0.0f);
            attack->place = rules->latest + (float)rules->n_fft * (float)(1.0 / VS_PI) * impulse;
            attack->certain = grown * wide;
        } else if (active)
            attack->place -= (float)rules->hop_samples;
        goes_on = active && attack->place > 0.0f && attack->certain > 0.0f;
        const int begins = !active && found.gained > LEAST_SHARE * found.total && found.gained > LEAST_POWER;
        if (!goes_on) attack->place = begins ? 2.0f * (float)rules->n_fft : 0.0f;
    }
    if (goes_on) {
        float *restrict share = scratch->surge;
        for (int32_t k = 0; k < bins; k++) {
            const float more = 1.0f - attack->before[k] / vs_most(magnitudes[k], 1e-20f);
            share[k] *= vs_most(more, 0.0f) * attack->certain;
        }
    }
    memcpy(attack->last, magnitudes, bytes);
    return goes_on;
}

/* The sample at which so much of the power of a frame has sounded. */
static float passes(int32_t count, const float *fresh, const float *window, double most) {
    double passed = 0.0;
    for (int32_t k = 0; k < count; k++) {
        const double sample = (double)(fresh[k] * window[k]), power = sample * sample;
        if (passed + power >= most) return (float)k + (power > 1e-30 ? (float)((most - passed) / power) : 1.0f);
        passed += power;
    }
    return (float)count;
}

/* 0 before `begin`, 1 behind it, and in between a smooth way up. */
static inline float ramp(int32_t sample, float begin) {
    const float x = vs_most(vs_least(((float)sample - begin) * (1.0f / RAMP) + 0.5f, 1.0f), 0.0f);
    return x * x * (3.0f - 2.0f * x);
}

void vs_attack_silence(int32_t n_fft, float moment, const float *restrict window, const float *restrict fresh,
                       float *restrict samples) {
    double total = 0.0, kept = 0.0;
    for (int32_t k = 0; k < n_fft; k++) {
        const double sample = (double)(fresh[k] * window[k]);
        total += sample * sample;
    }
    const float begin = vs_least(moment, passes(n_fft, fresh, window, TAKEN * total) - 0.5f * RAMP);
    for (int32_t k = 0; k < n_fft; k++) {
        const double sample = (double)(fresh[k] * window[k] * ramp(k, begin));
        kept += sample * sample;
    }
    const float gain = sqrtf((float)(total / (kept > 1e-30 ? kept : 1e-30)));
    for (int32_t k = 0; k < n_fft; k++) samples[k] -= fresh[k] * (1.0f - gain * ramp(k, begin));
}
