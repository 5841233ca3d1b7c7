"""Scan reports for tests, real and invented."""

from pathlib import Path

import numpy as np
import soundfile

from vschaos.data.scan import Rejection, ScanReport, SoundFile


def invented_report(count: int, rejected: int = 0, root: Path = Path("/sounds/bells")) -> ScanReport:
    """A report of files that are not there; lengths fall while names rise."""
    files = tuple(
        SoundFile(
            root / f"bell {i:04d}.wav", f"bell {i:04d}.wav", 1.0 + (count - i) / 10, (44100, 48000)[i % 2], 1 + i % 3
        )
        for i in range(count)
    )
    left_out = tuple(
        Rejection(root / f"note {i}.txt", f"note {i}.txt", "It is a text file, not a sound.", "Move it away.")
        for i in range(rejected)
    )
    return ScanReport(root, files, left_out)


def real_folder(folder: Path) -> Path:
    """A folder with three sounds, a text file and an empty wav."""
    folder.mkdir(parents=True, exist_ok=True)
    tone = np.sin(np.arange(22050) * 0.05).astype("f4")
    (folder / "Glöckchen 鈴").mkdir(exist_ok=True)
    soundfile.write(folder / "b low.wav", 0.5 * tone, 22050)
    soundfile.write(folder / "a high.flac", np.repeat(tone[:11025, None], 2, 1), 44100)
    soundfile.write(folder / "Glöckchen 鈴" / "c.WAV", tone, 48000, format="WAV")
    (folder / "notes.txt").write_text("not a sound")
    (folder / "empty.wav").write_bytes(b"")
    return folder
