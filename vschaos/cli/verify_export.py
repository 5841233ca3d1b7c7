"""Check an exported .ts file against what the live instrument played. Used by `vschaos script`, in a fresh process.

Prints one line of JSON: what held, or the sentence of the first check that did not.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vschaos.errors import ExportError
from vschaos.export.reference import Reference
from vschaos.export.report import VERDICTS, Refused
from vschaos.export.verify import verify_export


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("file", type=Path, help="the .ts file")
    parser.add_argument("--reference", type=Path, required=True, help="safetensors with inputs and expected outputs")


def run(arguments: argparse.Namespace) -> int:
    """Check and print the verdict."""
    try:
        verdict = verify_export(arguments.file, Reference.load(arguments.reference))
    except ExportError as error:
        print(VERDICTS.encode(Refused(error.sentence, error.remedy)))
        return 1
    print(VERDICTS.encode(verdict))
    return 0
