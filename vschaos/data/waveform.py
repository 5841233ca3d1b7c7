"""A file's waveform as peaks for drawing, at any length in constant memory. Torch-free; runs in a worker thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import blocks, probe, read


def overview(path: Path, columns: int) -> NDArray[np.float32]:
    """Lowest and highest sample, over all channels, of each of equally long stretches of a file.

    Parameters
    ----------
    path
        Any file that `vschaos.audio` reads.
    columns
        How many stretches: the pixels of the drawing.

    Returns
    -------
    NDArray
        float32, shape (2, columns): row 0 the minima, row 1 the maxima. A file with fewer samples than columns
        repeats its samples.

    Raises
    ------
    AudioFileError
        If the file cannot be read to its end.
    """
    frames = probe(path).frames
    if frames < columns:
        audio, _ = read(path)
        return _of_array(audio, columns)
    peaks = np.zeros((2, columns), np.float32)
    seen = -1  # the last column that has a value
    start = 0
    for block in blocks(path):
        low, high = block.min(axis=0), block.max(axis=0)
        # Column c holds the samples i with i * columns // frames == c, so it starts at ceil(c * frames / columns).
        first = start * columns // frames
        last = min(columns - 1, (start + len(low) - 1) * columns // frames)
        if first > last:  # an mp3 may have a few more samples than its header says
            break
        edges = np.maximum(-(-np.arange(first, last + 1) * frames // columns) - start, 0)
        lows, highs = np.minimum.reduceat(low, edges), np.maximum.reduceat(high, edges)
        if first == seen:
            lows[0], highs[0] = min(lows[0], peaks[0, first]), max(highs[0], peaks[1, first])
        peaks[0, first : last + 1], peaks[1, first : last + 1] = lows, highs
        seen = last
        start += len(low)
    return peaks


def _of_array(audio: NDArray[np.float32], columns: int) -> NDArray[np.float32]:
    frames = audio.shape[1]
    if not frames:
        return np.zeros((2, columns), np.float32)
    low, high = audio.min(axis=0), audio.max(axis=0)
    starts = np.arange(columns) * frames // columns
    if frames < columns:
        return np.stack([low[starts], high[starts]])
    return np.stack([np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)])
