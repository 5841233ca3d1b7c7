"""Which kind of training is advised for folders of sounds, and why: ``python benchmarks/advice.py FOLDER…``."""

from __future__ import annotations

import sys
from pathlib import Path

from vschaos.data.fingerprint import read_fingerprint
from vschaos.data.scan import scan_folder
from vschaos_studio.state.training_advice import advise, is_low_and_sustained, is_stroke


def main() -> None:
    """Print a line a folder: sounds, share of strokes, share of low and sustained time, advice."""
    for folder in sys.argv[1:]:
        report = scan_folder(Path(folder))
        known = [(one, read_fingerprint(one.facts.fingerprint)) for one in report.files if one.facts is not None]
        looked = [(one, known_print) for one, known_print in known if known_print is not None]
        strokes = sum(is_stroke(one) for _sound, one in looked) / max(1, len(looked))
        low_s = sum(sound.duration_s for sound, one in looked if is_low_and_sustained(one))
        low = low_s / max(1e-9, sum(sound.duration_s for sound, _one in looked))
        advice = advise(report)
        said = "silent" if advice is None else advice.sentence
        print(f"{folder}: {len(looked)} sounds, strokes {strokes:.2f}, low {low:.2f}. {said}")


if __name__ == "__main__":
    main()
