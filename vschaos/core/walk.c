/* How a voice moves by itself around its point: an Ornstein–Uhlenbeck walk, learned from the sounds of the instrument.

       u ← ρ(p)·u + √(1 − ρ(p)²)·n         offset = S(p)·u

   u are numbers of deviation 1, one for each coordinate and one for loudness, n fresh ones; ρ and S, the correlation from a hop to the next
   and the root of the covariance, are means of those at a few places, weighted by a bell of their distance from the
   point p. Frames half a hop apart have the correlation √ρ. The same as vschaos.instrument.walk in torch; derived in
   vschaos/latent/walk.py.

   Numbers follow from seed, frame and coordinate alone. The sum of the four bytes of a hash stands for a normal number:
   its deviation is √((256² − 1)/3), and no logarithm is needed. */
#include "network.h"
#include "numbers.h"
#include <math.h>
#include <string.h>

static const float NEAR = 1e-6f; /* weight below which a place does not count */

/* As many of phase.c's: twice the mixing of a hash, xor with the high half and times an odd number. */
static float normal(uint32_t bits) {
    bits = (bits ^ bits >> 16) * 0x45D9F3Bu;
    bits = (bits ^ bits >> 16) * 0x45D9F3Bu;
    bits ^= bits >> 16;
    const int32_t sum = (int32_t)((bits & 0xffu) + (bits >> 8 & 0xffu) + (bits >> 16 & 0xffu) + (bits >> 24));
    return (float)(sum - 510) * (1.0f / 147.8005413f);
}

/* Weights (places,) of a point (D,), which sum up to 1. */
static void weigh(const vs_walk *walk, const float *point, float *weights) {
    float nearest = 1e30f, sum = 0.0f;
    for (int32_t p = 0; p < walk->places; p++) {
        float distance = 0.0f;
        for (int32_t k = 0; k < walk->dims; k++) {
            const float away = (point[k] - walk->place[p * walk->dims + k]) / walk->reach[k];
            distance += 0.5f * away * away;
        }
        weights[p] = distance;
        nearest = vs_least(distance, nearest);
    }
    for (int32_t p = 0; p < walk->places; p++) sum += weights[p] = vs_exp(vs_least(nearest - weights[p], 0.0f));
    for (int32_t p = 0; p < walk->places; p++) weights[p] /= sum;
}

void vs_walk_begin(vs_walker *walker, uint32_t seed) { *walker = (vs_walker){.seed = seed}; }

void vs_walk_on(const vs_walk *walk, int32_t frames_a_hop, const float *point, vs_walker *walker) {
    const int32_t dims = walk->dims, numbers = dims + 1;
    float weights[VS_MOST_PLACES], correlation[VS_MOST_DIMS + 1] = {0}, level_db = 0.0f;
    weigh(walk, point, weights);
    for (int32_t p = 0; p < walk->places; p++) {
        for (int32_t k = 0; k < numbers; k++) correlation[k] += weights[p] * walk->correlation[p * numbers + k];
        level_db += weights[p] * walk->loudness_db[p];
    }
    const uint32_t first = (walker->seed * 0x1F123BB5u + walker->frames) * (uint32_t)numbers;
    for (int32_t k = 0; k < numbers; k++) {
        const float kept = frames_a_hop == 2 ? sqrtf(correlation[k]) : correlation[k];
        const float fresh = walker->frames ? sqrtf(1.0f - kept * kept) : 1.0f;
        walker->unit[k] = kept * walker->unit[k] + fresh * normal(first + (uint32_t)k);
    }
    walker->frames++;
    walker->level_db = level_db * walker->unit[dims];
    memset(walker->offset, 0, sizeof walker->offset);
    for (int32_t p = 0; p < walk->places; p++) {
        if (weights[p] < NEAR) continue;
        for (int32_t j = 0; j < dims; j++) {
            const float *root = walk->root + ((size_t)p * (size_t)dims + (size_t)j) * (size_t)dims;
            const float share = weights[p] * walker->unit[j];
            for (int32_t k = 0; k < dims; k++) walker->offset[k] += share * root[k];
        }
    }
}

void vs_walk_path(const vs_instrument *instrument, int32_t frames_a_hop, uint32_t seed, int32_t frames,
                  const float *points, float *offsets, float *level_db) {
    const vs_walk *walk = &instrument->network->walk;
    vs_walker walker;
    vs_walk_begin(&walker, seed);
    for (int32_t n = 0; n < frames; n++, points += walk->dims, offsets += walk->dims) {
        vs_walk_on(walk, frames_a_hop, points, &walker);
        memcpy(offsets, walker.offset, sizeof(float) * (size_t)walk->dims);
        level_db[n] = walker.level_db;
    }
}
