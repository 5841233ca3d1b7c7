"""What patches show, and where."""

from vschaos.patching.panels import (
    AXES_IN_SIGHT,
    Columns,
    Panel,
    cells,
    halves,
    in_panels,
    latent_axes,
    remote_panels,
    title,
)
from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import control_table

NOTES = ("C", "C#", "D")
ELSEWHERE = ("pad", "pad.x", "pad.y", "latents", "latent.z1", "latent.z2", "terrain", "label.pitch", "snapshot.recall")
"""Controls with second names, with a pad, or with rows and buttons that show the app's names."""


PITCH = (Label("pitch", 2, 4, 2, True, NOTES),)


def table(dims=4, labels=PITCH):
    return {control.id: control for control in control_table(Playable(dims, labels, terrain=True))}


def test_every_control_is_in_one_panel():
    for dims in (3, 16, 40):
        controls = table(dims)
        panels = remote_panels(tuple(controls.values()))
        shown = [
            control.id
            for panel in (*panels.first, *(panel for inside in panels.others.values() for panel in inside))
            for control in panel.controls
        ]
        assert sorted(shown) == sorted(set(controls) - set(ELSEWHERE))
        axes = next(panel for panel in panels.first if panel.heading == "axes")
        assert len(axes.controls) == min(dims - 2, AXES_IN_SIGHT)


def test_titles_have_units():
    controls = table()
    assert title(controls["gain"]) == "gain dB"
    assert title(controls["latent.z3"]) == "z3"
    assert title(controls["label.pitch"]) == "pitch"
    assert title(controls["snapshot.b"]) == "side B"


def test_cells_are_for_few_names_and_for_snapshots():
    controls = table(labels=(Label("pitch", 2, 4, 2, True, NOTES), Label("many", 0, 99, 0, True, ("x",) * 100)))
    assert cells(controls["label.pitch"]) == 3
    assert cells(controls["label.many"]) == 0
    assert cells(controls["snapshot.recall"]) == 16
    assert cells(controls["snapshot.morph"]) == 0
    assert cells(controls["gain"]) == 0


def test_halves_have_the_range_of_the_whole():
    terrain = table()["terrain"]
    across, up = halves(terrain)
    assert (across.id, up.id) == ("terrain.x", "terrain.y")
    assert all((half.low, half.high, half.count) == (terrain.low, terrain.high, 1) for half in (across, up))


def test_axes_come_in_order():
    assert [control.id for control in latent_axes(tuple(table(12).values()))] == [f"latent.z{k}" for k in range(1, 13)]


def test_blocks_fill_columns_and_then_windows():
    columns = Columns(count=2, left=10, pitch=100, top=20, bottom=120, gap=10)
    places = columns.stack([60, 60, 30, 90, 20])
    assert [(place.window, place.x, place.y) for place in places] == [
        (0, 10, 20),
        (0, 110, 20),
        (0, 10, 90),
        (1, 10, 20),
        (0, 110, 90),
    ]
    assert columns.stack([]) == []


def test_long_panels_are_divided():
    controls = tuple(table(50).values())[:50]
    panels = in_panels("axes", controls, most=22)
    assert [len(panel.controls) for panel in panels] == [22, 22, 6]
    assert sum((panel.controls for panel in panels), ()) == controls
    assert in_panels("axes", ()) == ()
    assert all(isinstance(panel, Panel) for panel in panels)
