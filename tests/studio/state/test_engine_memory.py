from vschaos.realtime.protocol import InstrumentLoaded, LabelValue, LoadInstrument, SetControl, Snapshot
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
        memory.note(order)
    assert memory.orders_after_load(loaded(4)) == [SetControl("latents", (0.5, 0.7, 0.3, 0.9))]
    assert memory.orders_after_load(loaded(2)) == [SetControl("latents", (0.5, 0.7))]
    assert memory.orders_after_load(loaded(5)) == [SetControl("latents", (0.5, 0.7, 0.3, 0.9, 0.0))]


def test_nothing_wished_for_is_nothing_ordered():
    assert EngineMemory().orders_at_start() == []
    assert EngineMemory().orders_after_load(loaded(4)) == []


def test_the_latest_wish_of_a_kind_counts():
    memory = EngineMemory()
    memory.note(LoadInstrument("a"))
    memory.note(LoadInstrument("b"))
    assert memory.orders_at_start() == [LoadInstrument("b")]


def test_panic_is_not_repeated():
    memory = EngineMemory()
    memory.note(SetControl("panic", ()))
    assert memory.orders_at_start() + memory.orders_after_load(loaded(2)) == []


def test_moves_by_other_hands_are_remembered_too():
    memory = EngineMemory()
    labels = (LabelValue("pitch", 3.0), LabelValue("octave", 4.0))
    memory.note_snapshot(
        Snapshot(latent=(0.1, 0.2), labels=labels, noise=0.5, phase_mode=1, gain_db=-4.0, playing=True)
    )
    assert memory.orders_after_load(loaded(2, "octave")) == [
        SetControl("latents", (0.1, 0.2)),
        SetControl("label.octave", (4.0,)),
        SetControl("noise", (0.5,)),
        SetControl("phase", (1.0,)),
        SetControl("gain", (-4.0,)),
        SetControl("play", (1.0,)),
    ]
