"""What could not be read of a task's labels, in a few sentences. Torch-free; see `vschaos.data.labels.files`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

_MOST = 10
"""More problems than this in one task are counted in one sentence."""


@dataclass(frozen=True)
class LabelProblem:
    """A line that cannot be used, or a whole file (line 0).

    Attributes
    ----------
    file, line
        Where: the file's name below the dataset's folder.
    sentence, remedy
        What it is, and what to do.
    others
        Further files with lines that this problem stands for.
    """

    file: str
    line: int
    sentence: str
    remedy: str
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.sentence}"


def summarised(task: str, problems: Sequence[LabelProblem], labels_read: int) -> list[LabelProblem]:
    """The problems of one task as people are shown them.

    Where no label could be read, all of them are one problem with the likely cause: the most frequent one. Otherwise
    they are the first few, and a count of the rest.

    Parameters
    ----------
    task
        Its name.
    problems
        Each problem once.
    labels_read
        How many of its labels were understood.
    """
    files = list(dict.fromkeys(problem.file for problem in problems))
    place = {file: number for number, file in enumerate(files)}
    problems = sorted(problems, key=lambda problem: (place[problem.file], problem.line))
    lost = [problem for problem in problems if not problem.file.endswith("/classes.txt")]
    if lost and not labels_read:
        return [_none_read(task, problems, len(lost), files)]
    if len(problems) <= _MOST:
        return problems
    rest = problems[_MOST:]
    sentence = f"{len(rest):,} more lines of {task} cannot be used."
    others = tuple(dict.fromkeys(problem.file for problem in rest))
    return [
        *problems[:_MOST],
        LabelProblem(others[0], 0, sentence, "Correct the first ones, then check again.", others[1:]),
    ]


def _none_read(task: str, problems: Sequence[LabelProblem], count: int, files: Sequence[str]) -> LabelProblem:
    causes = Counter(_cause(problem) for problem in problems)
    unreadable_classes = [problem for problem in problems if problem.file.endswith("/classes.txt") and not problem.line]
    cause = (unreadable_classes or [max(problems, key=lambda problem: causes[_cause(problem)])])[0]
    number = f"None of the {count:,} labels" if count > 1 else "The only label"
    verb = "could be read" if count > 1 else "could not be read"
    sentence = f"{number} of {task} {verb}: {cause.sentence[0].lower()}{cause.sentence[1:]}"
    return replace(cause, sentence=sentence, others=tuple(file for file in files if file != cause.file))


def _cause(problem: LabelProblem) -> str:
    """What problems of one kind have in common: their sentence without what it quotes, and without numbers."""
    return re.sub(r"“[^”]*”|[-+\d.,]+", "", problem.sentence)
