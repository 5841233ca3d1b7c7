"""A Max patch that plays the app over OSC and follows it: made from the control table.

Max listens on one port and sends from another; every two seconds the patch asks whether the app is there and names the
port that it listens on, so that the app knows which changes are the patch's own. All windows share the names
``vschaos.to-app`` and ``vschaos.from-app``: one such patch can be open at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vschaos.osc.ports import LOOPBACK, OscSettings
from vschaos.patching.max_dials import (
    BEHIND_LEFT,
    COLUMNS,
    ONWARD_LEFT,
    PAD_HEIGHT,
    PANEL_WIDTH,
    PITCH,
    WINDOW_HEIGHT,
    WINDOW_WIDTH,
    Desk,
    Dial,
)
from vschaos.patching.max_patcher import BOX_HEIGHT, MaxBox, Patcher
from vschaos.patching.panels import (
    HEADING_HEIGHT,
    ROW_HEIGHT,
    Panel,
    PatchPad,
    halves,
    heading_height,
    latent_axes,
    panel_height,
    remote_panels,
)
from vschaos.patching.pd_canvas import Atom, MessageAtoms, Rectangle
from vschaos.patching.remote_pd import ASK_MS, LONGEST_NAME, SILENT_MS, STATUS
from vschaos.performance.controls import Control, Kind, Playable
from vschaos.performance.table import control_table

FILE_NAME = "vschaos-remote.maxpat"
TO_APP, FROM_APP = "vschaos.to-app", "vschaos.from-app"
ADDRESSES_A_ROUTE = 6
_LINK_ROWS = 4


def write_remote(folder: Path, playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Path:
    """Write ``vschaos-remote.maxpat`` into a folder; see :func:`vschaos.patching.remote_pd.write_remote`."""
    return remote_patch(playable, settings, instrument).save(folder / FILE_NAME)


def remote_patch(playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Patcher:
    """The patch that :func:`write_remote` writes."""
    settings = settings or OscSettings()
    prefix = settings.prefix
    table = control_table(playable)
    panels, axes = remote_panels(table), latent_axes(table)
    desk = Desk(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT))
    maps = [control for control in table if control.on_map]
    pads = [PatchPad("pad", (axes[0], axes[1]))] if len(axes) > 1 else []
    shown = panels.first if pads else (Panel("axes", axes), *panels.first)
    heights = [heading_height(_LINK_ROWS), *(PAD_HEIGHT for _ in (*pads, *maps)), *map(panel_height, shown)]
    places = iter(COLUMNS.stack(heights))
    link = next(places)
    _draw_link(desk, link.x, link.y, settings, instrument)
    ends: dict[str, list[MaxBox]] = {}
    for pad, place in zip(pads, places, strict=False):
        _connect(desk, prefix, desk.pad(place.x, place.y, pad), ends)
    for control, place in zip(maps, places, strict=False):
        dials = desk.pad(place.x, place.y, PatchPad("map", halves(control)))
        address = prefix + control.address
        ends[address] = [desk.pair(dials, ("prepend", address), ("s", TO_APP))]
    further: list[Panel] = []
    for panel, place in zip(shown, places, strict=True):
        if place.window:
            further.append(panel)
        else:
            _connect(desk, prefix, desk.panel(place.x, place.y, panel), ends)
    _receive(desk, ends)
    others = {**({"further": tuple(further)} if further else {}), **panels.others}
    _windows(desk, prefix, others)
    return desk.patcher


def _windows(desk: Desk, prefix: str, others: dict[str, tuple[Panel, ...]]) -> None:
    """The windows inside, of panels that are seldom needed."""
    for column, (name, panels) in enumerate(others.items()):
        shown = (COLUMNS.left + 128 * column, WINDOW_HEIGHT - 32)
        desk.patcher.patcher(BEHIND_LEFT, desk.row(), name, _window(name, prefix, panels), shown)


def _window(name: str, prefix: str, panels: Sequence[Panel], number: int = 2) -> Patcher:
    """A window of panels; those that have no room are in a window inside, with this number."""
    desk = Desk(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT))
    ends: dict[str, list[MaxBox]] = {}
    further: list[Panel] = []
    for panel, place in zip(panels, COLUMNS.stack([panel_height(panel) for panel in panels]), strict=True):
        if place.window:
            further.append(panel)
        else:
            _connect(desk, prefix, desk.panel(place.x, place.y, panel), ends)
    _receive(desk, ends)
    if further:
        inside = _window(name, prefix, further, number + 1)
        desk.patcher.patcher(BEHIND_LEFT, desk.row(), f"{name}-{number}", inside, (COLUMNS.left, WINDOW_HEIGHT - 32))
    return desk.patcher


def _connect(desk: Desk, prefix: str, dials: Sequence[Dial], ends: dict[str, list[MaxBox]]) -> None:
    """Connect dials to the app; ``ends`` gets the boxes that follow each address."""
    for dial in dials:
        address, y = prefix + dial.control.address, dial.hub.rectangle.y
        send: tuple[Atom, ...] = ("prepend", address)
        if dial.control.kind is Kind.TRIGGER:
            send = MessageAtoms((address,))
        row = desk.patcher.flow(ONWARD_LEFT, y, send, ("s", TO_APP))
        desk.patcher.connect(dial.hub, 0, row[0])
        if dial.followers:
            ends[address] = list(dial.followers)


def _receive(desk: Desk, ends: dict[str, list[MaxBox]]) -> None:
    """Route what comes from the app, a few addresses at a time."""
    addresses = list(ends)
    source, outlet = desk.patcher.obj(BEHIND_LEFT, desk.row(), "r", FROM_APP), 0
    for start in range(0, len(addresses), ADDRESSES_A_ROUTE):
        some = addresses[start : start + ADDRESSES_A_ROUTE]
        route = desk.patcher.obj(BEHIND_LEFT, desk.row(), "route", *some)
        desk.patcher.connect(source, outlet, route)
        for number, address in enumerate(some):
            for box in ends[address]:
                desk.patcher.connect(route, number, box)
        source, outlet = route, len(some)


# ── the link ──────────────────────────────────────────────────────────────────────────────────────────────


def _draw_link(desk: Desk, x: int, y: int, settings: OscSettings, instrument: str) -> None:
    patcher, app_port, patch_port = desk.patcher, settings.in_port, settings.out_port
    heading = f"vschaos: {instrument[:LONGEST_NAME]}" if instrument else "vschaos"
    desk.backdrop(x, y, heading_height(_LINK_ROWS), heading, lead=True)
    top = y + HEADING_HEIGHT
    send = patcher.obj(BEHIND_LEFT + 300, desk.row(), "udpsend", LOOPBACK, app_port)
    patcher.connect(patcher.obj(BEHIND_LEFT, desk.row(), "r", TO_APP), 0, send)
    receive = patcher.flow(BEHIND_LEFT, desk.row(), ("udpreceive", patch_port), ("s", FROM_APP))[0]
    numbers: list[MaxBox] = []
    ports = (("the app listens on", app_port, send), ("this patch listens on", patch_port, receive))
    for row, (text, port, target) in enumerate(ports):
        at = desk.row()
        patcher.comment(BEHIND_LEFT + 420, at, text, (x + 6, top + row * ROW_HEIGHT, 170))
        control = Control(f"port.{row}", "", 1, 65535, port, text, kind=Kind.CHOICE)
        number = desk.number(BEHIND_LEFT + 140, at, _beside(x + 180, top, row), control, whole=True)
        patcher.connect(patcher.obj(BEHIND_LEFT, at, "loadmess", port), 0, number)
        order = patcher.obj(BEHIND_LEFT + 230, at, "prepend port")
        patcher.connect(number, 0, order)
        patcher.connect(order, 0, target)
        numbers.append(number)
    _ask(desk, x + 270, top, numbers[1], settings)
    _status(desk, x + 6, top + 2 * ROW_HEIGHT, settings.prefix)


def _beside(x: int, top: int, row: int) -> Rectangle:
    return Rectangle(x, top + row * ROW_HEIGHT, 68, BOX_HEIGHT)


def _ask(desk: Desk, x: int, top: int, port: MaxBox, settings: OscSettings) -> None:
    """A ping from time to time; at the first answer, and by a button, a dump."""
    patcher, y = desk.patcher, desk.row(6)
    prefix, patch_port = settings.prefix, settings.out_port
    patcher.comment(BEHIND_LEFT + 700, y, "answers", (x, top, 70))
    patcher.comment(BEHIND_LEFT + 700, y + PITCH, "ask again", (x, top + ROW_HEIGHT, 70))
    light = patcher.ui(
        "toggle",
        Rectangle(BEHIND_LEFT + 640, y, 22, 22),
        Rectangle(x + 76, top, 20, 20),
        1,
        ("int",),
        ignoreclick=1,
        parameter_enable=0,
    )
    button = patcher.ui(
        "button",
        Rectangle(BEHIND_LEFT + 640, y + PITCH, 22, 22),
        Rectangle(x + 76, top + ROW_HEIGHT, 20, 20),
        1,
        ("bang",),
        parameter_enable=0,
    )
    ping = (("loadmess", 1), ("metro", ASK_MS), ("i", patch_port), ("prepend", f"{prefix}/ping"), ("s", TO_APP))
    asked = patcher.flow(BEHIND_LEFT, y, *ping)
    patcher.connect(port, 0, asked[2], 1)
    pong = (
        ("r", FROM_APP),
        ("route", f"{prefix}/pong"),
        ("t", "b", "b"),
        MessageAtoms((1,)),
        ("change",),
        ("t", "i", "i"),
    )
    heard = patcher.flow(BEHIND_LEFT, y + PITCH, *pong)
    late = patcher.flow(BEHIND_LEFT + 200, y + 2 * PITCH, ("delay", SILENT_MS), MessageAtoms((0,)))
    patcher.connect(heard[2], 1, late[0])
    patcher.connect(late[1], 0, heard[4])
    shown = patcher.obj(BEHIND_LEFT + 420, y + 2 * PITCH, "prepend set")
    patcher.connect(heard[5], 1, shown)
    patcher.connect(shown, 0, light)
    dump = (("sel", 1), ("i", patch_port), ("prepend", f"{prefix}/dump"), ("s", TO_APP))
    first = patcher.flow(BEHIND_LEFT, y + 3 * PITCH, *dump)
    patcher.connect(heard[5], 0, first[0])
    patcher.connect(button, 0, first[1])
    patcher.connect(port, 0, first[1], 1)
    errors = (("r", FROM_APP), ("route", f"{prefix}/error"), ("print", "vschaos"))
    patcher.flow(BEHIND_LEFT, y + 4 * PITCH, *errors)


def _status(desk: Desk, x: int, y: int, prefix: str) -> None:
    """What the app reports of itself."""
    patcher, at = desk.patcher, desk.row()
    addresses = [f"{prefix}/status/{name}" for name in STATUS]
    route = patcher.flow(BEHIND_LEFT, at, ("r", FROM_APP), ("route", *addresses))[-1]
    for number, text in enumerate(STATUS.values()):
        at = desk.row()
        left, top = x + number % 2 * (PANEL_WIDTH // 2), y + number // 2 * ROW_HEIGHT
        patcher.comment(BEHIND_LEFT, at, text, (left, top, 84))
        setter = patcher.obj(BEHIND_LEFT + 130, at, "prepend set")
        place = Rectangle(BEHIND_LEFT + 240, at, 96, BOX_HEIGHT)
        shown = Rectangle(left + 86, top, 96, BOX_HEIGHT)
        value = patcher.ui("message", place, shown, 2, ("",), text="", ignoreclick=1)
        patcher.connect(route, number, setter)
        patcher.connect(setter, 0, value)
