"""A Pure Data patch that plays the app over OSC and follows it: made from the control table, vanilla objects only.

Every two seconds the patch asks whether the app is there, and names the port that it listens on: so the app knows
which changes are its own, and never sends them back. At the first answer, and at the first one after each start of the
app, the patch asks for all values. Either of the two can be started first, and started again. When the app opens
another instrument, titles of axes and labels and names of snapshots follow.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.osc.ports import LOOPBACK, OscSettings
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
from vschaos.patching.pd_canvas import Canvas, Contents, MessageAtoms, Wire
from vschaos.patching.pd_described import (
    AXES,
    AXIS,
    LABEL,
    LABEL_VALUE,
    LABELS,
    MAP,
    NAME_COLOUR,
    NAME_ROWS,
    NAMES,
    add_axes,
    add_map,
    add_slots,
    add_snapshots,
    draw_slots,
    draw_snapshots,
)
from vschaos.patching.pd_dials import (
    ALARM,
    COLUMNS,
    PAD_HEIGHT,
    PANEL_WIDTH,
    WINDOW_HEIGHT,
    WINDOW_WIDTH,
    draw_pad,
    draw_panel,
    local,
)
from vschaos.patching.pd_workings import PITCH, Workings, add_windows, behind, panel_window
from vschaos.performance.controls import Control, Playable
from vschaos.performance.table import control_table

FILE_NAME = "vschaos-remote.pd"
ASK_MS, SILENT_MS = 2000, 5000
TO_APP, FROM_APP, VALUE = local("to-app"), local("from-app"), local("value")
LONGEST_ROUTE = 40
"""Characters of the arguments of one object."""
LONGEST_NAME = 40
LOOKING, CONNECTED = "Looking for the studio …", "Connected with the studio"
_LINK_ROWS = 6
MODEL = "model"
STATUS = {MODEL: "instrument", "latency": "latency ms", "load": "load", "xruns": "dropouts"}
"""What of ``/vs/status/…`` is shown, and under which title."""


def remote_patch(playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Canvas:
    """A patch for these axes, labels and this map.

    Parameters
    ----------
    playable
        Axes, labels and map to have controls for.
    settings
        The app's: both ports, which can be changed in the patch, and the prefix, which cannot.
    instrument
        Its name, for the title.
    """
    settings = settings or OscSettings()
    prefix = settings.prefix

    def onward(control: Control) -> Contents:
        return _to_app(prefix, control.address)

    table = control_table(playable)
    panels = remote_panels(table)
    axes, labels = latent_axes(table), playable.labels
    pads = _pads(table)
    patch = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT)
    workings = Workings()
    shown = panels.first if len(axes) > 1 else (Panel("axes", axes), *panels.first)
    names_height = NAME_ROWS * ROW_HEIGHT
    heights = [
        heading_height(_LINK_ROWS),
        *(PAD_HEIGHT for _ in pads),
        heading_height(len(label_slots(labels))),
        *(panel_height(panel) + names_height * (panel.heading == SNAPSHOTS) for panel in shown),
    ]
    places = iter(COLUMNS.stack(heights))
    link = next(places)
    _draw_link(patch, link.x, link.y, settings, instrument)
    for pad in pads:
        place = next(places)
        workings.add_pad(pad, draw_pad(patch, place.x, place.y, pad))
        for control in pad.axes:
            workings.add(control, *([] if pad.together else onward(control)))
        if pad.together:
            workings.add_pair(pad.together, pad.axes, *onward(pad.together))
            add_map(workings, pad.axes)
        else:
            add_axes(workings, pad.axes)
    place = next(places)
    draw_slots(patch, place.x, place.y, labels)
    add_slots(workings, labels, [*_parts(prefix), "label"], TO_APP)
    further: list[Panel] = []
    for panel, place in zip(shown, places, strict=True):
        if place.window:
            further.append(panel)
            continue
        is_axes, names = panel.heading == "axes", NAME_ROWS * (panel.heading == SNAPSHOTS)
        draw_panel(patch, place.x, place.y, panel, init=False, further_rows=names, renamed=is_axes)
        for control in panel.controls:
            workings.add(control, *onward(control))
        if is_axes:
            add_axes(workings, panel.controls)
        if names:
            draw_snapshots(patch, place.x, place.y + panel_height(panel))
            add_snapshots(workings, *_to_app(prefix, "/snapshot/recall"))
    others = {**({"further": tuple(further)} if further else {}), **panels.others}
    inner = [panel_window(name, inside, False, onward) for name, inside in others.items()]
    inner.append(behind([_connection(prefix), *_from_app(table, prefix), *workings.windows]))
    add_windows(patch, inner)
    return patch


def _pads(table: Sequence[Control]) -> list[PatchPad]:
    """The pad, which an instrument of one axis lacks, and the map where there is one."""
    axes = latent_axes(table)
    pads = [PatchPad("pad", (axes[0], axes[1]))] if len(axes) > 1 else []
    return pads + [PatchPad("map", halves(control), control) for control in table if control.on_map]


def _to_app(prefix: str, address: str) -> Contents:
    """What sends values to an address of the app."""
    return ("oscformat", *_parts(prefix), *_parts(address)), ("s", TO_APP)


def _parts(address: str) -> list[str]:
    return address.strip("/").split("/")


# ── the link ──────────────────────────────────────────────────────────────────────────────────────────────


def _draw_link(patch: Canvas, x: int, y: int, settings: OscSettings, instrument: str) -> None:
    patch.cnv(x, y, PANEL_WIDTH, heading_height(_LINK_ROWS), "vschaos", colour="#d4e4d8")
    patch.text(x + 80, y + 2, f"made for {instrument or 'any instrument'}"[:LONGEST_NAME], LONGEST_NAME)
    left, top = x + 6, y + HEADING_HEIGHT
    ports = (
        ("the app listens on", "app-port", settings.in_port),
        ("this patch listens on", "patch-port", settings.out_port),
    )
    for row, (text, name, port) in enumerate(ports):
        patch.text(left, top + row * ROW_HEIGHT, text, 22)
        patch.nbx(x + 180, top + row * ROW_HEIGHT, 1, 65535, port, Wire(local(name)), 1, 7)
    patch.text(x + 270, top, "ask again", 10)
    patch.bng(x + 350, top, Wire(local("ask")), colour=ALARM)
    fields = (("link", LOOKING), ("status-model", ""), ("error", ""))
    for row, (name, text) in zip((2, 3, 5), fields, strict=True):
        patch.cnv(left, top + row * ROW_HEIGHT, PANEL_WIDTH - 12, 20, text, NAME_COLOUR, local(name))
    for place, name in enumerate(name for name in STATUS if name != MODEL):
        at, row = left + place * 127, top + 4 * ROW_HEIGHT
        patch.text(at, row, STATUS[name].removesuffix(" ms"), 8)
        patch.symbol(at + 64, row, Wire("", local("status", name)), 7)


def _connection(prefix: str) -> Canvas:
    """Two sockets, opened again when a port is changed, and the question whether the app is there."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "connection")
    canvas.text(20, 15, "Messages from the app, and to the app: both start again when a port is changed.", 90)
    heard = canvas.flow(20, 50, ("r", local("patch-port")), MessageAtoms(("listen", "$1")))
    received = canvas.flow(
        20, 50 + 2 * PITCH, ("netreceive", "-u", "-b"), ("oscparse",), ("list", "trim"), ("s", FROM_APP)
    )
    canvas.connect(heard[-1], 0, received[0])
    y = 50 + 4 * PITCH
    ports = canvas.flow(20, y, ("r", local("app-port")), ("t", "f", "b"))[-1]
    close, begin = canvas.msg(60, y + PITCH, "disconnect"), canvas.msg(180, y + PITCH, "connect", LOOPBACK, "$1")
    socket = canvas.obj(60, y + 3 * PITCH, "netsend -u -b")
    canvas.connect(ports, 0, begin)
    canvas.connect(ports, 1, close)
    for message in (close, begin):
        canvas.connect(message, 0, socket)
    outgoing = canvas.flow(60, y + 2 * PITCH, ("r", TO_APP), ("list", "prepend", "send"), ("list", "trim"))
    canvas.connect(outgoing[-1], 0, socket)
    _ask(canvas, 20, y + 5 * PITCH, prefix)
    return canvas


def _ask(canvas: Canvas, x: int, y: int, prefix: str) -> None:
    """A ping from time to time; at the first answer of each start of the app, and by a button, a dump."""
    canvas.text(x, y, "Is the app there? At the first answer after each start it is asked for all values.", 90)
    y += PITCH
    asked = canvas.flow(x, y, ("loadbang",), MessageAtoms((1,)), ("metro", ASK_MS), ("f",), *_to_app(prefix, "/ping"))
    canvas.connect(canvas.obj(x + 700, y - PITCH, "r", local("patch-port")), 0, asked[3], 1)
    y += PITCH
    heard = canvas.flow(x, y, ("r", local("pong")), ("t", "f", "b"), ("change",), ("t", "b", "b"))
    connected = (MessageAtoms(("label", CONNECTED)), ("s", local("link")))
    canvas.connect(heard[-1], 1, canvas.flow(x + 400, y, *connected)[0])
    dump = canvas.flow(x + 100, y + PITCH, ("f",), *_to_app(prefix, "/dump"))
    canvas.connect(heard[-1], 0, dump[0])
    canvas.connect(canvas.obj(x, y + PITCH, "r", local("ask")), 0, dump[0])
    canvas.connect(canvas.obj(x + 500, y + PITCH, "r", local("patch-port")), 0, dump[0], 1)
    late = canvas.flow(x, y + 2 * PITCH, ("delay", SILENT_MS), ("t", "b", "b"), MessageAtoms(("set", 0)))
    canvas.connect(heard[1], 1, late[0])
    canvas.connect(late[-1], 0, heard[2])
    looking = (MessageAtoms(("label", LOOKING)), ("s", local("link")))
    canvas.connect(late[1], 1, canvas.flow(x + 400, y + 2 * PITCH, *looking)[0])


# ── what comes in ─────────────────────────────────────────────────────────────────────────────────────────


def _from_app(table: Sequence[Control], prefix: str) -> list[Canvas]:
    """Addresses are split level by level; each value goes to its control."""
    controls = [control for control in table if control.mirrored and not control.momentary and not control.label]
    addresses = [control.address for control in controls]
    mirrored = [address for address in addresses if address not in ("/pad", "/latents")]
    workings = Workings("from-app")
    _sort(workings, prefix)
    for stem, leaves in _groups(mirrored):
        _leaves(workings, stem, leaves, mirrored)
    return workings.windows


def _sort(workings: Workings, prefix: str) -> None:
    """The first level: answers and errors apart, all else to the controls."""
    y = workings.rows(6 + len(STATUS))
    canvas = workings.canvas
    ours = [("route", word) for word in _parts(prefix)]
    root = canvas.flow(20, y, ("r", FROM_APP), *ours, ("route", "status", "error", "pong", "label"))[-1]
    said = canvas.flow(20, y + PITCH, ("list",), MessageAtoms(("label", "$2 ($1)")), ("s", local("error")))
    canvas.connect(root, 1, said[0])
    for outlet, (x, name) in enumerate(((300, local("pong")), (500, LABEL_VALUE), (700, VALUE)), start=2):
        canvas.connect(root, outlet, canvas.obj(x, y + PITCH, "s", name))
    described = {"axes": AXES, "axis": AXIS, "map": MAP, "labels": LABELS, "label": LABEL, "snapshots": NAMES}
    status = canvas.obj(20, y + 2 * PITCH, "route", *STATUS, *described)
    canvas.connect(root, 0, status)
    for outlet, name in enumerate(STATUS):
        # A name becomes the label of a coloured area; numbers go into fields as texts of a few digits.
        text = (("list",), MessageAtoms(("label", "$1"))) if name == MODEL else (("makefilename", "%.4g"),)
        row = canvas.flow(20, y + (3 + outlet) * PITCH, *text, ("s", local("status", name)))
        canvas.connect(status, outlet, row[0])
    for place, target in enumerate(described.values()):
        # Without “list”, the first of several names would be the name of a message.
        end = canvas.flow(400 + 270 * (place % 3), y + (3 + place // 3) * PITCH, ("list",), ("s", target))
        canvas.connect(status, len(STATUS) + place, end[0])


def _groups(addresses: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Addresses by what stands before their last part, in groups that fit into one object."""
    groups: dict[str, list[list[str]]] = {}
    for address in addresses:
        stem, _, leaf = address.rpartition("/")
        lists = groups.setdefault(stem, [[]])
        if len(" ".join([*lists[-1], leaf])) > LONGEST_ROUTE:
            lists.append([])
        lists[-1].append(leaf)
    return [(stem, leaves) for stem, lists in groups.items() for leaves in lists]


def _leaves(workings: Workings, stem: str, leaves: Sequence[str], addresses: Sequence[str]) -> None:
    """Values below one stem, each to its control."""
    y = workings.rows(1 + len(leaves))
    canvas = workings.canvas
    routes = [("route", word) for word in stem.strip("/").split("/") if word]
    route = canvas.flow(20, y, ("r", VALUE), *routes, ("route", *leaves))[-1]
    for row, leaf in enumerate(leaves):
        address = f"{stem}/{leaf}"
        end = ("s", local(address.strip("/").replace("/", "."), "in"))
        # An address that leads on to others has to let their messages pass.
        leads_on = any(other.startswith(f"{address}/") for other in addresses)
        content = (("route", "float"), end) if leads_on else (end,)
        at = route.rectangle.x + 20 * row
        canvas.connect(route, row, canvas.flow(at, y + (1 + row) * PITCH, *content)[0])
