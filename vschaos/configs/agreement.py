"""What two configurations must have in common, for one network to begin as the other. Torch-free."""

from __future__ import annotations

import dataclasses
from typing import Any

from vschaos.configs.schema import Config


def settings_to_agree(config: Config, earlier: Config) -> tuple[str, ...]:
    """The overrides with which a network of ``config`` could begin as one of ``earlier``; empty if it can.

    Those are the settings of the sound, and the widths of encoder and decoder. Labels may differ, and whether the
    decoder tells noise shares.
    """
    mine, theirs = _shapes(config), _shapes(earlier)
    return tuple(f"{name}={_text(theirs[name])}" for name, value in mine.items() if theirs[name] != value)


def settings_to_repeat(earlier: Config) -> tuple[str, ...]:
    """The overrides with which the network of any configuration could begin as one of ``earlier``."""
    return tuple(f"{name}={_text(value)}" for name, value in _shapes(earlier).items())


def _shapes(config: Config) -> dict[str, Any]:
    shapes = {f"representation.{name}": value for name, value in dataclasses.asdict(config.representation).items()}
    shapes["model.latent_dims"] = config.model.latent_dims
    for name, network in (("encoder", config.model.encoder), ("decoder", config.model.decoder)):
        values = {part: value for part, value in dataclasses.asdict(network).items() if part != "noise"}
        shapes |= {f"model.{name}.{part}": value for part, value in values.items()}
    return shapes


def _text(value: Any) -> str:
    """A value in Hydra's grammar."""
    return f"[{','.join(map(str, value))}]" if isinstance(value, tuple) else str(value)
