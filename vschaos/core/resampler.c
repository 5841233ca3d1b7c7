/* From one sample rate to another, in a stream, within a millisecond.

   A polyphase filter: each sample that goes out is the inner product of the 64 latest samples that came in with the
   values of one filter at places a fraction of a sample apart::

       y[j] = Σₖ x[⌊jQ/P⌋ − k] · h(k + jQ mod P / P),      Q / P = rate in / rate out, in lowest terms

   h is a sinc under a Kaiser window (Kaiser, “Nonrecursive digital filter design using the I₀-sinh window function”,
   1974): within 0.01 dB up to 19 kHz and 62 dB down at 22.05 kHz where 44.1 kHz meet 48. Places are whole numbers:
   pitch is exact, and nothing drifts. It is 32 samples late.

   What came in lies in a row for each channel, which is moved to the front when its end is reached::

       |  past  ▒▒▒▒▒▒▒▒▒ taps − 1 ▒▒▒▒▒▒▒▒▒|░░░░ waiting ░░░░|          |
                ↑ first                                       ↑ end      ↑ width

   Where it lies changes nothing: an inner product is always summed in eight lanes from the oldest sample on. */
#include "dsp.h"
#include "numbers.h"
#include <stdlib.h>
#include <string.h>

#define TAPS 64
#define LANES 8
#define BETA 7.2 /* of the Kaiser window: side lobes 75 dB down */
#define CUTOFF 0.931 /* middle of the filter's slope, as a share of half the lower rate: it ends at that half */
#define MOST_PHASES 4096 /* ratios of larger numbers use the nearest of so many fractions: −80 dB of error at most */
#define MOST_TAPS 65536

struct vs_resampler {
    int32_t channels, most;
    int32_t taps, length;   /* of a filter, and with zeros before its first value: a multiple of LANES */
    int32_t fractions;      /* filters */
    int64_t step, phases;   /* Q and P */
    int64_t next;           /* place of the next frame that goes out, after the first that waits, in units of 1/P */
    int32_t first, end, width; /* see above */
    float *filters;         /* (fractions, length), a filter's value for the oldest sample first */
    float *rows;            /* (channels, width) */
};

/* Modified Bessel function of the first kind and order 0, x ≤ BETA: its power series. */
static double bessel(double x) {
    double term = 1.0, sum = 1.0;
    for (int k = 1; k < 40; k++) sum += term *= x * x / (4.0 * k * k);
    return sum;
}

/* sin πx / πx */
static double sinc(double x) { return x == 0.0 ? 1.0 : vs_table_sine(0.5 * x) / (VS_PI * x); }

/* The filter's values for one fraction of a sample, (length,); their sum is 1. `lower` is the lower rate as a share of
   that of the input. */
static void make_filter(float *filter, int32_t taps, int32_t length, double fraction, double lower, double *values) {
    double sum = 0.0;
    for (int32_t k = 0; k < taps; k++) {
        /* Tap k stands k + fraction samples of the input before the latest but taps / 2. */
        const double place = k + fraction - 0.5 * taps, edge = 2.0 * place / taps, inside = 1.0 - edge * edge;
        const double width = CUTOFF * lower;
        values[k] = width * sinc(width * place) * bessel(BETA * __builtin_sqrt(inside > 0.0 ? inside : 0.0));
        sum += values[k];
    }
    memset(filter, 0, (size_t)(length - taps) * sizeof *filter);
    for (int32_t k = 0; k < taps; k++) filter[length - 1 - k] = (float)(values[k] / sum);
}

vs_resampler *vs_resampler_new(int32_t rate_in_hz, int32_t rate_out_hz, int32_t channels, int32_t most) {
    if (rate_in_hz < 1 || rate_out_hz < 1 || channels < 1 || channels > 64 || most < 1 || most > 1 << 24) return NULL;
    int32_t divisor = rate_in_hz, rest = rate_out_hz;
    while (rest) {
        const int32_t next = divisor % rest;
        divisor = rest;
        rest = next;
    }
    const int32_t lower_hz = rate_in_hz < rate_out_hz ? rate_in_hz : rate_out_hz;
    const int64_t half = ((int64_t)TAPS / 2 * rate_in_hz + lower_hz - 1) / lower_hz;
    if (half > MOST_TAPS / 2) return NULL;
    const int same = rate_in_hz == rate_out_hz;
    vs_resampler *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->channels = channels;
    made->most = most;
    made->step = rate_in_hz / divisor;
    made->phases = rate_out_hz / divisor;
    made->taps = same ? 1 : (int32_t)(2 * half);
    made->length = same ? 1 : (made->taps + LANES - 1) / LANES * LANES;
    made->fractions = made->phases < MOST_PHASES ? (int32_t)made->phases : MOST_PHASES;
    made->width = made->length - 1 + 2 * most;
    made->rows = malloc((size_t)channels * (size_t)made->width * sizeof *made->rows);
    made->filters = malloc((size_t)made->fractions * (size_t)made->length * sizeof *made->filters);
    double *values = malloc((size_t)made->taps * sizeof *values);
    if (!made->rows || !made->filters || !values) {
        free(values);
        vs_resampler_free(made);
        return NULL;
    }
    for (int32_t row = 0; row < made->fractions && !same; row++)
        make_filter(made->filters + (size_t)row * (size_t)made->length, made->taps, made->length,
                    (double)row / made->fractions, (double)lower_hz / rate_in_hz, values);
    free(values);
    vs_resampler_reset(made);
    return made;
}

void vs_resampler_free(vs_resampler *resampler) {
    if (!resampler) return;
    free(resampler->filters);
    free(resampler->rows);
    free(resampler);
}

void vs_resampler_reset(vs_resampler *resampler) {
    memset(resampler->rows, 0, (size_t)resampler->channels * (size_t)resampler->width * sizeof *resampler->rows);
    resampler->first = 0;
    resampler->end = resampler->length - 1;
    resampler->next = 0;
}

double vs_resampler_delay(const vs_resampler *resampler) {
    return resampler->step == resampler->phases ? 0.0 : 0.5 * resampler->taps;
}

/* Frames that came in and have not yet been left behind. */
static int32_t waiting(const vs_resampler *resampler) {
    return resampler->end - resampler->first - (resampler->length - 1);
}

int32_t vs_resampler_needs(const vs_resampler *resampler, int32_t count) {
    if (count < 1) return 0;
    const int64_t last = (resampler->next + (int64_t)(count - 1) * resampler->step) / resampler->phases;
    const int64_t missing = last + 1 - waiting(resampler);
    return missing > 0 ? (int32_t)missing : 0;
}

int32_t vs_resampler_ready(const vs_resampler *resampler) { return vs_resampler_ready_after(resampler, 0); }

int32_t vs_resampler_ready_after(const vs_resampler *resampler, int32_t more) {
    const int64_t beyond = (int64_t)(waiting(resampler) + more) * resampler->phases - resampler->next;
    return beyond > 0 ? (int32_t)((beyond - 1) / resampler->step + 1) : 0;
}

int32_t vs_resampler_push(vs_resampler *resampler, const float *frames, int32_t count) {
    const int32_t room = resampler->most - waiting(resampler), channels = resampler->channels;
    if (count > room) count = room;
    if (count < 1) return 0;
    float *rows = resampler->rows;
    if (resampler->end + count > resampler->width) {
        const int32_t kept = resampler->end - resampler->first;
        for (int32_t channel = 0; channel < channels; channel++) {
            float *row = rows + (size_t)channel * (size_t)resampler->width;
            memmove(row, row + resampler->first, (size_t)kept * sizeof *row);
        }
        resampler->first = 0;
        resampler->end = kept;
    }
    for (int32_t channel = 0; channel < channels; channel++) {
        float *row = rows + (size_t)channel * (size_t)resampler->width + resampler->end;
        for (int32_t i = 0; i < count; i++) row[i] = frames[i * channels + channel];
    }
    resampler->end += count;
    return count;
}

/* Σ x·h over `length` values, a multiple of LANES: always the same order. */
static float inner(const float *restrict x, const float *restrict h, int32_t length) {
    vs_float8 sum = {0.0f};
    for (int32_t k = 0; k < length; k += LANES) sum += *(const vs_float8 *)(x + k) * *(const vs_float8 *)(h + k);
    return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}

int32_t vs_resampler_pull(vs_resampler *resampler, float *out, int32_t count) {
    const int32_t ready = vs_resampler_ready(resampler), channels = resampler->channels, length = resampler->length;
    const int64_t phases = resampler->phases;
    const int same = resampler->step == phases;
    if (count > ready) count = ready;
    int64_t whole = resampler->next / phases, part = resampler->next % phases;
    const int64_t step = resampler->step / phases, step_part = resampler->step % phases;
    for (int32_t j = 0; j < count; j++) {
        const float *filter = resampler->filters + part * resampler->fractions / phases * length;
        for (int32_t channel = 0; channel < channels; channel++) {
            const float *row = resampler->rows + (size_t)channel * (size_t)resampler->width + resampler->first + whole;
            out[j * channels + channel] = same ? *row : inner(row, filter, length);
        }
        whole += step;
        part += step_part;
        if (part >= phases) {
            part -= phases;
            whole++;
        }
    }
    /* The next frame may lie beyond all that has come in. */
    const int64_t left = whole < waiting(resampler) ? whole : waiting(resampler);
    resampler->first += (int32_t)left;
    resampler->next = (whole - left) * phases + part;
    return count > 0 ? count : 0;
}
