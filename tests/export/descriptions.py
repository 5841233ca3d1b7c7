"""Descriptions of exports, for tests: with and without labels, a map, and more axes than fit on a screen."""

from vschaos.export.describe import describe
from vschaos.instrument.card import Card, LabelCard

NOTES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
LABELS = (
    LabelCard("pitch", "int", 12, NOTES, 0, 11, 9, True, ("decoder",)),
    LabelCard("octave", "int", 9, (), 2, 6, 4, True, ("decoder", "encoder")),
    LabelCard("loudness", "float", 1, (), -40, 0, -20.5, False, ("decoder",)),
    LabelCard("speaker", "int", 40, tuple(f"no. {n}; {{x}}, $1" for n in range(40)), 0, 39, 7, True, ("encoder",)),
)


def description(dims=8, labels=LABELS, name="glass-harp", has_terrain=True):
    """Of an instrument that has everything."""
    card = Card(
        "Glass harp; {no. 2}, of a long name that goes on and on, and on",
        44_100,
        2048,
        512,
        dims,
        author="Ann Smith, Bob, " + "and others " * 40,
        description="Wine glasses, rubbed and struck in a hall; " * 12,
        licence="CC-BY-4.0",
        labels=labels,
        start=tuple(round(0.5 - k / 256, 4) for k in range(dims)),
        start_place=(0.25, -0.75) if has_terrain else (),
        level_db=-33.4,
    )
    return describe(card, name=name, has_terrain=has_terrain)


MANY = {
    "one axis": description(1, (), has_terrain=False),
    "two axes": description(2, ()),
    "labels and map": description(),
    "sixteen axes": description(16),
    "sixty-four axes": description(64, LABELS[:1]),
    "256 axes": description(256),
}
