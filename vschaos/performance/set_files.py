"""The set: all that belongs to a performance besides the instrument, in one JSON file. Pure Python.

Snapshots, the gesture, the tuning, and the bindings of MIDI controllers and OSC addresses. See
``docs/file-formats.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from vschaos.errors import ControlError
from vschaos.files import is_missing
from vschaos.performance.binding_sources import SOURCES
from vschaos.performance.bindings import Binding, BindingSource, check_range
from vschaos.performance.documents import Document, format_document, parse_document, read_bytes, write_bytes
from vschaos.performance.gesture_files import gesture_fields, gesture_of
from vschaos.performance.gestures import Gesture
from vschaos.performance.notes import KEYS
from vschaos.performance.snapshots import COLOURS, Sound, named
from vschaos.performance.table import MOST_AXES, SNAPSHOTS
from vschaos.performance.tuning import MOST_CENTS, Tuning

KIND = "set"
MOST_VALUES = 4096
MOST_BINDINGS = 1024


@dataclass(frozen=True)
class PerformanceSet:
    """All that belongs to a performance besides the instrument.

    Attributes
    ----------
    snapshots
        By number, from 1; None where nothing is stored. Empty ones at the end may be left out.
    gesture
        If there is one.
    bindings
        By the name of their source; a source without any may be left out.
    tuning
        None: equal temperament.
    """

    snapshots: tuple[Sound | None, ...] = ()
    gesture: Gesture | None = None
    bindings: Mapping[str, tuple[Binding, ...]] = field(default_factory=dict)
    tuning: Tuning | None = None


def write_set(path: Path, performance_set: PerformanceSet) -> None:
    """Write a set in place of what was at ``path``.

    Raises
    ------
    ControlError
        If it cannot be written; what was there stays.
    """
    write_bytes(path, format_set(performance_set))


def format_set(performance_set: PerformanceSet) -> bytes:
    """A set as it stands in its file."""
    sounds = enumerate(performance_set.snapshots, start=1)
    gesture, bindings = performance_set.gesture, performance_set.bindings
    return format_document(
        KIND,
        {
            "snapshots": {str(number): _sound_fields(sound) for number, sound in sounds if sound is not None},
            "gesture": None if gesture is None else gesture_fields(gesture),
            "tuning": None if performance_set.tuning is None else asdict(performance_set.tuning),
            # A list for each source: earlier programs refuse a file with an unknown controller among those of MIDI.
            **{one.file_field: [asdict(binding) for binding in bindings.get(one.name, ())] for one in SOURCES},
        },
    )


def read_set(path: Path) -> PerformanceSet:
    """Read a set; a file that is not there is an empty one.

    Snapshots and bindings may name controls that the present instrument does not have; they are ignored where
    they are used.

    Raises
    ------
    ControlError
        If the file cannot be read, or it does not hold a set.
    """
    return PerformanceSet() if is_missing(path) else parse_set(read_bytes(path, KIND), path.name)


def parse_set(data: bytes, name: str) -> PerformanceSet:
    """The set that the bytes of a file hold; ``name`` is the file's, for sentences.

    Raises
    ------
    ControlError
        If they do not hold a set.
    """
    document, fields = parse_document(data, name, KIND)
    gesture = fields.get("gesture")
    return PerformanceSet(
        _snapshots(document, document.fields(fields.get("snapshots", {}), "“snapshots”")),
        None if gesture is None else gesture_of(document, document.fields(gesture, "“gesture”")),
        {one.name: found for one in SOURCES if (found := _bindings(document, fields.get(one.file_field, []), one))},
        _tuning(document, fields.get("tuning")),
    )


def _sound_fields(sound: Sound) -> dict[str, Any]:
    marks = {"name": sound.name, "colour": sound.colour}
    return {
        **{"latent": list(sound.latent), "labels": dict(sound.labels), "values": dict(sound.values)},
        **{what: mark for what, mark in marks.items() if mark},
    }


def _snapshots(document: Document, fields: dict[str, Any]) -> tuple[Sound | None, ...]:
    sounds: list[Sound | None] = [None] * SNAPSHOTS
    for number, sound in fields.items():
        if number not in _NUMBERS:
            document.refuse(f"there is no snapshot “{number[:20]}”")
        sounds[_NUMBERS[number]] = _sound(document, document.fields(sound, f"snapshot {number}"), number)
    while sounds and sounds[-1] is None:
        sounds.pop()
    return tuple(sounds)


def _sound(document: Document, fields: dict[str, Any], number: str) -> Sound:
    what = f"a value of snapshot {number}"
    latent = document.items(fields.get("latent"), "coordinates", MOST_AXES)
    sound = Sound(
        tuple([document.number(value, what, -1.0, 1.0) for value in latent]),
        _values(document, fields.get("labels", {}), what),
        _values(document, fields.get("values", {}), what),
    )
    name = document.text(fields["name"], f"the name of snapshot {number}") if "name" in fields else ""
    colour = document.number(fields.get("colour", 0), f"the colour of snapshot {number}", 0.0)
    return named(sound, name, int(min(colour, COLOURS + 1)))


def _tuning(document: Document, value: object) -> Tuning | None:
    if value is None:
        return None
    fields = document.fields(value, "“tuning”")
    cents = document.items(fields.get("cents"), "keys", KEYS)
    if len(cents) < KEYS:
        document.refuse(f"its tuning is not of {KEYS} keys")
    what = "a key of the tuning"
    return Tuning(
        document.text(fields.get("name"), "the name of the tuning"),
        tuple([None if one is None else document.number(one, what, -MOST_CENTS, MOST_CENTS) for one in cents]),
    )


def _values(document: Document, value: object, what: str) -> dict[str, float]:
    fields = document.fields(value, what)
    if len(fields) > MOST_VALUES:
        document.refuse(f"it has more than {MOST_VALUES:,} values")
    return {document.text(name, "a control"): document.number(one, what) for name, one in fields.items()}


def _bindings(document: Document, value: object, source: BindingSource) -> tuple[Binding, ...]:
    items = document.items(value, "bindings", MOST_BINDINGS)
    return tuple([_binding(document, one, source) for one in items])


def _binding(document: Document, value: object, source: BindingSource) -> Binding:
    fields = document.fields(value, "a binding")
    channel = document.number(fields.get("channel", 0), "the channel of a binding")
    if not channel.is_integer():
        document.refuse("the channel of a binding is not a whole number")
    binding = Binding(
        document.text(fields.get("source"), "the source of a binding"),
        int(channel),
        document.text(fields.get("control"), "the control of a binding"),
        document.number(fields.get("low", 0.0), "the low end of a binding"),
        document.number(fields.get("high", 1.0), "the high end of a binding"),
        document.number(fields.get("curve", 1.0), "the curve of a binding"),
        document.number(fields.get("least", 0.0), "the least number of a binding"),
        document.number(fields.get("most", 1.0), "the largest number of a binding"),
    )
    try:
        source.check(binding)
        check_range(binding)
    except ControlError as error:
        document.refuse(error.sentence.rstrip("."), error.remedy)
    return binding


_NUMBERS = {str(number): number - 1 for number in range(1, SNAPSHOTS + 1)}
"""Where the snapshot of each number stands."""
