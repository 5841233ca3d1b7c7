from vschaos.realtime.protocol import ControlValue, EngineStatus, LabelValue
from vschaos_studio.state.single_values import lasting_values, status_values


def test_the_pad_and_all_latents_are_single_coordinates():
    assert lasting_values("pad", (0.1, 0.2)) == {"latent.z1": 0.1, "latent.z2": 0.2}
    assert lasting_values("pad.y", (0.3,)) == {"latent.z2": 0.3}
    assert lasting_values("latents", (0.1, 0.2, 0.3)) == {"latent.z1": 0.1, "latent.z2": 0.2, "latent.z3": 0.3}
    assert lasting_values("gain", (-6.0,)) == {"gain": -6.0}


def test_orders_do_not_last():
    for control, values in (("panic", ()), ("snapshot.store", (3.0,)), ("snapshot.morph", (1.0, 2.0, 0.5))):
        assert lasting_values(control, values) == {}


def test_a_status_holds_all_that_is_not_at_its_default():
    status = EngineStatus(
        latent=(0.1, 0.2), labels=(LabelValue("pitch", 3.0),), values=(ControlValue("lfo.z2.depth", 0.25),)
    )
    assert status_values(status) == {"latent.z1": 0.1, "latent.z2": 0.2, "label.pitch": 3.0, "lfo.z2.depth": 0.25}
