/* A part: the voices of one instrument, at the instrument's own rate.

   A voice has a latent point of its own that follows the pad, labels, and an envelope; the pad's voice, number 0, is held
   for as long as it plays. Every voice's frames begin where the voice begins, so that a note sounds from its first
   sample on, and the work of many voices is spread over the blocks of the device:

       pad      |···|···|···|···|···|···|···|···      | a frame is decoded, · its hop is heard
       note 1     |·······|·······|·······|·····
       note 2         |·······|·······|·······|·

   The pad's, which hands move while it sounds, are twice as dense, and under a window that lets a change be heard sooner.

   Voices whose frames would fall together wait for a moment, see `stagger`; those that do are decoded as one batch, as
   the weights are read but once then. A voice is one row of the decoder, or two where the stereo spread sets left and
   right apart. */
#include "part.h"
#include "numbers.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    VS_BATCH = 16,        /* rows that are decoded at once */
    NARROWING_HOPS = 6,   /* in which the right side fades into the left one when the spread goes back to nothing */
    SLOT_SAMPLES = 64,    /* frames of different notes are at least so far apart … */
    NOTES_PER_SLOT = 8,   /* … but for so many, or twice, four times as many, where there is no room */
    MANY_NOTES = 4,       /* that sound: the work for them counts for more than a fraction of a millisecond */
};

static const float FARTHEST = 1.0f;         /* a bent coordinate */
static const double SILENT = 1e-4;          /* fade below which the pad's voice is not heard, −80 dB */
static const float LEAST_START = 1e-8f;     /* A-weighted power of a start that is silent: nothing is evened to it */
static const float NEPERS_A_DECIBEL = 0.11512925f;
static const double FADE_S = 0.02, PAD_GAIN_S = 0.01; /* time constants */

vs_part *vs_part_new(vs_instrument *instrument, int32_t lookahead, double make_up, int32_t pitch, int32_t octave,
                     int32_t device_rate_hz) {
    const vs_dimensions d = vs_dimensions_of(instrument);
    if (d.label_count > VS_MOST_LABELS || d.latent_dims > VS_MOST_DIMS) return NULL;
    vs_part *part = calloc(1, sizeof *part);
    if (!part) return NULL;
    part->instrument = vs_share(instrument);
    part->dimensions = d, part->lookahead = lookahead, part->make_up = make_up;
    part->pitch = pitch, part->octave = octave;
    part->rows = vs_voices_new(instrument, 2 * VS_VOICES, lookahead, 1);
    part->pad_rows = vs_voices_new(instrument, 2, lookahead, d.hop_samples / d.pad_hop_samples);
    /* What a player's segment needs may be many frames of a fast instrument at a slow device. */
    const int32_t most = 2 * VS_MOST_FRAMES + VS_MOST_FRAMES * (d.sample_rate_hz / device_rate_hz);
    part->resampler = vs_resampler_new(d.sample_rate_hz, device_rate_hz, 2, most);
    const size_t hop = (size_t)d.hop_samples, dims = (size_t)d.latent_dims, labels = (size_t)d.label_count;
    const size_t floats = (2 * VS_VOICES + 3) * hop + VS_BATCH * (2 * dims + labels + 3 + hop) + VS_MOST_FRAMES + dims + labels;
    part->memory = calloc(floats, sizeof(float));
    if (!part->rows || !part->pad_rows || !part->resampler || !part->memory) return vs_part_free(part), NULL;
    float *at = part->memory;
    for (int v = 0; v < VS_VOICES; v++) {
        part->voice[v].left = at, at += hop;
        part->voice[v].right = at, at += hop;
        part->voice[v].hop = v == VS_PAD ? d.pad_hop_samples : d.hop_samples;
    }
    part->points = at, at += VS_BATCH * dims;
    part->offsets = at, at += VS_BATCH * dims;
    part->loudness = at, at += VS_BATCH;
    part->labels = at, at += VS_BATCH * labels;
    part->noises = at, at += VS_BATCH;
    part->frames = at, at += VS_BATCH * hop;
    part->gains = at, at += VS_MOST_FRAMES;
    part->place = at, at += dims + labels;
    part->dry = at, at += hop;
    part->gate = at, at += hop;
    part->kept = at, at += hop;
    part->numbers = (int32_t *)(void *)at;
    part->fade.decay = vs_decay(FADE_S * d.sample_rate_hz);
    part->pad_gain.decay = vs_decay(PAD_GAIN_S * d.sample_rate_hz);
    vs_part_reset(part);
    return part;
}

void vs_part_free(vs_part *part) {
    if (!part) return;
    vs_voices_free(part->rows);
    vs_voices_free(part->pad_rows);
    vs_resampler_free(part->resampler);
    vs_live_input_free(part->live);
    vs_close(part->instrument);
    free(part->memory);
    free(part);
}

void vs_part_reset(vs_part *part) {
    for (int v = 0; v < VS_VOICES; v++) {
        part->voice[v].envelope = (vs_envelope){0};
        part->voice[v].fresh = 1;
        part->voice[v].at = part->voice[v].hop;
        part->voice[v].wide = part->voice[v].narrow = 0;
    }
    part->fade.value = 0.0;
    part->pad_gain.value = part->make_up;
    vs_resampler_reset(part->resampler);
    part->input_peak = 0.0f;
    part->hears = 0;
    part->is_new = 1;
}

void vs_part_set(vs_part *part, const vs_targets *targets) {
    vs_targets before = part->targets;
    part->targets = *targets;
    if (targets->part != part->number) { /* coordinates and labels of another instrument are none of this one's */
        memcpy(part->targets.point, before.point, sizeof before.point);
        memcpy(part->targets.labels, before.labels, sizeof before.labels);
        memcpy(part->targets.input_labels, before.input_labels, sizeof before.input_labels);
        memcpy(part->targets.input_scale, before.input_scale, sizeof before.input_scale);
        memcpy(part->targets.input_offset, before.input_offset, sizeof before.input_offset);
    }
    const vs_dimensions d = part->dimensions;
    part->slopes = vs_slopes_of(targets->attack_s, targets->decay_s, targets->sustain, targets->release_s, d.sample_rate_hz);
    const double smoothing = targets->smoothing_s * d.sample_rate_hz; /* samples */
    part->follow = 1.0 - vs_decay(smoothing / d.hop_samples);
    part->pad_follow = 1.0 - vs_decay(smoothing / d.pad_hop_samples);
    part->even.share = part->even.heard > LEAST_START ? (float)targets->even : 0.0f;
}

int32_t vs_part_even(vs_part *part, const float *point, const float *labels) {
    return vs_evenness_of(part->instrument, point, labels, &part->even);
}

int32_t vs_part_heard(const vs_part *part) {
    int32_t heard = part->fade.value >= SILENT;
    for (int v = 1; v < VS_VOICES; v++) heard += part->voice[v].envelope.stage != VS_OFF;
    return heard;
}

/* ── notes ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Samples until the next frame of a note that begins `wait` samples from now or later, in 0…hop − 1 after it. */
static int32_t next_frame(const vs_voice *voice, int32_t wait) {
    return ((voice->wait + voice->hop - voice->at - wait) % voice->hop + voice->hop) % voice->hop;
}

/* Samples until a note begins. It begins at once, unless the frames of others begin then: it waits for the nearest slot
   that has room, so that a chord is spread over some milliseconds, and so is the work for it from then on. Among many
   notes it begins with the frame of another one in its slot: two are decoded as one batch, which costs less. */
static int32_t stagger(const vs_part *part) {
    const int32_t hop = part->dimensions.hop_samples;
    for (int32_t room = NOTES_PER_SLOT;; room *= 2)
        for (int32_t wait = 0; wait < hop; wait += SLOT_SAMPLES) {
            int32_t crowd = 0, nearest = SLOT_SAMPLES, sounding = 0;
            for (int v = 1; v < VS_VOICES; v++) {
                if (part->voice[v].envelope.stage == VS_OFF) continue;
                const int32_t after = next_frame(&part->voice[v], wait);
                crowd += after < SLOT_SAMPLES || hop - after < SLOT_SAMPLES;
                nearest = after < nearest ? after : nearest;
                sounding++;
            }
            if (crowd < room) return sounding >= MANY_NOTES && nearest < SLOT_SAMPLES ? wait + nearest : wait;
        }
}

/* The oldest note at one of these stages; −1 if there is none. */
static int oldest(const vs_part *part, int32_t first, int32_t last) {
    int found = -1;
    for (int v = 1; v < VS_VOICES; v++) {
        const int32_t stage = part->voice[v].envelope.stage;
        if (stage >= first && stage <= last && (found < 0 || part->voice[v].number < part->voice[found].number)) found = v;
    }
    return found;
}

static void release(vs_part *part, int32_t key, int32_t channel) {
    for (int v = 1; v < VS_VOICES; v++) {
        vs_voice *voice = &part->voice[v];
        const int sounds = voice->envelope.stage == VS_ATTACK || voice->envelope.stage == VS_HELD;
        if (sounds && voice->key == key && voice->channel == channel) voice->envelope.stage = VS_RELEASE;
    }
}

static void start(vs_part *part, const vs_note *note) {
    int32_t sounding = 0, chosen = -1;
    for (int v = 1; v < VS_VOICES; v++) {
        const int32_t stage = part->voice[v].envelope.stage;
        sounding += stage != VS_OFF && stage != VS_CUT;
        if (stage == VS_OFF && chosen < 0) chosen = v;
    }
    for (; sounding >= part->targets.most_notes && sounding > 0; sounding--) { /* released ones make room first */
        const int gone = oldest(part, VS_RELEASE, VS_RELEASE);
        part->voice[gone > 0 ? gone : oldest(part, VS_ATTACK, VS_HELD)].envelope.stage = VS_CUT;
    }
    if (chosen < 0) { /* even voices that end need their places: the quietest of them goes on as the new note */
        for (int v = 1; v < VS_VOICES; v++)
            if (part->voice[v].envelope.stage == VS_CUT
                && (chosen < 0 || part->voice[v].envelope.level < part->voice[chosen].envelope.level))
                chosen = v;
    } else {
        part->voice[chosen].wait = stagger(part);
        part->voice[chosen].at = part->voice[chosen].hop;
        part->voice[chosen].fresh = 1;
        part->voice[chosen].envelope.level = 0.0;
    }
    vs_voice *voice = &part->voice[chosen];
    voice->key = note->key, voice->channel = note->channel, voice->number = ++part->notes;
    memcpy(voice->bend, part->bends[note->channel & 15], sizeof voice->bend);
    voice->placed = note->placed;
    memcpy(voice->place, note->point, sizeof voice->place);
    voice->pitch = note->pitch, voice->cents = note->cents, voice->wheel = part->wheels[note->channel & (VS_CHANNELS - 1)];
    voice->envelope.strength = note->velocity * part->make_up;
    voice->envelope.stage = VS_ATTACK;
}

void vs_part_note(vs_part *part, const vs_note *note) {
    part->is_new = 0;
    switch (note->kind) {
    case VS_NOTE_ON:
        release(part, note->key, note->channel);
        start(part, note);
        break;
    case VS_NOTE_OFF: release(part, note->key, note->channel); break;
    case VS_NOTE_BEND: {
        const float bend[3] = {note->x, note->y, note->z};
        memcpy(part->bends[note->channel & 15], bend, sizeof bend);
        for (int v = 1; v < VS_VOICES; v++)
            if (part->voice[v].channel == note->channel) memcpy(part->voice[v].bend, bend, sizeof bend);
        break;
    }
    case VS_NOTE_MOVE:
        for (int v = 1; v < VS_VOICES; v++)
            if (part->voice[v].channel == note->channel)
                memcpy(part->voice[v].place, note->point, sizeof part->voice[v].place);
        break;
    case VS_PITCH_BEND:
        part->wheels[note->channel & (VS_CHANNELS - 1)] = note->cents;
        for (int v = 1; v < VS_VOICES; v++)
            if (part->voice[v].channel == note->channel) part->voice[v].wheel = note->cents;
        break;
    default:
        for (int v = 1; v < VS_VOICES; v++)
            if (part->voice[v].envelope.stage == VS_ATTACK || part->voice[v].envelope.stage == VS_HELD)
                part->voice[v].envelope.stage = VS_RELEASE;
    }
}

void vs_part_take_over(vs_part *part, const vs_part *other) {
    for (int v = 1; v < VS_VOICES; v++) {
        vs_voice *to = &part->voice[v];
        const vs_voice *from = &other->voice[v];
        if (from->envelope.stage == VS_OFF) continue;
        to->wait = stagger(part), to->at = to->hop, to->fresh = 1;
        to->envelope = from->envelope;
        to->envelope.strength *= part->make_up / other->make_up;
        to->key = from->key, to->channel = from->channel, to->number = from->number;
        memcpy(to->bend, from->bend, sizeof to->bend);
        to->placed = from->placed;
        memcpy(to->place, from->place, sizeof to->place);
        to->pitch = from->pitch, to->cents = from->cents, to->wheel = from->wheel;
    }
    memcpy(part->bends, other->bends, sizeof part->bends);
    memcpy(part->wheels, other->wheels, sizeof part->wheels);
    part->notes = other->notes;
    part->fade.value = other->fade.value;
    part->is_new = 0;
}

/* ── frames ──────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Move a voice's point on by a frame, towards its own place or `base` (D,), bent by its note. */
static void follow(const vs_part *part, vs_voice *voice, const double *base) {
    const int bent = voice != &part->voice[VS_PAD];
    const double share = bent ? part->follow : part->pad_follow;
    for (int k = 0; k < part->dimensions.latent_dims; k++) {
        double target = voice->placed ? voice->place[k] : base[k];
        if (bent && k < 3) {
            target += voice->bend[k];
            target = target < -FARTHEST ? -FARTHEST : target > FARTHEST ? FARTHEST : target;
        }
        voice->point[k] = voice->fresh ? target : voice->point[k] + share * (target - voice->point[k]);
    }
}

/* Whether a voice has a right side of its own in this frame, and how much of the left one is in it. */
static int widen(vs_part *part, int v) {
    vs_voice *voice = &part->voice[v];
    vs_voices *rows = v == VS_PAD ? part->pad_rows : part->rows;
    const int wanted = part->targets.spread > 0.0;
    if (voice->fresh) voice->wide = voice->narrow = 0;
    const int wide = wanted || (voice->wide && voice->narrow < NARROWING_HOPS);
    voice->narrow_before = wide ? voice->narrow : 0;
    voice->narrow = !wide ? 0 : !wanted ? voice->narrow + 1 : voice->narrow ? voice->narrow - 1 : 0;
    if (voice->fresh) { /* every note with noise of its own */
        const uint32_t seed = (uint32_t)(2 * voice->number);
        vs_voices_reset(rows, 2 * v, seed);
        if (wide) vs_voices_reset(rows, 2 * v + 1, seed + 1);
    } else if (wide && !voice->wide)
        vs_voices_copy(rows, 2 * v + 1, 2 * v);
    return voice->wide = wide;
}

/* Fade a right side into the left one, or back: where the spread went to nothing, and where it came again meanwhile. */
static void narrow(vs_voice *voice) {
    const float hops = (float)NARROWING_HOPS, from = (float)voice->narrow_before / hops, to = (float)voice->narrow / hops;
    for (int32_t i = 0; i < voice->hop; i++) {
        const float share = from + (to - from) * (float)(i + 1) / (float)voice->hop;
        voice->right[i] = (1.0f - share) * voice->right[i] + share * voice->left[i];
    }
}

/* How a voice moves by itself in this frame: to `offset` (D,) and its loudness, 0 where it stands, as under live sound
   that comes in. What is frozen keeps the offset that it has. */
static float walk_on(const vs_part *part, vs_voice *voice, float *offset) {
    const vs_walk *walk = &part->instrument->network->walk;
    const vs_targets *t = &part->targets;
    vs_walker *walker = &voice->walker;
    if (voice->fresh) vs_walk_begin(walker, (uint32_t)voice->number);
    if (!walk->places || !(t->life > 0.0) || (voice == &part->voice[VS_PAD] && part->hears)) return 0.0f;
    if (!t->freeze || !walker->frames) {
        float point[VS_MOST_DIMS];
        for (int k = 0; k < walk->dims; k++) point[k] = (float)voice->point[k];
        vs_walk_on(walk, part->dimensions.hop_samples / voice->hop, point, walker);
    }
    const float life = (float)t->life;
    for (int k = 0; k < walk->dims; k++) offset[k] = life * walker->offset[k];
    return vs_exp(life * walker->level_db * NEPERS_A_DECIBEL);
}

/* Write the decoder's rows of one voice after the first `count`; returns how many there are now. */
static int32_t place(vs_part *part, int v, const double *base, const float *labels, int32_t count) {
    const vs_dimensions d = part->dimensions;
    vs_voice *voice = &part->voice[v];
    follow(part, voice, base);
    float offset[VS_MOST_DIMS];
    const float loudness = walk_on(part, voice, offset);
    const int sides = widen(part, v) ? 2 : 1;
    const float cents = v == VS_PAD ? 0.0f : voice->cents + voice->wheel;
    for (int side = 0; side < sides; side++, count++) {
        const double spread = side ? -part->targets.spread : part->targets.spread;
        float *point = part->points + count * d.latent_dims, *label = part->labels + count * d.label_count;
        for (int k = 0; k < d.latent_dims; k++) point[k] = (float)(voice->point[k] + (k % 2 ? -spread : spread));
        part->loudness[count] = loudness;
        if (loudness > 0.0f) memcpy(part->offsets + count * d.latent_dims, offset, sizeof(float) * (size_t)d.latent_dims);
        memcpy(label, labels, sizeof(float) * (size_t)d.label_count);
        if (v != VS_PAD && voice->key >= 0 && part->pitch >= 0 && part->octave >= 0) {
            label[part->pitch] = (float)(voice->pitch % 12);
            label[part->octave] = (float)(voice->pitch / 12 - 1);
        }
        part->noises[count] = (float)part->targets.noise;
        vs_voices_bend(v == VS_PAD ? part->pad_rows : part->rows, 2 * v + side, (float)part->targets.bend + cents);
        part->numbers[count] = 2 * v + side;
    }
    voice->fresh = 0;
    return count;
}

/* Decode these rows, of the pad or of notes, and hand every voice its hop. */
static void decode(vs_part *part, vs_voices *rows, int32_t count) {
    const int of_pad = rows == part->pad_rows;
    const int32_t hop = part->voice[of_pad ? VS_PAD : 1].hop;
    const size_t bytes = sizeof(float) * (size_t)hop;
    const vs_evenness none = {0}, *even = of_pad && part->hears ? &none : &part->even; /* what comes in stays as loud */
    vs_decode_alive(rows, count, part->numbers, part->points, part->offsets, part->loudness, even, part->labels,
                    part->noises, part->targets.phase_mode, part->frames);
    for (int32_t r = 0; r < count; r++) {
        vs_voice *voice = &part->voice[of_pad ? VS_PAD : part->numbers[r] / 2];
        const float *frame = part->frames + r * hop;
        if (part->numbers[r] % 2) {
            memcpy(voice->right, frame, bytes);
            if (voice->narrow || voice->narrow_before) narrow(voice);
        } else {
            memcpy(voice->left, frame, bytes);
            memcpy(voice->right, frame, bytes);
        }
        voice->at = 0;
    }
}

/* The next frame of the pad at `base`, as loud as it is played: made up for, but a live sound that it follows goes out as
   loud as it came, as a gain between a microphone and a loudspeaker would feed back. */
static void decode_pad(vs_part *part, const double *base, const float *labels, double gain) {
    vs_voice *pad = &part->voice[VS_PAD];
    decode(part, part->pad_rows, place(part, VS_PAD, base, labels, 0));
    for (int32_t done = 0; done < pad->hop; done += VS_MOST_FRAMES) {
        const int32_t count = pad->hop - done < VS_MOST_FRAMES ? pad->hop - done : VS_MOST_FRAMES;
        vs_glide_run(&part->pad_gain, gain, part->gains, count);
        for (int32_t i = 0; i < count; i++) {
            pad->left[done + i] *= part->gains[i];
            pad->right[done + i] *= part->gains[i];
        }
    }
}

/* A hop of live input: where it is in the latent space, or what the instrument makes of it with its own phase. */
static void hear(vs_part *part, vs_ring *inlet) {
    const vs_targets *t = &part->targets;
    const vs_live_controls controls = {
        t->input_scale, t->input_offset, t->input_labels, (float)t->input_opens, (float)t->input_shuts, t->input_phase};
    part->input_peak =
        vs_live_input_hop(part->live, inlet, &controls, part->place, part->kept, part->dry, part->gate);
    part->keeps_phase = t->input_phase;
    part->heard = 0;
}

/* The pad's frame where live input moves it: what the instrument makes of the input, and the input itself beside it. */
static void follow_input(vs_part *part, vs_ring *inlet) {
    const vs_dimensions d = part->dimensions;
    vs_voice *pad = &part->voice[VS_PAD];
    if (!part->hears) {
        vs_ring_drop(inlet, vs_ring_fill(inlet));
        vs_live_input_reset(part->live);
        part->hears = 1, part->heard = d.hop_samples;
    }
    if (part->heard == d.hop_samples) hear(part, inlet);
    if (part->keeps_phase) {
        memcpy(pad->left, part->kept + part->heard, sizeof(float) * (size_t)pad->hop);
        memcpy(pad->right, pad->left, sizeof(float) * (size_t)pad->hop);
        pad->at = 0, pad->fresh = 1; /* the voice itself has a gap now */
    } else {
        double base[VS_MOST_DIMS];
        for (int k = 0; k < d.latent_dims; k++) base[k] = part->place[k];
        decode_pad(part, base, part->place + d.latent_dims, 1.0);
    }
    const float wet = (float)part->targets.input_mix, dry = 1.0f - wet;
    for (int32_t i = 0; i < pad->hop; i++, part->heard++) {
        const float gate = part->gate[part->heard] * wet, beside = part->dry[part->heard] * dry;
        pad->left[i] = gate * pad->left[i] + beside;
        pad->right[i] = gate * pad->right[i] + beside;
    }
}

/* Decode the frames that are due. */
static void refill(vs_part *part, vs_ring *inlet, int pad_is_heard) {
    const vs_targets *t = &part->targets;
    const int pad_is_due = pad_is_heard && part->voice[VS_PAD].at == part->voice[VS_PAD].hop;
    const int listens = t->input && part->live && inlet; /* a part that leaves hears nothing */
    if (!listens) part->hears = 0, part->input_peak = 0.0f;
    if (pad_is_due && listens) follow_input(part, inlet);
    if (pad_is_due && !listens) decode_pad(part, t->point, t->labels, part->make_up * (1.0 - t->rest));
    int32_t count = 0;
    for (int v = 1; v < VS_VOICES; v++) {
        const vs_voice *voice = &part->voice[v];
        if (voice->envelope.stage == VS_OFF || voice->wait || voice->at < voice->hop) continue;
        if (count + 2 > VS_BATCH) decode(part, part->rows, count), count = 0;
        count = place(part, v, t->point, t->labels, count);
    }
    if (count) decode(part, part->rows, count);
}

/* ── samples ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Samples until the next frame of any voice, at most `most`. */
static int32_t until_next_frame(const vs_part *part, int pad_is_heard, int32_t most) {
    const int32_t of_pad = part->voice[VS_PAD].hop - part->voice[VS_PAD].at;
    if (pad_is_heard && of_pad < most) most = of_pad;
    for (int v = 1; v < VS_VOICES; v++) {
        const vs_voice *voice = &part->voice[v];
        if (voice->envelope.stage == VS_OFF) continue;
        const int32_t left = voice->wait ? voice->wait : voice->hop - voice->at;
        if (left < most) most = left;
    }
    return most;
}

int vs_part_render(vs_part *part, vs_ring *inlet, int32_t count, float *out) {
    vs_voice *pad = &part->voice[VS_PAD];
    part->is_new = 0;
    memset(out, 0, 2 * sizeof(float) * (size_t)count);
    for (int32_t done = 0; done < count;) {
        /* At the end of a frame, wherever blocks end. */
        if (!part->targets.playing && part->fade.value < SILENT && pad->at == pad->hop) part->fade.value = 0.0;
        const int pad_is_heard = part->targets.playing || part->fade.value > 0.0;
        if (!pad_is_heard) pad->fresh = 1, pad->at = pad->hop;
        refill(part, inlet, pad_is_heard);
        const int32_t step = until_next_frame(part, pad_is_heard, count - done);
        float *restrict gains = part->gains, *here = out + 2 * done;
        if (pad_is_heard) {
            vs_glide_run(&part->fade, part->targets.playing ? 1.0 : 0.0, gains, step);
            vs_mix(here, gains, pad->left + pad->at, pad->right + pad->at, step);
            pad->at += step;
        }
        for (int v = 1; v < VS_VOICES; v++) {
            vs_voice *voice = &part->voice[v];
            if (voice->envelope.stage == VS_OFF) continue;
            if (voice->wait) {
                voice->wait -= step;
                continue;
            }
            vs_envelope_run(&voice->envelope, &part->slopes, gains, step);
            vs_mix(here, gains, voice->left + voice->at, voice->right + voice->at, step);
            voice->at += step;
        }
        done += step;
    }
    float sum = 0.0f;
    for (int32_t i = 0; i < 2 * count; i++) sum += out[i] - out[i]; /* 0, or no number */
    return sum == 0.0f;
}
