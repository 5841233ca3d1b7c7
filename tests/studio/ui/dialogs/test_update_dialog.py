"""What the dialog of new versions says of each release, and that it asks nothing unasked."""

from datetime import date

import pytest
from PySide6.QtGui import QDesktopServices

from tests.studio.immediate_tasks import ImmediateTasks
from vschaos_studio.services import updates
from vschaos_studio.services.updates import Release, UpdateError
from vschaos_studio.settings.table import UPDATES_ADDRESS, UPDATES_AT_START, UPDATES_KEY
from vschaos_studio.ui.actions.help_actions import announce_update
from vschaos_studio.ui.dialogs import update_dialog
from vschaos_studio.ui.dialogs.update_dialog import UpdateDialog


@pytest.fixture
def announced(monkeypatch):
    """Have a release be announced, or an error; lists who was asked."""
    asked = []

    def announce(version):
        def read(source, *, cancelled):
            asked.append(source)
            if not version:
                raise UpdateError("It cannot be read.", "Try later.")
            return Release(version, date(2027, 1, 2), "https://example.org/vschaos", "Wärmer <b>.")

        for module in (update_dialog, updates):
            monkeypatch.setattr(module, "read_release", read)
        return asked

    return announce


@pytest.fixture
def show(qtbot, settings):
    def make():
        dialog = UpdateDialog(settings, ImmediateTasks(), "0.2.0")
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


@pytest.fixture
def configured(settings):
    settings.set(UPDATES_ADDRESS, "https://example.org/release.json")
    settings.set(UPDATES_KEY, "KEY")


def test_without_an_address_it_says_what_to_do_and_asks_nobody(show, announced, settings):
    asked = announced("0.10.0")
    dialog = show()
    assert "not set up" in dialog.heading.text()
    assert "0.2.0" in dialog.remedy.text()
    assert not asked
    assert not settings.get(UPDATES_AT_START)
    dialog.address.setText(" https://example.org/a ")
    dialog.key.setText("KEY")
    dialog.check.click()
    assert asked[0].address == "https://example.org/a"
    assert dialog.open_page.isVisible()


def test_a_newer_version_is_shown_and_its_page_opened_only_when_clicked(show, announced, configured, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    announced("0.10.0")
    dialog = show()
    assert dialog.heading.text() == "Version 0.10.0 of 2027-01-02 is available."
    assert dialog.notes.toPlainText() == "Wärmer <b>."
    assert not opened
    dialog.open_page.click()
    assert opened == ["https://example.org/vschaos"]


@pytest.mark.parametrize(("version", "said"), [("0.2.0", "newest"), ("0.1.9", "is newer than"), ("", "cannot be read")])
def test_the_same_an_older_one_and_a_failure_offer_no_page(show, announced, configured, version, said):
    announced(version)
    dialog = show()
    assert said in dialog.heading.text()
    assert not dialog.open_page.isVisible()
    assert dialog.check.isEnabled()


def test_at_the_start_only_a_newer_version_is_worth_a_notice(window, announced, configured, settings, monkeypatch):
    monkeypatch.setattr(window, "tasks", ImmediateTasks())
    for version in ("", "1.2.3", "1.2.2"):
        announced(version)
        announce_update(window)
        assert window.notice_bar.shown is None
    announced("1.10")
    announce_update(window)
    assert "1.10" in window.notice_bar.shown.sentence
    window.notice_bar.action.click()
    dialog = window.findChild(UpdateDialog)
    assert "1.10" in dialog.heading.text()
    dialog.at_start.click()
    assert settings.get(UPDATES_AT_START)
    dialog.close()
