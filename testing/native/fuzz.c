/* Damaged members: each is refused with a sentence, or opened and played. Run under sanitizers.

   fuzz CASES SEED MEMBER…    makes cases from the members by chance and prints how many were opened and refused.

   What is opened is played: one hop of a voice, one of an analysis, a few steps of the walk. */
#include "core.h"
#include "member.h"
#include <string.h>

#define MOST_MEMBERS 16
#define BLOCK 64

typedef struct {
    unsigned char *bytes;
    size_t size, room;
} content;

static content members[MOST_MEMBERS];
static int32_t member_count;
static uint64_t chance;

static size_t somewhere(size_t size) { return size ? random_bits(&chance) % size : 0; }

/* ── damages; `given` has room for twice the largest member ──────────────────────────────────────────────────────── */

static void flip_bits(content *given) {
    for (uint32_t n = 1 + random_below(&chance, 8); n && given->size; n--)
        given->bytes[somewhere(given->size)] ^= (unsigned char)(1u << random_below(&chance, 8));
}

static void cut(content *given) {
    given->size = somewhere(given->size);
    if (random_below(&chance, 2)) given->size = given->size / BLOCK * BLOCK;
}

/* One of the whole numbers of a record becomes another. */
static void change_number(content *given) {
    static const int32_t odd[] = {0, 1, -1, 2, 7, 16, 64, 4096, 4194304, 4194305, 65536, INT32_MAX, INT32_MIN};
    if (given->size < 4) return;
    const size_t at = random_below(&chance, 2) ? somewhere(given->size / BLOCK + 1) * BLOCK + 4 * random_below(&chance, 12)
                                               : 4 * random_below(&chance, BLOCK / 4);
    int32_t value;
    if (at + 4 > given->size) return;
    memcpy(&value, given->bytes + at, 4);
    switch (random_below(&chance, 4)) {
    case 0: value = odd[random_below(&chance, sizeof odd / sizeof *odd)]; break;
    case 1: value = (int32_t)((uint32_t)value + random_below(&chance, 5) - 2u); break;
    case 2: value = (int32_t)((uint32_t)value << random_below(&chance, 4)); break;
    default: value = (int32_t)random_bits(&chance);
    }
    memcpy(given->bytes + at, &value, 4);
}

/* Two numbers of the same record, such as two sizes, change places. */
static void swap_numbers(content *given) {
    if (given->size < BLOCK) return;
    unsigned char *record = given->bytes + somewhere(given->size / BLOCK) * BLOCK, kept[4];
    const size_t a = 4 * random_below(&chance, 8), b = 4 * random_below(&chance, 8);
    memcpy(kept, record + a, 4), memmove(record + a, record + b, 4), memcpy(record + b, kept, 4);
}

/* A piece of this member or another one comes over, or between, what is there. */
static void splice(content *given) {
    const content *other = &members[random_below(&chance, (uint32_t)member_count)];
    const size_t from = somewhere(other->size) / BLOCK * BLOCK, to = somewhere(given->size) / BLOCK * BLOCK;
    size_t count = somewhere(other->size - from + 1);
    if (random_below(&chance, 2)) {
        if (count > given->size - to) count = given->size - to;
    } else {
        if (count > given->room - given->size) count = given->room - given->size;
        memmove(given->bytes + to + count, given->bytes + to, given->size - to);
        given->size += count;
    }
    memcpy(given->bytes + to, other->bytes + from, count);
}

static void leave_out(content *given) {
    const size_t from = somewhere(given->size) / BLOCK * BLOCK, count = somewhere(given->size - from) / BLOCK * BLOCK;
    memmove(given->bytes + from, given->bytes + from + count, given->size - from - count);
    given->size -= count;
}

/* Nothing but the kind of a layer or a label's form: the sizes may still agree. */
static void change_kind(content *given) {
    if (given->size < BLOCK) return;
    const int32_t kind = (int32_t)random_below(&chance, 9);
    memcpy(given->bytes + somewhere(given->size / BLOCK) * BLOCK, &kind, 4);
}

static void (*const damages[])(content *) = {flip_bits, cut, change_number, swap_numbers, splice, leave_out, change_kind};

/* ── playing ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static float *numbers(size_t count) {
    float *made = calloc(count ? count : 1, sizeof *made);
    if (!made) exit(2);
    return made;
}

static void play(const vs_instrument *instrument) {
    const vs_dimensions size = vs_dimensions_of(instrument);
    const size_t dims = (size_t)size.latent_dims, labels = (size_t)size.label_count, hop = (size_t)size.hop_samples;
    vs_voices *voices = vs_voices_new(instrument, 1, 0, 1);
    vs_analysis *analysis = vs_analysis_new(instrument);
    float *point = numbers(dims), *label = numbers(labels), *out = numbers(hop), *completed = numbers(labels), noise = 0.5f;
    const int32_t first = 0;
    for (size_t k = 0; k < dims; k++) point[k] = random_unit(&chance);
    for (size_t k = 0; k < labels; k++) label[k] = random_below(&chance, 2) ? 3.0f : (float)__builtin_nan("");
    float *offset = numbers(dims), level_db, loudness = 1.0f;
    vs_evenness even = {1.0f, 0.0f, 0.0f};
    vs_evenness_of(instrument, point, label, &even);
    vs_walk_path(instrument, 2, 1, 1, point, offset, &level_db);
    if (voices)
        vs_decode_alive(voices, 1, &first, point, offset, &loudness, &even, label, &noise, VS_GRADIENT, out);
    if (analysis) vs_encode(analysis, out, label, point, completed, NULL);
    vs_voices_free(voices), vs_analysis_free(analysis);
    free(offset), free(point), free(label), free(out), free(completed);
}

int main(int arguments, char **values) {
    if (arguments < 4 || arguments - 3 > MOST_MEMBERS) return 2;
    const long long cases = atoll(values[1]);
    chance = (uint64_t)atoll(values[2]) * 0x9e3779b97f4a7c15u + 1;
    size_t largest = 0;
    for (int k = 3; k < arguments; k++) {
        content *member = &members[member_count++];
        member->bytes = read_file(values[k], &member->size);
        if (member->size > largest) largest = member->size;
    }
    content given = {malloc(2 * largest), 0, 2 * largest};
    long long opened = 0, refused = 0, unchanged = 0, silent = 0;
    if (!given.bytes) return 2;
    for (long long n = 0; n < cases; n++) {
        const content *member = &members[n % member_count];
        memcpy(given.bytes, member->bytes, given.size = member->size);
        for (uint32_t k = 1 + random_below(&chance, 3); k; k--)
            damages[random_below(&chance, sizeof damages / sizeof *damages)](&given);
        unchanged += given.size == member->size && !memcmp(given.bytes, member->bytes, given.size);
        /* Memory of exactly its size, so that a step beyond is noticed. */
        unsigned char *exact = malloc(given.size ? given.size : 1);
        if (!exact) return 2;
        memcpy(exact, given.bytes, given.size);
        const char *why = NULL;
        vs_instrument *instrument = vs_open(exact, given.size, &why);
        free(exact);
        if (instrument) play(instrument), opened++;
        else refused++, silent += !why || !*why || why[strlen(why) - 1] != '.';
        vs_close(instrument);
    }
    for (int32_t k = 0; k < member_count; k++) free(members[k].bytes);
    free(given.bytes);
    printf("{\"opened\": %lld, \"refused\": %lld, \"refused_without_a_sentence\": %lld, \"unchanged\": %lld}\n", opened, refused,
           silent, unchanged);
    return 0;
}
