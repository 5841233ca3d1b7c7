/* Envelopes of voices, and numbers that glide, sample by sample.

   An envelope rises on a straight line in the attack time, falls towards the sustained level so that 95 % of the way is
   done in the decay time, and dies away by 60 dB in the release time. It always goes on from where it is, so that a key
   struck again does not click::

       1        /\
               /  ‾‾--______________          sustain
              /                     \
       0  ___/                       ‾‾--___  OVER: off
            attack   held            release

   The next value follows from the last alone, and so does the end of a release: cuts into calls change nothing. */
#include "dsp.h"

#define DECAY_TIMES 2.995732273553991 /* ln 20: time constants until 5 % of the way are left */
#define RELEASE_TIMES 6.907755278982137 /* ln 1000: time constants until a level has fallen by 60 dB */
#define CUT_S 0.004
#define OVER 1e-4 /* level below which a released voice is off */

#define THERE 1e-9 /* this near, a level is the sustained one: the rest of the way would end in subnormal numbers */
#define GLIDE_THERE 1e-7 /* and a glide is at its target */

double vs_decay(double samples) {
    if (!(samples > 1e-3)) return 0.0; /* at once */
    double x = -1.0 / samples, term = 1.0, sum = 1.0;
    int halvings = 0;
    for (; x < -0.5; halvings++) x *= 0.5;
    for (int k = 1; k < 18; k++) sum += term *= x / k;
    for (; halvings; halvings--) sum *= sum;
    return sum;
}

/* At least one sample. */
static double samples_of(double seconds, double sample_rate_hz) {
    const double samples = seconds * sample_rate_hz;
    return samples > 1.0 ? samples : 1.0;
}

vs_slopes vs_slopes_of(double attack_s, double decay_s, double sustain, double release_s, double sample_rate_hz) {
    return (vs_slopes){
        .attack = 1.0 / samples_of(attack_s, sample_rate_hz),
        .decay = 1.0 - vs_decay(samples_of(decay_s, sample_rate_hz) / DECAY_TIMES),
        .sustain = sustain,
        .release = vs_decay(samples_of(release_s, sample_rate_hz) / RELEASE_TIMES),
        .cut = vs_decay(samples_of(CUT_S, sample_rate_hz) / RELEASE_TIMES),
    };
}

void vs_envelope_run(vs_envelope *envelope, const vs_slopes *slopes, float *gains, int32_t count) {
    int32_t stage = envelope->stage, i = 0;
    double level = envelope->level;
    const double strength = envelope->strength;
    for (; i < count && stage == VS_ATTACK; i++) {
        level += slopes->attack;
        if (level >= 1.0) {
            level = 1.0;
            stage = VS_HELD;
        }
        gains[i] = (float)(level * strength);
    }
    for (; i < count && stage == VS_HELD; i++) {
        const double rest = slopes->sustain - level;
        level = rest < THERE && rest > -THERE ? slopes->sustain : level + slopes->decay * rest;
        gains[i] = (float)(level * strength);
    }
    const double factor = stage == VS_CUT ? slopes->cut : slopes->release;
    for (; i < count && stage != VS_OFF; i++) {
        level *= factor;
        if (level < OVER) {
            level = 0.0;
            stage = VS_OFF;
        }
        gains[i] = (float)(level * strength);
    }
    for (; i < count; i++) gains[i] = 0.0f;
    envelope->stage = stage;
    envelope->level = level;
}

void vs_glide_run(vs_glide *glide, double target, float *values, int32_t count) {
    double value = glide->value;
    int32_t i = 0;
    for (; i < count && value != target; i++) {
        const double rest = (value - target) * glide->decay;
        value = rest < GLIDE_THERE && rest > -GLIDE_THERE ? target : target + rest;
        values[i] = (float)value;
    }
    for (; i < count; i++) values[i] = (float)target;
    glide->value = value;
}

void vs_mix(float *frames, const float *gains, const float *left, const float *right, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        frames[2 * i] += gains[i] * left[i];
        frames[2 * i + 1] += gains[i] * right[i];
    }
}
