"""A layout for TouchOSC that plays the app over OSC and follows it: made from the control table.

A ``.tosc`` file is XML, compressed by zlib: a tree of nodes with properties, values and messages, as TouchOSC's manual
and published readers of the format describe them. Host and ports are settings of TouchOSC itself. A script in the root
asks whether the app is there, for all values after each start of it, and shows titles and names.
"""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from vschaos.files import write_file
from vschaos.osc.ports import OscSettings
from vschaos.patching.panels import NAMED_SNAPSHOTS, title
from vschaos.patching.remote_pd import ASK_MS
from vschaos.patching.stage_control import MOST_AXES, Area
from vschaos.performance.controls import Control, Group, Kind, Playable
from vschaos.performance.table import control_table, is_axis

FILE_NAME = "vschaos-remote.tosc"
WIDTH, HEIGHT = 1024, 768
"""Of the layout; TouchOSC fits it to the screen."""
PLACES, UPRIGHT, ROWS, SNAPSHOTS = Area(8, 40, 380, 608), Area(400, 40, 616, 284), Area(400, 356, 616, 320), 684
ROWS_A_COLUMN, TITLE_HEIGHT, TITLE_WIDTH = 8, 26, 96
_MOMENTARY, _TOGGLE, _EAST = "0", "2", "1"
_COLOURS = {"XY": (0.2, 0.45, 0.8), "FADER": (0.25, 0.6, 0.5), "BUTTON": (0.8, 0.5, 0.2)}

_SCRIPT = """\
local start, asked = 0, 0
function show(name, text)
  local label = self.children[name]
  if label then label.values.text = text end
end
function update()
  if getMillis() - asked > PERIOD then
    asked = getMillis()
    sendOSC('PREFIX/ping', PORT)
  end
end
function onReceiveOSC(message)
  local path, arguments = message[1], message[2]
  if path == 'PREFIX/pong' and arguments[1].value ~= start then
    start = arguments[1].value
    sendOSC('PREFIX/dump', PORT)
  elseif path == 'PREFIX/status/model' then
    show('model', arguments[1].value)
  elseif path == 'PREFIX/status/axes' then
    for axis = arguments[1].value + 1, AXES do show('z' .. axis .. ' title', 'no z' .. axis) end
  elseif path == 'PREFIX/status/axis' then
    show('z' .. arguments[1].value .. ' title', arguments[2].value)
  elseif path == 'PREFIX/status/snapshots' then
    for place = 1, NAMES do show('snapshot ' .. place .. ' title', arguments[place].value) end
  end
end
"""


@dataclass(frozen=True)
class Layout:
    """A layout: the XML of its root."""

    root: str

    def save(self, path: Path) -> Path:
        """Write the file; returns its path."""
        text = f"<?xml version='1.0' encoding='UTF-8'?>\n<lexml version='3'>{self.root}</lexml>"
        write_file(path, zlib.compress(text.encode()))
        return path


def remote_patch(playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Layout:
    """See :func:`vschaos.patching.remote_pd.remote_patch`."""
    settings = settings or OscSettings()
    script = _SCRIPT
    words = {"PREFIX": settings.prefix, "PORT": settings.out_port, "PERIOD": ASK_MS}
    for word, value in (words | {"AXES": MOST_AXES, "NAMES": NAMED_SNAPSHOTS}).items():
        script = script.replace(word, str(value))
    nodes = [_text("model", instrument or "any instrument", Area(8, 6, 1008, 28))]
    nodes += _controls(control_table(playable), settings.prefix)
    area, properties = Area(0, 0, WIDTH, HEIGHT), _property("s", "script", escape(script))
    return Layout(_node("GROUP", "vschaos", area, properties, "", f"<children>{''.join(nodes)}</children>"))


def _controls(table: Sequence[Control], prefix: str) -> Iterator[str]:
    pads = [one for one in table if one.id == "pad" or one.on_map]
    for row, control in enumerate(pads):
        sent = _message(prefix + control.address, [_value(control, "x"), _value(control, "y")], "xy")
        yield _node("XY", control.id, PLACES.part(0, 1, row, len(pads)), "", _X + _default("y", "0"), sent)
    axes = [one for one in table if is_axis(one)][:MOST_AXES]
    for column, control in enumerate(axes):
        area = UPRIGHT.part(column, len(axes))
        yield _fader(control, prefix, replace(area, width=area.width - 4))
        below = replace(area, top=area.top + area.height, height=TITLE_HEIGHT)
        yield _text(f"{title(control)} title", title(control), below)
    rows = [one for one in table if one.label or one.group is Group.SOUND][: 2 * ROWS_A_COLUMN]
    for number, control in enumerate(rows):
        area = ROWS.part(number // ROWS_A_COLUMN, 2, number % ROWS_A_COLUMN, ROWS_A_COLUMN)
        yield _text(f"{control.id} title", title(control), replace(area, width=TITLE_WIDTH))
        right = Area(area.left + TITLE_WIDTH, area.top, area.width - TITLE_WIDTH - 4, area.height - 4)
        yield _fader(control, prefix, right, _property("i", "orientation", _EAST))
    for row, group in enumerate((Group.TRANSPORT, Group.GESTURE)):
        buttons = [one for one in table if one.group is group and one.kind in (Kind.TRIGGER, Kind.SWITCH)]
        area = Area(8, 656 + 52 * row, 380, 52)
        yield _text(group.value, group.value, area.part(0, len(buttons) + 1))
        for column, control in enumerate(buttons, start=1):
            address, is_switch = prefix + control.address, control.kind is Kind.SWITCH
            sent = _message(address, [_value(control)]) if is_switch else _message(address, (), condition="RISE")
            place = area.part(column, len(buttons) + 1)
            yield from _button(control.id, title(control), place, sent, is_switch)
    for place in range(1, NAMED_SNAPSHOTS + 1):
        column, row = (place - 1) % 8, (place - 1) // 8
        sent = _message(f"{prefix}/snapshot/recall", [("CONSTANT", "INTEGER", str(place), 0, 1)], condition="RISE")
        area = Area(400, SNAPSHOTS, 616, HEIGHT - SNAPSHOTS - 8).part(column, 8, row, 2)
        yield from _button(f"snapshot {place}", str(place), area, sent)


# ── nodes ─────────────────────────────────────────────────────────────────────────────────────────────────

Partial = tuple[str, str, str, float, float]
"""Of a message: where it comes from, what it becomes, the value's name or the constant, and its range."""


def _value(control: Control, name: str = "x") -> Partial:
    whole = control.kind in (Kind.SWITCH, Kind.CHOICE)
    return "VALUE", "INTEGER" if whole else "FLOAT", name, control.low, control.high


def _message(address: str, arguments: Sequence[Partial], values: str = "x", condition: str = "ANY") -> str:
    """An OSC message that is sent as the values change, and received where it is sent at any change."""
    triggers = "".join(f"<trigger><var>{name}</var><condition>{condition}</condition></trigger>" for name in values)
    path, sent = ("".join(map(_partial, some)) for some in ([("CONSTANT", "STRING", address, 0, 1)], arguments))
    return (
        f"<messages><osc><enabled>1</enabled>"
        f"<send>1</send><receive>{int(condition == 'ANY')}</receive><feedback>0</feedback>"
        f"<connections>11111</connections><triggers>{triggers}</triggers>"
        f"<path>{path}</path><arguments>{sent}</arguments></osc></messages>"
    )


def _partial(partial: Partial) -> str:
    kind, conversion, value, low, high = partial
    return (
        f"<partial><type>{kind}</type><conversion>{conversion}</conversion><value>{escape(value)}</value>"
        f"<scaleMin>{low:g}</scaleMin><scaleMax>{high:g}</scaleMax></partial>"
    )


def _fader(control: Control, prefix: str, area: Area, properties: str = "") -> str:
    return _node("FADER", control.id, area, properties, _X, _message(prefix + control.address, [_value(control)]))


def _button(name: str, text: str, area: Area, sent: str, is_switch: bool = False) -> Iterator[str]:
    """A button with a text above it, which lets the finger through."""
    area = Area(area.left, area.top, area.width - 4, area.height - 4)
    yield _node("BUTTON", name, area, _property("i", "buttonType", _TOGGLE if is_switch else _MOMENTARY), _X, sent)
    yield _text(f"{name} title", text, area)


def _text(name: str, text: str, area: Area) -> str:
    plain = "".join(_property("b", key, "0") for key in ("background", "outline", "interactive"))
    return _node("LABEL", name, area, plain + _property("i", "textSize", "11"), _default("text", text))


def _node(kind: str, name: str, area: Area, properties: str, values: str, inside: str = "") -> str:
    places = zip("xywh", (area.left, area.top, area.width, area.height), strict=True)
    frame = "".join(f"<{side}>{pixels:.0f}</{side}>" for side, pixels in places)
    shares = zip("rgba", (*_COLOURS.get(kind, (0.1, 0.1, 0.1)), 1), strict=True)
    colour = "".join(f"<{part}>{share}</{part}>" for part, share in shares)
    usual = _property("s", "name", escape(name)) + _property("r", "frame", frame) + _property("c", "color", colour)
    id_ = uuid.uuid5(uuid.NAMESPACE_URL, f"vschaos:{name}")
    properties = f"<properties>{usual}{properties}</properties>"
    return f"<node ID='{id_}' type='{kind}'>{properties}<values>{values}</values>{inside}</node>"


def _property(type_: str, key: str, value: str) -> str:
    return f"<property type='{type_}'><key>{key}</key><value>{value}</value></property>"


def _default(key: str, text: str) -> str:
    return (
        f"<value><key>{key}</key><locked>0</locked><lockedDefaultCurrent>0</lockedDefaultCurrent>"
        f"<default>{escape(text)}</default><defaultPull>0</defaultPull></value>"
    )


_X = _default("x", "0")
