import math
import random
import struct

import pytest

from vschaos.errors import ControlError
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, build, parse_element
from vschaos.performance.controls import Kind, Label, Playable
from vschaos.performance.state import Touch, initial_state
from vschaos.performance.table import control_table

PLAYABLE = Playable(5, (Label("pitch", 0, 11, 9), Label("bow", 0.0, 1.0, 0.5, whole=False)))
CONTROLS = {control.id: control for control in control_table(PLAYABLE)}
NAMESPACE = Namespace(CONTROLS)


@pytest.mark.parametrize("control", CONTROLS.values(), ids=lambda control: control.id)
def test_the_short_way_reads_what_the_long_way_reads(control):
    chance = random.Random(control.id)
    floats = tuple(struct.unpack("f", struct.pack("f", chance.uniform(-5, 5)))[0] for _ in range(control.count))
    whole = tuple(chance.randrange(-5, 5) for _ in range(control.count))
    for arguments in (floats, whole):
        element = build(OscMessage(NAMESPACE.address(control), arguments))
        touch = NAMESPACE.plain_touch(element)
        message = parse_element(element)
        assert NAMESPACE.controls_at(message.address) == (control,)
        assert NAMESPACE.touch(control, message.arguments) == Touch(control.id, arguments)
        # A trigger has no numbers to read.
        assert touch == (None if control.kind is Kind.TRIGGER else Touch(control.id, arguments))


def test_a_morph_takes_whole_numbers_and_a_share():
    element = build(OscMessage("/vs/snapshot/morph", (1, 2, 0.5)))
    assert NAMESPACE.plain_touch(element) == Touch("snapshot.morph", (1, 2, 0.5))


@pytest.mark.parametrize(
    "element",
    [
        build(OscMessage("/vs/nothing", (0.5,))),
        build(OscMessage("/vs/pad", (0.5,))),
        build(OscMessage("/vs/pad", (0.5, 1))),
        build(OscMessage("/vs/pad", (0.5, math.nan))),
        build(OscMessage("/vs/pad", (math.inf, -math.inf))),
        build(OscMessage("/vs/gain", ("loud",))),
        build(OscMessage("/vs/gain", (1.0,)))[:-1],
        build(OscMessage("/vs/gain", (1.0,))) + b"\0",
        b"/vs/gain\0\0\0\0",
        b"/vs/gain",
        b"",
        b",",
        b"\0" * 16,
    ],
)
def test_everything_else_is_parsed_in_full(element):
    assert NAMESPACE.plain_touch(element) is None


@pytest.mark.parametrize("arguments", [(), (0.5, 0.5, 0.5), (math.nan, 0.0), ("a", "b"), (1 << 2000, 0), (None, 1.0)])
def test_wrong_arguments_get_a_sentence(arguments):
    with pytest.raises(ControlError, match="takes"):
        NAMESPACE.touch(CONTROLS["pad"], arguments)


def test_relations_are_those_of_the_numbers():
    for control in CONTROLS.values():
        relations = NAMESPACE.relations(control)
        ours = set(control.axes)
        names = {other.id for other in CONTROLS.values() if ours & set(other.axes)} | {control.id}
        assert {other.id for other in relations.sharing} == names
        for name, places in relations.covered.items():
            if name != control.id:
                theirs = CONTROLS[name].axes
                assert tuple(control.axes[place] for place in places) == theirs
    assert NAMESPACE.relations(CONTROLS["pad"]).covered == {
        "pad": (0, 1),
        "pad.x": (0,),
        "pad.y": (1,),
        "latent.z1": (0,),
        "latent.z2": (1,),
    }


def test_mirrored_controls_have_values_and_addresses_of_their_own():
    state = initial_state(PLAYABLE)
    addresses = set()
    for control in NAMESPACE.mirrored:
        message = NAMESPACE.message(control, state)
        assert len(message.arguments) == control.count > 0
        assert all(isinstance(value, int) == (control.kind is not Kind.CONTINUOUS) for value in message.arguments)
        addresses.add(message.address)
    assert len(addresses) == len(NAMESPACE.mirrored)
    # Pd's [route] and OSC's own patterns need names without these.
    assert not [address for address in addresses if set(address) & set(" #*,?[]{}")]


def test_the_pad_of_a_one_dimensional_instrument_has_two_numbers():
    controls = {control.id: control for control in control_table(Playable(1))}
    message = Namespace(controls).message(controls["pad"], initial_state(Playable(1)))
    assert message.arguments == (0.0, 0.0)
