"""Composing a configuration with Hydra: a named YAML file of this folder and the user's overrides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hydra import compose, initialize_config_dir
from hydra.errors import HydraException
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from vschaos.configs.schema import Config
from vschaos.errors import ConfigError

FOLDER = Path(__file__).parent


def config_names() -> list[str]:
    """The configurations that ship with the program."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "base")


def compose_config(name: str, overrides: Sequence[str], texts: Mapping[str, str] | None = None) -> Config:
    """Compose and validate.

    Parameters
    ----------
    name
        One of :func:`config_names`.
    overrides
        In Hydra's grammar, such as ``training.max_steps=100``; a leading ``+`` may be given or left out.
    texts
        Values by dotted name that are taken as they are, without any grammar: paths and names.

    Raises
    ------
    ConfigError
        For an unknown name, an override that cannot be read, or a value that cannot be.
    """
    if name not in config_names():
        raise ConfigError(f"There is no configuration “{name}”.", f"Choose one of {', '.join(config_names())}.")
    forced = [override if override.startswith("~") else f"++{override.lstrip('+')}" for override in overrides]
    try:
        with initialize_config_dir(str(FOLDER), version_base="1.3"):
            composed = OmegaConf.to_container(compose(name, forced), resolve=True)
    except (HydraException, OmegaConfBaseException) as error:
        reason = str(error).splitlines()[0]
        raise ConfigError(f"The overrides cannot be read: {reason}", "Write them as name.of.setting=value.") from error
    assert isinstance(composed, dict)
    for setting, text in (texts or {}).items():
        *places, last = setting.split(".")
        values: Any = composed
        for place in places:
            values = values.setdefault(place, {})
        values[last] = text
    return Config.from_plain(composed)  # pyright: ignore[reportArgumentType]
