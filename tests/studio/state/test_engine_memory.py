from vschaos.performance.bindings import Binding
from vschaos.realtime.protocol import (
    BindMidi,
    ConfigureOsc,
    ControlValue,
    InstrumentLoaded,
    LabelValue,
    LoadInstrument,
    PlayNote,
    SelectDevice,
    SelectInput,
    SelectMidi,
    SetControl,
    Snapshot,
)
from vschaos_studio.state.engine_memory import EngineMemory


def loaded(latent_dims, *labels):
    return InstrumentLoaded("a.vschaos", "a", latent_dims, 44100, labels)


def test_every_way_to_move_a_coordinate_is_remembered_as_one_point():
    memory = EngineMemory()
    for order in (
        SetControl("latents", (0.1, 0.2, 0.3, 0.4)),
        SetControl("pad", (0.5, 0.6)),
        SetControl("pad.y", (0.7,)),
        SetControl("latent.z4", (0.9,)),
    ):
        assert memory.note(order)
    assert memory.orders_after_load(loaded(4)) == [SetControl("latents", (0.5, 0.7, 0.3, 0.9))]
    assert memory.orders_after_load(loaded(2)) == [SetControl("latents", (0.5, 0.7))]
    assert memory.orders_after_load(loaded(5)) == [SetControl("latents", (0.5, 0.7, 0.3, 0.9, 0.0))]


def test_nothing_wished_for_is_nothing_ordered():
    assert EngineMemory().orders_at_start() == []
    assert EngineMemory().orders_after_load(loaded(4)) == []


def test_the_latest_wish_of_a_kind_counts_and_the_instrument_comes_last():
    memory = EngineMemory()
    wishes = (SelectDevice("Phones", 20.0), SelectInput("Mic"), SelectMidi("*"), ConfigureOsc(True, 1, 2))
    for order in (LoadInstrument("a"), SelectDevice("Speakers"), *wishes, LoadInstrument("b")):
        assert memory.note(order)
    memory.note(SetControl("gain", (-3.0,)))
    assert memory.orders_at_start() == [*wishes, SetControl("gain", (-3.0,)), LoadInstrument("b")]


def test_what_means_this_moment_is_not_repeated():
    memory = EngineMemory()
    assert not memory.note(PlayNote(60, 1.0))
    assert not memory.note(BindMidi(Binding("cc 1", 0, "noise")))
    for order in (
        SetControl("panic", ()),
        SetControl("snapshot.recall", (1.0,)),
        SetControl("gesture.record", (1.0,)),
        SetControl("snapshot.b", (1.0,)),
    ):
        memory.note(order)
    assert memory.orders_at_start() + memory.orders_after_load(loaded(2)) == []


def test_moves_by_other_hands_are_remembered_too():
    memory = EngineMemory()
    memory.note(SetControl("freeze", (1.0,)))
    labels = (LabelValue("pitch", 3.0), LabelValue("octave", 4.0))
    values = (ControlValue("play", 1.0), ControlValue("noise", 0.5), ControlValue("gain", -4.0))
    memory.note_snapshot(Snapshot(latent=(0.1, 0.2), labels=labels, values=values))
    assert memory.orders_after_load(loaded(2, "octave")) == [
        SetControl("latents", (0.1, 0.2)),
        SetControl("label.octave", (4.0,)),
        SetControl("noise", (0.5,)),
        SetControl("gain", (-4.0,)),
        SetControl("play", (1.0,)),
    ]


def test_axes_that_an_instrument_does_not_have_are_left_out():
    memory = EngineMemory()
    for control in ("lfo.z2.rate", "lfo.z10.rate", "input.scale.z3"):
        memory.note(SetControl(control, (1.0,)))
    assert memory.orders_after_load(loaded(2)) == [SetControl("lfo.z2.rate", (1.0,))]
    assert len(memory.orders_after_load(loaded(10))) == 3
