"""Time of a hop in the compiled core, and in the scripted torch decoder of the same run: in a loop, and between sleeps.

In a loop everything lies in the caches. Between sleeps of 10 ms, about a hop's length, other programs have had them:
this is what a hop costs while playing. Points move from hop to hop; one thread, with real-time priority where the
system grants it, as in playing.

- ``floor_ms``: time for the arithmetic of a hop at the speed of a large matrix product, see ``benchmarks/decode.py``;
- ``network_ms`` and ``synthesis_ms``: the two parts of a hop of one voice, from point to magnitudes to sound;
- ``torch_over_core``: how many times as long the scripted decoder takes, as medians.

Options are in VSCHAOS_CORE_BENCH, for example ``hops=500,voices=1+16,torch=no,instruments=made``.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks._calls import PIECES, walks
from benchmarks._instruments import noise_instrument
from benchmarks._live import options, quantiles
from benchmarks.decode import floor_s, large_product_gflops
from vschaos.configs.compose import compose_config
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core, ffi
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.core_member import Weights, pack
from vschaos.instrument.library import factory_instruments
from vschaos.realtime.scheduling import AUDIO_PRIORITY, sched_rr
from vschaos.transforms.running_phase import GRADIENT

VARIABLE = "VSCHAOS_CORE_BENCH"
CONFIGURATION = "dgt_mid"
SLEEP_S = 0.01
WARM_UP = 20


@dataclass(frozen=True)
class CoreOptions:
    """Hops for each figure, numbers of voices, whether torch is measured, and instruments, ``made`` or ``factory``."""

    hops: int = 200
    voices: str = "1+16+64"
    torch: bool = True
    instruments: str = "made+factory"


Hop = Callable[[], object]


def run(chosen: CoreOptions | None = None) -> dict[str, Any]:
    """Figures by instrument, decoder and number of voices."""
    chosen = chosen or options(VARIABLE, CoreOptions())
    found: dict[str, Any] = {}
    thread = threading.Thread(target=_measure, args=(chosen, found), name="measured")
    thread.start()
    thread.join()
    return found


def _measure(chosen: CoreOptions, found: dict[str, Any]) -> None:
    found["realtime"] = bool(sched_rr(AUDIO_PRIORITY))
    torch.set_num_threads(1)
    with torch.inference_mode():
        gflops = large_product_gflops()
        found["large_product_gflops"] = round(gflops, 1)
        for name, instrument in _instruments(chosen.instruments).items():
            found[name] = _figures(instrument, gflops, chosen)


def _instruments(chosen: str) -> dict[str, Instrument]:
    instruments: dict[str, Instrument] = {}
    if "made" in chosen:
        with tempfile.TemporaryDirectory() as folder:
            config = compose_config(CONFIGURATION, [f"name={CONFIGURATION}"])
            instruments[CONFIGURATION] = read_instrument(noise_instrument(Path(folder) / "made.vschaos", config))
    if "factory" in chosen:
        instruments |= {path.stem: read_instrument(path) for path in factory_instruments()[:1]}
    return instruments


def _figures(instrument: Instrument, gflops: float, chosen: CoreOptions) -> dict[str, Any]:
    live = streaming_instrument(instrument)
    floor_ms = 1000.0 * floor_s(live, gflops)
    found: dict[str, Any] = {"floor_ms": round(floor_ms, 4)}
    counts = [int(count) for count in chosen.voices.split("+")]
    for weights in (Weights.INT16, Weights.FLOAT32):
        opened = CoreInstrument(pack(instrument, weights))
        found[weights.name.lower()] = {
            **{f"voices_{count}": _timed(_decode(opened, count), chosen.hops, count * floor_ms) for count in counts},
            "network": _timed(_network(opened), chosen.hops),
            "synthesis": _timed(_synthesis(opened), chosen.hops),
        }
    if chosen.torch:
        scripted: Any = torch.jit.script(live)
        ours = found[Weights.INT16.name.lower()]
        theirs = {
            f"voices_{count}": _timed(_torch_decode(scripted, count), chosen.hops, count * floor_ms) for count in counts
        }
        found["torch"] = theirs
        found["torch_over_core"] = {
            name: [round(theirs[name][kind] / ours[name][kind], 1) for kind in ("loop_ms", "sleeps_ms")]
            for name in theirs
        }
    return found


def _timed(hop: Hop, hops: int, floor_ms: float = 0.0) -> dict[str, Any]:
    """Medians and 99th percentiles in ms; of the loop, also the median in times of the floor, if there is one."""
    for _ in range(WARM_UP):
        hop()
    loop, sleeps = (quantiles(1000.0 * _times_s(hop, hops, pause_s), 4) for pause_s in (0.0, SLEEP_S))
    found = {
        "loop_ms": loop["median"],
        "loop_p99_ms": loop["p99"],
        "sleeps_ms": sleeps["median"],
        "sleeps_p99_ms": sleeps["p99"],
    }
    return found | ({"times_floor": round(loop["median"] / floor_ms, 1)} if floor_ms else {})


def _times_s(hop: Hop, hops: int, pause_s: float) -> NDArray[np.float64]:
    """How long each call took."""
    times = np.zeros(hops)
    for number in range(hops):
        if pause_s:
            time.sleep(pause_s)
        began = time.perf_counter()
        hop()
        times[number] = time.perf_counter() - began
    return times


# ── what is timed ─────────────────────────────────────────────────────────────────────────────────────────


def _decode(instrument: CoreInstrument, count: int) -> Hop:
    """A hop of all voices."""
    voices = ffi.gc(core.vs_voices_new(instrument.handle, count, 0, 1), core.vs_voices_free)
    numbers, noise = np.arange(count, dtype=np.int32), np.zeros(count, np.float32)
    labels = np.full((count, instrument.label_count), np.nan, np.float32)
    sound = np.empty((count, instrument.hop_samples), np.float32)
    points = _walks(instrument, count)
    fixed = [_pointer("float[]", values) for values in (labels, noise, sound)]
    rows = _pointer("int32_t[]", numbers)

    def hop() -> None:
        core.vs_decode(voices, count, rows, next(points), fixed[0], fixed[1], GRADIENT, fixed[2])

    return hop


def _network(instrument: CoreInstrument) -> Hop:
    """Magnitudes of one point."""
    labels = np.full((1, instrument.label_count), np.nan, np.float32)
    magnitudes, shares = np.empty((2, 1, instrument.bins), np.float32)
    scratch = np.empty(core.vs_network_scratch(instrument.handle, 1), np.float32)
    points = _walks(instrument, 1)
    fixed = [_pointer("float[]", values) for values in (labels, magnitudes, shares, scratch)]

    def hop() -> None:
        core.vs_magnitudes(instrument.handle, 1, next(points), *fixed)

    return hop


def _synthesis(instrument: CoreInstrument) -> Hop:
    """A hop of sound from magnitudes."""
    voices = ffi.gc(core.vs_voices_new(instrument.handle, 1, 0, 1), core.vs_voices_free)
    places = [next(iter_)[0, :, 0].numpy() for iter_ in [walks(1, instrument.latent_dims, 1)] for _ in range(PIECES)]
    frames = zip(*instrument.magnitudes_and_shares(np.array(places)), strict=True)
    spectra = cycle([(_pointer("float[]", magnitudes), _pointer("float[]", shares)) for magnitudes, shares in frames])
    sound = np.empty(instrument.hop_samples, np.float32)
    out = _pointer("float[]", sound)

    def hop() -> None:
        core.vs_voices_hop(voices, 0, *next(spectra), 0.0, GRADIENT, out)

    return hop


def _torch_decode(module: Any, count: int) -> Hop:
    """A hop of all voices by the scripted decoder."""
    points, labels, noise = (
        walks(count, module.latent_dims, 1),
        module.unknown_labels(count, 1),
        torch.zeros(count, 1),
    )
    state = module.initial_synthesis(count)

    def hop() -> None:
        nonlocal state
        _, state = module.decode(next(points), labels, noise, GRADIENT, state)

    return hop


def _walks(instrument: CoreInstrument, count: int) -> Iterator[Any]:
    """Moving points (count, D), as the core reads them."""
    source = walks(count, instrument.latent_dims, 1)
    return cycle([_pointer("float[]", next(source)[:, :, 0].contiguous().numpy()) for _ in range(2 * PIECES)])


def _pointer(kind: str, values: NDArray[Any]) -> Any:
    return ffi.from_buffer(kind, cast(Any, values))
