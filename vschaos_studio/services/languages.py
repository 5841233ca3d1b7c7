"""Chooses the language of the window at the start, and opens its catalogue.

Nothing that shows a text may be imported before: tables are translated as they are made. So this module imports
nothing of the studio that does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import vschaos_resources
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from vschaos.files import read_file
from vschaos.untrusted import parse_json
from vschaos_studio import language
from vschaos_studio.language import Language
from vschaos_studio.services.library_texts import LibraryTexts
from vschaos_studio.settings.folders import FILE_NAME, config_folder

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""By code, each by its own name."""

VARIABLE = "VSCHAOS_LANGUAGE"
"""The environment variable that chooses a language for one start."""

FOLDER = vschaos_resources.ROOT / "languages"
LARGEST_SETTINGS_BYTES = 4 << 20


def choose_language(environment: Mapping[str, str] = os.environ) -> None:
    """Choose the language that the environment, the settings or the system ask for, in this order."""
    wanted = environment.get(VARIABLE, ""), _setting(environment), *QLocale.system().uiLanguages()
    language.choose(open_language(first_known(wanted)))


def first_known(tags: Sequence[str]) -> str:
    """The code of the first language that has a catalogue; tags are as ``de-AT``."""
    return next((code for code in (tag.partition("-")[0] for tag in tags) if code in LANGUAGES), "en")


def open_language(code: str) -> Language:
    """A language with its catalogue and marks; English needs none."""
    if code == "en":
        return language.ENGLISH
    catalogue = QTranslator()
    catalogue.load(str(FOLDER / f"vschaos_{code}.qm"))

    def look_up(text: str, comment: str, n: int | None) -> str:
        return catalogue.translate("", text, comment, -1 if n is None else n) or ""

    decimal, thousands = QLocale(code).decimalPoint(), QLocale(code).groupSeparator()
    library = LibraryTexts(
        FOLDER / "library.json", lambda text: look_up(text, "", None), decimal=decimal, thousands=thousands
    )
    return Language(code, look_up, library.translate, decimal, thousands)


def translate_qt(application: QCoreApplication) -> None:
    """Have Qt's own dialogs and fields use the language that was chosen."""
    QLocale.setDefault(QLocale(language.code()))
    catalogue = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if catalogue.load(f"qtbase_{language.code()}", folder):
        application.installTranslator(catalogue)


def _setting(environment: Mapping[str, str]) -> str:
    """The language of the settings; empty where none is set, or the file is damaged."""
    try:
        content = parse_json(read_file(config_folder(environment) / FILE_NAME, LARGEST_SETTINGS_BYTES))
        return str(content["values"]["window.language"])
    except (OSError, ValueError, TypeError, KeyError):
        return ""
