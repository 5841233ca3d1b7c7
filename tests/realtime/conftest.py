"""Instruments whose sound is known, as the engine has them; and what a performance asks for."""

from dataclasses import replace

import pytest

from tests.known_sounds import DIMS, HOP_SAMPLES, RATE_HZ, Tone, known, loaded
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Sounding, still
from vschaos.performance.state import initial_state

RATE, HOP = RATE_HZ, HOP_SAMPLES


def at(latent=(0.0,) * DIMS, notes=(), panics=0, labels=None, **values) -> Sounding:
    """What sounds with some controls away from their default; a point in an id is written as two underscores."""
    state = initial_state(Playable(DIMS))
    given = {name.replace("__", "."): float(value) for name, value in values.items()}
    assert given.keys() <= state.values.keys()
    state = replace(state, latent=latent, values={**state.values, **given}, triggers={"panic": panics})
    return replace(still(state), notes=tuple(notes), labels=labels or {})


@pytest.fixture
def sine():
    """Half of full scale at 430 Hz."""
    return loaded(known(Tone(20, 0.5)))
