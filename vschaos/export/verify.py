"""The check that an export has to pass before it is offered. Runs in a fresh process, with the file as nn~ gets it.

Only ``torch.jit.load`` and what the file itself offers are used: no module of the program that wrote it takes part in
the sound. Each check returns a sentence with what it measured, or raises.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vschaos.errors import ExportError
from vschaos.export.nn_tilde import FLOAT_ATTRIBUTE, INT_ATTRIBUTE, MAX_RATIO, METHODS
from vschaos.export.operators import NEWEST_LIBTORCH, OLDEST_LIBTORCH, check_operators
from vschaos.export.reference import Reference
from vschaos.export.report import Check, Verified

LIVE_TOLERANCE = 1e-5
"""Largest difference from the live instrument, relative to the larger of 1 and its peak."""

CHUNK_TOLERANCE_DB = -60.0
"""Power of what cutting a signal into calls may change, relative to the signal's. Matrix products of different sizes
round differently, and the phase of a bin between two equal peaks hangs on the last bit; a lost state gives 0 dB."""

ATTRIBUTE_TRIALS = (
    ("noise", (math.nan, -0.1, 1.1, 0.5, 0.0), [-1, -1, -1, 0, 0]),
    ("phase", (-1, 3, 2, 1, 0), [-1, -1, 0, 0, 0]),
    ("reset", (2, 0, 1), [-1, 0, 0]),
)
"""Values that are set one after the other, and the answers that are right; each ends with what was there before."""

CHUNK_HOPS = (1, 2, 8)
VOICES = (1, 4)
TIMED_BUFFER_SAMPLES = 2048
TIMED_CALLS = 100
REMEDY = (
    "Export again; if it fails again, the instrument itself is at fault: train it a little longer, or choose another."
)


def verify_export(path: Path, reference: Reference) -> Verified:
    """Try everything that nn~ may do with a file.

    Raises
    ------
    ExportError
        With the first check that failed.
    """
    try:
        module = torch.jit.load(str(path), map_location="cpu")
    except (RuntimeError, ValueError, OSError) as error:
        raise ExportError("The exported file cannot be loaded again.", REMEDY) from error
    module.eval()
    checks: Sequence[tuple[str, Callable[[Any, Reference], str]]] = (
        ("contract", _contract),
        ("operators", _operators),
        ("live", _live),
        ("chunks", _chunks),
        ("robust", _robust),
        ("attributes", _attributes),
    )
    held: list[Check] = []
    for name, check in checks:
        try:
            held.append(Check(name, check(module, reference)))
        except (RuntimeError, AttributeError, TypeError) as error:
            raise _failure(f"the check “{name}” ended in an error: {_last_line(error)}") from error
    speed = decode_speed(module)
    held.append(Check("speed", f"One thread decodes {speed:.0f} seconds of sound in a second of its time."))
    return Verified(tuple(held), speed)


def _contract(module: Any, reference: Reference) -> str:
    inlets, frames = reference.controls.shape[1:]
    outlets, hop = reference.encoded.shape[1], reference.audio.shape[2] // frames
    if list(module.get_methods()) != list(METHODS):
        raise _failure("the list of its methods is wrong")
    expected = {"forward": [1, 1, 1, 1], "encode": [1, 1, outlets, hop], "decode": [inlets, hop, 1, 1]}
    for name in METHODS:
        params = getattr(module, f"{name}_params").tolist()
        if params != expected[name] or any(ratio & (ratio - 1) or ratio > MAX_RATIO for ratio in params[1::2]):
            raise _failure(f"“{name}” asks for {params}, not {expected[name]}")
        for end, channels in (("input", params[0]), ("output", params[2])):
            labels = getattr(module, f"{name}_{end}_labels")
            if len(labels) != channels or not all(label and label.isascii() for label in labels):
                raise _failure(f"the {end} labels of “{name}” do not fit its {channels} channels")
    for name in module.get_attributes():
        if getattr(module, f"{name}_params").tolist() not in ([INT_ATTRIBUTE], [FLOAT_ATTRIBUTE]):
            raise _failure(f"the attribute “{name}” is not a plain number")
        if not isinstance(getattr(module, f"get_{name}")(), (list, tuple)):
            raise _failure(f"the attribute “{name}” does not answer with a list")
    controls = f"{inlets} inlets and {outlets} outlets of control, one value every {hop} samples"
    return f"{', '.join(METHODS)} with 1 sound channel; {controls}."


def _operators(module: Any, _reference: Reference) -> str:
    count = check_operators(module)
    return f"All {count} operators are known to libtorch {OLDEST_LIBTORCH} to {NEWEST_LIBTORCH}, which nn~ has."


def _live(module: Any, reference: Reference) -> str:
    worst = 0.0
    for name, signal, expected in _pairs(reference):
        output = _played(module, name, [signal])
        difference = float((output - expected).abs().max()) / max(1.0, float(expected.abs().max()))
        if not difference <= LIVE_TOLERANCE:
            raise _failure(f"“{name}” differs from the instrument as it sounds here by {difference:.1e}")
        worst = max(worst, difference)
    return f"Sounds as it does here: differences up to {worst:.1e}, {LIVE_TOLERANCE:.0e} allowed."


def _chunks(module: Any, reference: Reference) -> str:
    worst_db = -math.inf
    hop = reference.audio.shape[2] // reference.controls.shape[2]
    for voices in VOICES:
        for name, signal, _ in _pairs(reference):
            # Voices differ, so that one leaking into another shows.
            signals = torch.cat([signal.roll(hop * voice, dims=2) for voice in range(voices)])
            step = 1 if name == "decode" else hop
            whole = _played(module, name, [signals])
            for hops in CHUNK_HOPS:
                parts = _played(module, name, signals.split(hops * step, dim=2))
                difference_db = _power_ratio_db(parts - whole, whole)
                if not difference_db <= CHUNK_TOLERANCE_DB:
                    raise _failure(
                        f"“{name}” sounds different in buffers of {hops} hops, {voices} voices ({difference_db:.0f} dB)"
                    )
                worst_db = max(worst_db, difference_db)
    return (
        f"Any buffer gives the same sound: {', '.join(map(str, CHUNK_HOPS))} hops, {' and '.join(map(str, VOICES))} "
        f"voices, differences up to {worst_db:.0f} dB, {CHUNK_TOLERANCE_DB:.0f} dB allowed."
    )


def _robust(module: Any, reference: Reference) -> str:
    hop = reference.audio.shape[2] // reference.controls.shape[2]
    largest = torch.finfo(torch.float32).max
    for name, signal, _ in _pairs(reference):
        like = torch.zeros_like(signal[:, :, : 8 if name == "decode" else 8 * hop])
        for value in (math.nan, math.inf, -math.inf, 1e6, largest, -largest):
            hostile = torch.full_like(like, value)
            alternating = torch.where(torch.arange(like.shape[2]) % 2 == 0, hostile, -hostile)
            for attack in (hostile, alternating):
                output = _played(module, name, [attack, like])
                if not bool(torch.isfinite(output).all()):
                    raise _failure(f"“{name}” answers an input of {value:g} with something that is no sound")
            if math.isfinite(value):
                continue
            quiet = _played(module, name, [hostile])
            silence = torch.zeros_like(quiet) if name == "decode" else _played(module, name, [like])
            if not torch.equal(quiet, silence):
                raise _failure(f"“{name}” does not take an input of {value:g} for silence")
    return "Finite for any input; what is not a number counts as silence."


def _attributes(module: Any, reference: Reference) -> str:
    """Setters run outside inference mode, methods inside: state must survive the change between them."""
    for name, signal, expected in _pairs(reference):
        with torch.inference_mode():
            getattr(module, name)(signal)
        for attribute, values, right in ATTRIBUTE_TRIALS:
            answers = [getattr(module, f"set_{attribute}")(value) for value in values]
            if answers != right:
                raise _failure(f"“{attribute}” answers {answers} to {values}")
        with torch.inference_mode():
            output = getattr(module, name)(signal)
        if not float((output - expected).abs().max()) <= LIVE_TOLERANCE * max(1.0, float(expected.abs().max())):
            raise _failure(f"“reset” does not start “{name}” afresh")
    return "“reset 1” starts afresh at any time; “noise” and “phase” can be set; wrong values are refused."


def decode_speed(module: Any) -> float:
    """Seconds of sound that one thread decodes in a second of its own time, in buffers of 2048 samples."""
    dims, hop = module.decode_params.tolist()[:2]
    frames = max(1, TIMED_BUFFER_SAMPLES // hop)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.inference_mode():
            buffers = [torch.full([1, dims, frames], math.sin(0.1 * n)) for n in range(TIMED_CALLS)]
            for buffer in buffers[:3]:
                module.decode(buffer)
            # The thread's time, not the clock's: what else the computer does now says nothing about the instrument.
            start_s = time.thread_time()
            for buffer in buffers:
                module.decode(buffer)
            spent_s = time.thread_time() - start_s
    finally:
        torch.set_num_threads(threads)
    return TIMED_CALLS * frames * hop / _labelled_rate_hz(module) / max(spent_s, 1e-6)


def _labelled_rate_hz(module: Any) -> int:
    """The rate that the label tells the musician: ``audio (-1..1 at 44100 Hz)``."""
    return int(module.decode_output_labels[0].split(" at ")[1].split(" ")[0])


def _pairs(reference: Reference) -> tuple[tuple[str, Tensor, Tensor], ...]:
    return (
        ("decode", reference.controls, reference.decoded),
        ("encode", reference.audio, reference.encoded),
        ("forward", reference.audio, reference.resynthesised),
    )


def _played(module: Any, name: str, parts: Sequence[Tensor]) -> Tensor:
    """The output for a signal handed over in parts, from a fresh state, as nn~ calls it."""
    module.set_reset(1)
    with torch.inference_mode():
        return torch.cat([getattr(module, name)(part) for part in parts], dim=2)


def _power_ratio_db(difference: Tensor, signal: Tensor) -> float:
    power = float(difference.double().square().sum()) / max(float(signal.double().square().sum()), 1e-20)
    return 10.0 * math.log10(power) if power > 0 else -math.inf


def _last_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[-1]


def _failure(what: str) -> ExportError:
    return ExportError(f"The export did not pass its check: {what}.", REMEDY)
