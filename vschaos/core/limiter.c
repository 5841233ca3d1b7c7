/* The last stage before the loudspeaker: whatever comes in, what goes out is finite, centred and below −0.3 dBFS.

   · A first-order high-pass at 5 Hz takes away constant offsets.
   · A limiter that looks ahead: the sound is late by L samples, so that the gain is down before a peak arrives and
     nothing is bent. For a peak p the gain that it needs is g = ceiling / p; what all of the coming samples need is the
     least of theirs, held and raised slowly; the mean of that over the look-ahead is smooth and never above what the
     sample that goes out needs, since each value in the mean knew of it::

       need       ‾‾‾‾‾‾‾‾‾|_|‾‾‾‾‾‾‾‾‾‾      ceiling / |x|, where it is below 1
       held       ‾‾‾‾‾‾‾‾‾|______⟋‾‾‾‾‾      least of the last L, then back to 1 with time constant RELEASE_S
       gain       ‾‾‾‾‾‾‾‾‾\______⟋‾‾‾‾‾      mean of the last L
       sound                 ↑ L later

   One gain serves all channels, so that the picture between the loudspeakers stands still.

   The mean comes from a running total, to which the newest value is added and from which the oldest is subtracted. Held
   values are whole multiples of GRAIN = 2⁻⁴⁰ between 0 and 1, and so is a total of L < 2¹³ of them: it needs no more
   than 53 bits, which a double has. Sums and differences of them are therefore exact; the total is that of the last L
   for ever, wherever calls begin, and there is no rounding that could add up. */
#include "dsp.h"
#include "numbers.h"
#include <stdlib.h>
#include <string.h>

#define CEILING 0.9659f /* just below 10^(−0.3/20) */
#define HIGHPASS_HZ 5.0
#define LOOKAHEAD_S 0.0015
#define RELEASE_S 0.12
#define LOUDEST 16.0 /* input is cut at +24 dBFS: anything louder is a fault, not to be remembered for seconds */
#define QUIETEST 1e-30 /* below this the high-pass is at rest, before its numbers become subnormal */
#define GRAIN 0x1p-40
#define MOST_LOOKAHEAD 8191

struct vs_limiter {
    int32_t lookahead, channels;
    double decay, release;  /* a sample, of the high-pass and of the gain */
    int64_t faults;
    int32_t at;             /* the oldest place of each circle */
    double latest, total;   /* the last held value, and the sum of the circle `held` */
    double lowest;          /* the least of the circle `needs` */
    double *needs, *held;   /* circles, (lookahead,) */
    double *given, *centred; /* the last sample before and behind the high-pass, (channels,) */
    double *late;           /* circle, (lookahead, channels) */
};

/* The multiple of GRAIN at or below x, 0 ≤ x ≤ 1. */
static double grains_below(double x) { return (double)(int64_t)(x * 0x1p40) * GRAIN; }

vs_limiter *vs_limiter_new(double sample_rate_hz, int32_t channels) {
    const double lookahead = LOOKAHEAD_S * sample_rate_hz + 0.5;
    if (!(sample_rate_hz >= 1.0) || lookahead > MOST_LOOKAHEAD || channels < 1 || channels > 64) return NULL;
    const size_t length = lookahead < 1.0 ? 1 : (size_t)lookahead, sides = (size_t)channels;
    vs_limiter *made = calloc(1, sizeof *made + (2 * length + 2 * sides + length * sides) * sizeof(double));
    if (!made) return NULL;
    made->lookahead = (int32_t)length;
    made->channels = channels;
    made->decay = vs_decay(sample_rate_hz / (2.0 * VS_PI * HIGHPASS_HZ));
    made->release = 1.0 - vs_decay(RELEASE_S * sample_rate_hz);
    made->needs = (double *)(made + 1);
    made->held = made->needs + length;
    made->given = made->held + length;
    made->centred = made->given + sides;
    made->late = made->centred + sides;
    vs_limiter_reset(made);
    return made;
}

void vs_limiter_free(vs_limiter *limiter) { free(limiter); }

void vs_limiter_reset(vs_limiter *limiter) {
    const size_t length = (size_t)limiter->lookahead, sides = (size_t)limiter->channels;
    for (size_t k = 0; k < length; k++) limiter->needs[k] = limiter->held[k] = 1.0;
    memset(limiter->given, 0, (2 * sides + length * sides) * sizeof(double));
    limiter->at = 0;
    limiter->latest = limiter->lowest = 1.0;
    limiter->total = (double)length;
}

int32_t vs_limiter_lookahead(const vs_limiter *limiter) { return limiter->lookahead; }
int64_t vs_limiter_faults(const vs_limiter *limiter) { return limiter->faults; }

/* The next sample of a channel through the high-pass. */
static double centre(vs_limiter *limiter, int32_t channel, double given) {
    if (!(given * 0.0 == 0.0)) {
        limiter->faults++;
        given = 0.0;
    }
    given = given > LOUDEST ? LOUDEST : given < -LOUDEST ? -LOUDEST : given;
    double centred = limiter->decay * (limiter->centred[channel] + given - limiter->given[channel]);
    if (centred < QUIETEST && centred > -QUIETEST) centred = 0.0;
    limiter->given[channel] = given;
    limiter->centred[channel] = centred;
    return centred;
}

/* The gain of the sample that leaves the circle, once what the newest one needs is known. */
static double next_gain(vs_limiter *limiter, double need) {
    const int32_t at = limiter->at, length = limiter->lookahead;
    const double gone = limiter->needs[at];
    limiter->needs[at] = need;
    if (need <= limiter->lowest) {
        limiter->lowest = need;
    } else if (gone <= limiter->lowest) { /* the least has left: look for the next */
        double lowest = need;
        for (int32_t k = 0; k < length; k++) lowest = limiter->needs[k] < lowest ? limiter->needs[k] : lowest;
        limiter->lowest = lowest;
    }
    /* One grain more than below: at rest at 1, and not before. */
    double latest = grains_below(limiter->latest + limiter->release * (1.0 - limiter->latest)) + GRAIN;
    if (latest > 1.0) latest = 1.0;
    if (latest > limiter->lowest) latest = limiter->lowest;
    if (latest > gone) latest = gone;
    limiter->total += latest - limiter->held[at];
    limiter->held[at] = limiter->latest = latest;
    return limiter->total / length;
}

void vs_limiter_run(vs_limiter *limiter, float *frames, const float *gains, int32_t count) {
    const int32_t channels = limiter->channels;
    for (int32_t i = 0; i < count; i++) {
        float *frame = frames + (size_t)i * (size_t)channels;
        double *late = limiter->late + (size_t)limiter->at * (size_t)channels, peak = 0.0;
        for (int32_t channel = 0; channel < channels; channel++) {
            const double centred = centre(limiter, channel, (double)gains[i] * frame[channel]);
            frame[channel] = (float)late[channel];
            late[channel] = centred;
            peak = centred > peak ? centred : -centred > peak ? -centred : peak;
        }
        const double gain = next_gain(limiter, peak > CEILING ? grains_below(CEILING / peak) : 1.0);
        for (int32_t channel = 0; channel < channels; channel++) {
            const float sample = (float)(frame[channel] * gain);
            frame[channel] = sample > CEILING ? CEILING : sample < -CEILING ? -CEILING : sample;
        }
        if (++limiter->at == limiter->lookahead) limiter->at = 0;
    }
}

int32_t vs_limiter_fall(vs_limiter *limiter, int32_t left, float *out, int32_t count) {
    const int32_t channels = limiter->channels, length = limiter->lookahead;
    const float one = 1.0f;
    if (count > left) count = left;
    memset(out, 0, (size_t)count * (size_t)channels * sizeof *out);
    for (int32_t i = 0; i < count; i++) {
        float *frame = out + (size_t)i * (size_t)channels;
        vs_limiter_run(limiter, frame, &one, 1);
        /* Half a turn of a raised cosine: the cosine is a sine a quarter turn later. */
        const double fall = 0.5 + 0.5 * vs_table_sine(0.25 + 0.5 * (length - left + i + 1) / length);
        for (int32_t channel = 0; channel < channels; channel++) frame[channel] = (float)(frame[channel] * fall);
    }
    if (count == left) vs_limiter_reset(limiter);
    return count;
}
