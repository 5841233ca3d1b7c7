"""Where an instrument is played from once the engine has it."""

from dataclasses import replace

import pytest

from tests.known_sounds import known, loaded
from vschaos.performance.controls import Label, Playable
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.engine import Engine
from vschaos.realtime.protocol import InstrumentLoaded

FIRST = Playable(4, (Label("pitch", 0, 11, 7),), start=(0.5, -0.25, 0.125, 0.75))
LATER = replace(FIRST, start=(0.25, 0.25, 0.25, 0.25))
OTHER = Playable(4, (Label("pitch", 0, 11, 2),), start=(-0.5, -0.5, -0.5, -0.5))


def named(path, playable):
    return loaded(known(), path=path, playable=playable)


@pytest.fixture
def told():
    return []


@pytest.fixture
def engine(told):
    """Its threads are not started: what is ordered waits, and instruments are given to it as its workshop does."""
    return Engine(told.append)


def test_it_is_played_from_its_start_and_says_where_that_is(engine, told):
    engine.adopt(named("a", FIRST))
    assert engine.performance.state.latent == FIRST.start
    assert engine.performance.state.labels == {"pitch": 7}
    assert [event.start for event in told if isinstance(event, InstrumentLoaded)] == [FIRST.start]


def test_the_next_checkpoint_goes_on_and_another_instrument_starts(engine):
    engine.adopt(named("a", FIRST))
    engine.touch((Touch("pad", (0.0, 0.5)), Touch("label.pitch", (3.0,))), Origin.OSC)
    engine.load("a")
    engine.adopt(named("a", LATER))
    assert engine.performance.state.latent == (0.0, 0.5, 0.125, 0.75)
    assert engine.performance.state.labels == {"pitch": 3}
    engine.load("b")
    engine.adopt(named("b", OTHER))
    assert engine.performance.state.latent == OTHER.start
    assert engine.performance.state.labels == {"pitch": 2}


def test_hands_that_move_while_it_is_opened_win(engine):
    engine.touch((Touch("pad.x", (0.25,)),), Origin.OSC)
    engine.adopt(named("a", FIRST))
    assert engine.performance.state.latent == (0.25, *FIRST.start[1:])
    engine.load("b")
    engine.touch((Touch("latent.z4", (1.0,)), Touch("label.pitch", (9.0,))), Origin.OSC)
    engine.adopt(named("b", OTHER))
    assert engine.performance.state.latent == (-0.5, -0.5, -0.5, 1.0)
    assert engine.performance.state.labels == {"pitch": 9}
