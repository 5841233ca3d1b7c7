"""What `vschaos generate` prints: text or JSON lines, and a progress bar on a terminal."""

from __future__ import annotations

import dataclasses
import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vschaos import terminal
from vschaos.data.doctor.findings import counted
from vschaos.errors import VschaosError


@dataclass(frozen=True)
class Written:
    """A sound file that was written.

    Attributes
    ----------
    file
        Its path.
    origin
        Its source: a sound's path, a kind of trajectory, or both sounds of a morph.
    seconds, sample_rate_hz, channels
        Its format.
    peak_db
        Its peak before clipping, in dB of full scale; None for silence.
    latent_path
        Path of the CSV with its latent path, or empty.
    weight
        Weight of the second sound, in a morph with a fixed one.
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
        """Whether its peak was over full scale."""
        return self.peak_db is not None and self.peak_db > 0.0


class GenerateOutput:
    """Prints one line for each file, and counts them: text, or with ``as_json`` JSON.

    Text of errors and warnings goes to standard error; all JSON goes to standard output.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._written = self._failed = 0

    def wrote(self, written: Written) -> None:
        """Report a file."""
        self._written += 1
        if self._as_json:
            peak_db = None if written.peak_db is None else round(written.peak_db, 2)
            fields = dataclasses.asdict(dataclasses.replace(written, peak_db=peak_db))
            self._print_json(**fields, clipped=written.clipped)
            return
        print(terminal.one_line(f"{written.file}: {written.seconds:.1f} s."), flush=True)
        if written.clipped:
            self._print_error(
                f"“{written.file}” is clipped: its peak is {written.peak_db:.1f} dB over full scale.",
                f"Use --gain -{math.ceil(written.peak_db or 0.0)} to avoid this.",
            )

    def warn(self, sentence: str, remedy: str = "") -> None:
        """Report something that does not stop the command."""
        if self._as_json:
            self._print_json(warning=sentence, remedy=remedy)
        else:
            self._print_error(sentence, remedy)

    def failed(self, origin: str, error: VschaosError) -> None:
        """Report that a source failed; the whole command, if ``origin`` is empty."""
        self._failed += 1
        if self._as_json:
            self._print_json(error=error.sentence, remedy=error.remedy, origin=origin)
        else:
            self._print_error(error.sentence, error.remedy)

    def done(self) -> int:
        """Report the end; returns the exit code."""
        if self._as_json:
            self._print_json(done=True, written=self._written, failed=self._failed)
        elif self._failed:
            self._print_error(f"{self._written} written; {counted(self._failed, 'file')} failed, see above.", "")
        return 1 if self._failed else 0

    @contextmanager
    def progress(self, total_s: float) -> Iterator[Callable[[float], None]]:
        """A progress bar over seconds of sound, on a terminal; yields a function that advances it."""
        if self._as_json or not sys.stderr.isatty():
            yield lambda _: None
            return
        # Only here: rich takes longer to import than all else.
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        bar = Progress(
            TextColumn("{task.completed:.0f} of {task.total:.0f} s of sound"),
            BarColumn(),
            TimeRemainingColumn(),
            console=terminal.console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),  # else lines for a file or a pipe go to the bar's stream
        )
        with bar:
            task = bar.add_task("", total=max(total_s, 1e-3))
            yield lambda seconds: bar.advance(task, seconds)

    def _print_error(self, sentence: str, remedy: str) -> None:
        print(terminal.one_line(f"vschaos generate: {sentence} {remedy}".rstrip()), file=sys.stderr, flush=True)

    def _print_json(self, **fields: object) -> None:
        print(json.dumps(fields, ensure_ascii=False), flush=True)
