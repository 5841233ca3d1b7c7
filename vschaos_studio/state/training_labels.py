"""The labels of a dataset, and how a training uses each: facts, choices and overrides. Qt-free."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from vschaos.configs.schema import MAX_CLASSES
from vschaos.configs.task_names import can_name_task
from vschaos.data.labels.files import Wanted, read_labels, task_names
from vschaos.data.labels.folder_classes import labels_from_folders
from vschaos.data.labels.model import Labels
from vschaos.data.pitch import notes
from vschaos.data.scan import ScanReport
from vschaos.errors import DatasetError
from vschaos_studio.language import number, quoted, tr, translated
from vschaos_studio.state.training_request import Size

FOLDER = "folder"
"""The label that is made from the names of the folders."""

MOST_COLUMNS = 128
"""Up to so many classes each has a column of its own; more share some."""

SHARED_COLUMNS = 16
MOST_OFFERED = 3
SOUNDS_A_VALUE = 2
"""A label is offered as a control if each of its classes has so many sounds on average."""
ABSENT = tr("No sound has this label.")
UNREAD = tr("It cannot be read: the Sounds page says why.")
_OVERRIDABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*|[0-9]+")
"""What Hydra's grammar accepts as a name."""

_KNOWN_CLASSES = {notes.PITCH.name: len(notes.PITCH_NAMES), notes.OCTAVE.name: 10}


class Use(Enum):
    """How a training uses a label; the value is the text shown."""

    IGNORE = tr("Leave it out")
    PLAY = tr("Choose it while playing")
    SPACE = tr("A latent space for each value")
    PREDICT = tr("Choose it; predict it where missing")


USE_TIPS = {
    Use.IGNORE: tr("The instrument does not use it."),
    Use.PLAY: tr("It becomes a control; the pad covers everything else."),
    Use.SPACE: tr("It becomes a control, and the pad has another meaning for each of its values."),
    Use.PREDICT: tr("It becomes a control; for sounds without the label it is predicted from the sound."),
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
        Why it cannot be used, a sentence; empty if it can.
    """

    name: str
    classes: int
    labelled: int
    sounds: int
    from_folders: bool = False
    refused: str = ""

    def text(self) -> str:
        """Such as “on 40 of 48 sounds, 12 classes”, or why it cannot be used."""
        if self.refused:
            return self.refused
        what = tr("%n\u00a0classes", "%n\u00a0class", self.classes) if self.classes else tr("a quantity")
        if self.labelled == self.sounds:
            where = tr("on all %n\u00a0sounds", "on all %n\u00a0sound", self.sounds)
        else:
            labelled = number(self.labelled)
            where = tr(
                "on {labelled} of %n\u00a0sounds", "on {labelled} of %n\u00a0sound", self.sounds, labelled=labelled
            )
        return f"{where}, {what}"


def read_label_facts(report: ScanReport) -> tuple[LabelFacts, ...]:
    """Read the labels; slow for large datasets, so call it on a worker thread."""
    names = [file.relative for file in report.files]
    written = task_names(report.root)
    found = [_facts(report, task, names) for task in written]
    if FOLDER not in written:
        found += _folder_facts(names)
    return tuple(found)


def suggested_use(facts: LabelFacts, size: Size, *, offered: bool = False) -> Use:
    """How to use a label unless the user chooses otherwise: as suits the configuration, or a label ``offered``."""
    if facts.refused or not (offered or facts.name in size.labels):
        return Use.IGNORE
    complete = facts.labelled == facts.sounds
    return Use.PLAY if complete and facts.name not in size.labels else Use.PREDICT


def offered_labels(facts: Sequence[LabelFacts]) -> tuple[str, ...]:
    """The labels that somebody made for these sounds, and that make sense as controls; none where they are many.

    A control needs the label on most sounds, and several sounds for each of its values. Pitch and octave are what the
    kind Keyboard is for, folders need not mean anything, and a table with many columns was not made for this.
    """
    written = [one for one in facts if not one.from_folders and one.name not in _KNOWN_CLASSES]
    if len(written) > MOST_OFFERED:
        return ()
    return tuple(one.name for one in written if _makes_sense(one))


def offer_sentence(names: Sequence[str]) -> str:
    """What becomes of the labels that are offered; empty for none."""
    if not names:
        return ""
    return tr(
        "Your labels {names} become controls of the instrument, unless you choose otherwise.",
        "Your label {names} becomes a control of the instrument, unless you choose otherwise.",
        len(names),
        names=_all_of([quoted(name) for name in names]),
    )


def _makes_sense(facts: LabelFacts) -> bool:
    enough = 2 * facts.labelled >= facts.sounds and facts.labelled >= SOUNDS_A_VALUE * max(facts.classes, 2)
    return enough and not facts.refused


def missing_labels(size: Size, facts: Iterable[LabelFacts]) -> tuple[str, ...]:
    """The labels that a configuration needs and these sounds do not have."""
    usable = {one.name for one in facts if not one.refused}
    return tuple(name for name in size.labels if name not in usable)


def lack_sentence(size: Size, facts: Sequence[LabelFacts]) -> str:
    """Why a configuration cannot be trained on these sounds, and the remedy; empty if it can."""
    refused = {one.name: one.refused for one in facts if one.refused}
    missing = missing_labels(size, facts)
    unread = [name for name in missing if refused.get(name) == UNREAD]
    absent = [name for name in missing if refused.get(name, ABSENT) == ABSENT]
    if unread:
        return tr(
            "The labels {names} cannot be read: the Sounds page says why.",
            "The label {names} cannot be read: the Sounds page says why.",
            len(unread),
            names=_all_of(unread),
        )
    if absent:
        names = tr("{first} or {last}", first=absent[0], last=absent[1]) if len(absent) > 1 else absent[0]
        return tr("These sounds have no {names}: extract pitch on the Sounds page.", names=names)
    if missing:
        return tr("The label “{label}” cannot be used. {reason}", label=missing[0], reason=refused[missing[0]])
    return ""


def _all_of(names: Sequence[str]) -> str:
    """Names in a sentence: “a, b and c”."""
    if len(names) < 2:
        return names[0]
    return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


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
        if use is Use.PREDICT:
            kind = "Categorical" if facts.classes else "Normal"
            predictor = f"{{nlayers:2,hidden_dims:256,target_dist:{kind}}}"
            made.append(f"model.prediction.{facts.name}={{{_shape(facts)},type:MLPEncoder,args:{predictor}}}")
        elif ours:
            made.append(f"~model.prediction.{facts.name}")
    return tuple(made)


def _facts(report: ScanReport, task: str, sounds: Collection[str]) -> LabelFacts:
    if not can_name_task(task) or not _OVERRIDABLE.fullmatch(task):
        return LabelFacts(
            task, 0, 0, len(sounds), refused=tr("Its name needs letters without accents, then digits, - or _.")
        )
    try:
        labels, problems = read_labels(report.root, [Wanted(task)], sounds)
    except DatasetError as error:
        return LabelFacts(task, 0, 0, len(sounds), refused=translated(error.sentence))
    return _count(labels, len(sounds), unread=bool(problems))


def _folder_facts(sounds: Collection[str]) -> list[LabelFacts]:
    """The subfolders as classes, where there are some."""
    try:
        task, entries = labels_from_folders(sounds, FOLDER)
    except DatasetError:
        return []
    return [LabelFacts(FOLDER, len(task.classes), len(entries), len(sounds), from_folders=True)]


def _count(labels: Labels, sounds: int, *, unread: bool) -> LabelFacts:
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
        refused = UNREAD if unread else ABSENT
    elif len(values) == 1:
        refused = tr("It has the same value for all sounds.")
    elif classes > MAX_CLASSES:
        refused = tr(
            "It has %n classes; the most is {most}.",
            "It has %n class; the most is {most}.",
            classes,
            most=number(MAX_CLASSES),
        )
    return LabelFacts(task.name, classes, labelled, sounds, refused=refused)


def _shape(facts: LabelFacts) -> str:
    return f"dim:{facts.classes or 1}"


def _embedding(facts: LabelFacts) -> str:
    if not facts.classes:
        return "embedding:Continuous"
    if facts.classes <= MOST_COLUMNS:
        return "embedding:OneHot"
    return f"embedding:Embedding,out_dim:{SHARED_COLUMNS}"
