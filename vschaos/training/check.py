"""What a training would be, shown before it is started: ``+check=1``."""

from __future__ import annotations

from vschaos import terminal
from vschaos.configs.schema import Config
from vschaos.data.forecast import forecast
from vschaos.devices import choose_device, device_text
from vschaos.training.events import Sink
from vschaos.training.network import build_network
from vschaos.training.preparation import TrainingData, prepare
from vschaos.training.stop_flags import StopFlags
from vschaos.training.warm_start import read_earlier


def confirm(config: Config, configuration: str, sink: Sink, orders: StopFlags) -> bool:
    """Show network, sounds, labels, device and course, and ask whether to start; only a yes is a yes.

    Raises
    ------
    VschaosError
        If the training could not start as it is.
    """
    earlier = read_earlier(config, configuration)
    data = prepare(config, sink, orders)
    network = build_network(config, configuration, data, earlier=earlier)
    print(network.autoencoder)
    print(f"{network.parameters:,} weights, {config.model.latent_dims} latent dimensions.")
    print("\n".join(_sounds(data)))
    print("\n".join(_labels(data)))
    if earlier is not None:
        print(f"It starts from “{terminal.one_line(earlier.card.name)}”.")
    device = choose_device(config.training.device)
    print(f"It trains on {device_text(device)}, {_course(config)}, seed {config.training.seed}.")
    foreseen = forecast(data.report, {configuration: config})
    if foreseen is not None:
        minutes = foreseen.training_s[configuration] / 60
        print(f"That takes about {minutes:.1f} minutes, {foreseen.memory_mb:.0f} MB of memory.")
    try:
        return input("Start the training? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _sounds(data: TrainingData) -> list[str]:
    store = data.store
    held_out = {segment.sound for segment in data.source.segments("validation")}
    whole = held_out.isdisjoint(segment.sound for segment in data.source.segments("train"))
    lines = [
        f"  {sound.length / store.sample_rate_hz:8.2f} s  {terminal.one_line(sound.name)}"
        + ("  (held out)" if whole and index in held_out else "")
        for index, sound in enumerate(store.sounds)
    ]
    kept = (
        f"{len(held_out)} of them are held out for validation"
        if whole
        else "the end of each is held out for validation"
    )
    if data.source.validation_is_training:
        kept = "too little to hold any out: validation uses the training sounds"
    return [*lines, f"{len(store.sounds)} sounds, {store.total_s / 60:.1f} minutes in all; {kept}."]


def _labels(data: TrainingData) -> list[str]:
    lines: list[str] = []
    labels = data.source.labels
    for task in labels.tasks:
        entries = labels.entries[task.name].values()
        known = sum(any(span.value is not None for span in entry.spans) for entry in entries)
        lines.append(f"{task.name} is known of {known} of them.")
    return lines or ["No labels."]


def _course(config: Config) -> str:
    course = config.training
    length = f"for {course.minutes:g} minutes" if course.minutes else f"{course.max_steps} steps"
    return f"{length} of {course.batch_size} spectra"
