"""A session for Open Stage Control that plays the app over OSC and follows it: made from the control table.

Open Stage Control serves the session as a page to tablets and phones. The format is that of its version 1: a tree of
widgets, each with its place in percent, its OSC address, and its range. A script in the root asks every two seconds
whether the app is there, and for all values after each start of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vschaos.files import write_file
from vschaos.osc.ports import LOOPBACK, OscSettings
from vschaos.patching.panels import NAMED_SNAPSHOTS, title
from vschaos.patching.remote_pd import ASK_MS, CONNECTED, LOOKING
from vschaos.performance.controls import Control, Group, Kind, Playable
from vschaos.performance.table import TERRAIN, control_table, is_axis

FILE_NAME = "vschaos-remote-open-stage-control.json"
FORMAT_VERSION = "1.25.0"
"""Of Open Stage Control: what older ones wrote is converted when it is opened."""

MOST_AXES = 16
"""Axes with faders and oscillators; an instrument may have more."""
LONGEST_SWITCH = 40
"""Characters of all names of a choice; a longer one is a menu."""
LOWEST_DB = -60.0
"""Of the level meter."""
_SENT_ELSEWHERE = ("pad.x", "pad.y", "latents", "snapshot.morph", "snapshot.store", "snapshot.recall", "snapshot.clear")
_SAID_BEFORE = {
    "gesture.": "gesture",
    "input.": "input",
    "trajectory.": "path",
    "tempo.": "tempo",
    "snapshot.undo": "snapshot",
}
"""What a name begins with on a page of several groups, by the start of a control's id."""
_COLUMNS, _ROWS = 3, 12
"""Of a page of faders."""

_HELLO = """\
locals.start = 0;
locals.silent = 0;
setInterval("hello", function() {
    var start = get("pong");
    set("pong", 0, {send: false});
    if (start) {
        locals.silent = 0;
        set("link", "CONNECTED", {send: false});
        if (start !== locals.start) {
            locals.start = start;
            send("TARGET", "PREFIX/dump", {type: "i", value: PORT});
            send("TARGET", "PREFIX/status", {type: "i", value: 1});
        }
    } else if (++locals.silent >= 2) {
        locals.start = 0;
        set("link", "LOOKING", {send: false});
    }
    send("TARGET", "PREFIX/ping", {type: "i", value: PORT});
}, PERIOD);
"""

_NAMES = """\
for (var place = 1; place <= COUNT; place++) setVar("recall_" + place, "name", value[place - 1]);
"""

_AXES = """\
for (var axis = 1; axis <= COUNT; axis++) setVar("z" + axis, "title", (value < axis ? "no z" : "z") + axis);
"""

_AXIS = """\
if (value[0] <= COUNT) setVar("z" + value[0], "title", value[1]);
if (value[0] <= 2) setVar("pad", "xy"[value[0] - 1], value[1]);
"""

_MAP = """\
setVar("MAP", "x", value[0]);
setVar("MAP", "y", value[1]);
"""


@dataclass(frozen=True)
class Area:
    """A place on a page, in percent of it or in pixels."""

    left: float
    top: float
    width: float
    height: float

    def part(self, column: int, columns: int, row: int = 0, rows: int = 1) -> Area:
        """One cell of it, of a grid."""
        width, height = self.width / columns, self.height / rows
        return Area(self.left + column * width, self.top + row * height, width, height)

    @property
    def properties(self) -> dict[str, str]:
        """As a widget has it."""
        return {
            "left": f"{self.left:.3f}%",
            "top": f"{self.top:.3f}%",
            "width": f"{self.width:.3f}%",
            "height": f"{self.height:.3f}%",
        }


@dataclass(frozen=True)
class Widget:
    """One widget: its kind, its id, and what else the session says of it."""

    kind: str
    id: str
    properties: dict[str, Any] = field(default_factory=dict)
    area: Area | None = None

    def written(self) -> dict[str, Any]:
        """As the session has it."""
        place = {} if self.area is None else self.area.properties
        return {"type": self.kind, "id": self.id, **place, **self.properties}


@dataclass(frozen=True)
class Session:
    """A session: its pages by their names, and the script of its root."""

    pages: dict[str, tuple[Widget, ...]]
    script: str

    def content(self) -> dict[str, Any]:
        """The session as its file has it."""
        tabs = [
            {"type": "tab", "id": f"page_{name}", "label": name, "widgets": [one.written() for one in widgets]}
            for name, widgets in self.pages.items()
        ]
        root = {"type": "root", "id": "root", "onCreate": self.script, "tabs": tabs}
        return {"createdWith": "Open Stage Control", "version": FORMAT_VERSION, "type": "session", "content": root}

    def written(self) -> str:
        """The text of the file."""
        return json.dumps(self.content(), indent=1, ensure_ascii=False) + "\n"

    def save(self, path: Path) -> Path:
        """Write the file; returns its path."""
        write_file(path, self.written().encode())
        return path


def remote_patch(playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Session:
    """See :func:`vschaos.patching.remote_pd.remote_patch`."""
    settings = settings or OscSettings()
    shown = [one for one in control_table(playable) if one.id not in _SENT_ELSEWHERE and not _is_far(one)]
    maker = _Maker(settings)
    first = tuple(maker.first_page(shown, instrument))
    used = {one.id for one in first}
    others = [one for one in shown if _id(one) not in used and not one.axes]
    pages = {"play": first}
    for name, groups in (
        ("sound", (Group.SOUND, Group.ENVELOPE)),
        ("input", (Group.INPUT,)),
        ("motion", (Group.MOTION,)),
    ):
        of_group = [one for one in others if one.group in groups]
        for start in range(0, len(of_group), _COLUMNS * _ROWS):
            some = of_group[start : start + _COLUMNS * _ROWS]
            page = f"{name} {start // (_COLUMNS * _ROWS) + 1}" if start else name
            pages[page] = tuple(maker.rows(some))
    return Session(pages, maker.script())


def _is_far(control: Control) -> bool:
    """Whether it is of an axis that has no room."""
    last = control.id.split(".")[2 if control.id.startswith("input.scale.") else 1 :][:1]
    number = last[0][1:] if last and last[0].startswith("z") else ""
    return number.isdigit() and int(number) > MOST_AXES


def _id(control: Control) -> str:
    return control.id.removeprefix("latent.").replace(".", "_")


class _Maker:
    """Makes widgets that send to the app of the settings."""

    def __init__(self, settings: OscSettings) -> None:
        self._prefix = settings.prefix
        self._target = f"{LOOPBACK}:{settings.in_port}"
        self._port = settings.out_port

    def script(self) -> str:
        """The script of the root."""
        text = _HELLO
        for word, value in (
            ("CONNECTED", CONNECTED),
            ("LOOKING", LOOKING),
            ("TARGET", self._target),
            ("PREFIX", self._prefix),
            ("PORT", str(self._port)),
            ("PERIOD", str(ASK_MS)),
        ):
            text = text.replace(word, value)
        return text

    # ── the first page ────────────────────────────────────────────────────────────────────────────────────

    def first_page(self, controls: Sequence[Control], instrument: str) -> Iterator[Widget]:
        """What is played: pad, axes, labels, level, transport, gestures, snapshots and keys."""
        by_id = {control.id: control for control in controls}
        axes = [control for control in controls if is_axis(control)]
        pads = [control for control in controls if control.id == "pad" or control.on_map]
        yield from self._header(Area(0, 0, 100, 5), instrument)
        place = Area(0, 5, 34, 50)
        for number, control in enumerate(pads):
            yield self._pad(control, place.part(number, len(pads)))
        labels = [control for control in controls if control.label]
        above, below = (Area(34, 5, 36, 28), Area(34, 33, 36, 22)) if labels else (Area(34, 5, 36, 50), None)
        for number, control in enumerate(axes):
            yield self._axis(control, above.part(number, len(axes)))
        for number, control in enumerate(labels):
            assert below is not None
            yield from self._row(control, below.part(0, 1, number, len(labels)))
        yield self._fader(by_id["gain"], Area(70, 5, 5, 50), upright=True)
        yield self._meter(Area(75, 5, 3, 50))
        groups = (Group.TRANSPORT, Group.GESTURE, Group.SNAPSHOT)
        grouped = [control for group in groups for control in controls if control.group is group]
        buttons = [control for control in grouped if control.kind in (Kind.TRIGGER, Kind.SWITCH)]
        others = [control for control in grouped if control not in buttons]
        place, row = Area(78, 5, 22, 50), (len(buttons) + 1) // 2
        rows = row + len(others) + 1
        for number, control in enumerate(buttons):
            yield self._button(control, place.part(number % 2, 2, number // 2, rows))
        for number, control in enumerate(others, start=row):
            yield from self._row(control, place.part(0, 1, number, rows))
        yield self._morph(place.part(0, 1, rows - 1, rows))
        yield from self._snapshots(Area(0, 56, 100, 22))
        yield Widget(
            "keyboard",
            "keys",
            self._sent("/note", "if") | {"keys": 37, "start": 36, "on": 1, "off": 0, "velocity": True},
            Area(0, 79, 100, 21),
        )

    def _header(self, area: Area, instrument: str) -> Iterator[Widget]:
        made_for = f"Made for {instrument or 'any instrument'}"
        texts = (("link", "", LOOKING), ("model", "/status/model", made_for), ("error", "/error", ""))
        for place, (name, address, text) in enumerate(texts):
            said = self._heard(address) if address else {"bypass": True}
            yield Widget("text", name, said | {"default": text}, area.part(place, len(texts)))
        yield Widget("variable", "pong", self._heard("/pong"))
        scripts = (
            ("names", "/status/snapshots", _NAMES.replace("COUNT", str(NAMED_SNAPSHOTS))),
            ("axes", "/status/axes", _AXES.replace("COUNT", str(MOST_AXES))),
            ("axis", "/status/axis", _AXIS.replace("COUNT", str(MOST_AXES))),
            ("map", "/status/map", _MAP.replace("MAP", TERRAIN)),
        )
        for name, address, script in scripts:
            yield Widget("variable", name, self._heard(address) | {"onValue": script})

    def _pad(self, control: Control, area: Area) -> Widget:
        one = {"min": control.low, "max": control.high}
        shown = {"rangeX": one, "rangeY": one, "decimals": 4, "snap": True, "html": "VAR{x, x} → · VAR{y, y} ↑"}
        return Widget("xy", _id(control), self._sent(control.address, "f") | shown, area)

    def _axis(self, control: Control, area: Area) -> Widget:
        """An upright fader that says what grows along the axis, or that the instrument has none such."""
        made = self._fader(control, area, upright=True)
        return replace(made, properties=made.properties | {"html": f"VAR{{title, {title(control)}}}"})

    def _meter(self, area: Area) -> Widget:
        shown = {"range": {"min": LOWEST_DB, "max": 0}, "interaction": False, "design": "compact", "html": "dB"}
        return Widget("fader", "level_meter", self._heard("/status/level") | shown, area)

    def _morph(self, area: Area) -> Widget:
        """Between the first two snapshots; ``snapshot.amount`` goes on with any two."""
        shown = {"preArgs": [1, 2], "decimals": 4, "horizontal": True, "design": "compact", "html": "morph 1 to 2"}
        return Widget(
            "fader", "morph", self._sent("/snapshot/morph", "iif") | {"range": {"min": 0, "max": 1}} | shown, area
        )

    def _snapshots(self, area: Area) -> Iterator[Widget]:
        for place in range(1, NAMED_SNAPSHOTS + 1):
            tile = area.part(place - 1, NAMED_SNAPSHOTS)
            parts = (("recall", f"VAR{{name, {place}}}", 0, 2), ("store", "store", 2, 1), ("clear", "clear", 3, 1))
            for name, text, row, rows in parts:
                part = tile.part(0, 1, row, 4)
                shown = {"label": text, "mode": "tap", "on": place, "off": 0, "wrap": "soft"}
                yield Widget(
                    "button",
                    f"{name}_{place}",
                    self._sent(f"/snapshot/{name}", "i") | shown,
                    replace(part, height=part.height * rows),
                )

    # ── rows ──────────────────────────────────────────────────────────────────────────────────────────────

    def rows(self, controls: Sequence[Control]) -> Iterator[Widget]:
        """A page of controls, in columns."""
        for number, control in enumerate(controls):
            column, row = divmod(number, _ROWS)
            yield from self._row(control, Area(0, 0, 100, 100).part(column, _COLUMNS, row, _ROWS))

    def _row(self, control: Control, area: Area) -> Iterator[Widget]:
        """A control with its name; buttons have it on them."""
        if control.kind in (Kind.TRIGGER, Kind.SWITCH):
            yield self._button(control, area)
            return
        left = replace(area, width=area.width * 0.3)
        right = replace(area, left=left.left + left.width, width=area.width - left.width)
        yield Widget("text", f"{_id(control)}_name", {"default": _name(control), "bypass": True}, left)
        yield self._choice(control, right) if control.names else self._fader(control, right)

    def _button(self, control: Control, area: Area) -> Widget:
        is_trigger = control.kind is Kind.TRIGGER
        sent = self._sent(control.address, "" if is_trigger else "i")
        shown = {"label": _name(control), "mode": "momentary" if is_trigger else "toggle", "on": 1, "off": 0}
        return Widget("button", _id(control), sent | shown, area)

    def _choice(self, control: Control, area: Area) -> Widget:
        values = {
            "labels": list(control.names),
            "values": [round(control.low) + number for number in range(len(control.names))],
        }
        few = sum(map(len, control.names)) <= LONGEST_SWITCH
        shown = {"layout": "horizontal", "values": values} if few else {"values": values}
        return Widget("switch" if few else "dropdown", _id(control), self._sent(control.address, "i") | shown, area)

    def _fader(self, control: Control, area: Area, upright: bool = False) -> Widget:
        whole = control.kind is Kind.CHOICE
        shown = {
            "range": {"min": control.low, "max": control.high},
            "default": control.default,
            "decimals": 0 if whole else 4,
            "horizontal": not upright,
            "design": "compact",
            "doubleTap": True,
            "html": _name(control) if upright else "",
        }
        if control.logarithmic:
            shown["logScale"] = True
        return Widget("fader", _id(control), self._sent(control.address, "i" if whole else "f") | shown, area)

    def _sent(self, address: str, tags: str) -> dict[str, Any]:
        tagged = {"typeTags": tags} if tags else {}
        return {"address": self._prefix + address, "target": [self._target], "ignoreDefaults": True} | tagged

    def _heard(self, address: str) -> dict[str, Any]:
        """Of a widget that follows an address alone."""
        return {"address": self._prefix + address, "bypass": True}


def _name(control: Control) -> str:
    """Its title; on pages of several axes, with the axis."""
    words = [title(control)]
    axis = next((part for part in control.id.split(".")[1:-1] if part[:1] == "z" and part[1:].isdigit()), "")
    if axis:
        words.insert(0, axis)
    for start, group in _SAID_BEFORE.items():
        if control.id.startswith(start):
            words.insert(0, group)
    return " ".join(words)
