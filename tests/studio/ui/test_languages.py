"""Every text of the window is translated; and its language is chosen in a menu."""

import os
import re
import subprocess
import sys

import pytest

from testing.pseudo_language import PSEUDO
from testing.shown_texts import untranslated
from tests.studio.reports import invented_report
from vschaos_studio import language
from vschaos_studio.services.languages import LANGUAGES, VARIABLE
from vschaos_studio.settings.table import LANGUAGE
from vschaos_studio.ui.pages import PAGES

NAMES = re.compile("x")
"""What has no translation."""

if language.code() == PSEUDO:
    # In the process that the test below starts.

    def test_nothing_is_left_in_english(studio, instrument_file, qtbot, qapp):
        window = studio.window
        window.open_instrument(instrument_file)
        window.others.train.set_dataset(invented_report(3))
        for entry in PAGES:
            window.show_page(window.page_of(entry.id))
            qapp.processEvents()
        window.show_browser()
        qtbot.waitUntil(lambda: bool(window.browser.model.cards))
        window.show_tour()
        for id in ("guide", "shortcuts", "osc_addresses", "about"):
            window.actions_by_id[id].trigger()
        found = set()
        for widget in qapp.topLevelWidgets():
            found |= untranslated(widget)
        window.browser.close()
        left = sorted(text for text in found if not NAMES.fullmatch(text))
        assert not left, "\n".join(["not translated:", *left])

else:

    def test_nothing_is_left_in_english():
        """The language is chosen once a process, before the modules of the window are imported."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", __file__]
        ended = subprocess.run(command, env=os.environ | {VARIABLE: PSEUDO}, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout
