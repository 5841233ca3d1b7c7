"""Make factory instruments: render the sounds, label them, train, and pack.

python -m vschaos_resources.factory Fifths Ordinario
python -m vschaos_resources.factory --all
python -m vschaos_resources.factory Fifths training.max_steps=500 --work runs
python -m vschaos_resources.factory --all --place              measure start and level of the shipped instruments again
python -m vschaos_resources.factory --all --draw docs/tours    draw tours of the shipped instruments
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
import time
from pathlib import Path

import vschaos_resources
from vschaos.cli.main import main as vschaos
from vschaos.instrument import core_member
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.instrument.library import LAST, run_versions
from vschaos.instrument.start import with_start

from .recipes import RECIPES, Recipe
from .tour import draw_tour

SHIPPED = vschaos_resources.ROOT / "instruments"


def main() -> None:
    """Make the named instruments."""
    recipes = {recipe.name: recipe for recipe in RECIPES}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(recipes)}; or setting=value")
    parser.add_argument("--all", action="store_true", help="make all instruments")
    parser.add_argument("--work", type=Path, help="keep sounds and runs in this folder, and use existing ones")
    parser.add_argument("--sounds-only", action="store_true", help="only render and label the sounds")
    parser.add_argument("--place", action="store_true", help="only measure start and level of the shipped instruments")
    parser.add_argument("--draw", type=Path, metavar="FOLDER", help="only draw tours of the shipped instruments there")
    parser.add_argument("--to", type=Path, default=SHIPPED, help="folder of the instruments; default: the shipped ones")
    arguments = parser.parse_args()
    overrides = [text for text in arguments.names if "=" in text]
    names = [text for text in arguments.names if "=" not in text]
    if unknown := set(names) - recipes.keys():
        parser.error(f"unknown recipe: {', '.join(sorted(unknown))}")
    if arguments.all == bool(names):
        parser.error("name instruments, or use --all")

    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        for recipe in RECIPES if arguments.all else [recipes[name] for name in names]:
            path = arguments.to / f"{recipe.name}.vschaos"
            if arguments.place:
                measure_start(path)
            if arguments.draw:
                draw_tour(path, arguments.draw / f"{recipe.name.lower()}.png")
            if arguments.place or arguments.draw:
                continue
            sounds = rendered(recipe, work)
            if not arguments.sounds_only:
                pack(trained(recipe, sounds, work / "runs", overrides), recipe, path)


def rendered(recipe: Recipe, work: Path) -> Path:
    """The folder with a recipe's sounds, rendered if it does not exist."""
    sounds = work / recipe.name
    if not sounds.exists():
        work.mkdir(parents=True, exist_ok=True)
        begin_s = time.monotonic()
        # Moved into place when complete, so that an interrupted rendering is repeated.
        with tempfile.TemporaryDirectory(dir=work, prefix=".") as unfinished:
            recipe.sounds(Path(unfinished) / recipe.name)
            (Path(unfinished) / recipe.name).rename(sounds)
        print(f"{recipe.name}: {len(list(sounds.rglob('*.wav')))} files in {time.monotonic() - begin_s:.0f} s")
    return sounds


def trained(recipe: Recipe, sounds: Path, runs: Path, overrides: list[str]) -> Path:
    """Train, and return the run."""
    options = ["--config-name", recipe.configuration, "--name", recipe.name, "--rundir", str(runs)]
    if vschaos(["train", *options, "--root", str(sounds), *recipe.overrides, *overrides]):
        raise SystemExit(1)
    return list(run_versions(runs / recipe.name).values())[-1]


def pack(run: Path, recipe: Recipe, path: Path) -> None:
    """Save a run's last instrument, with a complete card, as the factory instrument ``path``."""
    instrument = read_instrument(run / LAST)
    card = dataclasses.replace(
        instrument.card,
        author="The vschaos studio authors",
        description=recipe.description,
        licence=recipe.licence,
        consent=recipe.consent,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_instrument(path, dataclasses.replace(instrument, card=card))
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, held-out error {card.training.error_db:.2f} dB")


def measure_start(path: Path) -> None:
    """Measure start and level of a factory instrument again; nothing else on it changes."""
    instrument = read_instrument(path)
    unmeasured = dataclasses.replace(instrument, card=dataclasses.replace(instrument.card, level_db=None))
    card = (placed := with_start(unmeasured)).card
    write_instrument(path, dataclasses.replace(placed, core=core_member.pack(placed)))
    print(f"{path.name}: starts at {', '.join(f'{value:+.2f}' for value in card.start)}, {card.level_db} dBFS")


if __name__ == "__main__":
    main()
