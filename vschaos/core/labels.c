/* Labels: from a number to columns beside a network's input, and from a predictor's outputs to a number.

   A class stands as a column for each class, 1 for itself and 0 for the others, or as a row of learned columns. A
   quantity stands as its distance from the training set's mean, in deviations, and stays at the end of the range that
   was learned. An unknown label stands as what the training set leads to expect. The same as
   vschaos.models.conditioning. */
#include "network.h"
#include "numbers.h"
#include <string.h>

float vs_label_within(const vs_label *label, float value) {
    if (value != value) return value;
    return vs_least(vs_most(value, label->low), label->high);
}

/* The class that a label names, halves to the even one; W where it names none. */
static int32_t class_of(const vs_label *label, float value) {
    const float near = vs_least(vs_most(value, -1.0f), (float)label->width);
    const int32_t number = (int32_t)((near + VS_ROUNDING) - VS_ROUNDING);
    return value != value || number < 0 || number > label->width ? label->width : number;
}

void vs_label_columns(const vs_label *label, int32_t target, float value, float *columns) {
    const int32_t count = label->columns[target];
    const size_t bytes = (size_t)count * sizeof(float);
    if (!count) return;
    if (label->quantity) {
        const float inside = vs_least(vs_most(value, label->least), label->largest);
        columns[0] = vs_finite(value) ? (inside - label->mean) / label->deviation : 0.0f;
        return;
    }
    const int32_t number = class_of(label, value);
    if (label->embedding[target]) {
        memcpy(columns, label->embedding[target] + (size_t)number * (size_t)count, bytes);
    } else if (number == label->width) {
        memcpy(columns, label->prior, bytes);
    } else {
        memset(columns, 0, bytes);
        columns[number] = 1.0f;
    }
}

float vs_label_predicted(const vs_label *label, const float *outputs) {
    if (label->quantity) {
        const float value = outputs[0] * label->deviation + label->mean;
        return vs_least(vs_most(value, label->least), label->largest);
    }
    int32_t best = 0;
    for (int32_t k = 1; k < label->width; k++)
        if (outputs[k] > outputs[best]) best = k;
    return (float)best;
}
