"""Damaged instruments and odd label folders: how many are opened or refused correctly.

Each case runs in a child process with a time limit of `PATIENCE_S`. An instrument is correct if it is refused with one
of our errors, or opens and plays, and never raises another exception, hangs, or uses more than `MOST_MB` of extra
memory. A folder of labels is correct if the values are as expected, and everything that was left out is reported.
"""

from __future__ import annotations

import json
import multiprocessing
import queue
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks._damaged_instruments import damaged
from benchmarks._label_trees import Tree, trees

PATIENCE_S = 120.0
MOST_MB = 400.0
_CLEAR_PEAK = Path("/proc/self/clear_refs")

Case = tuple[str, Callable[[], str]]
"""A name, and what tries it: an empty text where it came out right, else what was wrong."""


def run() -> dict[str, Any]:
    """Tried and right of each kind, and what was wrong."""
    return {"instruments": _tried("instruments"), "label_trees": _tried("label_trees")}


def _tried(kind: str) -> dict[str, Any]:
    count, wrong, most_mb = 0, {}, 0.0
    slowest = (0.0, "")
    for name, problem, seconds, megabytes in _outcomes(kind):
        count += 1
        slowest, most_mb = max(slowest, (round(seconds, 2), name)), max(most_mb, megabytes)
        if megabytes > MOST_MB and not problem:
            problem = f"it took {megabytes:.0f} MB"
        if problem:
            wrong[name] = problem
    return {
        "tried": count,
        "right": count - len(wrong),
        "slowest_s": slowest,
        "most_memory_mb": round(most_mb),
        "wrong": wrong,
    }


def _outcomes(kind: str) -> Iterator[tuple[str, str, float, float]]:
    """Name, problem, seconds and megabytes of each case; a child that hangs or dies is replaced behind its case."""
    context = multiprocessing.get_context("spawn")
    done = 0
    while True:
        answers: Any = context.Queue()
        child = context.Process(target=_try_all, args=(kind, done, answers), daemon=True)
        child.start()
        name = "?"
        try:
            while (answer := _answer(answers, child)) is not None:
                if isinstance(answer, str):
                    name = answer
                    continue
                done += 1
                yield answer
            if child.exitcode == 0:
                return
            done += 1
            yield name, f"the process ended with {child.exitcode}", 0.0, 0.0
        except TimeoutError:
            done += 1
            yield name, f"it was waited for {PATIENCE_S:.0f} s", PATIENCE_S, 0.0
        finally:
            child.kill()
            child.join()


def _answer(answers: Any, child: Any) -> Any:
    ends_at = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends_at:
        try:
            return answers.get(timeout=0.5)
        except queue.Empty:
            if child.exitcode is not None:
                return None
    raise TimeoutError


def _try_all(kind: str, first: int, answers: Any) -> None:
    """In the child: every case of a kind from one on."""
    with tempfile.TemporaryDirectory(prefix="vschaos-damaged-") as folder:
        cases = _instruments(Path(folder)) if kind == "instruments" else _label_trees(Path(folder))
        for number, (name, attempt) in enumerate(cases):
            if number < first:
                continue
            answers.put(name)
            before_mb = _reset_peak()
            began = time.perf_counter()
            problem = attempt()
            answers.put((name, problem, time.perf_counter() - began, _peak_mb() - before_mb))
    answers.close()
    answers.join_thread()


def _instruments(folder: Path) -> Iterator[Case]:
    from vschaos.instrument.build import streaming_instrument, untrained
    from vschaos.instrument.bundle import write_instrument

    sound = folder / "sound.vschaos"
    write_instrument(sound, untrained(latent_dims=3, hidden=16))
    with zipfile.ZipFile(sound) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    path = folder / "damaged.vschaos"
    for name, content in damaged(members):
        path.write_bytes(content)
        del content
        yield name, lambda: _opens_or_is_refused(path, streaming_instrument)


def _opens_or_is_refused(path: Path, build: Callable[[Any], Any]) -> str:
    from vschaos.errors import VschaosError
    from vschaos.instrument.bundle import Instrument, read_card, read_instrument
    from vschaos.printable import printable

    def decode() -> None:
        live = build(read_instrument(path))
        labels, noise = live.unknown_labels(1, 2), live.mean.new_zeros(1, 2)
        point = live.mean.new_zeros(1, live.latent_dims, 2)
        audio, _ = live.decode(point, labels, noise, 0, live.initial_synthesis(1))
        if not bool(audio.isfinite().all()):
            raise AssertionError("it sounds of numbers that are none")

    for attempt in (lambda: read_card(path), lambda: read_instrument(path, with_weights=False), decode):
        try:
            opened = attempt()
        except VschaosError as error:
            if not error.sentence.endswith((".", "”")) or printable(error.sentence) != error.sentence:
                return f"not a sentence: {error.sentence!r}"
        except Exception as error:
            return f"{type(error).__name__}: {error}"[:200]
        else:
            card = opened.card if isinstance(opened, Instrument) else opened
            if card is not None and printable(card.name) != card.name:
                return f"a name that cannot be shown: {card.name!r}"
    return ""


def _label_trees(folder: Path) -> Iterator[Case]:
    for number, tree in enumerate(trees()):
        root = folder / str(number)
        task = root / "metadata" / "kind"
        task.mkdir(parents=True)
        for sound in tree.sounds:
            (root / sound).parent.mkdir(parents=True, exist_ok=True)
            (root / sound).write_bytes(b"")
        tree.make(task)
        yield tree.name, lambda tree=tree, root=root: _reads_as_expected(tree, root)


def _reads_as_expected(tree: Tree, root: Path) -> str:
    import numpy as np

    from vschaos.data.doctor.doctor import diagnose
    from vschaos.data.labels.files import read_labels
    from vschaos.data.scan import ScanReport, SoundFile
    from vschaos.errors import DatasetError

    sounds = tuple(SoundFile(root / name, name, 2.0, 44_100, 1) for name in tree.sounds)
    try:
        labels, problems = read_labels(root, None, tree.sounds)
    except DatasetError as error:
        return "" if tree.refused else f"refused: {error}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:200]
    if tree.refused:
        return f"not refused: {labels}"[:200]
    diagnose(ScanReport(root, sounds), labels, problems)
    read = [float(labels.at(name, np.array([0.5]))[0, 0]) if labels.tasks else np.nan for name in tree.sounds]
    expected = [np.nan if value is None else value for value in tree.values]
    if not np.array_equal(np.array(read, np.float32), np.array(expected, np.float32), equal_nan=True):
        return f"read {read}, expected {expected}"
    if bool(problems) != tree.reported:
        return f"reported {[str(problem) for problem in problems]}"[:300]
    return ""


def _reset_peak() -> float:
    """Begin to measure the peak of memory anew; what is in use, in MB."""
    try:
        _CLEAR_PEAK.write_text("5")
    except OSError:
        return _peak_mb()
    return _peak_mb()


def _peak_mb() -> float:
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    except (OSError, StopIteration):
        scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


if __name__ == "__main__":
    print(json.dumps(run(), indent=2, ensure_ascii=False))
