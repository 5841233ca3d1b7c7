"""How `vschaos generate` tells what it does: words or JSON lines, and a progress bar on a terminal."""

from __future__ import annotations

import dataclasses
import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from vschaos.errors import VschaosError


@dataclass(frozen=True)
class Written:
    """A sound file that was made.

    Attributes
    ----------
    file
        Its path.
    origin
        What it was made from: a sound's path, a kind of trajectory, or both sounds of a morph.
    seconds, sample_rate_hz, channels
        Its size.
    peak_db
        Its level before it was clipped at full scale, in dB; None for silence.
    latent_path
        Path of the CSV with its latent path, or empty.
    weight
        Of the second sound, in a morph with a fixed one.
    """

    file: str
    origin: str
    seconds: float
    sample_rate_hz: int
    channels: int
    peak_db: float | None
    latent_path: str = ""
    weight: float | None = None

    @property
    def clipped(self) -> bool:
        """Whether it would have gone over full scale."""
        return self.peak_db is not None and self.peak_db > 0.0


class Teller:
    """Tells a person, or with ``as_json`` a program, one line a file.

    Errors and warnings go to standard error in words, and to standard output in JSON.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def wrote(self, written: Written) -> None:
        """A file is in place."""
        if self._as_json:
            peak_db = None if written.peak_db is None else round(written.peak_db, 2)
            fields = dataclasses.asdict(dataclasses.replace(written, peak_db=peak_db))
            self._print_json(**fields, clipped=written.clipped)
            return
        print(f"{written.file}: {written.seconds:.1f} s.", flush=True)
        if written.clipped:
            self._complain(
                f"“{written.file}” is clipped: it would peak {written.peak_db:.1f} dB over full scale.",
                f"--gain -{math.ceil(written.peak_db or 0.0)} makes room for all of it.",
            )

    def warn(self, sentence: str, remedy: str = "") -> None:
        """Something that the listener should know, and that stops nothing."""
        if self._as_json:
            self._print_json(warning=sentence, remedy=remedy)
        else:
            self._complain(sentence, remedy)

    def failed(self, origin: str, error: VschaosError) -> None:
        """Nothing came of a source (of everything, where it is empty)."""
        if self._as_json:
            self._print_json(error=error.sentence, remedy=error.remedy, origin=origin)
        else:
            self._complain(error.sentence, error.remedy)

    def done(self, written: int, failed: int) -> int:
        """The end; returns the exit code."""
        if self._as_json:
            self._print_json(done=True, written=written, failed=failed)
        elif failed:
            files = "1 file" if failed == 1 else f"{failed} files"
            self._complain(f"{written} written; {files} could not be used, see above.", "")
        return 1 if failed else 0

    @contextmanager
    def progress(self, total_s: float) -> Iterator[Callable[[float], None]]:
        """A bar for so many seconds of sound, where a person looks; yields what moves it on by some seconds."""
        console = Console(stderr=True)
        bar = Progress(
            TextColumn("{task.completed:.0f} of {task.total:.0f} s of sound"),
            BarColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            redirect_stdout=sys.stdout.isatty(),  # lines for a file or a pipe must not end up in the bar's stream
            disable=self._as_json or not console.is_terminal,
        )
        with bar:
            task = bar.add_task("", total=max(total_s, 1e-3))
            yield lambda seconds: bar.advance(task, seconds)

    def _complain(self, sentence: str, remedy: str) -> None:
        print(f"vschaos generate: {sentence} {remedy}".rstrip(), file=sys.stderr, flush=True)

    def _print_json(self, **fields: object) -> None:
        print(json.dumps(fields, ensure_ascii=False), flush=True)
