"""A Pure Data patch that plays the app over OSC and follows it: made from the control table, vanilla objects only.

Every two seconds the patch asks whether the app is there, and names the port that it listens on: so the app knows
which changes are its own, and never sends them back. At the first answer the patch asks for all values. Either of the
two can be started first, and started again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vschaos.osc.ports import LOOPBACK, OscSettings
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
from vschaos.patching.pd_canvas import Canvas, Contents, MessageAtoms, Wire
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
_LINK_ROWS = 5
MODEL, NAME_COLOUR = "model", "#f6f7f9"
STATUS = {MODEL: "instrument", "latency": "latency ms", "load": "load", "xruns": "xruns"}
"""What of ``/vs/status/…`` is shown, and under which title."""


def write_remote(folder: Path, playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Path:
    """Write ``vschaos-remote.pd`` into a folder.

    Parameters
    ----------
    folder
        Where to.
    playable
        Axes, labels and map to have controls for.
    settings
        The app's: both ports, which can be changed in the patch, and the prefix, which cannot.
    instrument
        Its name, for the title.
    """
    return remote_patch(playable, settings, instrument).save(folder / FILE_NAME)


def remote_patch(playable: Playable, settings: OscSettings | None = None, instrument: str = "") -> Canvas:
    """The patch that :func:`write_remote` writes."""
    settings = settings or OscSettings()
    prefix = settings.prefix

    def onward(control: Control) -> Contents:
        return _to_app(prefix, control.address)

    table = control_table(playable)
    panels = remote_panels(table)
    axes = latent_axes(table)
    pads = _pads(table)
    patch = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT)
    workings = Workings()
    shown = panels.first if len(axes) > 1 else (Panel("axes", axes), *panels.first)
    heights = [heading_height(_LINK_ROWS), *(PAD_HEIGHT for _ in pads), *map(panel_height, shown)]
    places = iter(COLUMNS.stack(heights))
    link = next(places)
    _draw_link(patch, link.x, link.y, settings, instrument)
    for pad, place in zip(pads, places, strict=False):
        workings.add_pad(pad, draw_pad(patch, place.x, place.y, pad, init=False))
        for control in pad.axes:
            workings.add(control, *([] if pad.together else onward(control)))
        if pad.together:
            workings.add_pair(pad.together, pad.axes, *onward(pad.together))
    further: list[Panel] = []
    for panel, place in zip(shown, places, strict=True):
        if place.window:
            further.append(panel)
            continue
        draw_panel(patch, place.x, place.y, panel, init=False)
        for control in panel.controls:
            workings.add(control, *onward(control))
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
    patch.text(x + 80, y + 2, (instrument or "any instrument")[:LONGEST_NAME], LONGEST_NAME)
    top, number, right = y + HEADING_HEIGHT, x + 180, x + 270
    ports = (
        ("the app listens on", "app-port", settings.in_port),
        ("this patch listens on", "patch-port", settings.out_port),
    )
    for row, (text, name, port) in enumerate(ports):
        patch.text(x + 6, top + row * ROW_HEIGHT, text, 22)
        patch.nbx(number, top + row * ROW_HEIGHT, 1, 65535, port, Wire(local(name)), 1, 7)
    patch.text(right, top, "answers", 8)
    patch.tgl(right + 70, top, 0, Wire("", local("answers", "show")))
    patch.text(right, top + ROW_HEIGHT, "ask again", 8)
    patch.bng(right + 70, top + ROW_HEIGHT, Wire(local("ask")), colour=ALARM)
    patch.text(x + 6, top + 2 * ROW_HEIGHT, STATUS[MODEL], 10)
    patch.cnv(x + 86, top + 2 * ROW_HEIGHT, 280, 20, colour=NAME_COLOUR, name=local("status", MODEL))
    for place, name in enumerate(name for name in STATUS if name != MODEL):
        at, row = x + 6 + place % 2 * 192, top + (3 + place // 2) * ROW_HEIGHT
        patch.text(at, row, STATUS[name], 10)
        patch.symbol(at + 80, row, Wire("", local("status", name)), 13)


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
    """A ping from time to time; at the first answer, and by a button, a dump."""
    canvas.text(x, y, "Is the app there? At its first answer it is asked for all values.", 90)
    y += PITCH
    asked = canvas.flow(x, y, ("loadbang",), MessageAtoms((1,)), ("metro", ASK_MS), ("f",), *_to_app(prefix, "/ping"))
    canvas.connect(canvas.obj(x + 700, y - PITCH, "r", local("patch-port")), 0, asked[3], 1)
    y += PITCH
    heard = canvas.flow(x, y, ("r", local("pong")), ("t", "b", "b"), MessageAtoms((1,)), ("change",), ("t", "f", "f"))
    late = canvas.flow(x + 100, y + PITCH, ("delay", SILENT_MS), MessageAtoms((0,)))
    canvas.connect(heard[1], 1, late[0])
    canvas.connect(late[1], 0, heard[3])
    shown = canvas.flow(x + 300, y + PITCH, MessageAtoms(("set", "$1")), ("s", local("answers", "show")))
    canvas.connect(heard[-1], 1, shown[0])
    first = canvas.flow(x + 300, y + 2 * PITCH, ("sel", 1), ("f",), *_to_app(prefix, "/dump"))
    canvas.connect(heard[-1], 0, first[0])
    canvas.connect(canvas.obj(x, y + 3 * PITCH, "r", local("ask")), 0, first[1])
    canvas.connect(canvas.obj(x + 200, y + 3 * PITCH, "r", local("patch-port")), 0, first[1], 1)


# ── what comes in ─────────────────────────────────────────────────────────────────────────────────────────


def _from_app(table: Sequence[Control], prefix: str) -> list[Canvas]:
    """Addresses are split level by level; each value goes to its control."""
    addresses = [control.address for control in table if control.mirrored and not control.momentary]
    mirrored = [address for address in addresses if address not in ("/pad", "/latents")]
    workings = Workings("from-app")
    _sort(workings, prefix)
    for stem, leaves in _groups(mirrored):
        _leaves(workings, stem, leaves, mirrored)
    return workings.windows


def _sort(workings: Workings, prefix: str) -> None:
    """The first level: answers and errors apart, all else to the controls."""
    y = workings.rows(2 + len(STATUS))
    canvas = workings.canvas
    ours = [("route", word) for word in _parts(prefix)]
    root = canvas.flow(20, y, ("r", FROM_APP), *ours, ("route", "status", "error", "pong"))[-1]
    canvas.connect(root, 1, canvas.obj(20, y + PITCH, "print vschaos"))
    canvas.connect(root, 2, canvas.obj(160, y + PITCH, "s", local("pong")))
    canvas.connect(root, 3, canvas.obj(300, y + PITCH, "s", VALUE))
    status = canvas.obj(460, y + PITCH, "route", *STATUS)
    canvas.connect(root, 0, status)
    for outlet, name in enumerate(STATUS):
        # A name becomes the label of a coloured area; numbers go into fields as texts of a few digits.
        text = (("list", "prepend", "label"), ("list", "trim")) if name == MODEL else (("makefilename", "%.4g"),)
        row = canvas.flow(460, y + (2 + outlet) * PITCH, *text, ("s", local("status", name)))
        canvas.connect(status, outlet, row[0])


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
