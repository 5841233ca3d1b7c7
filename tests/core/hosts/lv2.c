/* The core as a plugin of another host: four coordinates in, one channel out, at the instrument's own rate. The
   instrument is the file instrument.bin in the plugin's folder. */
#include "vschaos_core.h"
#include <lv2/core/lv2.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AXES = 4, OUT = AXES + 1 }; /* ports: coordinates, sound in, which is not heard, and sound out */

typedef struct {
    vs_instrument *instrument;
    vs_voices *voices;
    vs_dimensions size;
    const float *axes[AXES];
    float *out, *point, *labels, *hop;
    int32_t heard; /* samples of the hop */
} plugin;

static void cleanup(LV2_Handle handle) {
    plugin *self = handle;
    vs_voices_free(self->voices);
    vs_close(self->instrument);
    free(self->point), free(self->labels), free(self->hop), free(self);
}

static vs_instrument *open_file(const char *folder) {
    char path[4096];
    snprintf(path, sizeof path, "%s/instrument.bin", folder);
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    const size_t bytes = (size_t)ftell(file);
    rewind(file);
    void *member = malloc(bytes);
    vs_instrument *instrument = member && fread(member, 1, bytes, file) == bytes ? vs_open(member, bytes, NULL) : NULL;
    fclose(file);
    free(member);
    return instrument;
}

static LV2_Handle instantiate(const LV2_Descriptor *descriptor, double rate_hz, const char *folder,
                              const LV2_Feature *const *features) {
    (void)descriptor, (void)rate_hz, (void)features;
    plugin *self = calloc(1, sizeof *self);
    if (!self) return NULL;
    self->instrument = open_file(folder);
    if (!self->instrument) return cleanup(self), NULL;
    self->size = vs_dimensions_of(self->instrument);
    self->voices = vs_voices_new(self->instrument, 1, 0, 1);
    self->point = calloc((size_t)self->size.latent_dims, sizeof(float));
    self->labels = calloc((size_t)self->size.label_count + 1, sizeof(float));
    self->hop = calloc((size_t)self->size.hop_samples, sizeof(float));
    if (!self->voices || !self->point || !self->labels || !self->hop) return cleanup(self), NULL;
    for (int32_t k = 0; k < self->size.label_count; k++) self->labels[k] = NAN;
    vs_voices_reset(self->voices, 0, 1);
    self->heard = self->size.hop_samples;
    return self;
}

static void connect_port(LV2_Handle handle, uint32_t port, void *data) {
    plugin *self = handle;
    if (port < AXES) self->axes[port] = data;
    if (port == OUT) self->out = data;
}

static void run(LV2_Handle handle, uint32_t count) {
    plugin *self = handle;
    const int32_t hop = self->size.hop_samples, voice = 0;
    const float noise = 0.0f;
    for (uint32_t done = 0; done < count;) {
        if (self->heard == hop) {
            for (int32_t k = 0; k < AXES && k < self->size.latent_dims; k++) self->point[k] = *self->axes[k];
            vs_decode(self->voices, 1, &voice, self->point, self->labels, &noise, VS_GRADIENT, self->hop);
            self->heard = 0;
        }
        const uint32_t left = (uint32_t)(hop - self->heard), step = count - done < left ? count - done : left;
        memcpy(self->out + done, self->hop + self->heard, step * sizeof(float));
        done += step, self->heard += (int32_t)step;
    }
}

static const LV2_Descriptor DESCRIPTOR = {.URI = "urn:vschaos:test",
                                          .instantiate = instantiate,
                                          .connect_port = connect_port,
                                          .run = run,
                                          .cleanup = cleanup};

LV2_SYMBOL_EXPORT const LV2_Descriptor *lv2_descriptor(uint32_t index) { return index ? NULL : &DESCRIPTOR; }
