"""The computing device: cpu, cuda or mps; and how many threads of it torch uses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from vschaos.errors import DeviceError


def choose_device(wanted: str) -> torch.device:
    """The device for ``auto``, ``cpu``, ``cuda`` or ``mps``; ``auto`` is the fastest one available.

    Raises
    ------
    DeviceError
        If this computer does not have the device.
    """
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wanted == "auto":
        wanted = next(name for name in ("cuda", "mps", "cpu") if available[name])
    if not available.get(wanted, False):
        raise DeviceError(f"This computer has no “{wanted}” device.", "Use device auto or cpu.")
    return torch.device(wanted)


def device_count(device: torch.device) -> int:
    """Number of devices of this kind; 1 for the CPU."""
    return torch.cuda.device_count() if device.type == "cuda" else 1


def device_text(device: torch.device) -> str:
    """Name of a device for the user, such as “NVIDIA H200 (cuda)”."""
    if device.type == "cuda":
        return f"{torch.cuda.get_device_name(device)} (cuda)"
    return {"cpu": "the CPU", "mps": "Apple GPU (mps)"}[device.type]


@contextmanager
def one_thread() -> Iterator[None]:
    """Let torch use one thread, as it is quickest and rounds in one way: several wait for each other at every step."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)
