"""How `vschaos extract-pitch` tells what it does: a bar on a terminal, plain lines in a log, or event lines."""

from __future__ import annotations

import math
import threading
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.text import Text

from vschaos.cli.doctor import length_text
from vschaos.data.pitch_events import EVENTS, PitchFinished, PitchProgress, PitchStarted, PitchWarned

LINES = 10
"""So many lines of progress a log gets."""


class EventLines:
    """Writes each event as a line, at once; a closed pipe ends the work."""

    def __init__(self, out: TextIO, stopped: threading.Event) -> None:
        self._out = out
        self._stopped = stopped

    def __call__(self, event: object) -> None:
        """Write one event."""
        try:
            self._out.write(EVENTS.encode(event) + "\n")
            self._out.flush()
        except (BrokenPipeError, ValueError):
            self._stopped.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class PitchConsole:
    """Tells a person.

    Parameters
    ----------
    out
        Where to.
    bar
        Whether a terminal gets a progress bar; without, warnings alone are told.
    """

    def __init__(self, out: TextIO, *, bar: bool = True) -> None:
        self._console = Console(file=out, highlight=False, soft_wrap=True)
        self._talks = bar
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

    def __call__(self, event: object) -> None:
        """Tell of one event."""
        match event:
            case PitchWarned(sentence, remedy):
                self._say(f"{sentence} {remedy}".rstrip())
            case _ if not self._talks:
                pass
            case PitchStarted(files, audio_s, before):
                resumed = f"; {before} of them were finished before" if before else ""
                self._say(f"Listening to {_sounds(files)}, {length_text(audio_s)} in all{resumed}.")
                self._task = self._bar.add_task("Listening", total=max(audio_s, 1e-3), detail="")
            case PitchProgress():
                self._progress(event)
            case PitchFinished():
                self._bar.stop()
                self._say(_last_words(event))
            case _:
                pass

    def _progress(self, event: PitchProgress) -> None:
        left = f"about {length_text(event.eta_s)} left" if math.isfinite(event.eta_s) else "…"
        if self._task is not None and not self._bar.disable:
            detail = Text(f"{event.done} of {event.total}, {left}")
            self._bar.update(self._task, completed=event.audio_s, detail=detail.plain)
        elif event.total_audio_s and (line := int(LINES * event.audio_s / event.total_audio_s)) > self._lines:
            self._lines = line
            self._say(f"{event.done} of {_sounds(event.total)}, {event.audio_s / event.total_audio_s:.0%}, {left}.")

    def _say(self, sentence: str) -> None:
        self._console.print(Text(sentence))  # Text: brackets in names are no markup


def _last_words(event: PitchFinished) -> str:
    if event.cancelled:
        return "Stopped; the labels are as they were. What was finished is remembered for the next time."
    if not event.files:
        return "All of these sounds have labels of pitch and octave already. To make them anew: --overwrite."
    if not event.labelled:
        return f"No pitch was found in {_sounds(event.files)}; they are labelled none."
    return (
        f"Pitch and octave are written for {_sounds(event.files)}; {event.labelled} of them have notes, "
        f"in {event.voiced_share:.0%} of the time."
    )


def _sounds(number: int) -> str:
    return "1 sound" if number == 1 else f"{number} sounds"
