"""The real library with joysticks of its own that tests move: nothing is plugged in."""

import signal
import sys
import threading

import pytest

from testing.servers import wait_for
from vschaos.errors import DeviceError
from vschaos.performance.bindings import Binding, Bindings
from vschaos.performance.controls import Playable
from vschaos.performance.gamepad_decoder import GAMEPAD, GamepadMove
from vschaos.performance.performance import Performance
from vschaos.realtime.engine import Engine
from vschaos.realtime.gamepads.input import GamepadInput
from vschaos.realtime.gamepads.system import NO_LIBRARY, SdlGamepads, library
from vschaos.realtime.protocol import Gamepads

sdl2 = library()


class Joystick:
    """A joystick of SDL's that is moved from here."""

    def __init__(self, kind=sdl2.SDL_JOYSTICK_TYPE_GAMECONTROLLER, axes=6, buttons=15):
        self.index = sdl2.SDL_JoystickAttachVirtual(kind, axes, buttons, 0)
        assert self.index >= 0, sdl2.SDL_GetError()
        self.which = sdl2.SDL_JoystickGetDeviceInstanceID(self.index)
        self._handle = sdl2.SDL_JoystickOpen(self.index)

    def axis(self, number, value):
        assert sdl2.SDL_JoystickSetVirtualAxis(self._handle, number, round(value * 32767)) == 0

    def button(self, number, pressed):
        assert sdl2.SDL_JoystickSetVirtualButton(self._handle, number, int(pressed)) == 0

    def detach(self):
        sdl2.SDL_JoystickClose(self._handle)
        places = [sdl2.SDL_JoystickGetDeviceInstanceID(place) for place in range(sdl2.SDL_NumJoysticks())]
        assert sdl2.SDL_JoystickDetachVirtual(places.index(self.which)) == 0


@pytest.fixture
def system():
    made = SdlGamepads()
    yield made
    made.close()


def settled(system):
    """What has moved; the first events of a virtual joystick say where its parts are."""
    return {move.source: move.value for move in system.poll()}


def test_sticks_triggers_and_buttons_of_a_known_gamepad_have_names(system):
    system.open()
    assert system.poll() == []
    stick = Joystick()
    settled(system)
    assert system.names == ("Virtual Controller",)
    stick.axis(0, 0.5)
    stick.axis(1, -1.0)
    stick.axis(5, 1.0)
    stick.button(0, True)
    moved = settled(system)
    assert moved == pytest.approx({"left x": 0.5, "left y": 1.0, "right trigger": 1.0, "button a": 1.0}, abs=1e-3), (
        "up is positive"
    )
    stick.button(0, False)
    stick.axis(0, 0.0)
    assert settled(system) == {"button a": 0.0, "left x": 0.0}
    stick.detach()
    settled(system)
    assert system.names == ()


def test_the_parts_of_an_unknown_joystick_have_numbers(system):
    system.open()
    stick = Joystick(sdl2.SDL_JOYSTICK_TYPE_FLIGHT_STICK, axes=3, buttons=4)
    settled(system)
    stick.axis(2, -0.25)
    stick.button(3, True)
    assert settled(system) == pytest.approx({"axis 3": -0.25, "button 4": 1.0}, abs=1e-3)


def test_closed_and_opened_again_it_finds_what_is_there(system):
    system.open()
    system.close()
    system.open()
    stick = Joystick()
    settled(system)
    stick.axis(3, 1.0)
    assert settled(system) == pytest.approx({"right y": -1.0}, abs=1e-3)


def test_signals_stay_the_programs_own(system):
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    system.open()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
    handled = threading.Event()
    mine = signal.signal(signal.SIGTERM, lambda *_: handled.set())
    try:
        signal.raise_signal(signal.SIGTERM)
        system.poll()
    finally:
        signal.signal(signal.SIGTERM, mine)
    assert handled.is_set()


class Stage:
    """A performance that gamepads play, and what they report."""

    def __init__(self, system=None, threaded=False):
        self.events, self.problems = [], []
        self.performance = Performance(Playable(2))
        self.bindings = Bindings(GAMEPAD, lambda: self.performance.controls, lambda _: self.input.follow())
        self.input = GamepadInput(
            self.performance,
            self.bindings,
            self.events.append,
            self.problems.append,
            system=system,
            threaded=threaded,
        )


def test_a_stick_that_is_moved_while_a_control_waits_is_assigned_and_moves_it():
    """On the thread itself, from the first assignment to the last."""
    stage = Stage(threaded=True)
    try:
        stage.bindings.wait_for("pad.x")
        wait_for(lambda: stage.events == [Gamepads(())], what="the library")
        stick = Joystick()
        wait_for(lambda: stage.events[-1] == Gamepads(("Virtual Controller",)), what="the gamepad")
        stick.axis(0, 0.9)
        wait_for(lambda: stage.bindings.all, what="the assignment")
        assert stage.bindings.all == (Binding("left x", 0, "pad.x"),)
        stick.axis(0, -1.0)
        wait_for(lambda: stage.performance.state.latent[0] == -1.0, what="the move")
        stick.axis(0, 0.0)
        wait_for(lambda: stage.performance.state.latent[0] == 0.0, what="the rest")
        stick.detach()
        wait_for(lambda: stage.events[-1] == Gamepads(()), what="the end of the gamepad")
        stage.bindings.unbind("")
        wait_for(lambda: sdl2.SDL_WasInit(sdl2.SDL_INIT_GAMECONTROLLER) == 0, what="the end of the library")
    finally:
        stage.input.close()
    assert stage.problems == []


class FewGamepads:
    """Stands in where no library could be: it counts what it is asked, and can refuse."""

    def __init__(self, error=None):
        self.error, self.opened, self.polled, self.names = error, 0, 0, ()
        self.moves = []

    def open(self):
        self.opened += 1
        if self.error is not None:
            raise self.error

    def poll(self):
        self.polled += 1
        return self.moves

    def close(self):
        self.opened -= 1


def test_nothing_is_opened_until_a_control_waits_or_is_assigned():
    system = FewGamepads()
    stage = Stage(system)
    stage.input.poll()
    assert (system.opened, system.polled, stage.events) == (0, 0, [])
    stage.bindings.bind(Binding("left x", 0, "noise"))
    stage.input.poll()
    stage.input.poll()
    assert (system.opened, system.polled) == (1, 2)
    stage.bindings.unbind("noise")
    stage.input.poll()
    assert (system.opened, system.polled) == (0, 2)
    stage.input.close()
    assert system.opened == 0


def test_without_the_library_it_says_so_once_and_goes_on():
    stage = Stage(FewGamepads(NO_LIBRARY))
    stage.bindings.wait_for("noise")
    for _ in range(3):
        stage.input.poll()
    assert stage.problems == [NO_LIBRARY]
    stage.bindings.wait_for("")
    stage.input.poll()
    stage.bindings.wait_for("noise")
    stage.input.poll()
    assert stage.problems == [NO_LIBRARY, NO_LIBRARY], "and again when it is asked for again"
    stage.input.close()


def test_a_library_that_is_not_installed_is_the_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "sdl2", None)
    with pytest.raises(DeviceError) as missing:
        SdlGamepads().open()
    assert missing.value is NO_LIBRARY


def test_a_gamepad_system_that_refuses_is_reported():
    stage = Stage(FewGamepads(DeviceError("S.", "R.")))
    stage.bindings.wait_for("noise")
    stage.input.poll()
    assert [error.sentence for error in stage.problems] == ["S."]
    assert stage.events == []


def test_a_button_that_is_pressed_and_released_between_two_looks_counts():
    system = FewGamepads()
    stage = Stage(system)
    stage.bindings.bind(Binding("button a", 0, "panic"))
    system.moves = [GamepadMove("0", "button a", 1.0), GamepadMove("0", "button a", 0.0)]
    stage.input.poll()
    assert stage.performance.state.triggers["panic"] == 1


def test_the_engine_follows_its_assignments():
    events = []
    engine = Engine(events.append)
    try:
        engine.bindings.of("gamepad").bind(Binding("left y", 0, "pad.y"))
        wait_for(lambda: Gamepads() in events, what="the library")
        stick = Joystick()
        wait_for(lambda: events[-1] == Gamepads(("Virtual Controller",)), what="the gamepad")
        stick.axis(1, -1.0)
        wait_for(lambda: engine.performance.state.latent[1] == 1.0, what="the move")
        engine.bindings.of("gamepad").unbind("")
        wait_for(lambda: events[-1] == Gamepads(is_looking=False), what="the end of the library")
    finally:
        engine.shutdown()
