from vschaos.realtime.protocol import ControlValue, LabelValue, Snapshot
from vschaos_studio.state.single_values import single_values, snapshot_values


def test_the_pad_and_all_latents_are_single_coordinates():
    assert single_values("pad", (0.1, 0.2)) == {"latent.z1": 0.1, "latent.z2": 0.2}
    assert single_values("pad.y", (0.3,)) == {"latent.z2": 0.3}
    assert single_values("latents", (0.1, 0.2, 0.3)) == {"latent.z1": 0.1, "latent.z2": 0.2, "latent.z3": 0.3}
    assert single_values("gain", (-6.0,)) == {"gain": -6.0}


def test_orders_are_no_values():
    for control, values in (("panic", ()), ("snapshot.store", (3.0,)), ("snapshot.morph", (1.0, 2.0, 0.5))):
        assert single_values(control, values) == {}


def test_a_snapshot_tells_all_that_is_not_at_its_default():
    told = Snapshot(latent=(0.1, 0.2), labels=(LabelValue("pitch", 3.0),), values=(ControlValue("lfo.z2.depth", 0.25),))
    assert snapshot_values(told) == {"latent.z1": 0.1, "latent.z2": 0.2, "label.pitch": 3.0, "lfo.z2.depth": 0.25}
