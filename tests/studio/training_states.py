"""A training at its four stages: running, heard, ready to play, ended."""

import dataclasses

from vschaos.training.events import Finished, Outcome, Previewed, Progress, Started
from vschaos.training.trend import Trend
from vschaos_studio.state.training import Phase, TrainingState

BEGUN = TrainingState(
    Phase.TRAINING,
    started=Started("/runs/bells/version_0", 4000, parameters=1_000_000, audio_s=4800.0, files=240, device="cpu"),
    progress=Progress(1270, 4000, 1.0, 0.9, 0.1, 12, eta_s=5400.0, audio_s_per_s=180.0),
)
HEARD = dataclasses.replace(
    BEGUN, held_out_db=2.5, trend=Trend.OVERFITTING, previewed=Previewed(1200, "o.flac", "r.flac", "w.flac")
)
READY = dataclasses.replace(HEARD, instrument="i", ready=True)
ENDED = dataclasses.replace(READY, phase=Phase.ENDED, finished=Finished(Outcome.COMPLETE, "/runs", "i", 4000))
