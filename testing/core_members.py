"""Members ``core.bin`` of small instruments that have all kinds of layers and labels."""

from __future__ import annotations

from dataclasses import replace

from testing.walks import known_walk
from vschaos.configs.schema import (
    ConditioningConfig,
    NetworkConfig,
    PredictionConfig,
    PredictorConfig,
    RepresentationConfig,
)
from vschaos.instrument.build import untrained
from vschaos.instrument.core_member import Weights, pack

REPRESENTATION = RepresentationConfig(n_fft=128, hop_samples=32)
_CONDITIONING = {
    "pitch": ConditioningConfig(12, ("encoder", "decoder"), "Embedding", 3),
    "octave": ConditioningConfig(4, ("decoder",), "OneHot"),
    "loudness": ConditioningConfig(1, ("decoder",), "Continuous"),
}
_PREDICTION = {
    "octave": PredictionConfig(4, args=PredictorConfig(hidden_dims=(8,))),
    "loudness": PredictionConfig(1, args=PredictorConfig(hidden_dims=(8,), target_dist="Normal")),
}


def dense_member(weights: Weights = Weights.INT16) -> bytes:
    """Of affine layers and norms, with labels of all kinds, some of them predicted, and a walk."""
    encoder = NetworkConfig("MLPEncoder", (16,), components=12)
    decoder = NetworkConfig("MLPDecoder", (16, 24), components=12)
    instrument = untrained(
        latent_dims=3,
        conditioning=_CONDITIONING,
        prediction=_PREDICTION,
        representation=REPRESENTATION,
        encoder=encoder,
        decoder=decoder,
    )
    return pack(replace(instrument, walk=known_walk(3)), weights)


def convolutional_member() -> bytes:
    """Of convolutions and their group norms."""
    encoder, decoder = NetworkConfig("ConvEncoder", (4, 6)), NetworkConfig("DeconvEncoder", (6, 4))
    return pack(untrained(latent_dims=2, representation=REPRESENTATION, encoder=encoder, decoder=decoder))


def small_members() -> dict[str, bytes]:
    """The members, by name."""
    return {
        "dense": dense_member(),
        "dense_float32": dense_member(Weights.FLOAT32),
        "convolutional": convolutional_member(),
    }
