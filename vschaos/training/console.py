"""A training told on a terminal: a progress bar where there is one, plain lines in a log."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from vschaos.configs.schema import Config
from vschaos.training import events
from vschaos.training.orders import Orders


class ConsoleProgress:
    """A sink that shows events to a person."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False, soft_wrap=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[detail]}"),
            console=self._console,
        )
        self._task: TaskID | None = None
        self._stage = ""

    def __call__(self, event: object) -> None:
        """Show one event."""
        match event:
            case events.Preparing(what, done, total):
                self._show(what, done, total, "")
            case events.Started():
                minutes = event.audio_s / 60
                self._close()
                self._say(
                    f"Learning from {event.files} sounds ({minutes:.1f} min) on {event.device}: "
                    f"{event.parameters:,} weights, {event.steps} steps, run {event.run}"
                )
            case events.Progress():
                detail = (
                    f"loss {event.loss:.3f}  divergence {event.divergence:.1f}  active {event.active_dims}  "
                    f"{event.audio_s_per_s:.0f} s/s"
                )
                self._show("Learning", event.step, event.steps, detail)
            case events.Validated():
                labels = "" if event.label_accuracy is None else f", {event.label_accuracy:.0%} of the labels found"
                self._say(f"step {event.step}: held-out error {event.error_db:.2f} dB{labels}")
            case events.Warned():
                self._say(f"{event.sentence} {event.remedy}")
            case events.Finished(outcome=events.Outcome.CANCELLED):
                self._close()
                self._say("Cancelled; nothing was kept.")
            case events.Finished():
                self._close()
                self._say(f"The instrument is {event.instrument} (step {event.step}, {event.outcome.value}).")
            case _:
                pass

    def _show(self, stage: str, done: int, total: int, detail: str) -> None:
        if not self._console.is_terminal:
            return
        if stage != self._stage or self._task is None:
            self._close()
            self._task, self._stage = self._bar.add_task(stage, total=total, detail=detail), stage
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total, detail=detail)

    def _close(self) -> None:
        if self._task is not None:
            self._bar.stop()
            self._bar.remove_task(self._task)
        self._task, self._stage = None, ""

    def _say(self, sentence: str) -> None:
        self._console.print(sentence)


def confirm(config: Config, orders: Orders) -> bool:
    """Print the network and the dataset, and ask whether to start; only a yes is a yes."""
    from vschaos.models.autoencoder import SpectralAutoencoder
    from vschaos.training.preparation import load_labels, load_sounds

    report, store = load_sounds(config, ConsoleProgress(), orders)
    labels = load_labels(config, report, store, ConsoleProgress())
    print(SpectralAutoencoder(config.representation.bins, config.model))
    for sound in store.sounds:
        print(f"  {sound.length / store.sample_rate_hz:8.2f} s  {sound.name}")
    print(f"{len(store.sounds)} sounds, {store.total_s / 60:.1f} minutes in all.")
    for task in labels.tasks:
        known = sum(any(span.value is not None for span in item.spans) for item in labels.entries[task.name].values())
        print(f"{task.name} is known of {known} of them.")
    try:
        return input("Start the training? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False
