"""The order that tunes the keys."""

import pytest

from vschaos.errors import ControlError
from vschaos.realtime.engine import Engine
from vschaos.realtime.process import _dispatch
from vschaos.realtime.protocol import ORDERS, OpenTuning


@pytest.fixture
def engine():
    """One that carries out what it is asked for at once."""
    made = Engine(lambda _: None)
    made._later = lambda task: task()
    yield made
    made.midi.close()


def test_a_tuning_is_read_shown_and_replaced(engine, tmp_path):
    scale = tmp_path / "fifths.scl"
    scale.write_text("Fifths\n1\n3/2\n")
    version = engine.status().set_version
    _dispatch(engine, ORDERS.decode(ORDERS.encode(OpenTuning(str(scale)))))
    assert engine.status().tuning == "Fifths"
    assert engine.status().set_version > version
    assert engine.performance.tuning.cents[61] == pytest.approx(6701.955)
    with pytest.raises(ControlError):
        _dispatch(engine, OpenTuning(str(tmp_path / "none.scl")))
    assert engine.status().tuning == "Fifths"
    _dispatch(engine, OpenTuning(""))
    assert engine.status().tuning == ""
    assert engine.performance.tuning is None
