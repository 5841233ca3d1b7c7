/* Frames between threads, without a lock.

   A ring: one writer, one reader, each of whom alone moves its own counter, after it has copied. Counters only grow, so
   that full and empty cannot be confused. A counter is stored with “release” and the other side's loaded with
   “acquire”: whoever sees it has the samples as well, and nobody overwrites what is still being read.

   A history: the writer waits for nobody. Before it copies it says how far it will have got; after it has copied, that
   it is there. A reader copies first and asks afterwards whether the writer has reached what it copied::

       buffer   |▒▒▒|░░░░░░░░░░░░░░░░░░░|███████████████████████|
                 written                 claimed − capacity      (the end comes round to the beginning)
                    ▒ being overwritten, ░ still whole: readable, as is █

   What it copied meanwhile may be torn, and is then of no use. */
#include "dsp.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Frames that lie in a circle of memory, and two counters a cache line apart, at [0] and [8]. */
typedef struct {
    _Alignas(64) _Atomic int64_t counters[16];
    int32_t capacity, channels;
    float *frames; /* (capacity, channels) */
    void *memory;  /* as malloc gave it */
} circle;

struct vs_ring {
    circle circle;
};

struct vs_history {
    circle circle;
};

_Static_assert(sizeof(_Atomic int64_t) == sizeof(int64_t), "counters are read as plain numbers by others");

enum { WRITTEN = 0, READ = 8, CLAIMED = 8 };

/* NULL if memory is short. */
static void *circle_new(int32_t capacity, int32_t channels) {
    if (capacity < 1 || channels < 1 || channels > 64) return NULL;
    const size_t frames = (size_t)capacity * (size_t)channels;
    if (frames > SIZE_MAX / 2 / sizeof(float)) return NULL;
    const size_t bytes = sizeof(circle) + frames * sizeof(float);
    void *memory = malloc(bytes + _Alignof(circle));
    if (!memory) return NULL;
    circle *made = (circle *)(((uintptr_t)memory + _Alignof(circle) - 1) / _Alignof(circle) * _Alignof(circle));
    /* Written to, so that its pages are there at once: memory that was only promised is fetched later, while sound
       waits. */
    memset(made, 0, bytes);
    made->frames = (float *)(made + 1);
    made->memory = memory;
    made->capacity = capacity;
    made->channels = channels;
    return made;
}

static void circle_free(circle *given) {
    if (given) free(given->memory);
}

static int64_t load(const circle *from, int which) {
    return atomic_load_explicit(&from->counters[which], memory_order_acquire);
}

static void store(circle *to, int which, int64_t value) {
    atomic_store_explicit(&to->counters[which], value, memory_order_release);
}

/* Frames from the place on that lie in one piece, count at most. */
static int32_t in_one_piece(const circle *of, int64_t place, int32_t count) {
    const int64_t rest = of->capacity - place;
    return rest < count ? (int32_t)rest : count;
}

static void copy_in(circle *to, int64_t number, const float *frames, int32_t count) {
    const int64_t place = number % to->capacity;
    const size_t width = (size_t)to->channels, first = (size_t)in_one_piece(to, place, count);
    memcpy(to->frames + (size_t)place * width, frames, first * width * sizeof *frames);
    memcpy(to->frames, frames + first * width, ((size_t)count - first) * width * sizeof *frames);
}

static void copy_out(const circle *from, int64_t number, float *out, int32_t count) {
    const int64_t place = number % from->capacity;
    const size_t width = (size_t)from->channels, first = (size_t)in_one_piece(from, place, count);
    memcpy(out, from->frames + (size_t)place * width, first * width * sizeof *out);
    memcpy(out + first * width, from->frames, ((size_t)count - first) * width * sizeof *out);
}

/* ── ring ────────────────────────────────────────────────────────────────────────────────────────────────────────── */

vs_ring *vs_ring_new(int32_t capacity, int32_t channels) { return circle_new(capacity, channels); }
void vs_ring_free(vs_ring *ring) { circle_free((circle *)ring); }
int32_t vs_ring_capacity(const vs_ring *ring) { return ring->circle.capacity; }
float *vs_ring_frames(vs_ring *ring) { return ring->circle.frames; }
int64_t *vs_ring_counters(vs_ring *ring) { return (int64_t *)ring->circle.counters; }

int32_t vs_ring_fill(const vs_ring *ring) {
    /* For a third thread, which may be overtaken between the two, it is near enough. */
    const int64_t fill = load(&ring->circle, WRITTEN) - load(&ring->circle, READ);
    return fill > 0 ? (int32_t)fill : 0;
}

int32_t vs_ring_write(vs_ring *ring, const float *frames, int32_t count) {
    const int64_t written = load(&ring->circle, WRITTEN);
    const int64_t room = ring->circle.capacity - (written - load(&ring->circle, READ));
    if (count > room) count = (int32_t)room;
    if (count < 1) return 0;
    copy_in(&ring->circle, written, frames, count);
    store(&ring->circle, WRITTEN, written + count);
    return count;
}

int32_t vs_ring_read(vs_ring *ring, float *out, int32_t count) {
    const int64_t read = load(&ring->circle, READ), fill = load(&ring->circle, WRITTEN) - read;
    if (count > fill) count = (int32_t)fill;
    if (count < 1) return 0;
    copy_out(&ring->circle, read, out, count);
    store(&ring->circle, READ, read + count);
    return count;
}

int32_t vs_ring_drop(vs_ring *ring, int32_t count) {
    const int64_t read = load(&ring->circle, READ), fill = load(&ring->circle, WRITTEN) - read;
    if (count > fill) count = (int32_t)fill;
    if (count < 1) return 0;
    store(&ring->circle, READ, read + count);
    return count;
}

/* ── history ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

vs_history *vs_history_new(int32_t capacity, int32_t channels) { return circle_new(capacity, channels); }
void vs_history_free(vs_history *history) { circle_free((circle *)history); }
int64_t *vs_history_counters(vs_history *history) { return (int64_t *)history->circle.counters; }
int64_t vs_history_written(const vs_history *history) { return load(&history->circle, WRITTEN); }

int64_t vs_history_oldest(const vs_history *history) {
    const int64_t oldest = load(&history->circle, CLAIMED) - history->circle.capacity;
    return oldest > 0 ? oldest : 0;
}

void vs_history_write(vs_history *history, const float *frames, int32_t count, int32_t given_channels) {
    circle *own = &history->circle;
    if (count < 1) return;
    const int64_t end = load(own, WRITTEN) + count;
    store(own, CLAIMED, end);
    atomic_thread_fence(memory_order_seq_cst); /* no sample is overwritten before that is said */
    /* Of a block longer than the whole buffer, the end is kept. */
    const int32_t kept = count < own->capacity ? count : own->capacity, channels = own->channels;
    frames += (size_t)(count - kept) * (size_t)given_channels;
    if (given_channels == channels) {
        copy_in(own, end - kept, frames, kept);
    } else {
        for (int32_t i = 0; i < kept; i++) {
            float *frame = own->frames + (size_t)((end - kept + i) % own->capacity) * (size_t)channels;
            for (int32_t channel = 0; channel < channels; channel++) frame[channel] = frames[i * given_channels];
        }
    }
    store(own, WRITTEN, end);
}

int32_t vs_history_read(const vs_history *history, int64_t start, float *out, int32_t count) {
    const circle *own = &history->circle;
    if (start < 0 || count < 0 || start + count > load(own, WRITTEN)) return -1;
    if (count > own->capacity) return 0;
    copy_out(own, start, out, count);
    atomic_thread_fence(memory_order_seq_cst); /* what follows is asked after all has been copied */
    return start >= vs_history_oldest(history);
}
