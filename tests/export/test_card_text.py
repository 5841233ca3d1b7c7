"""The card beside an export says what a musician has to know."""

from __future__ import annotations

import pytest

from tests.export.host import BLOCK, Host
from vschaos.export.card_text import card_text, host_latency
from vschaos.export.describe import describe
from vschaos.instrument.card import Card, LabelCard

NAMES = ("do", "re", "mi")
SOLFEGE = LabelCard("pitch|name", "int", 3, NAMES, 0.0, 2.0, 1.0, False, ("decoder",))
CARD = Card("Bells | and\nwhistles", 48000, 2048, 512, 3, licence="CC0-1.0", labels=(SOLFEGE,))


def test_it_names_rate_licence_files_methods_attributes_and_classes():
    text = card_text(describe(CARD, name="bells", has_terrain=True), ["bells.ts", "bells.pd", "bells-help.pd"])
    assert text.startswith("# Bells | and")
    for words in (
        "48000 Hz",
        "CC0-1.0",
        "`bells.ts`: the instrument",
        "`nn~ bells.ts decode 2048`",
        "### map2latent",
        "| `temperature` | 0 … 4 | 0 |",
        "| `seed` | 0 … 2147483647 | 0 |",
        "0 gradient, 1 random, 2 input",
        "0 do, 1 re, 2 mi",
    ):
        assert words in text


def test_a_name_cannot_break_a_table():
    rows = [line for line in card_text(describe(CARD, name="bells")).splitlines() if line.startswith("|")]
    assert any("pitch_name" in row for row in rows)
    assert all(row.endswith(" |") for row in rows)


@pytest.mark.parametrize("threaded", [True, False])
@pytest.mark.parametrize("buffer", [512, 2048])
def test_the_latency_is_what_a_host_has(export, threaded, buffer):
    host = Host(export.path, "forward", buffer, threaded=threaded)
    assert host.latency == host_latency(buffer, threaded=threaded)
    assert host_latency(2048, threaded=True) == 2 * 2048 - BLOCK
    late = host_latency(buffer, threaded=threaded) + 1536
    assert f"| {buffer} |" in card_text(export.description)
    assert f"{late} ({1000 * late / 44100:.0f} ms)" in card_text(export.description)


def test_a_long_hop_has_no_buffers_that_are_too_short():
    text = card_text(describe(Card("Slow", 44100, 8192, 2048, 2), name="slow"))
    assert "| 1024 |" not in text
    assert "| 2048 |" in text
