"""The card beside an export says what a musician has to know."""

from __future__ import annotations

import pytest

from tests.export.host import BLOCK, Host
from vschaos.export.card_text import card_text
from vschaos.export.describe import describe
from vschaos.export.description import HostLatency
from vschaos.instrument.card import Card, LabelCard

NAMES = ("do", "re", "mi")
SOLFEGE = LabelCard("pitch|name", "int", 3, NAMES, 0.0, 2.0, 1.0, False, ("decoder",))
CARD = Card("Bells | and\nwhistles", 48000, 2048, 512, 3, licence="CC0-1.0", labels=(SOLFEGE,))


def test_it_names_rate_licence_files_methods_attributes_and_classes():
    card = card_text(describe(CARD, name="bells", has_terrain=True), ["bells.ts", "bells.pd", "bells-help.pd"])
    assert card.startswith("# Bells | and")
    for text in (
        "48000 Hz",
        "CC0-1.0",
        "`bells.ts`: the instrument",
        "`nn~ bells.ts decode 2048`",
        "### map2latent",
        "| `temperature` | 0 … 4 | 0 |",
        "| `seed` | 0 … 999999 | 0 |",
        "0 gradient, 1 random, 2 input",
        "| `axes` | 0 principal, 1 raw | 0 |",
        "Send it `bufsize 2048`",
        "0 do, 1 re, 2 mi",
    ):
        assert text in card


def test_a_name_cannot_break_a_table():
    rows = [line for line in card_text(describe(CARD, name="bells")).splitlines() if line.startswith("|")]
    assert any("pitch_name" in row for row in rows)
    assert all(row.endswith(" |") for row in rows)


@pytest.mark.parametrize("threaded", [True, False])
@pytest.mark.parametrize("buffer", [512, 2048])
def test_the_latency_is_what_a_host_has(export, threaded, buffer):
    host, latency = Host(export.path, "forward", buffer, threaded=threaded), HostLatency.of(buffer)
    assert host.latency == (latency.threaded_samples if threaded else latency.unthreaded_samples)
    assert HostLatency.of(2048) == HostLatency(2048, 2 * 2048 - BLOCK, 2048 - BLOCK)
    assert latency in export.description.host_latencies
    text = card_text(export.description)
    for methods, own in (("`forward`, `encode`", 1536), ("`decode`, `pad`, `map`, `map2latent`, `latent2map`", 0)):
        row = next(line for line in text.splitlines() if line.startswith(f"| {methods} | {buffer} |"))
        late = host.latency + own
        assert f"{late} ({1000 * late / 44100:.0f} ms)" in row


def test_a_long_hop_has_no_buffers_that_are_too_short():
    text = card_text(describe(Card("Slow", 44100, 8192, 2048, 2), name="slow"))
    assert "| 1024 |" not in text
    assert "| 2048 |" in text
    assert "| 4096 |" in text
    assert "| 8192 |" not in text, "nn~ 1.6 writes beyond its memory"
