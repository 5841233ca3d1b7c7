/* An instrument's member from a file, and numbers drawn by chance: for the programs beside it. */
#ifndef VSCHAOS_TESTING_MEMBER_H
#define VSCHAOS_TESTING_MEMBER_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The bytes of a file, which the caller frees. */
static unsigned char *read_file(const char *path, size_t *bytes) {
    FILE *file = fopen(path, "rb");
    if (!file) perror(path), exit(2);
    fseek(file, 0, SEEK_END);
    *bytes = (size_t)ftell(file);
    rewind(file);
    unsigned char *content = malloc(*bytes);
    if (!content || fread(content, 1, *bytes, file) != *bytes) perror(path), exit(2);
    fclose(file);
    return content;
}

/* A random number (xorshift); the state is not 0. */
static uint32_t random_bits(uint64_t *state) {
    *state ^= *state << 13, *state ^= *state >> 7, *state ^= *state << 17;
    return (uint32_t)(*state >> 32);
}

/* 0 … below − 1; below > 0. */
static uint32_t random_below(uint64_t *state, uint32_t below) { return random_bits(state) % below; }

/* −1 … 1 */
static inline float random_unit(uint64_t *state) { return (float)random_bits(state) * (2.0f / 4294967296.0f) - 1.0f; }

#endif
