"""Where tensors are computed: cpu, cuda or mps."""

from __future__ import annotations

import torch

from vschaos.errors import DeviceError


def choose_device(wish: str) -> torch.device:
    """The computing device for a wish of ``auto``, ``cpu``, ``cuda`` or ``mps``; ``auto`` takes the fastest there is.

    Raises
    ------
    DeviceError
        If the wished device is not in this computer.
    """
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wish == "auto":
        wish = next(name for name in ("cuda", "mps", "cpu") if available[name])
    if not available.get(wish, False):
        raise DeviceError(f"This computer has no “{wish}” device.", "Choose device: auto or cpu.")
    return torch.device(wish)


def device_count(device: torch.device) -> int:
    """How many of a kind there are; of processors one, however many cores it has."""
    return torch.cuda.device_count() if device.type == "cuda" else 1


def device_words(device: torch.device) -> str:
    """A device's name for people, as “NVIDIA H200 (cuda)”."""
    if device.type == "cuda":
        return f"{torch.cuda.get_device_name(device)} (cuda)"
    return {"cpu": "the processor (cpu)", "mps": "Apple's graphics (mps)"}[device.type]
