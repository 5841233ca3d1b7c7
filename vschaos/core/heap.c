/* Phases from their gradient, integrated from the loudest bin outwards: see vschaos/transforms/heap.py. Not for the
   audio thread. */
#include <stdlib.h>

#include "dsp.h"

/* Bins that have a phase and may have neighbours without one, as a binary heap: the loudest first, the earlier of two
   as loud. */
typedef struct {
    const float *magnitude;
    int64_t *bins, count;
} border;

static int before(const border *heap, int64_t a, int64_t b) {
    const float difference = heap->magnitude[a] - heap->magnitude[b];
    return difference > 0.0f || (difference == 0.0f && a < b);
}

static void push(border *heap, int64_t bin) {
    int64_t at = heap->count++;
    for (; at > 0 && before(heap, bin, heap->bins[(at - 1) / 2]); at = (at - 1) / 2)
        heap->bins[at] = heap->bins[(at - 1) / 2];
    heap->bins[at] = bin;
}

static int64_t pop(border *heap) {
    const int64_t first = heap->bins[0], last = heap->bins[--heap->count];
    int64_t at = 0;
    for (int64_t below = 1; below < heap->count; below = 2 * at + 1) {
        if (below + 1 < heap->count && before(heap, heap->bins[below + 1], heap->bins[below]))
            below++;
        if (!before(heap, heap->bins[below], last))
            break;
        heap->bins[at] = heap->bins[below];
        at = below;
    }
    heap->bins[at] = last;
    return first;
}

int32_t vs_integrate_phase(int64_t frames, int64_t bins, const int64_t *order, const float *magnitude, uint8_t *open,
                           const float *along_time, const float *along_frequency, double *phase) {
    border heap = {.magnitude = magnitude, .bins = malloc(sizeof(int64_t) * (size_t)(frames * bins))};
    if (!heap.bins)
        return 0;
    for (int64_t i = 0; i < frames * bins; i++) {
        if (!open[order[i]])
            continue;
        open[order[i]] = 0;
        phase[order[i]] = 0.0;
        push(&heap, order[i]);
        while (heap.count) {
            const int64_t from = pop(&heap), frame = from / bins, bin = from % bins;
            const struct {
                int32_t there, sign;
                int64_t step;
                const float *gradient;
            } ways[4] = {{frame + 1 < frames, 1, bins, along_time},
                         {frame > 0, -1, -bins, along_time},
                         {bin + 1 < bins, 1, 1, along_frequency},
                         {bin > 0, -1, -1, along_frequency}};
            for (int32_t way = 0; way < 4; way++) {
                const int64_t to = from + ways[way].step;
                if (!ways[way].there || !open[to])
                    continue;
                open[to] = 0;
                phase[to] = phase[from] + 0.5 * ways[way].sign * (ways[way].gradient[from] + ways[way].gradient[to]);
                push(&heap, to);
            }
        }
    }
    free(heap.bins);
    return 1;
}
