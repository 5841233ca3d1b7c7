"""A host like nn~, block by block: what the object of Max and Pd does around a module, without an audio system.

From what nn~ 1.6 does: input to a slow method is the last sample of each group; slow output is held; a buffer is N
samples, a power of two, at least the largest ratio of all methods; in a thread a buffer is heard one buffer later; a
call that fails leaves the previous buffer sounding for ever; messages arrive as text, numbers of 32 bits with
six decimals.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from vschaos.export.comparison import compare

BLOCK = 64
MOST_BUFFERED = 4096


class Host:
    """An object ``nn~ FILE METHOD BUFFER`` in a patch.

    Parameters
    ----------
    path, method
        The file, and which of its methods.
    buffer
        Samples, or 0 for the least that is possible.
    threaded
        Whether a buffer is computed beside the sound.
    voices
        Of a multichannel object, mc.nn~.
    """

    def __init__(self, path: Path, method: str, buffer: int = 0, *, threaded: bool = True, voices: int = 1) -> None:
        self._path, self.method, self.threaded, self.voices = path, method, threaded, voices
        self._asked = buffer
        self.errors: list[str] = []
        self.reload()

    def reload(self) -> None:
        """Load the file anew, as when it was written again while the patch was open."""
        self.module: Any = loaded(self._path)
        names = self.module.get_methods()
        assert self.method in names
        params = {name: getattr(self.module, f"{name}_params").tolist() for name in names}
        self.inlets, self.in_ratio, self.outlets, self.out_ratio = params[self.method]
        ratio = max(max(values[1], values[3]) for values in params.values())
        self.buffer = _power_of_two(max(self._asked, ratio))
        assert self.buffer <= MOST_BUFFERED, "nn~ writes beyond its memory"
        for end, count in (("input", self.inlets), ("output", self.outlets)):
            assert len(getattr(self.module, f"{self.method}_{end}_labels")) == count
        self.incoming = np.zeros((self.voices, self.inlets, self.buffer), np.float32)
        self._outgoing = np.zeros((self.voices, self.outlets, self.buffer), np.float32)
        self._computed = self._outgoing.copy()
        self._place = 0

    @property
    def latency(self) -> int:
        """Samples that the host itself is late."""
        return (2 if self.threaded else 1) * self.buffer - BLOCK

    def perform(self, block: np.ndarray) -> np.ndarray:
        """One block (B, inlets, 64) in, one out, (B, outlets, 64)."""
        self.incoming[:, :, self._place : self._place + BLOCK] = block
        self._place += BLOCK
        if self._place == self.buffer:
            if self.threaded:
                self._outgoing = self._computed
            self._computed = self._called(self._computed)
            if not self.threaded:
                self._outgoing = self._computed
            self._place = 0
        return self._outgoing[:, :, self._place : self._place + BLOCK]

    def play(self, signal: np.ndarray) -> np.ndarray:
        """A signal (B, inlets, n), and the silence until its end is heard, without the host's latency."""
        length = signal.shape[2]
        total = -(-(length + self.latency) // self.buffer) * self.buffer
        padded = np.zeros((self.voices, self.inlets, total), np.float32)
        padded[:, :, :length] = signal
        blocks = [self.perform(padded[:, :, start : start + BLOCK]) for start in range(0, total, BLOCK)]
        return np.concatenate(blocks, axis=2)[:, :, self.latency : self.latency + length]

    def set(self, name: str, *values: float | str) -> bool:
        """The message ``set NAME VALUE …``; False where it was refused."""
        texts = [value if isinstance(value, str) else f"{np.float32(value):.6f}" for value in values]
        return self.send(name, texts)

    def send(self, name: str, texts: Sequence[str]) -> bool:
        """A message as text, which is how it reaches the module's host."""
        if name not in self.module.get_attributes():
            return False
        kinds = getattr(self.module, f"{name}_params").tolist()
        if len(texts) != len(kinds):
            return False
        try:
            parsed = [_parsed(kind, text) for kind, text in zip(kinds, texts, strict=True)]
        except ValueError:
            return False
        answer = getattr(self.module, f"set_{name}")(*parsed)
        assert type(answer) is int, "returning nothing is an error"
        return answer == 0

    def get(self, name: str) -> list[Any]:
        """What the message ``get NAME`` prints."""
        values = getattr(self.module, f"get_{name}")()
        assert isinstance(values, (list, tuple))
        return list(values)

    def _called(self, previous: np.ndarray) -> np.ndarray:
        slow = np.ascontiguousarray(self.incoming[:, :, self.in_ratio - 1 :: self.in_ratio])
        try:
            with torch.inference_mode():
                output = getattr(self.module, self.method)(torch.from_numpy(slow))
            expected = (self.voices, self.outlets, self.buffer // self.out_ratio)
            if tuple(output.shape) != expected:
                raise RuntimeError(f"{tuple(output.shape)} is not {expected}")
        except RuntimeError as error:
            self.errors.append(str(error))
            return previous
        # The next call may write where the last one's result lies.
        return np.repeat(output.numpy(), self.out_ratio, axis=2)


def loaded(path: Path) -> Any:
    """The module of a file as it is when it was just loaded and asked for its methods."""
    state = path.stat()
    return copy.deepcopy(_compiled(path, state.st_mtime_ns, state.st_size))


@lru_cache
def _compiled(path: Path, _changed_ns: int, _size: int) -> Any:
    """Loaded once: copies share what TorchScript compiled, and nothing else."""
    module: Any = torch.jit.load(str(path), map_location="cpu").eval()
    module.get_methods()
    return module


def same(output: np.ndarray, expected: np.ndarray) -> bool:
    """Whether coordinates or places are the same to 1e-5."""
    return bool(np.abs(output - expected).max() <= 1e-5)


def same_sound(output: np.ndarray, expected: np.ndarray) -> bool:
    """Whether two sounds (B, 1, N), or (1, N), are the same on any processor."""
    found, right = (torch.from_numpy(np.asarray(sound).reshape(-1, 1, sound.shape[-1])) for sound in (output, expected))
    return compare(found, right).holds


def _parsed(kind: int, text: str) -> bool | int | float | str:
    """As nn~ reads text: an int up to its point, any text but an empty one as a true bool."""
    if kind == 0:
        return bool(text)
    if kind == 1:
        return int(text.split(".")[0])
    if kind == 2:
        return float(text)
    assert kind == 3, "tensors and buffers do not survive a message"
    return text


def _power_of_two(samples: int) -> int:
    return 1 << max(0, samples - 1).bit_length()
