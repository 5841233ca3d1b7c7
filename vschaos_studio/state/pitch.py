"""What the Sounds page says of an extraction of pitch: before it, under way, and when it has ended. Qt-free."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from vschaos.data.pitch.events import PitchFinished, PitchProgress, PitchStarted
from vschaos.data.pitch.notes import OCTAVE, PITCH
from vschaos_studio.language import number, tr
from vschaos_studio.state.dataset import duration_text

PITCH_TASKS = (PITCH.name, OCTAVE.name)
"""The labels that an extraction fills."""

REAL_TIME = 6.0
"""Seconds of sound that CREPE's tiny network analyses in a second, on two otherwise idle cores."""

ABOUT = (
    tr(
        "A neural network analyses every sound and writes down which note it plays, and when: the label pitch is the "
        "note’s name, C to B, and octave is its octave. An instrument trained with them can be played from a keyboard."
    ),
    tr(
        "It works for sounds of one note at a time. Noise, drums and silence stay unlabelled. "
        "Labels that you have set yourself stay as they are."
    ),
)


def duration_estimate(audio_s: float) -> str:
    """Roughly how long an extraction takes, for a folder with ``audio_s`` seconds of sound."""
    return tr(
        "These sounds last {sound}; an idle small computer takes about {time}, a busy one several times that. "
        "You can go on working meanwhile, and cancel: finished sounds are not analysed again.",
        sound=duration_text(audio_s),
        time=duration_text(audio_s / REAL_TIME),
    )


@dataclass(frozen=True)
class PitchView:
    """What is shown of a running extraction."""

    sentence: str = tr("Starting…")
    file: str = ""
    resumed: str = ""
    share: float | None = None
    """How much of the sound is done, 0 to 1; None while that is not known."""

    @property
    def detail(self) -> str:
        """The present sound, and what an earlier extraction had finished."""
        return "\n".join(filter(None, (self.file, self.resumed)))

    def after(self, event: object) -> PitchView:
        """What is shown after an event."""
        match event:
            case PitchStarted(files=files, audio_s=audio_s, done_before=before):
                resumed = tr("{done} of {total} were done before", done=number(before), total=number(files))
                text = tr(
                    "Analysing %n\u00a0sounds, {time}",
                    "Analysing %n\u00a0sound, {time}",
                    files,
                    time=duration_text(audio_s),
                )
                return PitchView(text, resumed=resumed if before else "", share=0.0)
            case PitchProgress() as progress:
                share = progress.audio_s / progress.total_audio_s if progress.total_audio_s > 0 else 1.0
                text = tr("{done} of {total}", done=number(progress.done), total=number(progress.total))
                if not math.isnan(progress.eta_s):
                    text += " · " + tr("{time} left", time=duration_text(progress.eta_s))
                return replace(self, sentence=text, file=progress.file, share=min(max(share, 0.0), 1.0))
        return self


def ended(event: PitchFinished) -> str:
    """The message when an extraction has ended."""
    if event.cancelled:
        return tr("The extraction of pitch was cancelled; finished sounds are not analysed again next time.")
    if not event.labelled:
        return tr("No pitch was found in %n\u00a0sounds.", "No pitch was found in %n\u00a0sound.", event.files)
    if math.isnan(event.voiced_share):
        return tr(
            "Pitch and octave of %n\u00a0sounds were extracted.",
            "Pitch and octave of %n\u00a0sound were extracted.",
            event.labelled,
        )
    return tr(
        "Pitch and octave of %n\u00a0sounds were extracted; {percent}% of the time has a pitch.",
        "Pitch and octave of %n\u00a0sound were extracted; {percent}% of the time has a pitch.",
        event.labelled,
        percent=number(100 * event.voiced_share),
    )
