"""Labels in every mixture of the forms that people's datasets have are read as they were meant, all of them."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from vschaos.data.labels.files import read_labels
from vschaos.data.labels.writing import write_labels
from vschaos.data.pitch.class_order import COUNTED_FROM_A, counted_from_c, named_order
from vschaos.data.pitch.notes import PITCH_NAMES, pitch_and_octave

TREES = 47
FROM_A = (*PITCH_NAMES[9:], *PITCH_NAMES[:9])
DYNAMICS = ("pp", "mf", "ff")
FRAME_S = 256 / 44100


@dataclass
class Tree:
    """A dataset's labels, written by chance in one form or another; and what they mean."""

    root: Path
    rng: np.random.Generator
    from_a: bool = False
    named: bool = False
    meant: dict[str, list[tuple[float, float, tuple[float, float, float]]]] = field(default_factory=dict)
    """By sound, stretches: onset, offset, and pitch, octave and dynamics; NaN where unlabelled."""

    def write(self) -> None:
        self.from_a, self.named = self.rng.random(2) < 0.5
        for number in range(int(self.rng.integers(1, 12))):
            self.meant[f"data/{'sub folder/' * (number % 2)}{number}.wav"] = self._stretches()
        for column, task in enumerate(("pitch", "octave", "dynamics")):
            self._write_task(column, task)

    def _stretches(self) -> list[tuple[float, float, tuple[float, float, float]]]:
        count = int(self.rng.integers(1, 5))
        frames = np.cumsum(self.rng.integers(1, 40, count + 1))
        edges_s = [float(f"{frame * FRAME_S:.6f}") for frame in frames] if count > 1 else [0.0, math.inf]
        found = []
        for low, high in itertools.pairwise(edges_s):
            note = math.nan if self.rng.random() < 0.2 else float(self.rng.integers(24, 96))
            pitch, octave = (math.nan, math.nan) if math.isnan(note) else map(float, pitch_and_octave(int(note)))
            found.append((low, high, (pitch, octave, float(self.rng.integers(3)))))
        return found

    def _write_task(self, column: int, task: str) -> None:
        folder = self.root / "metadata" / task
        (folder / "tracks").mkdir(parents=True)
        classes = ((FROM_A if self.from_a else PITCH_NAMES), [str(n) for n in range(10)], DYNAMICS)[column]
        named = self.named if column < 2 else True
        if named:
            self._write_lines(folder / "classes.txt", self._class_lines(list(classes)))
        lines = []
        for number, (sound, stretches) in enumerate(self.meant.items()):
            texts = [self._text(values, column, list(classes) if named else []) for _, _, values in stretches]
            if len(texts) == 1:
                lines.append(f"{sound}\t{texts[0]}")
                continue
            rows = []
            for (low, high, _), text in zip(stretches, texts, strict=True):
                rows += self._rows(low, high, text)
            name = self.rng.choice([f"{number}.txt", f"note {number}.1.txt", f"{number}é.txt", f"note {number}"])
            self._write_lines(folder / "tracks" / name, rows)
            lines.append(f"{sound}\t{self.rng.choice(['', 'tracks/'])}{name}")
        self._write_lines(folder / "metadata.txt", lines)

    def _class_lines(self, classes: list[str]) -> list[str]:
        if self.rng.random() < 0.3:
            return classes
        return [f"{number}\t{classes[number]}" for number in self.rng.permutation(len(classes))]

    def _text(self, values: tuple[float, float, float], column: int, classes: list[str]) -> str:
        pitch, octave, _ = values
        value = values[column]
        if math.isnan(value):
            return str(self.rng.choice(["None", "none", "nan"]))
        if self.from_a and column < 2:
            value = (pitch - 9) % 12 if column == 0 else octave + (pitch >= 9)
        return classes[int(value)] if classes and self.rng.random() < 0.3 else str(int(value))

    def _rows(self, low: float, high: float, text: str) -> list[str]:
        """One stretch, or its frames."""
        if self.rng.random() < 0.5:
            return [f"{low:f},{high:f}\t{text}"]
        edges = [f"{edge:f}" for edge in np.arange(low, high - FRAME_S / 2, FRAME_S)] + [f"{high:f}"]
        return [f"{start},{end}\t{text}" for start, end in itertools.pairwise(edges)]

    def _write_lines(self, path: Path, lines: list[str]) -> None:
        end = str(self.rng.choice(["\n", "\r\n"]))
        path.write_bytes((end.join(lines) + self.rng.choice(["", end])).encode())


@pytest.mark.parametrize("seed", range(TREES))
def test_every_label_is_read_as_it_was_meant(tmp_path: Path, seed: int) -> None:
    tree = Tree(tmp_path, np.random.default_rng(seed))
    tree.write()
    labels, problems = read_labels(tmp_path, None, list(tree.meant))
    assert not problems
    order = named_order(labels.task("pitch")) or (COUNTED_FROM_A if tree.from_a else None)
    ours = counted_from_c(labels, order) if order else labels
    columns = [task.name for task in ours.tasks]
    for sound, stretches in tree.meant.items():
        for low, high, values in stretches:
            times_s = np.array([low + 1e-5, 0.5 * (low + min(high, low + 1.0)), min(high, 99.0) - 1e-5])
            found = ours.at(sound, times_s)[:, [columns.index(task) for task in ("pitch", "octave", "dynamics")]]
            np.testing.assert_array_equal(found, np.tile(np.array(values, np.float32), (3, 1)))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.txt")}
    write_labels(tmp_path, labels)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.txt")} == before
    write_labels(tmp_path / "copy", ours)
    assert read_labels(tmp_path / "copy", None, list(tree.meant)) == (ours, ())
