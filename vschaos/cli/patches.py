"""Write patches that play the app over OSC and follow it, for Pure Data, Max, Open Stage Control and TouchOSC.

  vschaos patches -o patches                     for any instrument: the pad and eight axes
  vschaos patches -o patches cello.vschaos       with the axes, labels and map of this one
  vschaos patches -o patches --in-port 9100 --out-port 9101

Use the ports and the prefix that are set in the app. Pd's and Max's patches let both ports be changed later.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vschaos.errors import OscError
from vschaos.files import make_folder
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.library import find_instrument
from vschaos.osc.ports import OscSettings, check_settings
from vschaos.patching import remote_max, remote_pd, stage_control, touch_osc
from vschaos.performance.controls import Playable

USUAL_AXES = 8
"""Of a patch that is not for one instrument."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    usual = OscSettings()
    parser.add_argument("instrument", nargs="?", type=Path, metavar="INSTRUMENT", help="or the folder of a training")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER", help="made if missing")
    parser.add_argument("--in-port", type=int, default=usual.in_port, help=f"the app receives here ({usual.in_port})")
    parser.add_argument(
        "--out-port", type=int, default=usual.out_port, help=f"the patch receives here ({usual.out_port})"
    )
    parser.add_argument("--prefix", default=usual.prefix, help=f"start of every address ({usual.prefix})")
    parser.add_argument("--replace", action="store_true", help="overwrite patches of the same name")


def run(arguments: argparse.Namespace) -> int:
    """Write the patches, and print their paths."""
    settings = OscSettings(in_port=arguments.in_port, out_port=arguments.out_port, prefix=arguments.prefix)
    check_settings(settings)
    playable, name = Playable(USUAL_AXES), ""
    if arguments.instrument is not None:
        instrument = read_instrument(find_instrument(arguments.instrument), with_weights=False)
        playable, name = instrument.playable, instrument.card.name
    folder = arguments.out.expanduser()
    patches = {
        folder / remote.FILE_NAME: remote.remote_patch(playable, settings, name)
        for remote in (remote_pd, remote_max, stage_control, touch_osc)
    }
    present = [path.name for path in patches if path.exists()]
    if present and not arguments.replace:
        raise OscError(
            f"“{folder}” already holds {' and '.join(present)}.",
            "Choose another folder, or add --replace to overwrite them.",
        )
    try:
        make_folder(folder)
        for path, patch in patches.items():
            print(patch.save(path))
    except OSError as error:
        raise OscError(
            f"The patches could not be saved in “{folder}”: {error.strerror or error}.", "Choose another folder."
        ) from error
    return 0
