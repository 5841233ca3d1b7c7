"""The ``vschaos`` command: finds the verb, loads only its module, and prints errors as sentences.

A verb is a module of this package with ``add_arguments(parser)`` and ``run(arguments) -> exit code``. It may import
heavy libraries at its top, because no other verb loads it.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NoReturn, TextIO, cast

from vschaos import __version__
from vschaos.configs.original import VERBS as ORIGINAL_VERBS
from vschaos.edition import learns
from vschaos.errors import VschaosError
from vschaos.memory_limits import as_memory_error, require_address_space
from vschaos.terminal import Output, OutputError, drop_unwritten, one_line, reopen_closed_streams, silence_libraries


@dataclass(frozen=True)
class Verb:
    """A verb in the overview.

    Attributes
    ----------
    help
        A short description.
    needs_mb
        Address space that it needs to start, measured on two cores; by default that of torch.
    decodes
        Whether it decodes sound files, even damaged ones.
    hidden
        Whether the overview leaves it out.
    learning
        Whether it needs what the player does not have (`vschaos.edition`).
    """

    help: str
    needs_mb: int = 800
    decodes: bool = False
    hidden: bool = False
    learning: bool = False


VERBS = {
    "train": Verb("train an instrument on a folder of sounds", 1500, decodes=True, learning=True),
    "play": Verb("play an instrument without a window, with OSC", 1250),
    "generate": Verb("make sound files: reconstructions, latent paths, morphs", 300, decodes=True),
    "instruments": Verb("list instruments, show and edit their cards", 300),
    "extract-pitch": Verb(
        "find the notes of a folder of sounds and save them as labels", 1250, decodes=True, learning=True
    ),
    "resynth": Verb("hear the effect of a phase method on a sound", decodes=True, learning=True),
    "script": Verb("export an instrument as a .ts file for nn~", learning=True),
    "patches": Verb("write patches for Pd and Max that control the app over OSC", 300),
    "doctor": Verb("check a folder of sounds, or this computer", 300, decodes=True),
    "bench": Verb("measure speed, latency and quality as JSON", 300, learning=True),
    "engine": Verb("the studio's engine process", 1250, hidden=True),
    "verify-export": Verb("the check of an export in a new process", hidden=True, learning=True),
}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments, without pages of usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)}\nMore help: {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code (0 success, 1 an error that was printed, 2 wrong usage).

    With ``argv`` of None it is the whole program: it silences the warnings of libraries, and drops output that can no
    longer be written.
    """
    is_program = argv is None
    arguments = list(sys.argv[1:] if argv is None else argv)
    if is_program:
        # Before NumPy loads: threads that wait for each other made the map of an instrument ten times as expensive.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        reopen_closed_streams()
        if not sys.warnoptions:
            warnings.simplefilter("ignore")  # of libraries; python -W shows them
    _use_utf8()
    if is_program and _owns_stderr(arguments):
        silence_libraries()
    streams = sys.stdout, sys.stderr
    with _safe_output():
        try:
            code = _run_and_flush(arguments)
        except BrokenPipeError:
            code = 0
        except OutputError as error:
            code = 1
            with contextlib.suppress(OutputError, BrokenPipeError):
                _print_error("vschaos", error)
        else:
            return code
    if is_program:
        for stream in streams:
            drop_unwritten(stream)
    return code


def _run_and_flush(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    finally:  # also when argparse exits
        sys.stdout.flush()
        sys.stderr.flush()


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_overview())
        return 0 if arguments else 2
    if arguments[0] == "--version":
        print(__version__)
        return 0
    verb = verb_of(arguments[0])
    if verb not in VERBS:
        near = difflib.get_close_matches(verb, _shown(), 1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        print(f"vschaos: unknown verb “{one_line(arguments[0])}”.{hint}\n\n{_overview()}", file=sys.stderr)
        return 2
    try:
        if VERBS[verb].learning and not learns():
            raise VschaosError("This is vschaos player, which has no such verb.", "Install vschaos studio to use it.")
        require_address_space(VERBS[verb].needs_mb)
        module = importlib.import_module(f"vschaos.cli.{verb.replace('-', '_')}")
        parser = _Parser(
            prog=f"vschaos {verb}", description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        module.add_arguments(parser)
        return module.run(parser.parse_args(arguments[1:]))
    except OutputError:
        raise
    except VschaosError as error:
        _print_error(f"vschaos {verb}", error)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        problem = as_memory_error(error)
        if problem is None:
            raise
        _print_error(f"vschaos {verb}", problem)
        return 1


def verb_of(name: str) -> str:
    """The verb for a name such as ``extract_pitch``, ``extract_pitch.py`` or ``./train_model.py``."""
    plain = PurePath(name).name.removesuffix(".py").replace("_", "-").lower()
    return ORIGINAL_VERBS.get(plain, plain)


def _owns_stderr(arguments: Sequence[str]) -> bool:
    """Whether a verb decodes sounds and only the user reads its standard error: no studio, no child processes."""
    verb = VERBS.get(verb_of(arguments[0])) if arguments else None
    several = any(part.startswith(("--events", "--queue")) or "trainer." in part for part in arguments)
    return verb is not None and verb.decodes and not several and "LOCAL_RANK" not in os.environ


def _print_error(program: str, error: VschaosError) -> None:
    print(f"{program}: {one_line(error.sentence)}", file=sys.stderr)
    if error.remedy:
        print(one_line(error.remedy), file=sys.stderr)


@contextlib.contextmanager
def _safe_output() -> Iterator[None]:
    """Replace the standard streams by `vschaos.terminal.Output`."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast(TextIO, Output(stream)) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _use_utf8() -> None:
    """Print file names of any language, whatever the encoding of the terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # pyright: ignore[reportAttributeAccessIssue]


def _shown() -> dict[str, str]:
    return {name: verb.help for name, verb in VERBS.items() if not verb.hidden and (learns() or not verb.learning)}


def _overview() -> str:
    width = max(map(len, _shown()))
    lines = [f"  {name:<{width}} {text}" for name, text in _shown().items()]
    return "\n".join(["usage: vschaos VERB …", "", *lines, "", "More help: vschaos VERB --help"])
