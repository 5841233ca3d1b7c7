"""Make factory instruments: render the sounds, label them, train, and pack.

python -m vschaos_resources.factory Fifths Ordinario
python -m vschaos_resources.factory --all
python -m vschaos_resources.factory Fifths training.max_steps=500 --work runs
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
import time
from pathlib import Path

import vschaos_resources

from vschaos.cli.main import main as vschaos
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.instrument.library import LAST, run_versions

from .recipes import RECIPES, Recipe


def main() -> None:
    """Make the instruments that are named."""
    recipes = {recipe.name: recipe for recipe in RECIPES}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(recipes)}; or setting=value to train by")
    parser.add_argument("--all", action="store_true", help="all of them")
    parser.add_argument("--work", type=Path, help="keep sounds and runs in this folder, and use those already there")
    parser.add_argument("--sounds-only", action="store_true", help="render and label, and stop there")
    arguments = parser.parse_args()
    overrides = [text for text in arguments.names if "=" in text]
    names = [text for text in arguments.names if "=" not in text]
    if unknown := set(names) - recipes.keys():
        parser.error(f"there is no recipe {', '.join(sorted(unknown))}")
    if arguments.all == bool(names):
        parser.error("name the instruments, or take --all")

    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        for recipe in RECIPES if arguments.all else [recipes[name] for name in names]:
            sounds = rendered(recipe, work)
            if not arguments.sounds_only:
                pack(trained(recipe, sounds, work / "runs", overrides), recipe)


def rendered(recipe: Recipe, work: Path) -> Path:
    """The folder with a recipe's sounds, made unless it is there."""
    sounds = work / recipe.name
    if not sounds.exists():
        work.mkdir(parents=True, exist_ok=True)
        begin_s = time.monotonic()
        # Moved into place when it is whole: an interrupted rendering is done again.
        with tempfile.TemporaryDirectory(dir=work, prefix=".") as unfinished:
            recipe.sounds(Path(unfinished) / recipe.name)
            (Path(unfinished) / recipe.name).rename(sounds)
        print(f"{recipe.name}: {len(list(sounds.rglob('*.wav')))} files in {time.monotonic() - begin_s:.0f} s")
    return sounds


def trained(recipe: Recipe, sounds: Path, runs: Path, overrides: list[str]) -> Path:
    """The run of a finished training."""
    options = ["--config-name", recipe.configuration, "--name", recipe.name, "--rundir", str(runs)]
    if vschaos(["train", *options, "--root", str(sounds), *recipe.overrides, *overrides]):
        raise SystemExit(1)
    return list(run_versions(runs / recipe.name).values())[-1]


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
