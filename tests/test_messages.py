"""The lines that our processes exchange: what goes in comes out, and what is no message is refused as one."""

import math

import pytest

from vschaos.messages import MessageError
from vschaos.training.events import EVENTS, Finished, Outcome, Progress, Validated


def test_a_message_survives_the_pipe():
    for event in (
        Progress(3, 10, 1.5, 1.0, 0.5, 4, 12.0, 180.0),
        Finished(Outcome.STOPPED, "/a/鈴", "/a/last.vschaos", 3),
    ):
        assert EVENTS.decode(EVENTS.encode(event)) == event


def test_what_is_not_finite_arrives_as_nan():
    event = EVENTS.decode(EVENTS.encode(Validated(5, math.inf)))
    assert math.isnan(event.error_db)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Warning: a library says hello",
        "[1, 2]",
        "[" * 100_000,
        '{"type": "Rocket"}',
        '{"type": "Validated"}',
        '{"type": "Validated", "step": 1, "error_db": 2.0, "more": 3}',
        '{"type": "Validated", "step": "1", "error_db": 2.0}',
        '{"type": "Validated", "step": true, "error_db": 2.0}',
        '{"type": "Validated", "step": 1.5, "error_db": 2.0}',
        '{"type": "Validated", "step": 1, "error_db": "loud"}',
        '{"type": "InstrumentSaved", "path": 7, "step": 1, "best": true}',
        '{"type": "InstrumentSaved", "path": "a", "step": 1, "best": 1}',
        '{"type": "Finished", "outcome": "exploded", "run": "", "instrument": "", "step": 1}',
    ],
)
def test_garbage_is_refused_in_one_way(line):
    with pytest.raises(MessageError):
        EVENTS.decode(line)


def test_whole_numbers_do_for_fractions():
    assert EVENTS.decode('{"type": "Validated", "step": 1, "error_db": 2}') == Validated(1, 2.0)
