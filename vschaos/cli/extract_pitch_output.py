"""How `vschaos extract-pitch` reports its work: a bar on a terminal, or plain lines in a log."""

from __future__ import annotations

import math
from types import TracebackType
from typing import Self, TextIO

from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.text import Text

from vschaos import terminal
from vschaos.cli.doctor import length_text
from vschaos.data.doctor.findings import counted
from vschaos.data.pitch.events import Event, PitchFinished, PitchProgress, PitchStarted
from vschaos.messages import Problem

LINES = 10
"""So many lines of progress a log gets."""


class PitchConsole:
    """Prints for a person.

    Parameters
    ----------
    out
        Where to.
    bar
        Whether a terminal gets a progress bar; without, only warnings are printed.
    """

    def __init__(self, out: TextIO, *, bar: bool = True) -> None:
        self._console = terminal.console(file=out)
        self._verbose = bar
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[detail]}"),
            console=self._console,
            disable=not (bar and self._console.is_terminal),
            transient=True,
        )
        self._task: TaskID | None = None
        self._lines = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, event: Event) -> None:
        """Print one event."""
        match event:
            case Problem(sentence, remedy, is_error=False):
                self._print(f"{sentence} {remedy}".rstrip())
            case _ if not self._verbose:
                pass
            case PitchStarted(files, audio_s, before):
                resumed = f"; {before} of them finished earlier" if before else ""
                self._print(f"Listening to {counted(files, 'sound')}, {length_text(audio_s)} in all{resumed}.")
                self._task = self._bar.add_task("Listening", total=max(audio_s, 1e-3), detail="")
            case PitchProgress():
                self._progress(event)
            case PitchFinished():
                self._bar.stop()
                self._print(_closing_sentence(event))
            case _:
                pass

    def _progress(self, event: PitchProgress) -> None:
        left = f"about {length_text(event.eta_s)} left" if math.isfinite(event.eta_s) else "…"
        if self._task is not None and not self._bar.disable:
            detail = Text(f"{event.done} of {event.total}, {left}")
            self._bar.update(self._task, completed=event.audio_s, detail=detail.plain)
        elif event.total_audio_s and (line := int(LINES * event.audio_s / event.total_audio_s)) > self._lines:
            self._lines = line
            self._print(
                f"{event.done} of {counted(event.total, 'sound')}, {event.audio_s / event.total_audio_s:.0%}, {left}."
            )

    def _print(self, sentence: str) -> None:
        self._console.print(terminal.one_line(sentence))


def _closing_sentence(event: PitchFinished) -> str:
    if event.cancelled:
        return "Stopped; the labels are unchanged. Finished sounds are remembered for next time."
    if not event.files:
        return "All of these sounds already have labels of pitch and octave. Use --overwrite to replace them."
    if not event.labelled:
        return f"No pitch was found in {counted(event.files, 'sound')}; they are labelled “none”."
    return (
        f"Pitch and octave were written for {counted(event.files, 'sound')}; {event.labelled} of them have notes, "
        f"in {event.voiced_share:.0%} of the time."
    )
