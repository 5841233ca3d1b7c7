/* A bent frame: every sinusoid `ratio` times as high as the network made it, and as loud.

   The running phase (phase.c) works on the frame as it was decoded, so that a bend that moves disturbs neither its
   peaks nor what it knows of the last frame; only the phases of the peaks advance `ratio` times as far. The frequencies
   that are heard are exact by that. Then the region of each peak moves as a whole, from its sinusoid's place c, a
   fraction of a bin, to ratio·c:

       decoded     /\         /\         __        Between two bins a magnitude is the mean of theirs, each divided by
               ___/  \_______/  \_______/          what the main lobe of a Hann window has there, H(distance from c),
                  |            \                   times what it has at the new distance: a sinusoid's lobe is exactly
       bent         /\            /\        _      that of its new place.
               ____/  \__________/  \______/

   Regions end where their valleys, moved by `ratio`, are: a gap is filled with the valley's magnitude, and where regions
   would overlap they are cut there. Above the last decoded bin there is silence. */
#include "core.h"
#include "numbers.h"

#define WIDEST 1.5f /* bins from a sinusoid within which its lobe is one */

/* The main lobe of a Hann window, sin(πx) / (πx·(1 − x²)), |x| ≤ WIDEST, to 3·10⁻⁵ of itself. */
static inline float lobe(float x) {
    const float y = vs_least(x * x, WIDEST * WIDEST);
    return 1.0f + y * (-0.64462435f + y * (0.16567439f + y * (-0.02256605f + y * 0.00150182f)));
}

/* The nearest whole number, half to even; |x| < 2²². */
static inline float nearest(float x) { return (x + VS_ROUNDING) - VS_ROUNDING; }

void vs_bend_advance(vs_phase_frame *frame, int32_t overlap, float ratio) {
    const double farther = ((double)ratio - 1.0) / overlap;
    for (int32_t n = 0; n < frame->regions; n++) {
        const double turns = farther * (double)frame->centre[n];
        frame->start[n] += (float)(turns - (double)(int32_t)turns);
    }
}

void vs_bend(int32_t bins, float ratio, const float *turns, vs_phase_frame *frame) {
    const float inverse = 1.0f / ratio, *magnitudes = frame->magnitudes;
    for (int32_t k = 0; k < bins; k++) {
        const float from = (float)k * inverse;
        if (!(from < (float)bins - 0.5f)) {
            frame->bent[k] = frame->turns[k] = 0.0f;
            frame->source[k] = bins - 1;
            continue;
        }
        const int32_t n = frame->region[(int32_t)(from + 0.5f)];
        const float centre = frame->centre[n], distance = (float)k - ratio * centre;
        const float first = (float)frame->first[n], last = (float)(frame->first[n + 1] - (n + 1 < frame->regions));
        const float place = vs_least(vs_most(centre + distance, first), last);
        const int32_t left = (int32_t)place, right = left + ((float)left < last);
        const float share = place - (float)left;
        const float here = magnitudes[left] / lobe((float)left - centre);
        const float beside = magnitudes[right] / lobe((float)right - centre);
        const float size = (here + share * (beside - here)) * lobe(distance);
        const float step = turns[right] - turns[left];
        const int32_t side = (int32_t)vs_least(vs_magnitude_of(distance), 8.0f);
        const float opposite = (side == 2 || side == 4) && frame->limit[n] > 4.0f * size ? 0.5f : 0.0f;
        frame->bent[k] = size;
        frame->turns[k] = turns[left] + share * (step - nearest(step)) + opposite;
        frame->source[k] = share < 0.5f ? left : right;
    }
}

void vs_bend_shares(int32_t bins, const vs_phase_frame *frame, const float *shares, float *bent) {
    for (int32_t k = 0; k < bins; k++) bent[k] = shares[frame->source[k]];
}
