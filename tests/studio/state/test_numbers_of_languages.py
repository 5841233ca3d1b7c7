"""Numbers in texts as another language writes them."""

import pytest

from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos_studio import language
from vschaos_studio.language import Language
from vschaos_studio.state.dataset import clock, duration_text, rate_text, sounds_text
from vschaos_studio.state.label_edits import understood
from vschaos_studio.state.label_text import cell_text


@pytest.fixture(autouse=True)
def german():
    before = language._language
    language.choose(Language("de", decimal=",", thousands="."))
    yield
    language.choose(before)


def test_marks_of_the_language():
    texts = duration_text(4.24), clock(65.42), rate_text(44100), sounds_text(5000)
    assert [text.replace("\u00a0", " ") for text in texts] == ["4,2 s", "1:05,42", "44,1 kHz", "5.000 sounds"]


@pytest.mark.parametrize("value", [0.25, -0.001, 12345.5])
def test_a_label_is_understood_as_it_is_shown(value):
    task = Task("brightness", "float")
    labels = Labels((task,), {"brightness": {}})
    assert understood(labels, "brightness", cell_text(task, whole_file(value)))[1] == value
