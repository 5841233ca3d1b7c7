"""What the patches make the module play when they are switched on is heard, as loud as in the app."""

import numpy as np
import pytest
import torch

from vschaos.export.describe import describe
from vschaos.export.patch_controls import LEVEL, played
from vschaos.instrument.start import with_start
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import prepare
from vschaos.realtime.offline import render

SECONDS, SETTLED_S = 1.4, 0.3


def level_db(sound, rate):
    return 10 * np.log10(np.mean(np.square(sound[round(SETTLED_S * rate) : -round(SETTLED_S * rate)])))


@pytest.mark.parametrize("which", ["export", "labelled"])
def test_patches_start_where_the_app_does_and_as_loud(which, request):
    export = request.getfixturevalue(which)
    instrument = with_start(export.instrument)
    card = instrument.card
    description = describe(card, has_terrain=True)
    loaded = prepare(instrument)
    performance = Performance(loaded.playable, terrain=loaded.terrain)
    performance.touch([Touch("play", (1.0,))], Origin.CLI)
    in_app_db = level_db(render(loaded, performance, SECONDS)[:, 0], card.sample_rate_hz)
    assert -26.0 < in_app_db < -14.0
    module = torch.jit.load(str(export.path))
    module.set_even(0.0)  # it was exported without the start, at which nothing is evened
    frames = round(SECONDS * card.sample_rate_hz / card.hop_samples)
    for name in ("decode", "pad", "map"):
        starts = [control.default for control in played(description, name).inlets]
        with torch.inference_mode():
            sound = getattr(module, name)(torch.tensor(starts).reshape(1, -1, 1).repeat(1, 1, frames))[0, 0].numpy()
        in_patch_db = level_db(sound, card.sample_rate_hz) + description.make_up_db + LEVEL.default
        assert in_patch_db == pytest.approx(in_app_db, abs=0.5), name
