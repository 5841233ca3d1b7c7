"""What the library says in English, in the user's language."""

import json

import numpy as np
import pytest
import soundfile

from vschaos.audio import probe
from vschaos.data.doctor.doctor import diagnose
from vschaos.data.labels.model import Labels
from vschaos.data.scan import scan_folder
from vschaos.errors import VschaosError
from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos_studio import language
from vschaos_studio.services.languages import open_language
from vschaos_studio.services.library_texts import LibraryTexts
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.controls.control_row import control_name

GERMAN = {
    "“{0}” is empty.": "„{0}“ ist leer.",
    "“{0}”": "„{0}“",
    "{0} sounds": "{0} Klänge",
    "1 sound": "1 Klang",
    "{0} of {1} are silent: {2}.": "{0} von {1} sind still: {2}.",
    "{0} and “{1}”": "{0} und „{1}“",
    "Permission denied": "Keine Berechtigung",
    "“{0}” cannot be read: {1}.": "„{0}“ ist nicht lesbar: {1}.",
    "{0} s of “{1}” are missing.": "{0} s von „{1}“ fehlen.",
}


@pytest.fixture
def german():
    before = language._language
    language.choose(open_language("de"))
    yield
    language.choose(before)


@pytest.fixture
def texts(tmp_path):
    file = tmp_path / "library.json"
    file.write_text(json.dumps(list(GERMAN)), encoding="utf-8")
    return LibraryTexts(file, lambda text: GERMAN.get(text, ""), decimal=",", thousands=".")


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("1 sound", "1 Klang"),
        ("“a.wav” is empty.", "„a.wav“ ist leer."),
        ("“{0}” is empty.", "„{0}“ ist leer."),
        ("“1 sound” is empty.", "„1 sound“ ist leer."),
        ("“a.wav” cannot be read: Permission denied.", "„a.wav“ ist nicht lesbar: Keine Berechtigung."),
        ("“a.wav” cannot be read: {it} is odd.", "„a.wav“ ist nicht lesbar: {it} is odd."),
        ("1,234.5 s of “a.wav” are missing.", "1.234,5 s von „a.wav“ fehlen."),
        ("2 sounds of 3 are silent: “a b” and “c”.", "2 Klänge von 3 sind still: „a b“ und „c“."),
        ("3 sounds of 4 are silent: “a”, “b” and “c”.", "3 Klänge von 4 sind still: „a“, „b“ und „c“."),
        ("Nobody has translated this.", ""),
        ("", ""),
    ],
)
def test_a_sentence_is_recognised_by_its_template(texts, english, shown):
    assert texts.translate(english) == shown


def test_a_damaged_file_is_reported_in_german(german, tmp_path):
    path = tmp_path / "bell.wav"
    path.write_bytes(b"RIFF")
    notices, posted = Notices(), []
    notices.listen(posted.append)
    with pytest.raises(VschaosError) as raised:
        probe(path)
    notices.error(raised.value)
    assert posted[0].sentence == "„bell.wav“ ist beschädigt oder endet im Kopf."
    assert posted[0].remedy.startswith("Kopieren Sie sie")


def test_findings_are_german_with_names_and_numbers(german, tmp_path):
    loud = np.sin(np.linspace(0.0, 4000.0, 44_100))
    for name, sound in (("a.wav", np.zeros(44_100)), ("b.wav", np.zeros(44_100)), ("c.wav", 0.5 * loud)):
        soundfile.write(tmp_path / name, sound, 44_100)
    found = {one.kind: one for one in diagnose(scan_folder(tmp_path), Labels(), ()).findings}
    assert language.translated(found["silence"].sentence) == "2 Klänge sind still: „a.wav“ und „b.wav“."
    assert language.translated(found["little_sound"].sentence) == "Insgesamt gibt es nur 1 s Klang."
    for finding in found.values():
        for text in (finding.sentence, finding.explanation, finding.remedy):
            assert language.translated(text) != text


def test_every_control_has_a_name_and_a_help_in_german(german):
    controls = control_table(Playable(3, terrain=True))
    assert not [control.id for control in controls if language.translated(control.help) == control.help]
    names = {control.id: control_name(control) for control in controls}
    assert names["glide"] == "Gleiten"
    assert names["lfo.z2.rate"] == "Bewegung Achse 2: Tempo"


def test_a_text_without_a_template_stays_english(german):
    odd = "Something {odd} that “nobody” wrote: 1,234.5."
    assert language.translated(odd) == odd
