"""The ``vschaos`` command: finds the verb, loads only its module, and turns errors into sentences.

A verb is a module of this package with ``add_arguments(parser)`` and ``run(arguments) -> exit code``. It may import
heavy libraries at its top: no other verb pays for them.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from importlib.metadata import version

from vschaos.errors import VschaosError

VERBS = {
    "train": "learn an instrument from a folder of sounds",
    "play": "play an instrument without a window, with OSC",
    "generate": "sounds through an instrument, latent paths, morphs, as files",
    "instruments": "list instruments, read and edit their cards",
    "extract-pitch": "find the notes in a folder of sounds, as labels",
    "resynth": "hear what a phase method does to a sound",
    "script": "export an instrument as a .ts file for nn~",
    "patches": "patches for Pd and Max that play the app over OSC",
    "doctor": "check a folder of sounds, or this computer",
    "bench": "measure speed, latency and quality; prints JSON",
}
HIDDEN_VERBS = {"engine": "the studio's engine process", "verify-export": "the export's check in a fresh process"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code (0 done, 1 an error told in a sentence, 2 wrong usage)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_overview())
        return 0 if arguments else 2
    if arguments[0] == "--version":
        print(version("vschaos-studio"))
        return 0
    verb = arguments[0]
    if verb not in VERBS | HIDDEN_VERBS:
        print(f"vschaos: there is no verb “{verb}”.\n\n{_overview()}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"vschaos.cli.{verb.replace('-', '_')}")
    parser = argparse.ArgumentParser(
        prog=f"vschaos {verb}", description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    module.add_arguments(parser)
    try:
        return module.run(parser.parse_args(arguments[1:]))
    except VschaosError as error:
        print(f"vschaos {verb}: {error.sentence}", file=sys.stderr)
        if error.remedy:
            print(error.remedy, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


def _use_utf8() -> None:
    """Let file names of any language through, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # pyright: ignore[reportAttributeAccessIssue]


def _overview() -> str:
    width = max(map(len, VERBS))
    lines = [f"  {verb:<{width}} {text}" for verb, text in VERBS.items()]
    return "\n".join(["usage: vschaos VERB …", "", *lines, "", "vschaos VERB --help tells more."])


if __name__ == "__main__":
    sys.exit(main())
