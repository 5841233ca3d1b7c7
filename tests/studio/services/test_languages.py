"""Which language the window speaks."""

import pytest
from PySide6.QtCore import QLocale, QTranslator

from vschaos_studio import language
from vschaos_studio.services.languages import VARIABLE, choose_language, first_known, open_language, translate_qt
from vschaos_studio.settings.folders import FILE_NAME
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import LANGUAGE


@pytest.fixture(autouse=True)
def _english_again():
    before = language._language
    yield
    language.choose(before)


@pytest.mark.parametrize(
    ("tags", "code"),
    [(["", "de"], "de"), (["fr-CA", "en"], "fr"), (["pt-BR", "de-AT", "en-US"], "de"), (["C"], "en"), ([], "en")],
)
def test_the_first_language_that_is_known_is_chosen(tags, code):
    assert first_known(tags) == code


def test_the_environment_comes_before_the_settings_and_these_before_the_system(tmp_path):
    settings = Settings(tmp_path / FILE_NAME)
    settings.set(LANGUAGE, "fr")
    settings.save()
    choose_language({"VSCHAOS_CONFIG": str(tmp_path)})
    assert language.code() == "fr"
    choose_language({"VSCHAOS_CONFIG": str(tmp_path), VARIABLE: "de"})
    assert language.code() == "de"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"values": 1}', '{"values": {"window.language": ["de"]}}', "\0"])
def test_damaged_settings_do_not_keep_the_window_from_opening(tmp_path, content):
    (tmp_path / FILE_NAME).write_text(content)
    choose_language({"VSCHAOS_CONFIG": str(tmp_path)})
    assert language.code() in ("en", "de", "fr")


def test_numbers_are_written_as_the_language_does():
    language.choose(open_language("de"))
    assert language.number(1234.56, 1) == "1.234,6"
    language.choose(open_language("fr"))
    assert language.number(1234.56, 1) == "1\u202f234,6"


def test_qt_has_dialogs_in_the_same_language(qapp):
    before = QLocale()
    language.choose(open_language("de"))
    translate_qt(qapp)
    try:
        assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert QLocale().decimalPoint() == ","
    finally:
        QLocale.setDefault(before)
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
