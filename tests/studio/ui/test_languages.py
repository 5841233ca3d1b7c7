"""Every text of the window is translated; and its language is chosen in a menu."""

import os
import re
import subprocess
import sys

from PySide6.QtWidgets import QDialog

from testing.pseudo_language import PSEUDO
from tests.studio.reports import invented_report, real_folder
from tests.studio.training_states import BEGUN, ENDED, HEARD, READY
from tests.studio.ui.shown_texts import untranslated
from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos.data.pitch import notes
from vschaos_studio import language
from vschaos_studio.services.languages import LANGUAGES, VARIABLE
from vschaos_studio.settings.table import LANGUAGE
from vschaos_studio.state.training_labels import LabelFacts
from vschaos_studio.ui.actions.language_menu import LanguageMenu
from vschaos_studio.ui.dialogs import label_dialogs
from vschaos_studio.ui.dialogs.closing_dialog import ClosingDialog
from vschaos_studio.ui.dialogs.crash_dialog import CrashDialog
from vschaos_studio.ui.dialogs.guide_window import GuideWindow
from vschaos_studio.ui.dialogs.pitch_dialog import PitchDialog
from vschaos_studio.ui.pages import PAGES
from vschaos_studio.ui.play.osc_tables import OscMonitor

LABELS = Labels((notes.PITCH, Task("mood", "float")), {"pitch": {"a": whole_file(1.0)}, "mood": {}})

NAMES = re.compile(
    "|".join(
        (
            r"(?:OSC: )?(?:, )?/vs/[\w/.-]+(?: N)?",  # addresses
            r"(?:/[\w. -]+){2,}",  # files
            r"\b(?:dB|k?Hz|ms|min|cents|BPM|MIDI|OSC(?:Query)?|Max|Pd|Pure Data|nn~|vschaos studio|eth\d)\b",
            r"\b(?:English|Deutsch|Français|CC0-1\.0|pitch|octave|mood)\b",
            r"\b(?:(?:Ctrl|Alt|Shift)\+)+\S+|\b(?:Space|Esc)\b",  # keys, which Qt translates
            # The attributes and methods of an export, as nn~ knows them.
            r"\b(?:0 gradient, 1 random, 2 input|0 principal, 1 raw|axes|decode|encode|even|forward|glide)\b",
            r"\b(?:latent2map|life|map2latent|noise|pad|phase|reset|sample_rate|seed|temperature)\b",
            r"b low\.wav|a high\.flac|Glöckchen 鈴/c\.WAV|Fifths|Objets|Tamburi|Test bells|A tester",
            r"Bells, struck softly\.|Scroll (?:Left|Right)",  # Qt translates the last
        )
    )
)
"""What needs no translation."""


if language.code() == PSEUDO:
    # In the process that the test below starts.

    def test_nothing_is_left_in_english(studio, instrument_file, tmp_path, theme, qtbot, qapp):
        window = studio.window
        train, sounds = window.others.train, window.others.sounds
        found = set()

        def look():
            qapp.processEvents()
            for widget in qapp.topLevelWidgets():
                # Not the menus of the plots, which are switched off, nor the guide, which is in English.
                if widget is window or (isinstance(widget, QDialog) and not isinstance(widget, GuideWindow)):
                    found.update(untranslated(widget, NAMES))

        look()
        window.open_instrument(instrument_file)
        window.open_sounds(real_folder(tmp_path / "sounds"))
        qtbot.waitUntil(lambda: sounds.report is not None)
        train.set_dataset(invented_report(24))
        for entry in PAGES:
            window.show_page(window.page_of(entry.id))
            look()
        train.form.show_labels((LabelFacts("mood", 2, 24, 24),))
        look()
        for state in (BEGUN, HEARD, READY, ENDED):
            train.state = state
            train.show_progress()
            look()
        window.show_browser()
        qtbot.waitUntil(lambda: bool(window.browser.model.cards))
        window.show_tour()
        for id in ("guide", "shortcuts", "osc_addresses", "about"):
            window.actions_by_id[id].trigger()
        dialogs = (
            label_dialogs.SetLabelDialog(LABELS, ["a"], parent=window),
            label_dialogs.AddTaskDialog(LABELS, parent=window),
            label_dialogs.FillDialog(LABELS, LABELS.tasks[0], LABELS.entries["pitch"], 3, parent=window),
            label_dialogs.RenameClassDialog(LABELS, parent=window),
            label_dialogs.RemoveTaskDialog(LABELS, ["a"], parent=window),
            PitchDialog("3 min", labelled=True, problems=2, parent=window),
            ClosingDialog((), window),
            CrashDialog("", window),
            OscMonitor(window),
        )
        look()
        for dialog in dialogs:
            dialog.close()
        window.browser.close()
        assert not found, "\n".join(["not translated:", *sorted(found)])

else:

    def test_nothing_is_left_in_english():
        """The language is chosen once a process, before the modules of the window are imported."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", __file__]
        environment = os.environ | {VARIABLE: PSEUDO}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout

    def test_the_language_is_chosen_in_a_menu(window, studio):
        menu = window.findChild(LanguageMenu)
        german = next(action for action in menu.actions() if action.text() == LANGUAGES["de"])
        assert [action.text() for action in menu.actions() if action.isChecked()] == ["As the system"]
        german.trigger()
        assert studio.settings.get(LANGUAGE) == "de"
        assert "next start" in window.notice_bar.shown.sentence
        assert german.isChecked()
