"""Ranges of numeric options: a value out of range is an error with a sentence, raised before any work."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from vschaos.configs.records import Limits
from vschaos.errors import VschaosError


def check_options(arguments: argparse.Namespace, limits: Mapping[str, Limits]) -> None:
    """Refuse the first option out of its limits; options that were not set are skipped.

    Raises
    ------
    VschaosError
        If a value is out of range or not a number.
    """
    for name, allowed in limits.items():
        value = getattr(arguments, name, None)
        if value is not None and not allowed.hold(value):
            option = f"--{name.replace('_', '-')}"
            raise VschaosError(f"{option} is {value:.10g}; it must be {allowed}.", "Choose a value in this range.")
