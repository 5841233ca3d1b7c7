"""The labels of a dataset, and what a training makes of each: facts, choices and overrides. Qt-free."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from vschaos.configs.schema import MAX_CLASSES, TASK_NAME
from vschaos.data import notes
from vschaos.data.folder_classes import labels_from_folders
from vschaos.data.label_files import Wanted, read_labels, task_names
from vschaos.data.labels import Labels
from vschaos.data.scan import ScanReport
from vschaos.errors import DatasetError
from vschaos_studio.state.dataset import NO_BREAK, counted
from vschaos_studio.state.training_request import Size

FOLDER = "folder"
"""The label that the names of the sounds' folders make."""

MOST_COLUMNS = 128
"""Up to so many classes each has a column of its own; more share some."""

SHARED_COLUMNS = 16
_OVERRIDABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*|[0-9]+")
"""What Hydra's grammar takes for a name."""

_BAD_NAME = "Its name must begin with a letter; after it come letters without accents, digits, - and _."
_KNOWN_CLASSES = {notes.PITCH.name: len(notes.PITCH_NAMES), notes.OCTAVE.name: 10}


class Use(Enum):
    """What to make of a label; the value is how the user reads it."""

    IGNORE = "Leave it out"
    PLAY = "Choose it while playing"
    SPACE = "A latent space for each"
    GUESS = "Choose it; guess it where it is missing"


USE_TIPS = {
    Use.IGNORE: "The instrument knows nothing of it.",
    Use.PLAY: "It becomes a control beside the pad; the pad is left with everything else.",
    Use.SPACE: "A control, too; and the pad means something else for each value of it.",
    Use.GUESS: "A control, too; sounds without the label are learned as what they sound like.",
}


@dataclass(frozen=True)
class LabelFacts:
    """A label as the dataset has it.

    Attributes
    ----------
    name
        Of the task.
    classes
        Number of classes; 0 for a quantity.
    labelled, sounds
        How many sounds have it, of how many.
    from_folders
        Whether it is the names of the sounds' folders, rather than in ``metadata/``.
    refused
        Why nothing can be made of it, a sentence; empty if something can.
    """

    name: str
    classes: int
    labelled: int
    sounds: int
    from_folders: bool = False
    refused: str = ""

    def words(self) -> str:
        """Such as “on 40 of 48 sounds, 12 classes”, or why it cannot be used."""
        if self.refused:
            return self.refused
        what = f"{self.classes:,}{NO_BREAK}classes" if self.classes else "a quantity"
        many = counted(self.sounds, "sound")
        where = f"on all {many}" if self.labelled == self.sounds else f"on {self.labelled:,} of {many}"
        return f"{where}, {what}"


def read_label_facts(report: ScanReport) -> tuple[LabelFacts, ...]:
    """Read what there is to choose from; takes its time for large datasets, so call it beside the window."""
    names = [file.relative for file in report.files]
    written = task_names(report.root)
    found = [_facts(report, task, names) for task in written]
    if FOLDER not in written:
        found += _folder_facts(names)
    return tuple(found)


def suggested_use(facts: LabelFacts, size: Size) -> Use:
    """What to make of a label unless the user says otherwise: what the configuration is for."""
    return Use.GUESS if facts.name in size.labels and not facts.refused else Use.IGNORE


def missing_labels(size: Size, facts: Iterable[LabelFacts]) -> tuple[str, ...]:
    """The labels that a configuration is for and that these sounds do not have."""
    usable = {one.name for one in facts if not one.refused}
    return tuple(name for name in size.labels if name not in usable)


def label_overrides(chosen: Iterable[tuple[LabelFacts, Use]], size: Size) -> tuple[str, ...]:
    """The choices as changes of a configuration, in Hydra's grammar."""
    made: list[str] = []
    for facts, use in chosen:
        ours = facts.name in size.labels
        if use is Use.IGNORE or facts.refused:
            made += [f"~model.{part}.{facts.name}" for part in ("conditioning", "prediction") if ours]
            continue
        if facts.from_folders:
            made.append(f"data.dataset.metadata_callbacks.{facts.name}={{name:read_folder_names,type:int}}")
        target = "[encoder,decoder]" if use is Use.SPACE else "[decoder]"
        made.append(f"model.conditioning.{facts.name}={{{_shape(facts)},target:{target},{_embedding(facts)}}}")
        if use is Use.GUESS:
            kind = "Categorical" if facts.classes else "Normal"
            predictor = f"{{nlayers:2,hidden_dims:256,target_dist:{kind}}}"
            made.append(f"model.prediction.{facts.name}={{{_shape(facts)},type:MLPEncoder,args:{predictor}}}")
        elif ours:
            made.append(f"~model.prediction.{facts.name}")
    return tuple(made)


def _facts(report: ScanReport, task: str, sounds: Collection[str]) -> LabelFacts:
    if not TASK_NAME.fullmatch(task) or not _OVERRIDABLE.fullmatch(task):
        return LabelFacts(
            task, 0, 0, len(sounds), refused="Its name needs letters without accents, then digits, - or _."
        )
    try:
        labels, _ = read_labels(report.root, [Wanted(task)], sounds)
    except DatasetError as error:
        return LabelFacts(task, 0, 0, len(sounds), refused=error.sentence)
    return _count(labels, len(sounds))


def _folder_facts(sounds: Collection[str]) -> list[LabelFacts]:
    """The subfolders as classes, where there are some."""
    try:
        task, entries = labels_from_folders(sounds, FOLDER)
    except DatasetError:
        return []
    return [LabelFacts(FOLDER, len(task.classes), len(entries), len(sounds), from_folders=True)]


def _count(labels: Labels, sounds: int) -> LabelFacts:
    task = labels.tasks[0]
    known = [{span.value for span in entry.spans} - {None} for entry in labels.entries[task.name].values()]
    values = set[float | None]().union(*known)
    labelled = sum(bool(one) for one in known)
    classes = 0
    if task.kind == "int":
        highest = int(max((value for value in values if value is not None), default=0.0))
        classes = max(len(task.classes), highest + 1, _KNOWN_CLASSES.get(task.name, 2))
    refused = ""
    if not labelled:
        refused = "No sound has it."
    elif len(values) == 1:
        refused = "It is the same for all sounds that have it."
    elif classes > MAX_CLASSES:
        refused = f"It has {classes:,} classes; {MAX_CLASSES:,} are the most."
    return LabelFacts(task.name, classes, labelled, sounds, refused=refused)


def _shape(facts: LabelFacts) -> str:
    return f"dim:{facts.classes or 1}"


def _embedding(facts: LabelFacts) -> str:
    if not facts.classes:
        return "embedding:Continuous"
    if facts.classes <= MOST_COLUMNS:
        return "embedding:OneHot"
    return f"embedding:Embedding,out_dim:{SHARED_COLUMNS}"
