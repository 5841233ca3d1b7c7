from vschaos.performance.bindings import Binding
from vschaos.realtime.protocol import (
    Bind,
    ConfigureOsc,
    ControlValue,
    EngineStatus,
    InstrumentLoaded,
    LabelValue,
    LoadInstrument,
    PlayNote,
    SelectDevice,
    SelectInput,
    SelectMidi,
    Touch,
)
from vschaos_studio.state.engine_memory import EngineMemory


def loaded(latent_dims, *labels):
    return InstrumentLoaded("a.vschaos", "a", latent_dims, 44100, labels)


def test_every_way_to_move_a_coordinate_is_remembered_as_one_point():
    memory = EngineMemory()
    for order in (
        Touch("latents", (0.1, 0.2, 0.3, 0.4)),
        Touch("pad", (0.5, 0.6)),
        Touch("pad.y", (0.7,)),
        Touch("latent.z4", (0.9,)),
    ):
        assert memory.note(order)
    assert memory.orders_after_load(loaded(4)) == [Touch("latents", (0.5, 0.7, 0.3, 0.9))]
    assert memory.orders_after_load(loaded(2)) == [Touch("latents", (0.5, 0.7))]
    assert memory.orders_after_load(loaded(5)) == [Touch("latents", (0.5, 0.7, 0.3, 0.9, 0.0))]


def test_another_instrument_is_played_from_its_start_and_the_same_one_goes_on():
    memory = EngineMemory()
    memory.note(LoadInstrument("a"))
    for control, value in (("latent.z1", 0.5), ("label.pitch", 3.0), ("noise", 0.25)):
        memory.note(Touch(control, (value,)))
    memory.note(LoadInstrument("a"))
    started = InstrumentLoaded("a", "a", 3, 44100, ("pitch",), start=(0.1, 0.2, 0.3))
    assert memory.orders_after_load(started) == [
        Touch("latents", (0.5, 0.2, 0.3)),
        Touch("label.pitch", (3.0,)),
        Touch("noise", (0.25,)),
    ]
    memory.note(LoadInstrument("b"))
    assert memory.orders_after_load(started) == [Touch("noise", (0.25,))]


def test_nothing_wished_for_is_nothing_ordered():
    assert EngineMemory().orders_at_start() == []
    assert EngineMemory().orders_after_load(loaded(4)) == []


def test_the_latest_wish_of_a_kind_counts_and_the_instrument_comes_last():
    memory = EngineMemory()
    wishes = (SelectDevice("Phones", 20.0), SelectInput("Mic"), SelectMidi("*"), ConfigureOsc(True, 1, 2))
    for order in (LoadInstrument("a"), SelectDevice("Speakers"), *wishes, LoadInstrument("b")):
        assert memory.note(order)
    memory.note(Touch("gain", (-3.0,)))
    assert memory.orders_at_start() == [*wishes, Touch("gain", (-3.0,)), LoadInstrument("b")]


def test_what_means_this_moment_is_not_repeated():
    memory = EngineMemory()
    assert not memory.note(PlayNote(60, 1.0))
    assert not memory.note(Bind("midi", Binding("cc 1", 0, "noise")))
    for order in (
        Touch("panic", ()),
        Touch("snapshot.recall", (1.0,)),
        Touch("gesture.record", (1.0,)),
        Touch("snapshot.b", (1.0,)),
    ):
        memory.note(order)
    assert memory.orders_at_start() + memory.orders_after_load(loaded(2)) == []


def test_moves_by_osc_and_midi_are_remembered_too():
    memory = EngineMemory()
    memory.note(Touch("freeze", (1.0,)))
    labels = (LabelValue("pitch", 3.0), LabelValue("octave", 4.0))
    values = (ControlValue("play", 1.0), ControlValue("noise", 0.5), ControlValue("gain", -4.0))
    memory.note_status(EngineStatus(latent=(0.1, 0.2), labels=labels, values=values))
    assert memory.orders_after_load(loaded(2, "octave")) == [
        Touch("latents", (0.1, 0.2)),
        Touch("label.octave", (4.0,)),
        Touch("noise", (0.5,)),
        Touch("gain", (-4.0,)),
        Touch("play", (1.0,)),
    ]


def test_axes_that_an_instrument_does_not_have_are_left_out():
    memory = EngineMemory()
    for control in ("lfo.z2.rate", "lfo.z10.rate", "input.scale.z3"):
        memory.note(Touch(control, (1.0,)))
    assert memory.orders_after_load(loaded(2)) == [Touch("lfo.z2.rate", (1.0,))]
    assert len(memory.orders_after_load(loaded(10))) == 3
