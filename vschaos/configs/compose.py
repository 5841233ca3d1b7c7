"""Compose a configuration with Hydra: a YAML file of this folder or of the user, and overrides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from hydra import compose, initialize_config_dir
from hydra.errors import HydraException, MissingConfigException
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from vschaos.configs.original import configuration_of
from vschaos.configs.plain_overrides import without_plain
from vschaos.configs.schema import Config
from vschaos.configs.spellings import respelled
from vschaos.configs.task_names import require_task_name
from vschaos.configs.translation import translated
from vschaos.errors import ConfigError

FOLDER = Path(__file__).parent
SHARED = "base"
"""The defaults of all configurations, the user's own included."""
SUFFIXES = (".yaml", ".yml")
_TASK_PREFIXES = ("model.conditioning.", "model.prediction.", "data.dataset.metadata_callbacks.")
"""Settings whose next name is that of a label."""


@dataclass(frozen=True)
class ConfigSource:
    """Where a configuration is.

    Attributes
    ----------
    name
        Its name, without a suffix.
    folder
        The folder that holds it.
    overrides
        Applied before the user's overrides.
    notice
        A sentence for the user; empty if there is none.
    """

    name: str
    folder: Path = FOLDER
    overrides: tuple[str, ...] = ()
    notice: str = ""

    @property
    def own(self) -> bool:
        """Whether it is one of the user's, not one that ships."""
        return self.folder != FOLDER


def config_names() -> list[str]:
    """The configurations that ship with the program."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != SHARED)


def find_configuration(name: str, folder: Path | None = None) -> ConfigSource:
    """The configuration that a user named.

    Parameters
    ----------
    name
        A path (``./mine.yaml``), a name in ``folder``, one of :func:`config_names`, or one of vschaos2's.
    folder
        The user's folder of configurations.

    Raises
    ------
    ConfigError
        If it does not exist.
    """
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if folder is not None:
        folder = folder.expanduser()
        if not folder.is_dir():
            raise ConfigError(f"There is no folder “{folder}”.", "Correct --config-dir.")
        if found := _file(folder / name):
            return ConfigSource(_stem(found), found.parent.resolve())
    path = Path(name).expanduser()
    is_path = "/" in name or len(path.parts) > 1 or name.endswith(SUFFIXES)
    if is_path and stem not in config_names() and (found := _file(path)):
        return ConfigSource(_stem(found), found.parent.resolve())
    if stem in config_names():
        return ConfigSource(stem)
    if (original := configuration_of(stem)) is not None:
        notice = f"{stem} is a configuration of vschaos2. Used instead: {original.command}. {original.note}".rstrip()
        return ConfigSource(original.ours, overrides=original.overrides, notice=notice)
    if is_path:
        raise ConfigError(f"There is no file “{path}”.", "Set --config-name to the path of a YAML file, or to a name.")
    known = config_names() if folder is None else sorted({*config_names(), *map(_stem, folder.glob("*.y*ml"))})
    raise ConfigError(
        f"There is no configuration “{name}”.",
        f"Choose one of {', '.join(known)}, or give the path of your own file, such as ./mine.yaml.",
    )


def compose_config(
    name: str,
    overrides: Sequence[str],
    texts: Mapping[str, str] | None = None,
    folder: Path | None = None,
    notice: Callable[[str], None] = lambda _sentence: None,
) -> Config:
    """Compose and validate.

    Parameters
    ----------
    name, folder
        As for :func:`find_configuration`.
    overrides
        In Hydra's grammar, such as ``training.max_steps=100``; a leading ``+`` is optional. Names and paths are used
        as written: see `vschaos.configs.plain_overrides`.
    texts
        Values by dotted name that are used as written, without Hydra's grammar: paths and names.
    notice
        Receives a sentence for each value that was translated, such as a name of vschaos2.

    Raises
    ------
    ConfigError
        For an unknown name, an unreadable override, or an impossible value.
    """
    overrides, plain = without_plain(overrides)
    source = find_configuration(name, folder)
    if source.notice:
        notice(source.notice)
    typed = [override.lstrip("+~").partition("=")[0] for override in overrides]
    _check_task_names(typed)
    forced = [override if override.startswith("~") else f"++{override.lstrip('+')}" for override in overrides]
    composed = _composed(source, [*(f"++{override}" for override in source.overrides), *forced])
    values = respelled(translated(composed, typed, notice), typed, notice)
    for setting, text in (plain | dict(texts or {})).items():
        *places, last = setting.split(".")
        inner: Any = values
        for place in places:
            inner = inner.setdefault(place, {})
        inner[last] = text
    return Config.from_plain(values)


def _check_task_names(settings: Sequence[str]) -> None:
    """Refuse impossible names of labels before Hydra does so without an explanation."""
    for setting in settings:
        for place in _TASK_PREFIXES:
            if setting.startswith(place):
                require_task_name(setting.removeprefix(place).partition(".")[0].strip())


def _composed(source: ConfigSource, overrides: Sequence[str]) -> dict[str, Any]:
    """Nested plain values, all interpolations resolved."""
    try:
        if not source.own:
            with initialize_config_dir(str(FOLDER), version_base="1.3"):
                return cast(dict[str, Any], OmegaConf.to_container(compose(source.name, list(overrides)), resolve=True))
        with initialize_config_dir(str(FOLDER), version_base="1.3"):
            shared = compose(SHARED)
        with initialize_config_dir(str(source.folder), version_base="1.3"):
            own = compose(source.name, [_search_path(), *overrides])
        OmegaConf.set_struct(shared, False)
        # vschaos2's configurations use a resolver of its own for this path; ours is the default.
        rundir = cast(dict[str, Any], OmegaConf.to_container(own)).get("rundir")
        if isinstance(rundir, str) and "${dir:" in rundir:
            OmegaConf.update(own, "rundir", shared.rundir)
        return cast(dict[str, Any], OmegaConf.to_container(OmegaConf.merge(shared, own), resolve=True))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _unreadable(source, error) from error
    except RecursionError as error:
        raise ConfigError(
            f"The defaults of “{source.name}” refer to themselves.",
            "Give your configuration a name that differs from those that ship.",
        ) from error
    except MissingConfigException as error:
        raise ConfigError(
            f"“{source.name}” starts from “{error.missing_cfg_file}”, which does not exist.",
            f"Start from one that ships, as in defaults: [dgt_mid, _self_], or put that file into “{source.folder}”.",
        ) from error
    except (HydraException, OmegaConfBaseException) as error:
        reason = str(error).splitlines()[0]
        raise ConfigError(f"The overrides cannot be read: {reason}", "Write them as name.of.setting=value.") from error


def _search_path() -> str:
    """The override that lets the user's configurations start from ours."""
    path = FOLDER.as_posix().replace("'", "\\'")
    return f"hydra.searchpath=['file://{path}']"


def _unreadable(source: ConfigSource, error: yaml.YAMLError | UnicodeDecodeError) -> ConfigError:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return ConfigError(f"“{source.name}” is not a YAML text file.", "Save it as UTF-8.")
    reason = getattr(error, "problem", None) or "not YAML"
    line, remedy = mark.line, "Compare it with the files in vschaos/configs/."
    path = Path(str(mark.name))
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    for number in range(max(0, mark.line - 2), min(mark.line + 1, len(lines))):
        if lines[number].strip() == "...":
            line, reason, remedy = number, "“...” is a placeholder", "Delete that line."
    return ConfigError(f"“{source.name}” cannot be read: line {line + 1}: {reason}.", remedy)


def _file(path: Path) -> Path | None:
    """The file at a path whose suffix may be missing."""
    candidates = [path.with_name(path.name + suffix) for suffix in ("", *SUFFIXES)]
    return next((found for found in candidates if found.name.endswith(SUFFIXES) and found.is_file()), None)


def _stem(path: Path) -> str:
    return path.name.removesuffix(".yaml").removesuffix(".yml")
