"""The control ``terrain``: it moves all coordinates by the map, is sent to peers, and echoes move nothing."""

import random

import numpy as np
import pytest

from tests.performance.touches import apply
from vschaos.errors import ControlError
from vschaos.latent.latent_map import fit_latent_map
from vschaos.osc.mirror import Mirror
from vschaos.osc.namespace import Namespace
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch, initial_state, values_of
from vschaos.performance.table import control_table

DIMS = 4
POINTS = np.random.default_rng(0).uniform(-0.9, 0.9, (300, DIMS)).astype(np.float32)
TERRAIN = fit_latent_map(POINTS, size=17)
OTHER = fit_latent_map(POINTS[::-1] * -0.5, size=9)
MAPPED = Playable(DIMS, terrain=True)


@pytest.fixture
def performance():
    return Performance(MAPPED, terrain=TERRAIN)


def touch(performance, control, *values, origin=Origin.UI):
    return performance.touch((Touch(control, values),), origin)


def there(x, y):
    return tuple(TERRAIN.at(float(np.float32(x)), float(np.float32(y))).tolist())


def test_a_touch_moves_all_coordinates_to_what_lies_there(performance):
    touch(performance, "terrain", 0.3, -0.7)
    assert performance.state.latent == pytest.approx(there(0.3, -0.7), abs=1e-6)
    assert values_of(performance.state, performance.controls["terrain"]) == pytest.approx((0.3, -0.7))
    assert values_of(performance.state, performance.controls["pad.x"]) == performance.state.latent[:1]


def test_beyond_the_edge_it_is_the_edge_and_the_change_is_clipped(performance):
    done = touch(performance, "terrain", 5.0, -0.25)
    assert done.changes[0].clipped
    assert done.changes[0].values == (1.0, -0.25)
    assert performance.state.latent == there(1.0, -0.25)


def test_the_place_stays_when_the_coordinates_move_and_a_touch_of_it_brings_them_back(performance):
    touch(performance, "terrain", 0.5, 0.5)
    assert touch(performance, "terrain", 0.5, 0.5).changes == ()
    touch(performance, "latent.z3", -0.123)
    assert performance.state.terrain == (0.5, 0.5)
    assert len(touch(performance, "terrain", 0.5, 0.5).changes) == 1
    assert performance.state.latent == there(0.5, 0.5)


def test_a_batch_is_its_touches_one_by_one(performance):
    chance = random.Random(3)
    names = ("terrain", "pad", "latent.z4", "latents", "noise", "snapshot.store", "snapshot.recall", "snapshot.b")
    touches = []
    for _ in range(300):
        control = performance.controls[chance.choice(names)]
        values = [1.0] if control.id.startswith("snapshot") else [chance.uniform(-1, 1) for _ in range(control.count)]
        touches.append(Touch(control.id, tuple(values)))
    one_by_one = Performance(MAPPED, terrain=TERRAIN)
    for one in touches:
        one_by_one.touch((one,), Origin.UI)
    performance.touch(touches, Origin.UI)
    assert performance.state == one_by_one.state


def test_without_a_map_the_control_is_missing():
    bare = Performance(MAPPED)
    assert "terrain" not in bare.controls
    assert bare.playable == Playable(DIMS)
    assert len(touch(bare, "terrain", 0.1, 0.1).refused) == 1
    controls = {control.id: control for control in control_table(MAPPED)}
    with pytest.raises(ControlError, match="no control"):
        apply(initial_state(MAPPED), Touch("terrain", (0.1, 0.1)), controls, Origin.OSC)


def test_another_instrument_brings_its_own_map_though_all_else_is_the_same(performance):
    touch(performance, "terrain", 0.25, 0.5)
    performance.fit(Playable(DIMS), OTHER)
    touch(performance, "terrain", 0.25, 0.5)
    assert performance.state.latent == tuple(OTHER.at(0.25, 0.5).tolist())
    performance.fit(Playable(DIMS))
    assert "terrain" not in performance.controls
    assert performance.state.latent == tuple(OTHER.at(0.25, 0.5).tolist())
    performance.fit(Playable(2), None)
    assert len(performance.state.latent) == 2


def test_snapshots_hold_the_coordinates(performance):
    touch(performance, "terrain", 0.25, 0.5)
    touch(performance, "snapshot.store", 1.0)
    touch(performance, "terrain", -0.5, 0.0)
    touch(performance, "snapshot.recall", 1.0)
    assert performance.state.latent == there(0.25, 0.5)


def test_a_gesture_on_the_map_plays_without_it(performance):
    touch(performance, "gesture.record", 1.0)
    performance.advance(0.01)
    ways = [(k / 20, -k / 20) for k in range(20)]
    for way in ways:
        touch(performance, "terrain", *way)
        performance.advance(0.01)
    touch(performance, "gesture.record", 0.0)
    performance.advance(0.01)
    assert {event.control for event in performance.gesture.events} == {f"latent.z{k}" for k in range(1, DIMS + 1)}
    touch(performance, "latents", *(0.0,) * DIMS)
    performance.advance(1.0)
    performance.fit(Playable(DIMS))
    touch(performance, "gesture.loop", 0.0)
    touch(performance, "gesture.play", 1.0)
    for _ in range(30):
        performance.advance(0.01)
    assert performance.state.latent == there(*ways[-1])


class Peer:
    """An OSC program, and what it gets."""

    def __init__(self, performance):
        self.performance = performance
        self.mirror = Mirror(Namespace(performance.controls))
        performance.listen(self.mirror.note)
        self.now = 100.0
        self.sent()

    def sent(self):
        self.now += 0.1
        return {m.address: m.arguments for m in self.mirror.due(self.now, self.performance.state)}


def test_peers_get_the_position_and_all_coordinates(performance):
    peer = Peer(performance)
    touch(performance, "terrain", 0.5, -0.25)
    sent = peer.sent()
    latent = performance.state.latent
    assert sent["/vs/terrain"] == (0.5, -0.25)
    assert sent["/vs/latents"] == latent
    assert sent["/vs/pad"] == latent[:2]
    assert {f"/vs/latent/z{k}" for k in range(1, DIMS + 1)} < sent.keys()
    assert peer.sent() == {}


def test_other_touches_do_not_send_the_former_position(performance):
    peer = Peer(performance)
    touch(performance, "pad", 0.5, 0.5)
    assert "/vs/terrain" not in peer.sent()
    touch(performance, "terrain", 0.5, -0.25)
    peer.sent()
    touch(performance, "latent.z2", 0.9)
    assert "/vs/terrain" not in peer.sent()


def test_a_peer_that_echoes_everything_moves_nothing(performance):
    peer = Peer(performance)
    chance = random.Random(5)
    for _ in range(50):
        control = performance.controls[chance.choice(("terrain", "pad", "latents", "latent.z3"))]
        touch(performance, control.id, *(chance.uniform(-1, 1) for _ in range(control.count)))
        before = performance.state
        for address, values in peer.sent().items():
            touch(performance, address.removeprefix("/vs/").replace("/", "."), *values, origin=Origin.OSC)
            assert performance.state == before, address
        assert peer.sent() == {}
