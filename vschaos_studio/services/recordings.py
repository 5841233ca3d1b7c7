"""Where recordings go, what they are called, and what is said of one that was cut off. Qt-free.

They are called by the instrument and the time, never over another file.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import platformdirs

from vschaos.errors import VschaosError
from vschaos.realtime.protocol import Recovered
from vschaos_studio.language import tr, translated
from vschaos_studio.state.notices import Level, Notice

SUFFIX = ".wav"


def recordings_folder(chosen: str) -> Path:
    """The folder that the user chose, else “vschaos studio” in the user's music."""
    return Path(chosen) if chosen else platformdirs.user_music_path() / "vschaos studio"


def new_recording(folder: Path, instrument: str, now: datetime) -> Path:
    """A name that no file has, in a folder that is there.

    Raises
    ------
    VschaosError
        If the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = translated(error.strerror or str(error))
        raise VschaosError(
            tr("The folder of recordings “{folder}” cannot be made: {reason}.", folder=folder, reason=reason),
            tr("Choose another folder: Play, Recordings folder."),
        ) from error
    # No colons: some systems do not have them in names.
    stem = f"{file_words(instrument)} {now:%Y-%m-%d %H.%M.%S}"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path


def recovered_notice(recovered: Recovered) -> Notice:
    """Offer a recording that was cut off; stays until it is dismissed."""
    path = Path(recovered.path)
    minutes, seconds = divmod(round(recovered.seconds), 60)
    return Notice(
        tr(
            "A recording was cut off when the sound engine stopped. It is saved: “{file}”, {time}.",
            file=path.name,
            time=f"{minutes}:{seconds:02d}",
        ),
        tr("It is in “{folder}”.", folder=path.parent),
        Level.WARNING,
    )


def file_words(name: str) -> str:
    """A name as it can be part of a file's on every system."""
    return "".join(c if c.isalnum() or c in " -_" else "_" for c in name).strip()[:60] or "instrument"
