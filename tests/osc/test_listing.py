from pathlib import Path

import pytest

from vschaos.osc.listing import listed, markdown
from vschaos.osc.namespace import Namespace
from vschaos.osc.requests import ADDRESSES
from vschaos.performance.controls import Label, Playable
from vschaos.performance.performance import Performance

DOCS = Path(__file__).parents[2] / "docs" / "osc.md"


@pytest.mark.parametrize("prefix", ["/vs", "/my/synth"])
def test_every_address_is_listed_once_with_its_prefix(prefix):
    playable = Playable(3, (Label("pitch", 0, 11, 9),))
    namespace = Namespace(Performance(playable).controls, prefix)
    addresses = [one.address for one in listed(playable, prefix)]
    assert addresses == [
        *(namespace.address(control) for control in namespace.controls.values()),
        *(prefix + fixed.address for fixed in ADDRESSES),
    ]
    assert len(set(addresses)) == len(addresses)


def test_arguments_and_ranges_are_readable():
    rows = {one.address: one.row for one in listed(Playable(3))}
    assert rows["/vs/gain"][1:3] == ("float", "−60 … 12 dB")
    assert rows["/vs/pad"][1:3] == ("2 floats", "−1 … 1")
    assert rows["/vs/play"][1:3] == ("int", "0 or 1")
    assert rows["/vs/panic"][1:3] == ("nothing", "")
    assert rows["/vs/snapshot/morph"][1:3] == ("2 ints, float", "1 … 32, 0 … 1")
    assert rows["/vs/query"][1] == "text, (int)"
    assert rows["/vs/error"][1] == "sent: text, text"


def test_the_docs_have_the_table():
    assert markdown() in DOCS.read_text(encoding="utf-8"), "print it: python -m vschaos.osc.listing"
