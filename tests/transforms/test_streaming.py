"""Frames in a stream: nothing depends on how the signal is cut."""

import pytest
import torch

from vschaos.transforms.dgt import overlap_add
from vschaos.transforms.streaming import FrameStream, OverlapAdd

N_FFT, HOP = 64, 16


@pytest.mark.parametrize("hops", [[1] * 20, [3, 17], [8, 1, 11], [20]])
def test_frames_do_not_depend_on_the_calls(hops):
    stream, audio = FrameStream(N_FFT, HOP), torch.randn(2, 20 * HOP)
    whole, _ = stream(audio, stream.initial(2, audio.device))
    past, parts = stream.initial(2, audio.device), []
    for part in audio.split([count * HOP for count in hops], dim=1):
        frames, past = stream(part, past)
        parts.append(frames)
    torch.testing.assert_close(torch.cat(parts, dim=1), whole)


@pytest.mark.parametrize("counts", [[1] * 20, [3, 17], [8, 1, 11], [20]])
def test_overlap_add_does_not_depend_on_the_calls(counts):
    adder, frames = OverlapAdd(N_FFT, HOP), torch.randn(2, 20, N_FFT)
    pending, parts = adder.initial(2, frames.device), []
    for part in frames.clone().split(counts, dim=1):
        audio, pending = adder(part, pending)
        parts.append(audio)
    made = torch.cat([*parts, pending], dim=1)
    torch.testing.assert_close(made, overlap_add(frames, HOP))
