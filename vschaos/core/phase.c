/* The running phase: phases for a stream of magnitudes, a frame at a time. Derivations, and where every number comes
   from: vschaos/transforms/running_phase.py and peaks.py, of which this is the same function; tests hold it to that.

   L are log-magnitudes, in nepers; a frame is cut into regions at its valleys, and a peak owns each:

       L     /\         ___       φ[n, peak] = φ[n−1, peak] + what a sinusoid there advances by in a hop
         ___/  \__    _/   \_     φ[n, m]    = φ[n, peak] + C[m] − C[peak], C the sum over bins of F = ∂φ/∂m
                 \__/             F          = −2·atan(sharpness·∂L/∂n)
         region 1  |  region 2

   Phases are kept in turns, less whole ones, so that no sum costs them digits. Loops are over bins or over peaks; all
   become vectors but two, which run from bin to bin: the sum over bins, and the cutting into regions. */
#include <math.h>
#include <string.h>

#include "core.h"
#include "numbers.h"

#define HANN_GAMMA 0.25645       /* γ / n_fft² of the Gaussian closest to a Hann window */
#define BEYOND 0.35f             /* without look-ahead; see the module named above for these */
#define BEYOND_HALF 0.2f         /* the same moment, with two frames a hop; see docs/phase.md */
#define ONSET_RISE 2.5f          /* nepers in a hop by which a peak rises out of nothing, */
#define ONSET_FLOOR (-13.0f)     /* which is at least this */
#define FLAT 0.05f               /* nepers above its valleys: peaks that rise out of nothing begin with one phase below */
#define SEPARATE 0.3f            /* the first, and each with a phase of its own above the second */
#define FLOOR 1e-7f              /* magnitudes are within these two before their logarithm is taken, */
#define CEILING 1e6f
#define SILENT 1e-15f            /* and count as 0 below this: what fades away must not end in denormal numbers */
#define RIPPLE 1e-5f             /* added to every other log: cuts a flat spectrum into small regions */

static const double fitted_gamma[2] = {0.85, 1.05}; /* share of γ that serves best without and with look-ahead */

vs_phase_rules vs_phase_rules_of(const vs_instrument *instrument, int32_t lookahead, int32_t frames_a_hop) {
    const vs_dimensions *d = &instrument->dimensions;
    const vs_overlap *overlap = &instrument->tables.overlap[frames_a_hop - 1];
    const double hop_share = (double)overlap->hop_samples / d->n_fft;
    return (vs_phase_rules){
        .bins = d->bins,
        .overlap = d->n_fft / overlap->hop_samples,
        .random_power = overlap->random_power,
        .lookahead = lookahead,
        .sharpness = (float)(0.5 * fitted_gamma[lookahead] * HANN_GAMMA / hop_share),
        .beyond = lookahead ? -0.5f : frames_a_hop == 2 ? BEYOND_HALF : BEYOND,
        .steepest = (float)(0.5 * VS_PI * (1.0 - hop_share)),
        .turned = (float)(VS_PI * hop_share),
        .cosine = (float)vs_table_sine(0.5 * hop_share + 0.25),
        .sine = (float)vs_table_sine(0.5 * hop_share),
    };
}

void vs_phase_reset(const vs_phase_rules *rules, vs_phase *phase, uint32_t seed) {
    const float silence = vs_log(FLOOR);
    for (int32_t k = 0; k < rules->bins; k++) phase->turns[k] = phase->bends[k] = 0.0f, phase->logs[k] = silence;
    if (phase->held) memset(phase->held, 0, sizeof(float) * (size_t)rules->bins);
    phase->frames = 0;
    phase->seed = seed;
    phase->ratio = 1.0f;
}

void vs_phase_copy(const vs_phase_rules *rules, vs_phase *to, const vs_phase *from) {
    const size_t bytes = sizeof(float) * (size_t)rules->bins;
    memcpy(to->turns, from->turns, bytes);
    memcpy(to->logs, from->logs, bytes);
    memcpy(to->bends, from->bends, bytes);
    if (to->held) memcpy(to->held, from->held, bytes);
    to->frames = from->frames;
    to->seed = from->seed;
    to->ratio = from->ratio;
}

void vs_phase_pieces(vs_phase *phase, const vs_phase_rules *rules, vs_pieces *pieces) {
    const size_t bins = (size_t)rules->bins;
    phase->turns = vs_float_piece(pieces, bins);
    phase->logs = vs_float_piece(pieces, bins);
    phase->bends = vs_float_piece(pieces, bins);
    phase->held = rules->lookahead ? vs_float_piece(pieces, bins) : NULL;
}

void vs_phase_frame_pieces(vs_phase_frame *frame, int32_t bins, vs_pieces *pieces) {
    const size_t all = (size_t)bins, most_regions = all / 2 + 2;
    float **of_bins[] = {&frame->magnitudes,  &frame->turns,          &frame->logs,           &frame->climb,
                         &frame->bent,        &frame->scratch.now, &frame->scratch.before, &frame->scratch.around, &frame->scratch.surge};
    float **of_regions[] = {&frame->start, &frame->rise, &frame->centre, &frame->limit};
    for (size_t n = 0; n < sizeof of_bins / sizeof *of_bins; n++) *of_bins[n] = vs_float_piece(pieces, all);
    for (size_t n = 0; n < sizeof of_regions / sizeof *of_regions; n++)
        *of_regions[n] = vs_float_piece(pieces, most_regions);
    frame->source = vs_piece(pieces, all * sizeof(int32_t));
    frame->region = vs_piece(pieces, all * sizeof(int32_t));
    frame->peak = vs_piece(pieces, most_regions * sizeof(int32_t));
    frame->first = vs_piece(pieces, most_regions * sizeof(int32_t));
}

/* ── of each bin ─────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Magnitudes in 0…CEILING; 0 for what is not a number. */
static void bounded(int32_t bins, const float *restrict magnitudes, float *restrict made) {
    for (int32_t k = 0; k < bins; k++) {
        const float size = vs_least(vs_most(magnitudes[k], 0.0f), CEILING);
        made[k] = size < SILENT ? 0.0f : size;
    }
}

static void logarithms(int32_t bins, const float *restrict magnitudes, float *restrict logs) {
    for (int32_t k = 0; k < bins; k++) logs[k] = vs_log(vs_most(magnitudes[k], FLOOR));
}

/* −π·F of the frame that goes out, from the change between two frames' logs and the bend of the change before. */
static void slopes(const vs_phase_rules *rules, const float *restrict earlier, const float *restrict later,
                   float *restrict bends, float *restrict slope) {
    const float sharpness = rules->sharpness, beyond = rules->beyond, steepest = rules->steepest;
    for (int32_t k = 0; k < rules->bins; k++) {
        const float bend = vs_atan((later[k] - earlier[k]) * sharpness);
        const float carried = bend + beyond * (bend - bends[k]);
        bends[k] = bend;
        slope[k] = vs_most(vs_least(carried, steepest), -steepest);
    }
}

/* Whether any log-magnitude has risen by more than 1: else no power around a bin can have by 2. */
static int rises(int32_t bins, const float *restrict logs, const float *restrict last) {
    int any = 0;
    for (int32_t k = 0; k < bins; k++) any |= logs[k] - last[k] > 1.0f;
    return any;
}

/* Slopes where an attack begins: those of an impulse in two frames, as the past counts no more. Out of nothing, the change
   does not tell where in the hop it was. */
static void steepen(const vs_phase_rules *rules, const float *restrict logs, const float *restrict last,
                    const float *restrict earlier, const float *restrict later, vs_surge_scratch *scratch,
                    float *restrict slope) {
    const int32_t bins = rules->bins;
    float *restrict now = scratch->now, *restrict before = scratch->before;
    for (int32_t k = 0; k < bins; k++) now[k] = vs_exp(2.0f * logs[k]), before[k] = vs_exp(2.0f * last[k]);
    vs_surge(bins, scratch);
    const float *restrict surge = scratch->surge;
    for (int32_t k = 0; k < bins; k++) {
        const float half = 0.5f * (later[k] - earlier[k]);
        float impulse = vs_atan((vs_exp(half) - rules->cosine) / rules->sine);
        if (!rules->lookahead) {
            const float unsure = vs_most(vs_least(half - 2.0f, 1.0f), 0.0f);
            impulse -= rules->turned;
            impulse += unsure * (rules->steepest - impulse);
        }
        slope[k] += surge[k] * (impulse - slope[k]);
    }
}

/* −C in turns, less whole ones: the sum of slopes up to the middle of each bin. */
static void climbs(int32_t bins, const float *restrict slope, float *restrict climb) {
    double sum = 0.0;
    for (int32_t k = 0; k < bins; k++) {
        sum += (double)slope[k];
        const double turns = (sum - 0.5 * (double)slope[k]) * (1.0 / VS_PI);
        climb[k] = (float)(turns - (double)(int32_t)turns);
    }
}

/* Cut a frame at its valleys. A valley belongs to the region above it; where a top is flat, its left end is the peak.
   Both ends of the frame count as higher than what is beyond. The number of regions, each of which has one peak. */
static int32_t cut_at_valleys(int32_t bins, const float *restrict logs, int32_t *restrict region,
                              int32_t *restrict peak) {
    int32_t peaks = 0, valleys = 0, rises = 1;
    float here = logs[0];
    for (int32_t k = 0; k < bins - 1; k++) { /* without branches: half of them would be foretold wrongly */
        const float next = logs[k + 1] + (k & 1 ? 0.0f : RIPPLE);
        const int32_t rises_on = next > here;
        peak[peaks] = k;
        peaks += rises & ~rises_on;
        valleys += rises_on & ~rises;
        region[k] = valleys;
        rises = rises_on, here = next;
    }
    peak[peaks] = bins - 1;
    region[bins - 1] = valleys;
    return peaks + rises;
}

/* ── of each peak ────────────────────────────────────────────────────────────────────────────────────────────────── */

/* How far above its bin a sinusoid lies, −1…1 bins, by the central difference of log-magnitudes over bins. */
static inline float hann_bin_offset(float difference) {
    const float t = vs_tanh(difference);
    return t / (0.75f + sqrtf(0.5625f - 0.5f * t * t));
}

/* Where each peak's sinusoid lies and what its phase comes to, `before` being that of the last frame; whether any peak
   rises out of nothing, which to rise from a neighbour's skirt is not: a partial that glides. */
static int peaks_go_on(int32_t bins, int32_t overlap, int32_t regions, const int32_t *restrict peak,
                       const float *restrict logs, const float *restrict last, const float *restrict magnitudes,
                       const float *restrict climb, const float *restrict before, float *restrict start,
                       float *restrict rise, float *restrict centre, float *restrict limit) {
    const float hop_share = 1.0f / (float)overlap;
    int any = 0;
    for (int32_t n = 0; n < regions; n++) {
        const int32_t p = peak[n], left = p - (p > 0), right = p + (p < bins - 1);
        const float both = (logs[right] + last[right]) - (logs[left] + last[left]); /* of two frames */
        const float offset = hann_bin_offset(right - left == 2 ? 0.25f * both : 0.0f);
        const float nothing = vs_most(vs_most(vs_most(last[left], last[right]), last[p]), ONSET_FLOOR);
        const float size = offset * magnitudes[p];
        rise[n] = logs[p] - nothing;
        any |= rise[n] > ONSET_RISE;
        centre[n] = (float)p + offset;
        limit[n] = vs_magnitude_of(size);
        /* A bin m advances by m·hop / n_fft turns; whole ones are left out. */
        start[n] = ((float)(p & (overlap - 1)) + offset) * hop_share + climb[p] + before[p];
    }
    return any;
}

void vs_phase_regions_begin(int32_t bins, vs_phase_frame *frame) {
    const int32_t *restrict region = frame->region;
    int32_t *restrict first = frame->first;
    first[0] = 0, first[frame->regions] = bins - 1;
    for (int32_t k = 1; k < bins; k++)
        if (region[k] != region[k - 1]) first[region[k]] = k;
}

/* How far a peak stands out from the higher of its two valleys, nepers. */
static inline float height(const float *logs, int32_t peak, const int32_t *first) {
    return logs[peak] - vs_most(logs[first[0]], logs[first[1]]);
}

/* Peaks that rise out of nothing begin together, at the moment that their slopes describe: phases are those of an
   impulse then, whatever was before. Those that stand out begin with phases of their own, by the number of the frame: many
   that begin with the same phase are a click, and noise is none. */
static void peaks_begin(vs_phase_frame *frame, int32_t bins, const float *slope, uint32_t number, double ratio) {
    double moment = 0.0, weight = 0.0;
    for (int32_t n = 0; n < frame->regions; n++)
        if (frame->rise[n] > ONSET_RISE) {
            const double loud = (double)vs_most(frame->magnitudes[frame->peak[n]], FLOOR);
            moment += loud * (double)slope[frame->peak[n]];
            weight += loud;
        }
    const double turns_a_bin = -moment / (VS_PI * weight);
    vs_phase_regions_begin(bins, frame);
    for (int32_t n = 0; n < frame->regions; n++)
        if (frame->rise[n] > ONSET_RISE) {
            const int32_t p = frame->peak[n];
            const double turns = turns_a_bin * ratio * p;
            const float above = (height(frame->logs, p, frame->first + n) - FLAT) / (SEPARATE - FLAT);
            const float apart = 0.5f * vs_most(vs_least(above, 1.0f), 0.0f) * vs_uniform(number * (uint32_t)bins + (uint32_t)p);
            frame->start[n] = (float)(turns - (double)(int32_t)turns) + apart + frame->climb[p];
        }
}

/* Phases of all bins from those of their peaks. Two and four bins from a sinusoid the spectrum of a Hann window has the
   opposite sign, unless a bin there is too loud to be its side lobe. */
static void follow(int32_t bins, const int32_t *restrict region, const float *restrict start,
                   const float *restrict centre, const float *restrict limit, const float *restrict magnitudes,
                   const float *restrict climb, float *restrict phase, float *restrict turns) {
    for (int32_t k = 0; k < bins; k++) {
        const int32_t n = region[k];
        const float distance = (float)k - centre[n], turn = vs_fraction(start[n] - climb[k]);
        const int32_t lobe = (int32_t)vs_magnitude_of(distance);
        const float opposite = lobe == 2 || lobe == 4 ? 0.5f : 0.0f;
        phase[k] = turn;
        turns[k] = turn + (limit[n] > 4.0f * magnitudes[k] ? opposite : 0.0f);
    }
}

/* ── noise ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

/* How much like a sinusoid each peak looks, 0…1, (regions,): by its height above its valleys, 0.5 to 1.5 nepers, less
   what the shape of its top is off that of a sinusoid under a Hann window. */
static void tonalities(int32_t bins, int32_t regions, const int32_t *restrict peak, const int32_t *restrict first,
                       const float *restrict logs, float *restrict tonal) {
    for (int32_t n = 0; n < regions; n++) {
        const int32_t p = peak[n], inner = p + (p < 1) - (p > bins - 2);
        const float left = logs[inner - 1], right = logs[inner + 1], top = logs[p];
        const float offset = hann_bin_offset(0.5f * (right - left)), squared = vs_least(offset * offset, 0.98f);
        const float off = left - 2.0f * top + right - vs_log((1.0f - squared) / (4.0f - squared));
        const float clear = height(logs, p, first + n) - vs_magnitude_of(off) - 0.5f;
        tonal[n] = vs_most(vs_least(clear, 1.0f), 0.0f);
    }
}

/* How far every bin is from the main lobe of a sinusoid, 0…1. */
static void distances(int32_t bins, const int32_t *restrict region, const int32_t *restrict peak,
                      const float *restrict tonal, float *restrict share) {
    for (int32_t k = 0; k < bins; k++) {
        const int32_t n = region[k], distance = k - peak[n];
        const float away = (float)(distance < 0 ? -distance : distance);
        const float near = vs_most(vs_least(2.0f - 0.5f * away, 1.0f), 0.0f);
        share[k] = 1.0f - near * tonal[n];
    }
}

void vs_phase_noisiness(const vs_phase_rules *rules, vs_phase_frame *frame, float *share) {
    const int32_t bins = rules->bins;
    float *tonal = frame->rise; /* which is needed no more */
    vs_phase_regions_begin(bins, frame);
    tonalities(bins, frame->regions, frame->peak, frame->first, frame->logs, tonal);
    distances(bins, frame->region, frame->peak, tonal, share);
}

/* Phases turned at random. Frames overlap, and their power adds up to a share of itself; magnitudes are raised by that. */
static void turn_at_random(int32_t bins, float random_power, uint32_t first, float *restrict turns,
                           float *restrict magnitudes) {
    const float gain = 1.0f / sqrtf(random_power);
    for (int32_t k = 0; k < bins; k++) {
        turns[k] += 0.5f * vs_uniform(first + (uint32_t)k);
        magnitudes[k] *= gain;
    }
}

/* ── a frame ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

void vs_phase_next(const vs_phase_rules *rules, vs_phase *phase, const float *magnitudes, float ratio, int32_t mode,
                   vs_phase_frame *frame) {
    const int32_t bins = rules->bins;
    const size_t bytes = sizeof(float) * (size_t)bins;
    float *slope = frame->turns; /* until phases lie there */
    if (rules->lookahead) {
        float *later = frame->climb; /* until it is reckoned */
        memcpy(frame->magnitudes, phase->held, bytes);
        bounded(bins, magnitudes, phase->held);
        logarithms(bins, frame->magnitudes, frame->logs);
        logarithms(bins, phase->held, later);
        slopes(rules, frame->logs, later, phase->bends, slope);
        if (rises(bins, frame->logs, phase->logs))
            steepen(rules, frame->logs, phase->logs, frame->logs, later, &frame->scratch, slope);
    } else {
        bounded(bins, magnitudes, frame->magnitudes);
        logarithms(bins, frame->magnitudes, frame->logs);
        slopes(rules, phase->logs, frame->logs, phase->bends, slope);
        if (rises(bins, frame->logs, phase->logs))
            steepen(rules, frame->logs, phase->logs, phase->logs, frame->logs, &frame->scratch, slope);
    }
    climbs(bins, slope, frame->climb);
    frame->regions = cut_at_valleys(bins, frame->logs, frame->region, frame->peak);
    const int rise = peaks_go_on(bins, rules->overlap, frame->regions, frame->peak, frame->logs, phase->logs,
                                 frame->magnitudes, frame->climb, phase->turns, frame->start, frame->rise,
                                 frame->centre, frame->limit);
    if (ratio != 1.0f || phase->ratio != 1.0f) vs_bend_advance(frame, rules->overlap, 0.5f * (phase->ratio + ratio));
    if (rise) peaks_begin(frame, bins, slope, phase->frames, ratio);
    follow(bins, frame->region, frame->start, frame->centre, frame->limit, frame->magnitudes, frame->climb,
           phase->turns, frame->turns);
    frame->sounding = frame->magnitudes;
    if (ratio != 1.0f) {
        vs_phase_regions_begin(bins, frame);
        vs_bend(bins, ratio, phase->turns, frame);
        frame->sounding = frame->bent;
    }
    if (mode == VS_RANDOM)
        turn_at_random(bins, rules->random_power, (phase->seed * VS_VOICE_STEP + phase->frames) * (uint32_t)bins,
                       frame->turns, frame->sounding);
    memcpy(phase->logs, frame->logs, bytes);
    phase->ratio = ratio;
    phase->frames++;
}
