"""Lightning's checkpoints, written so that a crash at any moment leaves a whole one, and read without running anything.

A checkpoint holds what a training needs to go on bit for bit: weights, their average, the optimizer's moments, the
schedule, the number of the next batch, and the history of the held-out error.
"""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Any

import torch
from lightning.fabric.plugins.io import CheckpointIO

from vschaos.errors import TrainingError
from vschaos.files import replacing

FOLDER, LAST, BEST = "checkpoints", "last.ckpt", "best.ckpt"


class AtomicCheckpoints(CheckpointIO):
    """Writes beside the old file, flushes, and moves it in place; reads tensors and plain values only.

    Attributes
    ----------
    failure
        Why the last one could not be written, if it could not. It is not raised: the other processes of a training
        wait for this one, and a full disk does not end a training.
    """

    def __init__(self) -> None:
        self.failure: OSError | None = None

    def save_checkpoint(self, checkpoint: dict[str, Any], path: Any, storage_options: Any | None = None) -> None:  # noqa: ARG002 (Lightning's)
        """Write a checkpoint to ``path``."""
        # Into memory first: torch hides why a disk refuses.
        content = io.BytesIO()
        torch.save(checkpoint, content)
        self.failure = None
        try:
            Path(path).parent.mkdir(exist_ok=True)
            with replacing(Path(path)) as file:
                file.write(content.getbuffer())
        except OSError as error:
            self.failure = error

    def load_checkpoint(self, path: Any, *_: Any, **__: Any) -> dict[str, Any]:
        """Read the checkpoint at ``path``, onto the CPU."""
        return read_checkpoint(Path(path))

    def remove_checkpoint(self, path: Any) -> None:
        """Delete the checkpoint at ``path``."""
        Path(path).unlink(missing_ok=True)


def read_checkpoint(path: Path) -> dict[str, Any]:
    """What a checkpoint holds.

    Raises
    ------
    TrainingError
        If there is none, or it is damaged, or would run code when read.
    """
    try:
        checkpoint = torch.load(path, map_location="cpu", weights_only=True)
        if not isinstance(checkpoint, dict) or not {"state_dict", "global_step", "loops"} <= checkpoint.keys():
            raise ValueError("no checkpoint of ours")
    except FileNotFoundError as error:
        raise TrainingError(
            f"“{path.parent.parent}” has no checkpoint to resume from.",
            "It was not validated yet: leave out -n best."
            if path.name == BEST
            else "It ended before its first save. Start a new training.",
        ) from error
    except (OSError, RuntimeError, ValueError, EOFError, KeyError, pickle.UnpicklingError) as error:
        raise TrainingError(
            f"The checkpoint “{path}” is damaged.",
            f"If there is a {BEST} beside it, replace it by that one; or start a new training.",
        ) from error
    return checkpoint
