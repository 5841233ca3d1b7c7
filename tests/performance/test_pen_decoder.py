import math

import pytest

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, Bindings
from vschaos.performance.controls import Playable
from vschaos.performance.pen_decoder import FINGER_PRESSURE, PEN, PEN_PRESSURE, PenDecoder
from vschaos.performance.state import Touch
from vschaos.performance.table import control_table

CONTROLS = {control.id: control for control in control_table(Playable(2))}


def moved(bindings, decoder, *presses):
    read = [decoder.decode(source, pressure) for source, pressure in presses]
    return [touch for one in read if one is not None for touch in bindings.move((one,), CONTROLS)]


def test_a_pressure_covers_the_controls_range_and_ends_at_its_start():
    bindings = Bindings(PEN, lambda: CONTROLS)
    bindings.bind(Binding(PEN_PRESSURE, 0, "noise"))
    bindings.bind(Binding(FINGER_PRESSURE, 0, "spread", 0.25, 0.75))
    touches = moved(bindings, PenDecoder(), (PEN_PRESSURE, 0.5), (PEN_PRESSURE, 1.0), (PEN_PRESSURE, 0.0))
    assert touches == [Touch("noise", (value,)) for value in (0.0, 1.0, -1.0)]
    assert moved(bindings, PenDecoder(), (FINGER_PRESSURE, 1.0)) == [Touch("spread", (0.75,))]


def test_what_changes_nothing_or_is_no_number_moves_nothing():
    decoder = PenDecoder()
    assert decoder.decode(PEN_PRESSURE, 0.0) is None
    assert decoder.decode(PEN_PRESSURE, math.nan) is None
    assert decoder.decode("knee", 1.0) is None
    reading = decoder.decode(PEN_PRESSURE, 7.0)
    assert reading is not None
    assert (reading.value, reading.before) == (1.0, 0.0)
    assert decoder.decode(PEN_PRESSURE, 1.0) is None


def test_a_clear_press_is_assigned_and_a_light_one_is_not():
    bindings, decoder = Bindings(PEN, lambda: CONTROLS), PenDecoder()
    bindings.wait_for("life")
    moved(bindings, decoder, (PEN_PRESSURE, 0.1))
    assert bindings.awaiting == "life"
    moved(bindings, decoder, (PEN_PRESSURE, 0.6))
    assert bindings.all == (Binding(PEN_PRESSURE, 0, "life"),)


@pytest.mark.parametrize("binding", [Binding("bend", 0, "noise"), Binding(PEN_PRESSURE, 1, "noise")])
def test_nothing_else_can_be_assigned(binding):
    with pytest.raises(ControlError, match="not a pressure") as refused:
        Bindings(PEN, lambda: CONTROLS).bind(binding)
    assert refused.value.remedy
