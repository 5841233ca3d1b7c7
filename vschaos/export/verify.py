"""The check that an export has to pass before it is offered. Runs in a fresh process, with the file as nn~ gets it.

Only ``torch.jit.load`` and what the file itself offers are used: no module of the program that wrote it contributes to
the sound. Each check returns a sentence with what it measured, or raises.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vschaos.devices import one_thread
from vschaos.errors import ExportError
from vschaos.export.comparison import compare
from vschaos.export.describe import MAX_RATIO, played_labels
from vschaos.export.description import EXTRA_FILE, ExportDescription
from vschaos.export.nn_tilde import type_id
from vschaos.export.operators import NEWEST_LIBTORCH, OLDEST_LIBTORCH, check_operators
from vschaos.export.rate_quality import resampling_quality
from vschaos.export.rates import HOST_RATES, convertible
from vschaos.export.reference import Reference, coordinates_and_labels
from vschaos.export.report import Check, Verified
from vschaos.export.trials import trials

TOLERANCE = 1e-4
"""Largest difference of coordinates."""

MAGNITUDE_DB = 1e-3
"""Largest difference of magnitudes, in decibels."""

MAGNITUDE_FLOOR = 2e-6
"""Share of the loudest magnitude that is rounding: 32-bit sums have no more digits."""

LABELS_MAY_DIFFER = 0.02
"""Share of the frames whose predicted label may be another one: where two are equally likely, rounding decides."""

PLACE_TOLERANCE = 1e-6
RIPPLE_DB, IMAGES_DB = 0.1, -80.0
"""How far a tone up to 90 % of the band may be from its level after resampling, and what else may come out with it."""

CHUNK_HOPS = (1, 2, 3, 8, 16)
CHANGING_HOPS = (1, 4, 2, 7, 1, 16, 3, 5, 9)
VOICES = (1, 4)
TIMED_BUFFER_SAMPLES = 2048
TIMED_CALLS = 60
REMEDY = "Export again; if it fails again, the instrument is the cause: train it a little longer, or choose another."


class _Subject:
    """A file as it was loaded, what it says of itself, and what the live instrument plays."""

    def __init__(self, path: Path, reference: Reference) -> None:
        extra = {EXTRA_FILE: ""}
        try:
            self.module: Any = torch.jit.load(str(path), map_location="cpu", _extra_files=extra)
        except (RuntimeError, ValueError, OSError) as error:
            raise ExportError("The exported file cannot be loaded.", REMEDY) from error
        text = extra[EXTRA_FILE]
        self.description = ExportDescription.from_json(text.decode() if isinstance(text, bytes) else text)
        self.module.eval()
        self.reference = reference
        self.ratio = self.description.ratio

    def pairs(self) -> tuple[tuple[str, Tensor, Tensor], ...]:
        """Method, input, and what the live instrument gives."""
        held = self.reference
        return (
            ("decode", held.controls, held.decoded),
            ("encode", held.audio, held.encoded),
            ("forward", held.audio, held.resynthesised),
        )

    def played(self, name: str, parts: Sequence[Tensor]) -> Tensor:
        """The output for a signal handed over in parts, from a fresh state, as nn~ calls it."""
        self.module.set_reset(1)
        with torch.inference_mode():
            return torch.cat([getattr(self.module, name)(part) for part in parts], dim=2)


def verify_export(path: Path, reference: Reference, passed: Callable[[Check], None]) -> Verified:
    """Try everything that nn~ may do with a file.

    Parameters
    ----------
    path
        The ``.ts`` file.
    reference
        What the live instrument plays.
    passed
        Called with each check as soon as it has passed.

    Raises
    ------
    ExportError
        With the first check that failed.
    """
    with one_thread():
        return _verified(_Subject(path, reference), passed)


def _verified(subject: _Subject, passed: Callable[[Check], None]) -> Verified:
    checks: Sequence[tuple[str, Callable[[_Subject], str]]] = (
        ("contract", _contract),
        ("operators", _operators),
        ("live", _live),
        ("chunks", _chunks),
        ("map", _map),
        ("robust", _robust),
        ("attributes", _attributes),
        ("rates", _rates),
    )
    held: list[Check] = []
    for name, check in checks:
        try:
            held.append(Check(name, check(subject)))
        except (RuntimeError, AttributeError, TypeError) as error:
            raise _failure(f"the check “{name}” ended in an error: {_last_line(error)}") from error
        passed(held[-1])
    decode, forward = (speed(subject.module, subject.description, name) for name in ("decode", "forward"))
    sentence = (
        f"In one second, one thread renders {decode:.0f} s of sound with decode and {forward:.0f} s with forward."
    )
    held.append(Check("speed", sentence))
    passed(held[-1])
    return Verified(tuple(held), decode, forward)


def _contract(subject: _Subject) -> str:
    module, description = subject.module, subject.description
    if list(module.get_methods()) != [method.name for method in description.methods]:
        raise _failure("the list of its methods is wrong")
    for method in description.methods:
        params = getattr(module, f"{method.name}_params").tolist()
        expected = [len(method.inlets), method.in_ratio, len(method.outlets), method.out_ratio]
        if params != expected or any(ratio & (ratio - 1) or ratio > MAX_RATIO for ratio in params[1::2]):
            raise _failure(f"“{method.name}” asks for {params}, not {expected}")
        for end, ports in (("input", method.inlets), ("output", method.outlets)):
            labels = list(getattr(module, f"{method.name}_{end}_labels"))
            if labels != [port.text for port in ports] or not all(label.isascii() for label in labels):
                raise _failure(f"the {end} labels of “{method.name}” do not fit its {len(ports)} channels")
        for voices in VOICES:
            for frames in (1, 2, 8):
                _check_shape(subject, method.name, params, voices, frames)
    if list(module.get_attributes()) != [attribute.name for attribute in description.attributes]:
        raise _failure("the list of its attributes is wrong")
    for attribute in description.attributes:
        if getattr(module, f"{attribute.name}_params").tolist() != [type_id(attribute)]:
            raise _failure(f"the attribute “{attribute.name}” has the wrong type")
        if not isinstance(getattr(module, f"get_{attribute.name}")(), (list, tuple)):
            raise _failure(f"the attribute “{attribute.name}” does not answer with a list")
    methods = ", ".join(method.name for method in description.methods)
    return f"{methods}: shapes, ratios, labels, {len(description.attributes)} attributes and the description agree."


def _check_shape(subject: _Subject, name: str, params: list[int], voices: int, frames: int) -> None:
    """Refuse a method whose output is not what nn~ makes room for."""
    channels_in, ratio_in, channels_out, ratio_out = params
    samples = frames * max(subject.ratio, ratio_in, ratio_out)
    with torch.inference_mode():
        output = getattr(subject.module, name)(torch.zeros(voices, channels_in, samples // ratio_in))
    if output.shape != (voices, channels_out, samples // ratio_out) or output.dtype != torch.float32:
        raise _failure(f"“{name}” gives {tuple(output.shape)} for {voices} voices and {samples} samples")


def _operators(subject: _Subject) -> str:
    count = check_operators(subject.module)
    return f"All {count} operators exist in libtorch {OLDEST_LIBTORCH} to {NEWEST_LIBTORCH}, which nn~ uses."


def _live(subject: _Subject) -> str:
    """The network makes the same magnitudes as here, and the methods the same sound."""
    magnitudes, worst_db = subject.reference.magnitudes, 0.0
    instrument = subject.module.core.instrument
    played = played_labels(subject.description.labels)
    for frames in (1, magnitudes.shape[0]):
        with torch.inference_mode():
            parts = [
                instrument.magnitudes(*coordinates_and_labels(instrument, part, played))
                for part in subject.reference.controls.split(frames, dim=2)
            ]
        worst_db = max(worst_db, _magnitude_difference_db(torch.cat(parts), magnitudes))
    if not worst_db <= MAGNITUDE_DB:
        raise _failure(f"its network gives different spectra than the instrument here, by {worst_db:.1e} dB")
    parted = 0.0
    for name, signal, expected in subject.pairs():
        parted = max(parted, _check_same(subject, name, subject.played(name, [signal]), expected))
    return (
        f"It sounds as it does here: spectra within {max(worst_db, 1e-5):.5f} dB ({MAGNITUDE_DB:g} allowed), "
        f"{_rounding(parted)}."
    )


def _chunks(subject: _Subject) -> str:
    parted = 0.0
    for voices in VOICES:
        for name, signal, expected in subject.pairs():
            signal, expected = signal[:voices], expected[:voices]
            step = 1 if name == "decode" else subject.ratio
            frames = signal.shape[2] // step
            for hops in (*([hops] * -(-frames // hops) for hops in CHUNK_HOPS), CHANGING_HOPS):
                sizes = _cut(hops, frames)
                parts = subject.played(name, signal.split([size * step for size in sizes], dim=2))
                cut = f"of {sizes[0]} hops" if len(set(sizes[:-1])) == 1 else "that change"
                parted = max(parted, _check_same(subject, name, parts, expected, f" in buffers {cut}, {voices} voices"))
    return (
        f"Every buffer size gives the same sound: {', '.join(map(str, CHUNK_HOPS))} hops and changing ones, "
        f"{' and '.join(map(str, VOICES))} voices; {_rounding(parted)}."
    )


def _rounding(parted: float) -> str:
    if parted == 0.0:
        return "the same waveform"
    return f"the same waveform except for {100.0 * parted:.1g} % of the spectrum, where rounding decides the phase"


def _check_same(subject: _Subject, name: str, output: Tensor, expected: Tensor, where: str = "") -> float:
    """Refuse an output that is not what is expected; else the share of its spectrum that differs."""
    if subject.description.method(name).outlets[0].label == "audio":
        agreement = compare(output, expected)
        if not agreement.holds:
            raise _failure(f"“{name}” differs from the instrument as it sounds here{where}: {agreement}")
        return agreement.parted
    dims = subject.description.latent_dims
    difference = _difference(output[:, :dims], expected[:, :dims])
    if not difference <= TOLERANCE:
        raise _failure(f"“{name}” differs from the instrument here{where} by {difference:.1e}")
    others = float(((output - expected)[:, dims:].abs() > TOLERANCE).any(dim=1).double().mean())
    if not others <= LABELS_MAY_DIFFER:
        raise _failure(f"“{name}” predicts different labels than the instrument here{where}")
    return 0.0


def _cut(hops: Sequence[int], frames: int) -> list[int]:
    """Sizes of buffers, as far as there are frames."""
    sizes: list[int] = []
    for size in hops:
        sizes.append(min(size, frames - sum(sizes)))
        if sum(sizes) == frames:
            break
    return sizes


def _map(subject: _Subject) -> str:
    """Places match the app's map, and sound the same through every method."""
    reference = subject.reference
    spread = subject.played("map2latent", [reference.places])
    difference = float((spread - reference.spread).abs().max())
    if not difference <= PLACE_TOLERANCE:
        raise _failure(f"places of the pad differ from the app’s map, by {difference:.1e}")
    again = subject.played("map2latent", [subject.played("latent2map", [spread])])
    if not float((again - spread).abs().max()) <= 0.5:
        raise _failure("“latent2map” does not find the places that “map2latent” came from")
    voice = reference.controls[:1]
    if not compare(subject.played("pad", [voice]), subject.played("decode", [voice])).holds:
        raise _failure("“pad” and “decode” differ at the same place")
    if subject.description.has_terrain:
        labels = voice[:, subject.description.latent_dims :]
        frames = labels.shape[2] if labels.shape[1] else voice.shape[2]
        over = torch.cat([reference.places[:, :, :frames], labels[:, :, :frames]], dim=1)
        along = torch.cat([spread[:, :, :frames], labels[:, :, :frames]], dim=1)
        if not compare(subject.played("map", [over]), subject.played("decode", [along])).holds:
            raise _failure("“map” does not sound like the coordinates of its place")
    surface = "map" if subject.description.has_terrain else "plane"
    count = reference.places.shape[2]
    return f"{count} places of the {surface} match the app’s map: differences up to {difference:.0e}."


def _robust(subject: _Subject) -> str:
    largest = torch.finfo(torch.float32).max
    for method in subject.description.methods:
        name, width = method.name, max(1, 8 * subject.ratio // method.in_ratio)
        quiet = torch.zeros(1, len(method.inlets), width)
        silence = subject.played(name, [quiet])
        good = torch.full_like(quiet, 0.1)
        recovered = subject.played(name, [quiet, good])[:, :, silence.shape[2] :]
        for value in (math.nan, math.inf, -math.inf, 1e6, largest, -largest):
            hostile = torch.full_like(quiet, value)
            alternating = torch.where(torch.arange(width) % 2 == 0, hostile, -hostile)
            for attack in (hostile, alternating):
                output = subject.played(name, [attack, good])
                if not bool(torch.isfinite(output).all()):
                    raise _failure(f"“{name}” answers an input of {value:g} with values that are not finite")
                if math.isfinite(value):
                    continue
                sounding = method.outlets[0].label == "audio" and method.in_ratio > 1
                expected = torch.zeros_like(silence) if sounding else silence
                if not torch.equal(output[:, :, : silence.shape[2]], expected):
                    raise _failure(f"“{name}” does not treat an input of {value:g} as silence")
                if not sounding and not torch.equal(output[:, :, silence.shape[2] :], recovered):
                    raise _failure(f"“{name}” does not recover from an input of {value:g}")
                if sounding and not float(output[:, :, silence.shape[2] :].abs().max()) > 0.0:
                    raise _failure(f"“{name}” stays silent after an input of {value:g}")
    return "The output is finite for any input; invalid values count as silence, and the sound recovers after them."


def _attributes(subject: _Subject) -> str:
    """Setters run outside inference mode, methods inside: state must survive the change between them."""
    module, description = subject.module, subject.description
    for name, signal, expected in subject.pairs():
        with torch.inference_mode():
            getattr(module, name)(signal)
        for attribute in description.attributes:
            for value, right in trials(attribute, description.labels):
                before = getattr(module, f"get_{attribute.name}")()
                answer = getattr(module, f"set_{attribute.name}")(value)
                if answer != right:
                    raise _failure(f"“{attribute.name}” answers {answer} to “{value}”")
                if right != 0 and getattr(module, f"get_{attribute.name}")() != before:
                    raise _failure(f"“{attribute.name}” refuses “{value}”, but changes")
        module.set_reset(1)
        with torch.inference_mode():
            output = getattr(module, name)(signal)
        _check_same(subject, name, output, expected, " after “reset”")
    return f"{len(description.attributes)} attributes can be set between any two buffers; invalid values are refused."


def _rates(subject: _Subject) -> str:
    """The host's rate can be set, what is resampled is clean, and all is as before when the rate is set back."""
    module, description = subject.module, subject.description
    host_hz, own_hz = description.sample_rate_hz, description.instrument_rate_hz
    others = [rate_hz for rate_hz in HOST_RATES if rate_hz != host_hz and convertible(rate_hz, own_hz)]
    resampled = [rate_hz for rate_hz in (host_hz, *others) if rate_hz != own_hz]
    found = [resampling_quality(module.rates, own_hz, rate_hz) for rate_hz in resampled]
    ripple_db = max((one.ripple_db for one in found), default=0.0)
    images_db = max((one.images_db for one in found), default=-200.0)
    if not (ripple_db <= RIPPLE_DB and images_db <= IMAGES_DB):
        raise _failure(f"its resampling changes tones by {ripple_db:.2f} dB, with images at {images_db:.0f} dB")
    for rate_hz in others:
        if module.set_sample_rate(rate_hz) != 0 or list(module.get_sample_rate()) != [rate_hz]:
            raise _failure(f"the rate of {rate_hz} Hz cannot be set")
        for method in description.methods:
            params = [len(method.inlets), method.in_ratio, len(method.outlets), method.out_ratio]
            for frames in (1, 8):
                _check_shape(subject, method.name, params, 1, frames)
    if module.set_sample_rate(host_hz) != 0:
        raise _failure(f"the rate of {host_hz} Hz cannot be set")
    for name, signal, expected in subject.pairs():
        _check_same(subject, name, subject.played(name, [signal]), expected, " after another rate was set")
    if not resampled:
        return f"For a host at {host_hz} Hz, the instrument’s own rate: no other can be set."
    settable = ", ".join(str(rate_hz) for rate_hz in (own_hz, *resampled))
    return (
        f"For a host at {host_hz} Hz; {settable} Hz can be set. Resampling changes tones by up to "
        f"{ripple_db:.3f} dB ({RIPPLE_DB:g} allowed), with images at {images_db:.0f} dB ({IMAGES_DB:g} allowed)."
    )


def speed(module: Any, description: ExportDescription, name: str) -> float:
    """Seconds of sound that one thread makes in a second of its own time, in buffers of 2048 samples, in the median."""
    method = description.method(name)
    samples = max(TIMED_BUFFER_SAMPLES, description.ratio)
    spent_s: list[float] = []
    with one_thread(), torch.inference_mode():
        for call in range(TIMED_CALLS):
            ramp = torch.arange(samples // method.in_ratio) + call * samples // method.in_ratio
            buffer = torch.sin(0.1 * ramp).expand(1, len(method.inlets), -1).contiguous()
            # The thread's time, not the clock's: what else the computer does now says nothing about the instrument.
            start_s = time.thread_time()
            getattr(module, name)(buffer)
            spent_s.append(time.thread_time() - start_s)
    return samples / description.sample_rate_hz / max(statistics.median(spent_s), 1e-6)


def _difference(output: Tensor, expected: Tensor) -> float:
    """The largest, relative to the larger of 1 and the peak."""
    return float((output - expected).abs().max()) / max(1.0, float(expected.abs().max()))


def _magnitude_difference_db(magnitude: Tensor, expected: Tensor) -> float:
    """The largest difference in decibels, but for what is rounding of the loudest."""
    if not bool(torch.isfinite(magnitude).all()):
        return math.inf
    floor = MAGNITUDE_FLOOR * float(expected.max())
    beyond = ((magnitude - expected).abs().double() - floor).clamp_min(0.0) / expected.double().clamp_min(1e-20)
    return 20.0 * math.log10(1.0 + float(beyond.max()))


def _last_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[-1]


def _failure(what: str) -> ExportError:
    return ExportError(f"The export did not pass its check: {what}.", REMEDY)
