"""The menu of channels: what is chosen is scanned, shown and handed on to the training."""

from pathlib import Path

import numpy as np
import pytest

from tests import sounds
from tests.studio.immediate_tasks import ImmediateTasks
from vschaos.configs.schema import Mix
from vschaos_studio.ui.sounds.sounds_page import SoundsPage
from vschaos_studio.ui.train.training_form import TrainingForm


@pytest.fixture
def page(qtbot, notices, theme):
    made = SoundsPage(notices=notices, tasks=ImmediateTasks(), theme=theme)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(page: SoundsPage, mix: Mix) -> None:
    place = page.channels.findData(mix)
    page.channels.setCurrentIndex(place)
    page.channels.activated.emit(place)  # as a hand's choice


def test_another_choice_scans_again_and_reaches_the_training(page, tmp_path, qtbot, theme):
    wave = sounds.noise(1.0)[0]
    sounds.write(tmp_path / "in" / "x.wav", np.stack([wave, -wave]))
    page.open_folder(tmp_path / "in")
    assert page.channels.isVisible()
    assert page.report.files[0].signals == (0,)
    form = TrainingForm(Path("/runs"))
    qtbot.addWidget(form)
    page.dataset_ready.connect(form.set_dataset)
    choose(page, Mix.EACH)
    assert page.report.mix is Mix.EACH
    assert page.report.files[0].signals == (0, 1)
    assert "data.dataset.mix=each" in form.request().arguments()
    choose(page, Mix.AUTO)
    assert not any("mix" in argument for argument in form.request().arguments())


def test_it_is_not_shown_for_mono_sounds(page, tmp_path):
    sounds.write_tone(tmp_path / "in" / "x.wav")
    page.open_folder(tmp_path / "in")
    assert not page.channels.isVisible()
