"""Messages between our processes: one a line, as JSON.

The studio, the engine, the trainer and the exporter are separate programs that talk through pipes. A line is readable
in a terminal, executes nothing when it is read, and needs no shared interpreter::

    {"type": "Progress", "step": 120, "steps": 6000}

A protocol is the union of its messages, and its :class:`Codec` is made from that union: ``Codec[Event](Event)``.
Numpy arrays do not travel: both ends read bulk data from the instrument file.
"""

from __future__ import annotations

import json
import math
import numbers
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TextIO, TypeVar

import msgspec

from vschaos.errors import VschaosError

if TYPE_CHECKING:
    Number = float
else:
    Number = numbers.Real
"""Annotates fields for numbers that may not be finite: they travel as null, and arrive as NaN."""


class Message(msgspec.Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    """Base of all messages: frozen, compared by value, named by its class on the line.

    Fields may be ``bool``, ``int``, ``float``, :data:`Number`, ``str``, enums, dataclasses, tuples of these, and
    any of them or ``None``. Subclasses repeat ``frozen=True``, for type checkers.
    """


class Problem(Message, frozen=True):
    """What happened, in one sentence, and what helps, in another; not an error where the work goes on as it should."""

    sentence: str
    remedy: str = ""
    is_error: bool = True

    @classmethod
    def of(cls, error: VschaosError, *, is_error: bool = True) -> Problem:
        """What an error says."""
        return cls(error.sentence, error.remedy, is_error)


class MessageError(ValueError):
    """A line that is not a message of the protocol."""


M = TypeVar("M", bound=Message)


class Codec(Generic[M]):
    """Turns the messages of a protocol into lines of JSON and back.

    Parameters
    ----------
    union
        All messages: ``Started | Progress | Finished``.
    """

    def __init__(self, union: Any) -> None:
        self._union = union
        self._decoder = msgspec.json.Decoder(union, dec_hook=_read_number)

    def encode(self, message: M) -> str:
        """One line of JSON, without its newline. Numbers that are not finite become null."""
        try:
            return msgspec.json.format(msgspec.json.encode(message), indent=0).decode()
        except UnicodeEncodeError:
            # A name of a file that is not text in UTF-8.
            text = json.dumps(msgspec.to_builtins(message))
            return json.dumps(json.loads(text, parse_constant=lambda _constant: None))

    def decode(self, line: str) -> M:
        """Read the message that a line holds.

        Raises
        ------
        MessageError
            If the line is not JSON, names an unknown type, lacks a field or holds the wrong kind of value.
        """
        try:
            try:
                return self._decoder.decode(line)
            except msgspec.ValidationError:
                raise
            except (msgspec.DecodeError, UnicodeEncodeError):
                return msgspec.convert(json.loads(line), self._union, dec_hook=_read_number)
        except (ValueError, RecursionError) as error:
            raise MessageError(f"{error}: {line[:80]!r}") from error


class LineWriter(Generic[M]):
    """Writes each message as a line, at once, on any thread.

    Parameters
    ----------
    codec
        Of the protocol.
    out
        Where to.
    on_closed
        Called when nobody reads the lines any more.
    """

    def __init__(self, codec: Codec[M], out: TextIO, on_closed: Callable[[], None]) -> None:
        self._codec, self._out, self._on_closed = codec, out, on_closed
        self._lock = threading.Lock()

    def __call__(self, message: M) -> None:
        """Write one message."""
        try:
            with self._lock:
                self._out.write(self._codec.encode(message) + "\n")
                self._out.flush()
        except (BrokenPipeError, ValueError):
            self._on_closed()


def _read_number(_kind: type, value: Any) -> float:
    if value is None:
        return math.nan
    if type(value) in (int, float):
        return float(value)
    raise ValueError("Expected a number")
