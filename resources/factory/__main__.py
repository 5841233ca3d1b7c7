"""``python -m vschaos_resources.factory NAME``: render the sounds, train, and pack a factory instrument."""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
from pathlib import Path

import vschaos_resources

from vschaos.cli.main import main as vschaos
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.instrument.library import LAST, run_versions

from .recipes import RECIPES, Recipe


def main() -> None:
    """Make one factory instrument."""
    parser = argparse.ArgumentParser(description=__doc__)
    recipes = {recipe.name: recipe for recipe in RECIPES}
    parser.add_argument("name", choices=sorted(recipes))
    parser.add_argument("--work", type=Path, help="keep sounds and run in this folder")
    parser.add_argument("overrides", nargs="*", metavar="setting=value")
    arguments = parser.parse_args()
    recipe = recipes[arguments.name]

    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        sounds, runs = work / recipe.name, work / "runs"
        if not sounds.exists():
            sounds.mkdir(parents=True)
            recipe.sounds(sounds)
        settings = [*recipe.overrides, *arguments.overrides]
        options = ["--config-name", recipe.configuration, "--name", recipe.name, "--rundir", str(runs)]
        if vschaos(["train", *options, "--root", str(sounds), *settings]):
            raise SystemExit(1)
        run = list(run_versions(runs / recipe.name).values())[-1]
        pack(run, recipe)


def pack(run: Path, recipe: Recipe) -> None:
    """Put a run's last instrument, with its card filled in, among the factory instruments."""
    instrument = read_instrument(run / LAST)
    card = dataclasses.replace(
        instrument.card,
        author="The vschaos studio authors",
        description=recipe.description,
        licence=recipe.licence,
        consent=recipe.consent,
    )
    path = vschaos_resources.ROOT / "instruments" / f"{recipe.name}.vschaos"
    write_instrument(path, dataclasses.replace(instrument, card=card))
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, held-out error {card.training.error_db:.2f} dB")


if __name__ == "__main__":
    main()
