/* The Fourier transform of real frames, both ways, for n_fft a power of two from 128 to 32768.

   A real frame x of N samples is a complex one of half the length H = N/2, z[j] = x[2j] + i·x[2j+1]. With Z its
   transform, E and O those of the even and the odd samples, which are real, and w = e^(−2πi/N):

       Z[k] = E[k] + i·O[k]        Z*[H−k] = E[k] − i·O[k]        (* conjugate; indices modulo H)
       X[k] = E[k] + w^k·O[k]      X*[H−k] = E[k] − w^k·O[k]

   Forward, `unfold` gets X from Z; inverse, `fold` gets 2·Z = (X[k] + X*[H−k]) + i·w^−k·(X[k] − X*[H−k]) from X.

   The transform of z is Stockham's of radix 4, decimated in frequency: what another order of the results would cost in
   shuffling at the end is done on the way. n numbers that lie s apart, as s transforms side by side, become 4 s
   transforms of n/4 numbers:

       n = 4·quarter     x[q + s·p],  x[q + s·(p + quarter)],  x[q + s·(p + 2·quarter)],  x[q + s·(p + 3·quarter)]
                                                       │ a sum of four, times 1, W^p, W^2p, W^3p
       n/4, 4·s          y[q + s·4p], y[q + s·(4p + 1)], y[q + s·(4p + 2)], y[q + s·(4p + 3)]        q < s, p < quarter

   until n is 4 or 2. W = e^(2πi/n) = e^(2πi/H)^s, so that the factors of the first pass serve them all. That is the
   inverse transform; the forward one is the same with real and imaginary parts exchanged, before and after. */
#include "core.h"
#include "numbers.h"

/* A table: cosines and sines of k/N turns, k < H; those of p/H, 2p/H and 3p/H turns, p < H/4. */
size_t vs_fourier_floats(int32_t n_fft) { return (size_t)n_fft / 4 * 7; }

void vs_fourier_tables(int32_t n_fft, float *table) {
    const int32_t half = n_fft / 2, quarter = half / 4;
    for (int32_t k = 0; k < half; k++) {
        table[k] = (float)vs_table_sine(0.25 + (double)k / n_fft);
        table[half + k] = (float)vs_table_sine((double)k / n_fft);
    }
    table += 2 * half;
    for (int32_t order = 1; order <= 3; order++, table += 2 * quarter)
        for (int32_t p = 0; p < quarter; p++) {
            table[p] = (float)vs_table_sine(0.25 + (double)order * p / half);
            table[quarter + p] = (float)vs_table_sine((double)order * p / half);
        }
}

/* Real and imaginary parts of z. Between them a cache line or two: a power of two apart they would share cache sets. */
#define GAP 24
size_t vs_fourier_scratch(int32_t n_fft) { return (size_t)n_fft + GAP; }

/* ── passes ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Four numbers a quarter of the transform apart to their four sums: with 1, 1, 1, 1; 1, i, −1, −i; 1, −1, 1, −1 and
   1, −i, −1, i. */
#define SUMS_OF_FOUR(AT, FAR)                                                                                          \
    const float ar = xr[AT], ai = xi[AT], br = xr[(AT) + (FAR)], bi = xi[(AT) + (FAR)];                                \
    const float cr = xr[(AT) + 2 * (FAR)], ci = xi[(AT) + 2 * (FAR)];                                                  \
    const float dr = xr[(AT) + 3 * (FAR)], di = xi[(AT) + 3 * (FAR)];                                                  \
    const float even_r = ar + cr, even_i = ai + ci, odd_r = br + dr, odd_i = bi + di;                                  \
    const float across_r = ar - cr, across_i = ai - ci, turned_r = di - bi, turned_i = br - dr;                        \
    const float s0r = even_r + odd_r, s0i = even_i + odd_i, s2r = even_r - odd_r, s2i = even_i - odd_i;                \
    const float s1r = across_r + turned_r, s1i = across_i + turned_i;                                                  \
    const float s3r = across_r - turned_r, s3i = across_i - turned_i;

/* The sums times 1, W^p, W^2p, W^3p to four places a step apart. */
#define TO_FOUR_PLACES(TO, STEP)                                                                                       \
    yr[TO] = s0r, yi[TO] = s0i;                                                                                        \
    yr[(TO) + (STEP)] = s1r * w1r - s1i * w1i, yi[(TO) + (STEP)] = s1r * w1i + s1i * w1r;                              \
    yr[(TO) + 2 * (STEP)] = s2r * w2r - s2i * w2i, yi[(TO) + 2 * (STEP)] = s2r * w2i + s2i * w2r;                      \
    yr[(TO) + 3 * (STEP)] = s3r * w3r - s3i * w3i, yi[(TO) + 3 * (STEP)] = s3r * w3i + s3i * w3r;

/* One transform of 4·quarter numbers, which are side by side. */
static void first_pass(int32_t quarter, const float *restrict factors, const float *restrict xr,
                       const float *restrict xi, float *restrict yr, float *restrict yi) {
    for (int32_t p = 0; p < quarter; p++) {
        const float w1r = factors[p], w1i = factors[quarter + p], w2r = factors[2 * quarter + p];
        const float w2i = factors[3 * quarter + p], w3r = factors[4 * quarter + p], w3i = factors[5 * quarter + p];
        SUMS_OF_FOUR(p, quarter)
        TO_FOUR_PLACES(4 * p, 1)
    }
}

/* `s` transforms of 4·quarter numbers; all in all 4·whole_quarter. `s` must be a number that the compiler knows. */
static inline __attribute__((always_inline)) void pass_of(const int32_t s, int32_t quarter, int32_t whole_quarter,
                                                          const float *restrict factors, const float *restrict xr,
                                                          const float *restrict xi, float *restrict yr,
                                                          float *restrict yi) {
    for (int32_t p = 0; p < quarter; p++) {
        const float *w = factors + p * s;
        const float w1r = w[0], w1i = w[whole_quarter], w2r = w[2 * whole_quarter];
        const float w2i = w[3 * whole_quarter], w3r = w[4 * whole_quarter], w3i = w[5 * whole_quarter];
        for (int32_t q = 0; q < s; q++) {
            SUMS_OF_FOUR(s * p + q, whole_quarter)
            TO_FOUR_PLACES(4 * s * p + q, s)
        }
    }
}

static void pass(int32_t s, int32_t whole_quarter, const float *restrict factors, const float *restrict xr,
                 const float *restrict xi, float *restrict yr, float *restrict yi) {
    const int32_t quarter = whole_quarter / s;
    switch (s) {
    case 4: pass_of(4, quarter, whole_quarter, factors, xr, xi, yr, yi); break;
    case 16: pass_of(16, quarter, whole_quarter, factors, xr, xi, yr, yi); break;
    case 64: pass_of(64, quarter, whole_quarter, factors, xr, xi, yr, yi); break;
    case 256: pass_of(256, quarter, whole_quarter, factors, xr, xi, yr, yi); break;
    default: pass_of(1024, quarter, whole_quarter, factors, xr, xi, yr, yi); break;
    }
}

/* `s` transforms of four numbers. */
static void last_pass_of_four(int32_t s, const float *restrict xr, const float *restrict xi, float *restrict yr,
                              float *restrict yi) {
    for (int32_t q = 0; q < s; q++) {
        SUMS_OF_FOUR(q, s)
        yr[q] = s0r, yr[q + s] = s1r, yr[q + 2 * s] = s2r, yr[q + 3 * s] = s3r;
        yi[q] = s0i, yi[q + s] = s1i, yi[q + 2 * s] = s2i, yi[q + 3 * s] = s3i;
    }
}

/* `s` transforms of two. */
static void last_pass_of_two(int32_t s, const float *restrict xr, const float *restrict xi, float *restrict yr,
                             float *restrict yi) {
    for (int32_t q = 0; q < s; q++) {
        const float ar = xr[q], ai = xi[q], br = xr[q + s], bi = xi[q + s];
        yr[q] = ar + br, yi[q] = ai + bi;
        yr[q + s] = ar - br, yi[q + s] = ai - bi;
    }
}

/* The unscaled inverse transform of `half` numbers in one of both pairs of arrays: 1 if it is the second, else 0. */
static int inverse_transform(int32_t half, const float *factors, float *xr, float *xi, float *yr, float *yi) {
    const int32_t quarter = half / 4;
    int passes = 1;
    first_pass(quarter, factors, xr, xi, yr, yi);
    for (int32_t s = 4;; s *= 4) {
        float *swap_r = xr, *swap_i = xi;
        xr = yr, xi = yi, yr = swap_r, yi = swap_i;
        passes++;
        if (half / s == 4) {
            last_pass_of_four(s, xr, xi, yr, yi);
            return passes & 1;
        }
        if (half / s == 2) {
            last_pass_of_two(s, xr, xi, yr, yi);
            return passes & 1;
        }
        pass(s, quarter, factors, xr, xi, yr, yi);
    }
}

/* ── between a real frame and half as many complex numbers ───────────────────────────────────────────────────────── */

static void fold(int32_t half, const float *restrict table, const float *restrict real,
                 const float *restrict imaginary, float *restrict zr, float *restrict zi) {
    for (int32_t k = 0; k < half; k++) {
        const float cosine = table[k], sine = table[half + k];
        const float dr = real[k] - real[half - k], di = imaginary[k] + imaginary[half - k];
        zr[k] = real[k] + real[half - k] - (dr * sine + di * cosine);
        zi[k] = imaginary[k] - imaginary[half - k] + (dr * cosine - di * sine);
    }
}

static void unfold(int32_t half, const float *restrict table, const float *restrict zr, const float *restrict zi,
                   float *restrict real, float *restrict imaginary) {
    for (int32_t k = 1; k < half; k++) {
        const float cosine = table[k], sine = table[half + k];
        const float dr = zr[k] - zr[half - k], di = zi[k] + zi[half - k];
        real[k] = 0.5f * (zr[k] + zr[half - k] + (di * cosine - dr * sine));
        imaginary[k] = 0.5f * (zi[k] - zi[half - k] - (dr * cosine + di * sine));
    }
    real[0] = zr[0] + zi[0], real[half] = zr[0] - zi[0];
    imaginary[0] = 0.0f, imaginary[half] = 0.0f;
}

static void interleave(int32_t half, const float *restrict zr, const float *restrict zi, float *restrict frame) {
    for (int32_t k = 0; k < half; k++) frame[2 * k] = zr[k], frame[2 * k + 1] = zi[k];
}

static void separate(int32_t half, const float *restrict frame, float *restrict zr, float *restrict zi) {
    for (int32_t k = 0; k < half; k++) zr[k] = frame[2 * k], zi[k] = frame[2 * k + 1];
}

void vs_fourier_inverse(int32_t n_fft, const float *table, float *real, float *imaginary, float *frame,
                        float *scratch) {
    const int32_t half = n_fft / 2;
    float *zr = scratch, *zi = scratch + half + GAP;
    imaginary[0] = 0.0f, imaginary[half] = 0.0f; /* as in the spectra of real frames */
    fold(half, table, real, imaginary, zr, zi);
    const int swapped = inverse_transform(half, table + 2 * half, zr, zi, real, imaginary);
    interleave(half, swapped ? real : zr, swapped ? imaginary : zi, frame);
}

void vs_fourier_forward(int32_t n_fft, const float *table, const float *frame, float *real, float *imaginary,
                        float *scratch) {
    const int32_t half = n_fft / 2;
    float *zr = scratch, *zi = scratch + half + GAP;
    /* The transform must end in z: `unfold` writes to the others. */
    int passes = 1;
    for (int32_t n = half; n > 4; n /= 4) passes++;
    if (passes & 1) {
        separate(half, frame, real, imaginary);
        inverse_transform(half, table + 2 * half, imaginary, real, zi, zr);
    } else {
        separate(half, frame, zr, zi);
        inverse_transform(half, table + 2 * half, zi, zr, imaginary, real);
    }
    unfold(half, table, zr, zi, real, imaginary);
}
