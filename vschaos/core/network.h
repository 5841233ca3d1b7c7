/* What a network is to the files that open it (instrument.c), code its labels (labels.c) and compute it (network.c).

                 points (D) ─┐
    labels ─ columns ────────┴─ decoder ─┬─ clamp to ceiling ─ contrast undone ─ magnitudes (F)
                                         └─ from a hidden layer: noise ─ sigmoid ─ noise shares (F)

    magnitudes (F) ─ contrast ─┬─ predictors ─ labels that nobody told ─ columns ─┐
                               └─ view ───────────────────────────────────────────┴─ posterior ─ 2·D

   The decoder, the view, the posterior and each predictor are sequences of layers on rows. What surrounds a network
   (standardization, principal components, the axes of the latent space) is multiplied into its layers already. */
#ifndef VSCHAOS_CORE_NETWORK_H
#define VSCHAOS_CORE_NETWORK_H
#include "core.h"

#define VS_TILE 16         /* outputs of an affine layer whose weights lie side by side */
#define VS_CONV_STRIDE 4   /* places along frequency that a convolution makes one of */
#define VS_CONV_KERNEL 8   /* places that it reads: one vector */
#define VS_CONV_PADDING 2  /* zeros before the first place, and behind the last */
#define VS_MOST_WIDTH (1 << 22) /* floats of a row */

/* Kinds of layers; the numbers are those of the member core.bin. */
enum {
    VS_AFFINE_FLOAT,   /* rows times weights, float, plus a bias */
    VS_AFFINE_INT16,   /* the same with whole weights and a scale for each output */
    VS_NORM_SILU,      /* layer norm and SiLU, in place */
    VS_GROUP_SILU,     /* group norm of one group, with a factor and an offset for each channel, and SiLU, in place */
    VS_CONVOLUTION,    /* along frequency: a quarter of the places */
    VS_DECONVOLUTION,  /* transposed: four times the places */
    VS_OFFSET,         /* plus a row, in place */
    VS_RESIZE,         /* cut at the end, or lengthened by zeros */
    VS_LAYER_KINDS
};

typedef struct {
    int32_t kind, inputs, outputs;            /* floats of a row before and after */
    int32_t channels_in, channels_out, places; /* of convolutions and group norms; places before the layer */
    const void *weights;   /* affine: [outputs/16][inputs][16]; convolutions: float [channels_out][channels_in][8] */
    const float *scale;    /* int16: (outputs,), what 1 stands for; norms: factor of an output or a channel */
    const float *bias;     /* (outputs,) or (channels_out,); norms: offset of an output or a channel */
} vs_layer;

typedef struct {
    const vs_layer *layers;
    int32_t count, inputs, outputs;
} vs_sequence;

enum { VS_DECODER, VS_ENCODER, VS_TARGETS }; /* networks that a label may condition */

typedef struct {
    int32_t quantity;                    /* 0: one of several classes; 1: a number on a scale */
    int32_t width;                       /* classes W; 1 of a quantity */
    int32_t columns[VS_TARGETS];         /* that a target is given; 0: the label does not condition it */
    float low, high;                     /* the range that labels are moved into */
    float mean, deviation, least, largest; /* a quantity's in the training set */
    const float *prior;                  /* share of each class, (W,): the code of an unknown label */
    const float *embedding[VS_TARGETS];  /* (W + 1, columns), the last row that of an unknown label; NULL: the code */
    vs_sequence predictor;               /* from features (F,); no layers: the label is not predicted */
} vs_label;

/* How a held point moves by itself, see walk.c; no places: it does not. */
typedef struct {
    int32_t places, dims;
    const float *place;       /* (places, D), coordinates */
    const float *root;        /* (places, D, D), symmetric roots of covariances */
    const float *correlation; /* (places, D + 1), from a hop to the next, 0…1, the last one that of loudness */
    const float *loudness_db; /* (places,), deviation of the level */
    const float *reach;       /* (D,), deviations of the bell that weighs places */
} vs_walk;

enum { VS_MOST_PLACES = 64 };

/* A voice that walks. */
typedef struct {
    uint32_t seed, frames;      /* of its numbers; how many it has had */
    float unit[VS_MOST_DIMS + 1]; /* u, the last one that of loudness */
    float offset[VS_MOST_DIMS]; /* what to add to its point */
    float level_db;             /* and to its level */
} vs_walker;

struct vs_network {
    float gain;           /* of the contrast: features are ln(1 + gain · magnitude) */
    const float *ceiling; /* of the features, (F,) */
    vs_label *labels;
    int32_t label_count, latent_dims, bins;
    int32_t across; /* floats from a row of the scratch memory to the next */
    vs_sequence decoder, view, posterior;
    vs_sequence noise;  /* to logits of the noise shares (F,); no layers: all is tone */
    int32_t noise_from; /* the decoder's layer whose input it reads, too */
    vs_walk walk;
};
typedef struct vs_network vs_network;

/* ── walk.c; all for the audio thread ────────────────────────────────────────────────────────────────────────────── */

void vs_walk_begin(vs_walker *walker, uint32_t seed);

/* The next frame's offset of a voice at this point (D,); one or two frames a hop. */
void vs_walk_on(const vs_walk *walk, int32_t frames_a_hop, const float *point, vs_walker *walker);

/* ── labels.c; all for the audio thread ──────────────────────────────────────────────────────────────────────────── */

/* A label moved into its range; NaN stays. */
float vs_label_within(const vs_label *label, float value);

/* Columns of a target, its `columns` floats, for a label within its range; what is unknown has the expected ones. */
void vs_label_columns(const vs_label *label, int32_t target, float value, float *columns);

/* A predictor's outputs to the label: the most likely class of (W,) logits; the quantity of (mean, log-variance). */
float vs_label_predicted(const vs_label *label, const float *outputs);

#endif
