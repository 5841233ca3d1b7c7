import gc

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QMenu

from tests.studio.conftest import an_instrument
from vschaos_studio.settings.table import LARGE_CONTROLS, REDUCED_MOTION, THEME
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.appearance import OFF, ON, Appearance
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.live_theme import LiveTheme
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.play.record_bar import RecordBar
from vschaos_studio.ui.theme import DARK, FINGER, HIGH_CONTRAST, LIGHT


class FakeSystem(QObject):
    """A system whose settings a test makes."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.is_light = self.is_contrasty = self.has_touch_screen = self.less_motion = False
        self.frames = []

    def override(self, scheme):
        self.frames.append(scheme.name)

    def become(self, **looks):
        for name, value in looks.items():
            setattr(self, name, value)
        self.changed.emit()


@pytest.fixture
def system(qapp):
    return FakeSystem()


@pytest.fixture
def appearance(qapp, settings, system):
    return Appearance(qapp, settings, system)


def test_it_follows_the_system_until_the_user_chooses(appearance, system, qapp):
    changes = []
    appearance.changed.connect(lambda: changes.append(appearance.theme.background))
    assert appearance.theme.background == DARK.background
    system.become(is_light=True)
    assert appearance.theme.background == LIGHT.background
    assert LIGHT.background in qapp.styleSheet()
    system.become(is_contrasty=True)
    assert appearance.theme.background == HIGH_CONTRAST.background
    appearance.choose(THEME, "dark")
    system.become(is_contrasty=False)
    assert appearance.theme.background == DARK.background
    assert changes == [LIGHT.background, HIGH_CONTRAST.background, DARK.background]
    appearance.choose(THEME, "")
    assert appearance.theme.background == LIGHT.background, "as the system is now"
    assert system.frames[-2:] == ["Dark", "Unknown"], "the frame of the window goes along"


def test_it_is_kept_in_the_settings(appearance, settings, system, qapp):
    appearance.choose(THEME, "light")
    appearance.choose(REDUCED_MOTION, ON)
    again = Appearance(qapp, settings, system)
    assert again.theme.background == LIGHT.background
    assert again.less_motion


def test_a_value_that_is_no_theme_is_that_of_the_system(qapp, settings, system):
    settings.set(THEME, "pink")
    assert Appearance(qapp, settings, system).theme.background == DARK.background


def test_large_controls_and_motion_are_as_the_system_has_them_until_they_are_switched(appearance, system):
    assert (appearance.large, appearance.less_motion) == (False, False)
    system.become(has_touch_screen=True, less_motion=True)
    assert (appearance.large, appearance.less_motion) == (True, True)
    assert appearance.theme.control == FINGER
    appearance.choose(LARGE_CONTROLS, OFF)
    appearance.choose(REDUCED_MOTION, OFF)
    assert (appearance.large, appearance.less_motion) == (False, False)
    assert appearance.theme.control == DARK.control
    assert appearance.theme.background == DARK.background


class Follower(QObject):
    def __init__(self, theme):
        super().__init__()
        self.theme, self.seen = theme, []
        theme.follow(self.look)

    def look(self):
        self.seen.append((self.theme.text, self.theme.canvas.text))


def test_who_follows_a_theme_sees_all_of_it_changed_and_is_not_kept_alive():
    theme = LiveTheme(DARK)
    one, other = Follower(theme), Follower(theme.canvas)
    theme.show(LIGHT)
    assert one.seen == [(LIGHT.text, DARK.text)], "the canvas stays light on dark"
    theme.show(HIGH_CONTRAST)
    assert one.seen[-1] == (HIGH_CONTRAST.text,) * 2
    assert other.seen[-1][0] == HIGH_CONTRAST.text
    seen = one.seen
    del one  # and with it the QObject
    gc.collect()
    theme.show(DARK)
    assert len(seen) == 2


def colour_of(shown: QIcon, mode=QIcon.Mode.Normal, state=QIcon.State.Off):
    image = shown.pixmap(QSize(24, 24), 1.0, mode, state).toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(*place) for place in places), key=QColor.alpha).name()


def test_icons_have_the_colours_of_the_theme_that_is_shown(qapp):
    theme = LiveTheme(DARK)
    shown = icon("start", theme, "muted", checked="accent")
    copied = QIcon(shown)
    for now in (DARK, LIGHT, HIGH_CONTRAST):
        theme.show(now)
        assert colour_of(shown) == colour_of(copied) == now.muted
        assert colour_of(shown, state=QIcon.State.On) == now.accent
        assert colour_of(shown, QIcon.Mode.Disabled) == now.outline


def test_the_pads_picture_changes_with_the_theme(qtbot, clock):
    theme = LiveTheme(DARK)
    pad = LatentPad(theme, clock=clock)
    qtbot.addWidget(pad)
    pad.resize(400, 300)
    pad.show_sounds(SoundMap.of(an_instrument()))
    pad.show()

    def corner():
        return pad.cloud.picture.toImage().pixelColor(3, 3).name()

    assert corner() == DARK.rail
    theme.show(LIGHT)
    assert corner() == DARK.rail, "points that glow need a dark ground"
    theme.show(HIGH_CONTRAST)
    assert corner() == HIGH_CONTRAST.rail


def test_the_whole_window_changes_at_once(studio, instrument_file, qapp):
    window = studio.window
    window.open_instrument(instrument_file)

    def colours():
        qapp.processEvents()
        image = window.grab().toImage()
        rail = window.navigation.mapTo(window, window.navigation.rect().bottomLeft())
        header = window.play.header.mapTo(window, window.play.header.rect().topLeft())
        return image.pixelColor(rail.x() + 4, rail.y() - 4).name(), image.pixelColor(header.x(), header.y() - 6).name()

    for name, theme in (("light", LIGHT), ("high contrast", HIGH_CONTRAST), ("dark", DARK)):
        studio.appearance.choose(THEME, name)
        assert colours() == (theme.rail, theme.background)


def test_the_view_menu_offers_it(studio, settings):
    window = studio.window
    view = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&View")
    actions = {one.text(): one for one in view.actions()}
    theme = {one.text(): one for one in actions["&Theme"].menu().actions()}
    assert list(theme) == ["As the system", "Dark", "Light", "High contrast"]
    assert theme["As the system"].isChecked()
    theme["Light"].trigger()
    assert settings.get(THEME) == "light"
    assert studio.appearance.theme.background == LIGHT.background
    large, motion = actions["Large &controls"], actions["Reduce &motion"]
    assert not large.isChecked()
    large.trigger()
    motion.trigger()
    assert (studio.appearance.large, studio.appearance.less_motion) == (True, True)
    studio.appearance.choose(LARGE_CONTROLS, OFF)
    assert not large.isChecked(), "it shows what is"


def test_with_less_motion_points_jump_and_nothing_trails(qtbot, theme, clock):
    still = [True]
    pad = LatentPad(theme, clock=clock, is_still=lambda: still[0])
    qtbot.addWidget(pad)
    pad.resize(400, 300)
    pad.show_sounds(SoundMap.of(an_instrument()))
    pad.show_position(0.5, 0.5)
    pad.show_map(True)
    pad.show_sounding((0.1, 0.1))
    pad.show_sounding((0.2, 0.2))
    assert not pad.dots.trail
    assert pad.cloud.moving is False
    assert (pad.position, pad.sounding) == ((0.5, 0.5), (0.2, 0.2)), "what shows the sound stays"
    still[0] = False
    pad.show_position(-0.5, 0.5)
    assert pad.dots.trail
    pad.show_map(False)
    assert pad.cloud.moving


def test_with_less_motion_the_dot_of_a_recording_does_not_blink(qtbot, theme, clock):
    from vschaos.realtime.recording.events import RecordingView

    for still, expected in ((True, {True}), (False, {True, False})):
        bar = RecordBar(theme, clock=clock, is_still=lambda still=still: still)
        qtbot.addWidget(bar)
        lit = set()
        for _ in range(40):
            clock.now += 0.1
            bar.show_recording(RecordingView("/tmp/a.wav", 1.0))
            lit.add(bar.dot.lit)
        assert lit == expected
