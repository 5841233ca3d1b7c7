/* Functions of single numbers, in forms that a compiler turns into vectors: loops over arrays call them.

   They are our own because two C libraries round exp differently, and what an instrument sounds like must not depend
   on the system that it is played on. Every one is a fixed sequence of float operations without contraction or table,
   so that all compilers and processors make the same bits. The approximations are those of Moshier's Cephes library
   (single precision): minimax polynomials on a small interval, everything else reduced to it. Errors are those of
   rounding, about 1e-7 of the result. */
#ifndef VSCHAOS_CORE_NUMBERS_H
#define VSCHAOS_CORE_NUMBERS_H
#include <stdint.h>

#define VS_PI 3.14159265358979323846

/* Eight floats side by side; memory that they are read from is aligned as floats are. */
typedef float vs_float8 __attribute__((vector_size(32), aligned(4), may_alias));

/* A float and its bits: sign, 8 bits of exponent + 127, 23 bits of mantissa. */
typedef union {
    float number;
    int32_t bits;
    uint32_t unsigned_bits;
} vs_word;

/* 1.5·2²³: where it is added to a number of less than 2²², the sum has the nearest whole number (half to even) in its
   lowest bits, and is that number once it is subtracted again. */
#define VS_ROUNDING 12582912.0f

/* The smaller and the larger of two numbers; `b` where `a` is not a number. */
static inline float vs_least(float a, float b) { return a < b ? a : b; }
static inline float vs_most(float a, float b) { return a > b ? a : b; }

static inline float vs_magnitude_of(float x) { return x < 0.0f ? -x : x; }

/* What x has beyond whole numbers, with its sign; |x| < 2³¹. */
static inline float vs_fraction(float x) { return x - (float)(int32_t)x; }

/* Whether x is neither infinite nor not a number. */
static inline int vs_finite(float x) { return x * 0.0f == 0.0f; }

/* What is left of x, moved into −87…88, beyond the nearest multiple of ln 2; *scale is 2 to the power of the multiple,
   *beyond is e^rest − 1 − rest. */
static inline float vs_exp_parts(float x, float *scale, float *beyond) {
    vs_word exponent, power;
    x = vs_most(vs_least(x, 88.0f), -87.0f);
    exponent.number = x * 1.44269504f + VS_ROUNDING;
    power.unsigned_bits = (exponent.unsigned_bits << 23) + (127u << 23);
    exponent.number -= VS_ROUNDING;
    x = x - exponent.number * 0.693359375f + exponent.number * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * x + 1.3981999507e-3f;
    p = p * x + 8.3334519073e-3f;
    p = p * x + 4.1665795894e-2f;
    p = p * x + 1.6666665459e-1f;
    p = p * x + 5.0000001201e-1f;
    *scale = power.number;
    *beyond = p * x * x;
    return x;
}

/* e^x for −87 ≤ x ≤ 88, and that of the nearer end beyond; of 88 where x is not a number. */
static inline float vs_exp(float x) {
    float scale, beyond;
    x = vs_exp_parts(x, &scale, &beyond);
    return (beyond + x + 1.0f) * scale;
}

/* e^x − 1, exact to rounding near 0 too; else as vs_exp. */
static inline float vs_expm1(float x) {
    float scale, beyond;
    x = vs_exp_parts(x, &scale, &beyond);
    return (beyond + x) * scale + (scale - 1.0f);
}

/* Natural logarithm of a normal positive number. */
static inline float vs_log(float x) {
    vs_word word = {x};
    const int32_t exponent = (word.bits - 0x3f3504f3) >> 23; /* so that the rest is within √½ … √2 */
    word.bits -= (int32_t)((uint32_t)exponent << 23);
    const float f = word.number - 1.0f, square = f * f, n = (float)exponent;
    float p = 7.0376836292e-2f;
    p = p * f - 1.1514610310e-1f;
    p = p * f + 1.1676998740e-1f;
    p = p * f - 1.2420140846e-1f;
    p = p * f + 1.4249322787e-1f;
    p = p * f - 1.6668057665e-1f;
    p = p * f + 2.0000714765e-1f;
    p = p * f - 2.4999993993e-1f;
    p = p * f + 3.3333331174e-1f;
    return f + (p * f * square + n * -2.12194440e-4f - 0.5f * square) + n * 0.693359375f;
}

/* ln(1 + x), x ≥ 0, exact to rounding near 0 too: what 1 + x rounds away is added to the logarithm. */
static inline float vs_log1p(float x) {
    const float sum = 1.0f + x;
    return vs_log(sum) + (x - (sum - 1.0f)) / sum;
}

/* Arc tangent, radians. */
static inline float vs_atan(float x) {
    const float a = vs_magnitude_of(x);
    const int large = a > 2.414213562f, middle = a > 0.4142135624f;
    const float over = large ? -1.0f : middle ? a - 1.0f : a, under = large ? a : middle ? a + 1.0f : 1.0f;
    const float start = large ? 1.5707963268f : middle ? 0.7853981634f : 0.0f;
    const float t = over / under, square = t * t;
    float p = 8.05374449538e-2f;
    p = p * square - 1.38776856032e-1f;
    p = p * square + 1.99777106478e-1f;
    p = p * square - 3.33329491539e-1f;
    const float y = start + (p * square * t + t);
    return x < 0.0f ? -y : y;
}

static inline float vs_tanh(float x) {
    const float e = vs_expm1(2.0f * x);
    return e / (e + 2.0f);
}

/* x / (1 + e^−x), the sigmoid linear unit. */
static inline float vs_silu(float x) { return x / (1.0f + vs_exp(-x)); }

/* Cosine and sine of an angle in turns, |turns| < 2¹⁹: of the distance to the nearest quarter turn, by its quadrant
   exchanged and with another sign. */
static inline void vs_turn(float turns, float *cosine, float *sine) {
    vs_word nearest;
    nearest.number = 4.0f * turns + VS_ROUNDING;
    const int32_t quadrant = nearest.bits;
    const float x = (turns - 0.25f * (nearest.number - VS_ROUNDING)) * 6.2831853072f, square = x * x;
    const float s = ((-1.9515295891e-4f * square + 8.3321608736e-3f) * square - 1.6666654611e-1f) * square * x + x;
    const float c = ((2.443315711809948e-5f * square - 1.388731625493765e-3f) * square + 4.166664568298827e-2f)
                        * square * square
                    - 0.5f * square + 1.0f;
    const float across = quadrant & 1 ? s : c, up = quadrant & 1 ? c : s;
    *cosine = (quadrant + 1) & 2 ? -across : across;
    *sine = quadrant & 2 ? -up : up;
}

/* 1 / (1 + e^−x); 0 where x is not a number. */
static inline float vs_sigmoid(float x) { return 1.0f / (1.0f + vs_exp(-x)); }

/* Uniform in −1…1 by number alone: twice the mixing of a hash, xor with the high half and times an odd number. */
static inline float vs_uniform(uint32_t bits) {
    bits = (bits ^ bits >> 16) * 0x45D9F3Bu;
    bits = (bits ^ bits >> 16) * 0x45D9F3Bu;
    const float high = (float)(int32_t)(bits >> 16), low = (float)(int32_t)(bits & 0xffffu);
    return (high * 65536.0f + low) * (1.0f / 2147483648.0f) - 1.0f; /* rounded once: vectors have no unsigned ones */
}

/* Between the random numbers of one voice and those of the next. */
#define VS_VOICE_STEP 0x1F123BB5u

/* Sine of an angle in turns, |turns| < 2³⁰, for tables: Taylor's series on a quarter turn, to a double's last digits;
   the cosine is that of a quarter turn more. */
static inline double vs_table_sine(double turns) {
    turns -= (double)(int32_t)(turns + (turns < 0 ? -0.5 : 0.5));
    if (turns > 0.25) turns = 0.5 - turns;
    if (turns < -0.25) turns = -0.5 - turns;
    const double x = 2.0 * VS_PI * turns;
    double term = x, sum = x;
    for (int k = 1; k < 14; k++) sum += term *= -x * x / ((2 * k) * (2 * k + 1));
    return sum;
}

#endif
