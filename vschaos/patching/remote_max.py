"""A Max patch that plays the app over OSC and follows it: made from the control table.

Max listens on one port and sends from another; every two seconds the patch asks whether the app is there and names the
port that it listens on, so that the app knows which changes are the patch's own. At the first answer after each start
of the app, the patch asks for all values; when the app opens another instrument, titles follow. All windows share the
names ``vschaos.to-app`` and ``vschaos.from-app``: one such patch can be open at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.osc.ports import LOOPBACK, OscSettings
from vschaos.patching.max_described import NAME_ROWS, Described
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
    SNAPSHOTS,
    Panel,
    PatchPad,
    halves,
    heading_height,
    label_slots,
    latent_axes,
    panel_height,
    remote_panels,
)
from vschaos.patching.pd_canvas import Atom, MessageAtoms, Rectangle
from vschaos.patching.remote_pd import ASK_MS, CONNECTED, LONGEST_NAME, LOOKING, MODEL, SILENT_MS, STATUS
from vschaos.performance.controls import Control, Kind, Playable
from vschaos.performance.table import control_table

FILE_NAME = "vschaos-remote.maxpat"
TO_APP, FROM_APP = "vschaos.to-app", "vschaos.from-app"
ADDRESSES_A_ROUTE = 6
_LINK_ROWS = 6


def remote_patch(playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Patcher:
    """See :func:`vschaos.patching.remote_pd.remote_patch`."""
    settings = settings or OscSettings()
    prefix = settings.prefix
    table = control_table(playable)
    panels, axes = remote_panels(table), latent_axes(table)
    desk = Desk(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT))
    maps = [control for control in table if control.on_map]
    pads = [PatchPad("pad", (axes[0], axes[1]))] if len(axes) > 1 else []
    shown = panels.first if pads else (Panel("axes", axes), *panels.first)
    heights = [
        heading_height(_LINK_ROWS),
        *(PAD_HEIGHT for _ in (*pads, *maps)),
        heading_height(len(label_slots(playable.labels))),
        *(panel_height(panel) + NAME_ROWS * ROW_HEIGHT * (panel.heading == SNAPSHOTS) for panel in shown),
    ]
    places = iter(COLUMNS.stack(heights))
    described = Described(desk, prefix, TO_APP, FROM_APP)
    link = next(places)
    _draw_link(desk, described, link.x, link.y, settings, instrument)
    ends: dict[str, list[MaxBox]] = {}
    for pad in pads:
        place = next(places)
        _connect(desk, prefix, desk.pad(place.x, place.y, pad), ends)
        described.axes(pad.axes)
    for control in maps:
        place = next(places)
        directions = halves(control)
        dials = desk.pad(place.x, place.y, PatchPad("map", directions))
        described.map(directions)
        address = prefix + control.address
        ends[address] = [desk.pair(dials, ("prepend", address), ("s", TO_APP))]
    place = next(places)
    described.slots(place.x, place.y, playable.labels)
    further: list[Panel] = []
    for panel, place in zip(shown, places, strict=True):
        if place.window:
            further.append(panel)
            continue
        names = NAME_ROWS * (panel.heading == SNAPSHOTS)
        _connect(desk, prefix, desk.panel(place.x, place.y, panel, names), ends)
        if panel.heading == "axes":
            described.axes(panel.controls)
        if names:
            described.snapshots(place.x, place.y + panel_height(panel))
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


def _draw_link(desk: Desk, described: Described, x: int, y: int, settings: OscSettings, instrument: str) -> None:
    patcher, app_port, patch_port = desk.patcher, settings.in_port, settings.out_port
    heading = f"vschaos: made for {instrument or 'any instrument'}"[:LONGEST_NAME]
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
    left, width = x + 6, PANEL_WIDTH - 12
    link = desk.field(left, top + 2 * ROW_HEIGHT, width, LOOKING)
    described.field(left, top + 3 * ROW_HEIGHT, width, f"/status/{MODEL}")
    _figures(desk, left, top + 4 * ROW_HEIGHT, settings.prefix)
    described.field(left, top + 5 * ROW_HEIGHT, width, "/error")
    _ask(desk, x + 270, top, numbers[1], link, settings)


def _beside(x: int, top: int, row: int) -> Rectangle:
    return Rectangle(x, top + row * ROW_HEIGHT, 68, BOX_HEIGHT)


def _ask(desk: Desk, x: int, top: int, port: MaxBox, link: MaxBox, settings: OscSettings) -> None:
    """A ping from time to time; at the first answer after each start of the app, and by a button, a dump."""
    patcher, y = desk.patcher, desk.row(5)
    prefix, patch_port = settings.prefix, settings.out_port
    patcher.comment(BEHIND_LEFT + 700, y + PITCH, "ask again", (x, top, 70))
    button = patcher.ui(
        "button",
        Rectangle(BEHIND_LEFT + 640, y + PITCH, 22, 22),
        Rectangle(x + 76, top, 20, 20),
        1,
        ("bang",),
        parameter_enable=0,
    )
    ping = (("loadmess", 1), ("metro", ASK_MS), ("i", patch_port), ("prepend", f"{prefix}/ping"), ("s", TO_APP))
    asked = patcher.flow(BEHIND_LEFT, y, *ping)
    patcher.connect(port, 0, asked[2], 1)
    pong = (("r", FROM_APP), ("route", f"{prefix}/pong"), ("t", "i", "b"), ("change",), ("t", "b", "b"))
    heard = patcher.flow(BEHIND_LEFT, y + PITCH, *pong)
    dump = (("i", patch_port), ("prepend", f"{prefix}/dump"), ("s", TO_APP))
    asks = patcher.flow(BEHIND_LEFT, y + 2 * PITCH, *dump)[0]
    connected = patcher.msg(BEHIND_LEFT + 420, y + 2 * PITCH, "set", *CONNECTED.split())
    late = (("delay", SILENT_MS), ("t", "b", "b"), MessageAtoms(("set", 0)))
    silent = patcher.flow(BEHIND_LEFT, y + 3 * PITCH, *late)
    looking = patcher.msg(BEHIND_LEFT + 420, y + 3 * PITCH, "set", *LOOKING.split())
    for source, outlet, target, inlet in (
        (heard[-1], 0, asks, 0),
        (button, 0, asks, 0),
        (port, 0, asks, 1),
        (heard[-1], 1, connected, 0),
        (heard[2], 1, silent[0], 0),
        (silent[-1], 0, heard[3], 0),
        (silent[1], 1, looking, 0),
        (connected, 0, link, 0),
        (looking, 0, link, 0),
    ):
        patcher.connect(source, outlet, target, inlet)
    errors = (("r", FROM_APP), ("route", f"{prefix}/error"), ("print", "vschaos"))
    patcher.flow(BEHIND_LEFT, y + 4 * PITCH, *errors)


def _figures(desk: Desk, x: int, y: int, prefix: str) -> None:
    """What the app reports of its sound."""
    names = [name for name in STATUS if name != MODEL]
    addresses = [f"{prefix}/status/{name}" for name in names]
    route = desk.patcher.flow(BEHIND_LEFT, desk.row(), ("r", FROM_APP), ("route", *addresses))[-1]
    for number, name in enumerate(names):
        at, left = desk.row(), x + 127 * number
        desk.patcher.comment(BEHIND_LEFT, at, STATUS[name].removesuffix(" ms"), (left, y, 62))
        setter = desk.patcher.obj(BEHIND_LEFT + 130, at, "prepend set")
        desk.patcher.connect(route, number, setter)
        desk.patcher.connect(setter, 0, desk.field(left + 64, y, 58, at=at))
