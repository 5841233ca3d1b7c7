"""Models of phrases with known numbers, for tests of what plays them."""

from __future__ import annotations

import numpy as np

from vschaos.latent.phrases import PhraseModel, tensor_shapes

HIDDEN, COMPONENTS = 4, 2
STEP_S = 512 / 44100


def known_phrases(dims: int, rest_logit: float = -1.5, size: float = 0.3, longest_rest: int = 12) -> PhraseModel:
    """One without a memory: it rests by chance, and moves on from where it is, or anywhere."""
    shapes = tensor_shapes(dims, HIDDEN, COMPONENTS)
    tensors = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    tensors["head_bias"][0] = rest_logit
    tensors["head_bias"][-COMPONENTS * (dims + 1) :] = -1.0
    tensors["carry"][0] = 0.9
    tensors["basis"][:] = np.diag([*([size] * dims), 6.0])
    tensors["mean"][-1] = -20.0
    return PhraseModel(**tensors, floor_db=-60.0, step_s=STEP_S, longest_rest=longest_rest)
