"""Check an exported .ts file against what the live instrument played. Used by `vschaos script`, in a fresh process.

Prints a line of JSON for each check that passed, and then what was found in all, or the sentence of the check that
failed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vschaos.errors import ExportError
from vschaos.export.reference import Reference
from vschaos.export.report import EXPORT_MESSAGES, ExportMessage
from vschaos.export.verify import verify_export
from vschaos.messages import Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("file", type=Path, help="the .ts file")
    parser.add_argument("--reference", type=Path, required=True, help="safetensors with inputs and expected outputs")


def run(arguments: argparse.Namespace) -> int:
    """Check and print what is found, as it is found."""
    try:
        verified = verify_export(arguments.file, Reference.load(arguments.reference), _print)
    except ExportError as error:
        _print(Problem.of(error))
        return 1
    _print(verified)
    return 0


def _print(message: ExportMessage) -> None:
    print(EXPORT_MESSAGES.encode(message), flush=True)
