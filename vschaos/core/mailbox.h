/* The latest of something, from one thread to another, without a wait: three buffers, of which the writer has one, the
   reader one, and the third lies between them. Each side exchanges its own for the one in the middle::

       writer [0] ──post──▶ middle [1] ──fetch──▶ reader [2]        NEW: the reader has not had it yet
*/
#ifndef VSCHAOS_CORE_MAILBOX_H
#define VSCHAOS_CORE_MAILBOX_H
#include <stdatomic.h>
#include <stdint.h>

typedef struct {
    int32_t writer, reader; /* numbers of their buffers */
    _Atomic int32_t middle;
} vs_mailbox;

enum { VS_NEW = 4 };

static inline void vs_mailbox_init(vs_mailbox *box) {
    box->writer = 0, box->reader = 2;
    atomic_init(&box->middle, 1);
}

/* Hand over the writer's buffer, and get another one to write. */
static inline void vs_mailbox_post(vs_mailbox *box) {
    box->writer = atomic_exchange_explicit(&box->middle, box->writer | VS_NEW, memory_order_acq_rel) & ~VS_NEW;
}

/* Make the latest buffer the reader's. Returns 0 if it has it already. */
static inline int vs_mailbox_fetch(vs_mailbox *box) {
    if (!(atomic_load_explicit(&box->middle, memory_order_relaxed) & VS_NEW)) return 0;
    box->reader = atomic_exchange_explicit(&box->middle, box->reader, memory_order_acq_rel) & ~VS_NEW;
    return 1;
}

#endif
