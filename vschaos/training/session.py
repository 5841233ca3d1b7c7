"""One training from a folder of sounds to an instrument: the job behind ``vschaos train`` and the Train page.

Runs in a process of its own. Whatever ends it early (an order, a signal, a full disk, the power), what was saved before
stays playable, and :func:`resume` goes on from it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import Config
from vschaos.data.forecast import remember_speed
from vschaos.devices import choose_device
from vschaos.errors import ConfigError, TrainingError
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.library import LAST
from vschaos.messages import Problem
from vschaos.training.events import Finished, InstrumentSaved, Outcome, Sink, Started
from vschaos.training.network import Network, build_network
from vschaos.training.preparation import PreparationCancelledError, TrainingData, prepare
from vschaos.training.ranks import leading
from vschaos.training.runs import Record, changed_sounds, locked, new_run, write_record
from vschaos.training.stop_flags import StopFlags
from vschaos.training.warm_start import read_earlier

if TYPE_CHECKING:
    from vschaos.training.resume import Changes, Interrupted


def train(config: Config, configuration: str, sink: Sink, orders: StopFlags) -> Finished:
    """Train to the end, or to an order.

    Parameters
    ----------
    config
        The resolved configuration.
    configuration
        Its name, for the card.
    sink
        Takes the events of `vschaos.training.events`; called from this thread.
    orders
        Looked at between steps.

    Raises
    ------
    VschaosError
        In sentences, when it cannot start or its last instrument cannot be saved.
    """
    if not config.name:
        raise ConfigError("The training has no name.", "Add name=my_training.")
    if "/" in config.name or "\\" in config.name or config.name.startswith("."):
        raise ConfigError(f"“{config.name}” cannot be the name of a folder.", "Choose a name without slashes.")
    with contextlib.suppress(PreparationCancelledError):
        return _Session(config, configuration, sink, orders).begin()
    return Finished(Outcome.CANCELLED, "", "", 0)


def resume(run: Path, changes: Changes, sink: Sink, orders: StopFlags) -> Finished:
    """Go on with a training from its last checkpoint, in its own folder, as if it had never been interrupted.

    An order to cancel leaves the run as it was saved last.

    Parameters
    ----------
    run
        The run's folder.
    changes
        What is to be different from here on.
    sink, orders
        As for :func:`train`.

    Raises
    ------
    VschaosError
        In sentences, when it cannot go on.
    """
    from vschaos.training.resume import interrupted

    with locked(run) if leading() else contextlib.nullcontext():
        earlier = interrupted(run, changes)
        with contextlib.suppress(PreparationCancelledError):
            return _Session(earlier.config, earlier.configuration, sink, orders).go_on(run, earlier)
        return Finished(Outcome.CANCELLED, "", "", earlier.step)


class _Session:
    """What the stages of one call have in common."""

    def __init__(self, config: Config, configuration: str, sink: Sink, orders: StopFlags) -> None:
        self._config = config
        self._configuration = configuration
        self._sink: Sink = sink if leading() else lambda _event: None
        self._orders = orders
        self._device = choose_device(config.training.device)
        if config.training.threads:
            # No more than torch began with: beside a playing engine one core is left free, see `vschaos train`.
            torch.set_num_threads(min(config.training.threads, torch.get_num_threads()))
        torch.manual_seed(config.training.seed)

    def begin(self) -> Finished:
        """Train in a new run."""
        earlier = read_earlier(self._config, self._configuration)
        data = prepare(self._config, self._sink, self._orders)
        network = build_network(self._config, self._configuration, data, earlier=earlier)
        if not leading():
            return self._lay_out_and_learn(None, network, data)
        run = new_run(Path(self._config.rundir).expanduser(), self._record(data))
        try:
            with locked(run):
                self._save_first(run, network)
                finished = self._lay_out_and_learn(run, network, data)
        except PreparationCancelledError:
            if not self._orders.cancel.is_set():
                return Finished(Outcome.STOPPED, str(run), str(run / LAST), 0)
            shutil.rmtree(run, ignore_errors=True)
            raise
        if finished.outcome is Outcome.CANCELLED:
            shutil.rmtree(run, ignore_errors=True)
        return finished

    def _save_first(self, run: Path, network: Network) -> None:
        """An instrument to play before the first step; Lightning alone takes longer to import than this."""
        write_instrument(run / LAST, network.mapper.instrument(network.autoencoder, 0, None, None))
        self._sink(InstrumentSaved(str(run / LAST), 0, best=False))

    def _lay_out_and_learn(self, run: Path | None, network: Network, data: TrainingData) -> Finished:
        if self._config.training.minutes:
            self._lay_out(network, data, self._config.training.minutes)
            if run is not None:
                self._write_record(run, data)
        return self._learn(run, network, data)

    def go_on(self, run: Path, earlier: Interrupted) -> Finished:
        """Train on in an old run."""
        if not Path(self._config.data.dataset.root).expanduser().is_dir():
            raise TrainingError(
                f"The sounds of this training are no longer at “{self._config.data.dataset.root}”.",
                "Restore the folder, or give its new place with --root FOLDER.",
            )
        data = prepare(self._config, self._sink, self._orders)
        if difference := changed_sounds(earlier.sounds, data.keys):
            sentence = f"The sounds have changed since this training began: {difference}."
            self._sink(Problem(sentence, "It continues with the present sounds.", is_error=False))
        network = build_network(self._config, self._configuration, data, run, earlier.weights)
        if earlier.minutes_left:
            self._lay_out(network, data, earlier.minutes_left, earlier.step)
        if leading():
            self._write_record(run, data)
        return self._learn(run if leading() else None, network, data, earlier.step, earlier.checkpoint)

    def _lay_out(self, network: Network, data: TrainingData, minutes: float, done_steps: int = 0) -> None:
        """Fix the number of steps."""
        from vschaos.training.budget import lay_out

        steps = done_steps + lay_out(self._config, network.module, data.source, self._device, self._orders, minutes)
        if self._orders.any:
            raise PreparationCancelledError
        self._config = self._config.with_course(max_steps=steps)
        torch.manual_seed(self._config.training.seed)

    def _learn(
        self, run: Path | None, network: Network, data: TrainingData, step: int = 0, checkpoint: Path | None = None
    ) -> Finished:
        from vschaos.training.learning import Start, TrainingPlace, learn

        self._sink(
            Started(
                run=str(run),
                steps=self._config.training.max_steps,
                parameters=network.parameters,
                audio_s=data.store.total_s,
                files=len(data.store.sounds),
                device=str(self._device),
                first_step=step,
                seed=self._config.training.seed,
                started_from=network.mapper.started_from,
            )
        )

        def changed(config: Config) -> None:
            self._config = config
            if run is not None:
                self._write_record(run, data)

        place, start = TrainingPlace(self._device, run), Start(step, checkpoint)
        finished, speed = learn(self._config, network, data, place, start, self._sink, self._orders, changed)
        if speed and leading() and _as_it_ships(self._config, self._configuration):
            remember_speed(self._configuration, speed)
        return finished

    def _record(self, data: TrainingData) -> Record:
        """With the whole path of the sounds: the training may be resumed from another folder."""
        root = str(Path(self._config.data.dataset.root).expanduser().absolute())
        dataset = dataclasses.replace(self._config.data.dataset, root=root)
        config = dataclasses.replace(self._config, data=dataclasses.replace(self._config.data, dataset=dataset))
        return Record(config, self._configuration, data.keys)

    def _write_record(self, run: Path, data: TrainingData) -> None:
        try:
            write_record(run, self._record(data))
        except OSError as error:
            raise TrainingError(
                f"The run's folder “{run}” cannot be written: {error.strerror or error}.",
                "Free space on the disk, or check the permissions of the folder.",
            ) from error


def _as_it_ships(config: Config, configuration: str) -> bool:
    """Whether a training's speed is that of the configuration whose name it has."""
    if configuration not in config_names():
        return False
    shipped = compose_config(configuration, [])
    return (config.model, config.representation, config.training.batch_size) == (
        shipped.model,
        shipped.representation,
        shipped.training.batch_size,
    )
