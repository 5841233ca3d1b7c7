"""Some seconds of an instrument as a sound file, to hear it without loading it. Runs on a worker thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import write_audio
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.opening import read_to_play
from vschaos.instrument.qualities import measure_loudness
from vschaos.instrument.start import sounding_points
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import LoadedInstrument, prepare
from vschaos.realtime.offline import Hands, render

SECONDS = 6.0
STEP_S = 0.75
"""It stays so long at each sound."""

GLIDE_S = 0.12
MEASURED = 256
"""Of so many points at most it is found out which are rests."""

SEED = 1


def write_preview(path: Path, target: Path) -> None:
    """Write an instrument's preview, as it sounds live: playing by itself where it can, else over some of its sounds.

    Raises
    ------
    VschaosError
        If the instrument is damaged, or the preview cannot be written.
    """
    instrument = read_to_play(path)
    loaded = prepare(instrument, str(path))
    performance = Performance(loaded.playable, SEED, loaded.terrain, loaded.phrases)
    by_itself = loaded.phrases is not None
    values = {"play": 1.0, "wander": 1.0} if by_itself else {"play": 1.0, "glide": GLIDE_S}
    performance.touch([Touch(control, (value,)) for control, value in values.items()], Origin.CLI)
    sound = render(loaded, performance, SECONDS, None if by_itself else _walk(_some_sounds(instrument, loaded)))
    write_audio(target, sound.T, loaded.sample_rate_hz)


def _walk(points: NDArray[np.float32]) -> Hands:
    """Hands that go from one point to the next."""
    waiting = deque(enumerate(points.tolist()))

    def hands(time_s: float) -> Sequence[Touch]:
        if not waiting or time_s < waiting[0][0] * STEP_S:
            return ()
        return [Touch("latents", tuple(waiting.popleft()[1]))]

    return hands


def _some_sounds(instrument: Instrument, loaded: LoadedInstrument) -> NDArray[np.float32]:
    """A few points (n, D) from all of its sounds, without rests; none for an instrument that has kept no points."""
    points = instrument.points[:: len(instrument.points) // MEASURED + 1].clip(-1.0, 1.0)
    if not len(points):
        return points
    labels = np.array(instrument.card.played_defaults, np.float32)
    heard = points[sounding_points(measure_loudness(loaded.core, points, labels))]
    steps = np.linspace(0, len(heard) - 1, 2 * int(SECONDS / STEP_S) + 1)[1::2]
    return heard[steps.astype(np.intp)]
