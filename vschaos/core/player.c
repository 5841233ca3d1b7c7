/* A player: everything between the controls and the device.

       host ── targets, notes, parts ──▶ take_up            │ any one thread
                                            │               │
       part ─▶ resampler ─┐                 ▼               │ audio thread
       part ─▶ resampler ─┴─▶ cross-fade ─▶ + audition ─▶ gain ─▶ high-pass, limiter ─┬─▶ out
       (leaving)                                                                       └─▶ history

   Time is counted in ticks, about a hop of the part that sounds. The host works out ahead what sounds from the beginning
   of a tick on: the same performance makes the same samples live and offline, in blocks of any size, and however late
   the host is, as long as it is less than a tick. What somebody touches counts at once, from the next block on.

   Nothing here waits. Targets that count at once go through a mailbox, as meters do; targets of a tick to come and notes
   through rings; and parts are handed over, and back to be freed, by one atomic pointer each. */
#include "mailbox.h"
#include "part.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <immintrin.h>
#endif

enum {
    SHORTEST_TICK = 128, /* samples of an instrument */
    RESTING_TICK = 512,  /* samples of the device, while nothing is heard */
    MOST_SEGMENT = 256,  /* frames that are made at once */
    NOTES_WAITING = 1024,
    TARGETS_WAITING = 4,
    INLET_FRAMES = 1 << 16,
};

static const double GAIN_S = 0.01; /* time constant */

/* Of a cross-fade: a voice out of silence begins like an attack, all partials together, and gets over that unheard. */
static const double SWAP_S = 0.08, SETTLE_S = 0.06;

/* Targets, and how many of those that count at once were handed over before them, or with them. */
typedef struct {
    vs_targets targets;
    int64_t after;
} ordered_targets;

/* A live input on its way to its part. */
typedef struct {
    vs_live_input *live;
    int64_t part;
} listening;

struct vs_player {
    int32_t device_rate_hz;
    /* what the host hands over, and what it gets back */
    ordered_targets touched_box[3]; /* what counts at once */
    vs_mailbox touched_mail;
    ordered_targets ahead[TARGETS_WAITING]; /* what ticks to come sound */
    _Atomic uint32_t ahead_written, ahead_read;
    vs_note notes[NOTES_WAITING];
    _Atomic uint32_t notes_written, notes_read;
    _Atomic(vs_part *) part_arriving, part_gone;
    _Atomic(listening *) input_arriving, input_gone;
    vs_meters meters_box[3];
    vs_mailbox meters_mail;
    vs_ring *inlet;
    vs_audition *audition;
    vs_history *history;
    /* the host's own */
    vs_part *latest; /* part that was swapped in last */
    int64_t parts;   /* that were so far */
    int32_t input_rate_hz;
    int64_t touches; /* targets that counted at once, so far */
    /* the audio thread's own */
    vs_targets targets;
    int64_t touches_heard;
    vs_part *part, *leaving;
    listening *input;  /* whose part is still to come */
    int64_t tick;
    int32_t tick_left; /* samples of the instrument, or of the device while the player rests */
    int32_t rests;     /* whether nothing of the instrument is heard */
    int32_t is_cut;    /* whether that is so until the end of the tick, whatever is to sound */
    int32_t falls;     /* frames in which what sounded before a cut still falls to nothing */
    int32_t panics;
    int32_t faded;     /* frames of a cross-fade that are done; below 0 it has not begun */
    vs_glide gain;
    vs_limiter *limiter;
    float peak;
    int32_t recoveries;
    float made[2 * VS_MOST_FRAMES], other[2 * MOST_SEGMENT], gains[MOST_SEGMENT];
};

static void begin_tick(vs_player *player);

vs_player *vs_player_new(int32_t device_rate_hz) {
    vs_player *player = calloc(1, sizeof *player);
    if (!player) return NULL;
    player->device_rate_hz = device_rate_hz;
    vs_mailbox_init(&player->touched_mail);
    vs_mailbox_init(&player->meters_mail);
    player->gain.decay = vs_decay(GAIN_S * device_rate_hz);
    player->limiter = vs_limiter_new(device_rate_hz, 2);
    player->audition = vs_audition_new();
    player->inlet = vs_ring_new(INLET_FRAMES, 1);
    if (!player->limiter || !player->audition || !player->inlet) return vs_player_free(player), NULL;
    player->tick = -1;
    begin_tick(player);
    return player;
}

static void forget(listening *input) {
    if (input) vs_live_input_free(input->live);
    free(input);
}

void vs_player_free(vs_player *player) {
    if (!player) return;
    vs_part_free(player->part);
    vs_part_free(player->leaving);
    vs_part_free(atomic_load(&player->part_arriving));
    vs_part_free(atomic_load(&player->part_gone));
    forget(atomic_load(&player->input_arriving));
    forget(atomic_load(&player->input_gone));
    forget(player->input);
    vs_ring_free(player->inlet);
    vs_limiter_free(player->limiter);
    vs_audition_free(player->audition);
    free(player);
}

/* ── the host's side ─────────────────────────────────────────────────────────────────────────────────────────────── */

int32_t vs_player_set(vs_player *player, const vs_targets *targets) {
    if (targets->tick <= 0) {
        player->touched_box[player->touched_mail.writer] = (ordered_targets){*targets, ++player->touches};
        vs_mailbox_post(&player->touched_mail);
        return 1;
    }
    const uint32_t at = atomic_load_explicit(&player->ahead_written, memory_order_relaxed);
    if (at - atomic_load_explicit(&player->ahead_read, memory_order_acquire) == TARGETS_WAITING) return 0;
    player->ahead[at % TARGETS_WAITING] = (ordered_targets){*targets, player->touches};
    atomic_store_explicit(&player->ahead_written, at + 1, memory_order_release);
    return 1;
}

void vs_player_tidy(vs_player *player) {
    vs_part_free(atomic_exchange(&player->part_gone, NULL));
    forget(atomic_exchange(&player->input_gone, NULL));
    vs_audition_collect(player->audition);
}

int64_t vs_player_swap(vs_player *player, vs_part *part, const vs_targets *first) {
    vs_player_tidy(player);
    part->number = ++player->parts;
    part->targets = *first;
    part->targets.part = part->number;
    vs_part_set(part, &part->targets);
    if (player->input_rate_hz)
        part->live = vs_live_input_new(part->instrument, part->lookahead, player->input_rate_hz);
    player->latest = part;
    vs_part_free(atomic_exchange(&player->part_arriving, part)); /* one that was never heard */
    return part->number;
}

int32_t vs_player_listen(vs_player *player, int32_t rate_hz) {
    vs_player_tidy(player);
    player->input_rate_hz = rate_hz;
    if (!player->latest) return 1;
    listening *input = calloc(1, sizeof *input);
    if (!input) return 0;
    input->part = player->latest->number;
    if (rate_hz) {
        input->live = vs_live_input_new(player->latest->instrument, player->latest->lookahead, rate_hz);
        if (!input->live) return free(input), 0;
    }
    forget(atomic_exchange(&player->input_arriving, input));
    return 1;
}

vs_ring *vs_player_inlet(vs_player *player) { return player->inlet; }

void vs_player_record(vs_player *player, vs_history *history) { player->history = history; }

vs_audition *vs_player_audition(vs_player *player) { return player->audition; }

int32_t vs_player_note(vs_player *player, const vs_note *note) {
    const uint32_t at = atomic_load_explicit(&player->notes_written, memory_order_relaxed);
    if (at - atomic_load_explicit(&player->notes_read, memory_order_acquire) == NOTES_WAITING) return 0;
    player->notes[at % NOTES_WAITING] = *note;
    atomic_store_explicit(&player->notes_written, at + 1, memory_order_release);
    return 1;
}

vs_meters vs_player_meters(vs_player *player) {
    vs_mailbox_fetch(&player->meters_mail);
    return player->meters_box[player->meters_mail.reader];
}

/* ── the audio thread's side ─────────────────────────────────────────────────────────────────────────────────────── */

int32_t vs_player_silent(const vs_player *player) {
    return (!player->part || !vs_part_heard(player->part)) && vs_audition_silent(player->audition);
}

static void measure(vs_player *player) {
    const vs_part *part = player->part;
    const double rate = player->rests ? player->device_rate_hz : part->dimensions.sample_rate_hz;
    player->meters_box[player->meters_mail.writer] = (vs_meters){
        .tick = player->tick,
        .tick_s = player->tick_left / rate,
        .resampling_s = part ? vs_resampler_delay(part->resampler) / part->dimensions.sample_rate_hz : 0.0,
        .limiter_s = (double)vs_limiter_lookahead(player->limiter) / player->device_rate_hz,
        .peak = player->peak,
        .input_peak = part ? part->input_peak : 0.0f,
        .voices = part ? vs_part_heard(part) : 0,
        .silent = vs_player_silent(player),
        .recoveries = player->recoveries,
        .part = part ? part->number : 0,
    };
    vs_mailbox_post(&player->meters_mail);
    player->peak = 0.0f;
}

static void sound(vs_player *player, const vs_targets *targets) {
    if (vs_player_silent(player)) player->gain.value = targets->gain; /* nobody hears its way there */
    player->targets = *targets;
    if (player->part) vs_part_set(player->part, targets);
    if (player->leaving) player->leaving->targets.playing = targets->playing; /* it stays where it was, but stops, too */
}

/* The latest targets that count by now. Those that were handed over ahead, before something was touched, know nothing of
   it: they are void. */
static void take_up_targets(vs_player *player) {
    const ordered_targets *latest = NULL;
    if (vs_mailbox_fetch(&player->touched_mail)) {
        latest = &player->touched_box[player->touched_mail.reader];
        player->touches_heard = latest->after;
    }
    uint32_t at = atomic_load_explicit(&player->ahead_read, memory_order_relaxed);
    const uint32_t end = atomic_load_explicit(&player->ahead_written, memory_order_acquire);
    for (; at != end; at++) {
        const ordered_targets *next = &player->ahead[at % TARGETS_WAITING];
        if (next->after < player->touches_heard) continue;
        if (next->after > player->touches_heard || next->targets.tick > player->tick) break;
        latest = next;
    }
    if (latest) sound(player, &latest->targets);
    atomic_store_explicit(&player->ahead_read, at, memory_order_release);
}

/* Targets of the tick count from its first sample on. Only here an instrument comes to rest. So blocks of any size do the
   same. */
static void begin_tick(vs_player *player) {
    player->tick++;
    player->is_cut = 0;
    take_up_targets(player);
    vs_part *part = player->part;
    player->rests = !part || (!player->targets.playing && !vs_part_heard(part));
    if (player->rests) {
        if (part && !part->is_new) vs_part_reset(part);
        player->tick_left = RESTING_TICK;
    } else {
        const int32_t hop = part->dimensions.hop_samples;
        player->tick_left = hop * ((SHORTEST_TICK + hop - 1) / hop);
    }
    measure(player);
}

static void take_up_part(vs_player *player) {
    if (player->leaving || !atomic_load_explicit(&player->part_arriving, memory_order_relaxed)) return;
    const int is_heard = player->part && vs_part_heard(player->part);
    if (player->part && !is_heard && atomic_load_explicit(&player->part_gone, memory_order_relaxed)) return;
    vs_part *part = atomic_exchange_explicit(&player->part_arriving, NULL, memory_order_acq_rel);
    if (is_heard) {
        vs_part_take_over(part, player->part);
        player->leaving = player->part;
        player->faded = (int32_t)(-SETTLE_S * player->device_rate_hz);
    } else if (player->part)
        atomic_store_explicit(&player->part_gone, player->part, memory_order_release);
    player->part = part;
    if (player->targets.part < part->number) { /* nothing has been set since the swap */
        if (vs_player_silent(player)) player->gain.value = part->targets.gain;
        player->targets = part->targets;
    } else
        vs_part_set(part, &player->targets);
    if (!player->rests) player->tick_left = 0; /* ticks are those of the new part */
}

static void take_up_input(vs_player *player) {
    if (atomic_load_explicit(&player->input_gone, memory_order_relaxed)) return;
    if (!player->input && atomic_load_explicit(&player->input_arriving, memory_order_relaxed))
        player->input = atomic_exchange_explicit(&player->input_arriving, NULL, memory_order_acq_rel);
    listening *input = player->input;
    if (!input || !player->part || input->part > player->part->number) return;
    if (input->part == player->part->number) {
        vs_live_input *before = player->part->live;
        player->part->live = input->live, player->part->hears = 0;
        input->live = before;
    }
    player->input = NULL;
    atomic_store_explicit(&player->input_gone, input, memory_order_release);
}

/* What the host has handed over: targets, a part, an input, notes. */
static void take_up(vs_player *player) {
    take_up_targets(player);
    take_up_part(player);
    take_up_input(player);
    uint32_t at = atomic_load_explicit(&player->notes_read, memory_order_relaxed);
    const uint32_t end = atomic_load_explicit(&player->notes_written, memory_order_acquire);
    for (; at != end; at++)
        if (player->part) vs_part_note(player->part, &player->notes[at % NOTES_WAITING]);
    atomic_store_explicit(&player->notes_read, at, memory_order_release);
}

/* Render and push frames of the instrument. Returns 0 if they are no numbers. */
static int feed(vs_player *player, vs_part *part, vs_ring *inlet, int32_t count) {
    while (count > 0) {
        const int32_t step = count < VS_MOST_FRAMES ? count : VS_MOST_FRAMES;
        if (!vs_part_render(part, inlet, step, player->made)) return 0;
        vs_resampler_push(part->resampler, player->made, step);
        count -= step;
    }
    return 1;
}

static int32_t swap_frames(const vs_player *player) { return (int32_t)(SWAP_S * player->device_rate_hz); }

/* Mix `count` frames of the part that leaves under those of the one that arrives. Returns 0 if they are no numbers. */
static int cross_fade(vs_player *player, int32_t count, float *out) {
    vs_part *leaving = player->leaving;
    const int32_t frames = swap_frames(player);
    if (player->faded < frames) {
        const float length = (float)frames;
        if (!feed(player, leaving, NULL, vs_resampler_needs(leaving->resampler, count))) return 0;
        vs_resampler_pull(leaving->resampler, player->other, count);
        for (int32_t i = 0; i < count; i++) {
            /* Equal gain, not equal power: no sample steps farther than in one of the two sounds alone. */
            float x = (float)(player->faded + i) / length;
            x = x < 0.0f ? 0.0f : x > 1.0f ? 1.0f : x;
            const float share = x * x * (3.0f - 2.0f * x);
            for (int side = 0; side < 2; side++)
                out[2 * i + side] = share * out[2 * i + side] + (1.0f - share) * player->other[2 * i + side];
        }
        player->faded += count;
    }
    if (player->faded >= frames && !atomic_load_explicit(&player->part_gone, memory_order_relaxed)) {
        atomic_store_explicit(&player->part_gone, leaving, memory_order_release);
        player->leaving = NULL;
    }
    return 1;
}

/* What sounds falls to nothing within the limiter's look-ahead, the rest of the tick is silent, and with the next one the
   instrument begins anew. */
static void cut(vs_player *player) {
    if (player->part) vs_part_reset(player->part);
    if (player->leaving) player->faded = swap_frames(player);
    vs_audition_cut(player->audition);
    player->rests = player->is_cut = 1;
    player->tick_left = RESTING_TICK;
    player->falls = vs_limiter_lookahead(player->limiter);
    player->gain.value = player->targets.gain;
}

/* The next frames of the instruments, up to the end of the tick, of a cross-fade, or `count`. Returns how many; −1 if
   they are no numbers. */
static int32_t render_parts(vs_player *player, int32_t count, float *out) {
    const int32_t to_fade = swap_frames(player) - player->faded;
    if (player->leaving && to_fade > 0 && count > to_fade) count = to_fade;
    if (player->rests) {
        if (count > player->tick_left) count = player->tick_left;
        memset(out, 0, 2 * sizeof(float) * (size_t)count);
        player->tick_left -= count;
    } else {
        vs_part *part = player->part;
        const int32_t room = player->tick_left < VS_MOST_FRAMES ? player->tick_left : VS_MOST_FRAMES;
        const int32_t ready = vs_resampler_ready_after(part->resampler, room);
        if (count > ready) count = ready;
        const int32_t needed = count ? vs_resampler_needs(part->resampler, count) : room;
        if (!feed(player, part, player->inlet, needed)) return -1;
        player->tick_left -= needed;
        vs_resampler_pull(part->resampler, out, count);
    }
    return player->leaving && !cross_fade(player, count, out) ? -1 : count;
}

/* Frames up to the end of the tick, at most `count`. Returns how many, which may be none. */
static int32_t segment(vs_player *player, int32_t count, float *out) {
    if (count > MOST_SEGMENT) count = MOST_SEGMENT;
    take_up(player);
    const int is_wanted = player->part && (player->targets.playing || vs_part_heard(player->part));
    if (player->tick_left == 0 || (player->rests && !player->is_cut && is_wanted)) begin_tick(player);
    if (player->panics != player->targets.panics) {
        player->panics = player->targets.panics;
        cut(player);
    }
    int32_t made = player->falls ? -1 : render_parts(player, count, out);
    if (made < 0) {
        if (!player->falls) player->recoveries++, cut(player);
        made = vs_limiter_fall(player->limiter, player->falls, out, count);
        player->falls -= made, player->tick_left -= made;
    } else {
        vs_audition_add(player->audition, out, made, 2);
        vs_glide_run(&player->gain, player->targets.gain, player->gains, made);
        vs_limiter_run(player->limiter, out, player->gains, made);
    }
    for (int32_t i = 0; i < 2 * made; i++) player->peak = fabsf(out[i]) > player->peak ? fabsf(out[i]) : player->peak;
    if (player->history) vs_history_write(player->history, out, made, 2);
    return made;
}

/* Subnormal numbers, as a fading sound has them, make processors crawl: they are 0 while a player renders. */
typedef struct {
    unsigned int kept;
} flushing;

static flushing begin_flushing(void) {
    flushing before = {0};
#ifdef __SSE2__
    before.kept = _mm_getcsr();
    _mm_setcsr(before.kept | 0x8040);
#endif
    return before;
}

static void end_flushing(flushing before) {
#ifdef __SSE2__
    _mm_setcsr(before.kept);
#else
    (void)before;
#endif
}

void vs_player_render(vs_player *player, int32_t count, float *out) {
    const flushing before = begin_flushing();
    for (int32_t done = 0; done < count;) done += segment(player, count - done, out + 2 * done);
    end_flushing(before);
}

int32_t vs_player_render_tick(vs_player *player, int32_t most, float *out) {
    const flushing before = begin_flushing();
    int32_t done = 0;
    do done += segment(player, most - done, out + 2 * done);
    while (done < most && player->tick_left > 0);
    end_flushing(before);
    return done;
}
