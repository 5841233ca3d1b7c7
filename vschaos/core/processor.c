/* Which of the libraries a processor can run. x86-64 comes in levels (the System V ABI supplement): 1 is any of them, 3
   has AVX2, FMA and the small instructions that came with them, 4 AVX-512. Other processors have one library, and level 1.

   The compilers' own __builtin_cpu_supports needs a part of their run-time library that zig does not have. */
#include "core.h"

#if defined(__x86_64__)
#include <cpuid.h>

/* Bits of CPUID. */
enum {
    LEAF1_ECX = 1 << 0 | 1 << 9 | 1 << 12 | 1 << 13 | 1 << 19 | 1 << 20 | 1 << 22 | 1 << 23 | 1 << 27 | 1 << 28 | 1 << 29,
    /*          SSE3     SSSE3    FMA       CMPXCHG16B SSE4.1  SSE4.2    MOVBE     POPCNT    OSXSAVE   AVX       F16C */
    LEAF7_EBX = 1 << 3 | 1 << 5 | 1 << 8, /* BMI1, AVX2, BMI2 */
    LEAF7_EBX_512 = 1 << 16 | 1 << 17 | 1 << 28 | 1 << 30, /* AVX-512 F, DQ, CD, BW; and bit 31, VL */
    EXTENDED_ECX = 1 << 0 | 1 << 5,       /* LAHF, LZCNT */
    SAVED = 1 << 1 | 1 << 2,              /* the system saves the halves of 256-bit registers: XCR0 */
    SAVED_512 = 1 << 5 | 1 << 6 | 1 << 7  /* and what 512 bits add */
};

static int has(unsigned int value, unsigned int bits) { return (value & bits) == bits; }

static unsigned int saved_registers(void) {
    unsigned int low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

int32_t vs_processor_level(void) {
    unsigned int a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !has(c, LEAF1_ECX)) return 1;
    if (!has(saved_registers(), SAVED)) return 1;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !has(b, LEAF7_EBX)) return 1;
    const int wide = has(b, LEAF7_EBX_512) && b >> 31 && has(saved_registers(), SAVED_512);
    if (!__get_cpuid(0x80000001u, &a, &b, &c, &d) || !has(c, EXTENDED_ECX)) return 1;
    return wide ? 4 : 3;
}

#else

int32_t vs_processor_level(void) { return 1; }

#endif
