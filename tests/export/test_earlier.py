"""Another instrument's export is never replaced unasked; an instrument's own is."""

from __future__ import annotations

import dataclasses
import io
import zipfile

import pytest

from vschaos.errors import ExportError
from vschaos.export.describe import describe
from vschaos.export.description import EXTRA_FILE
from vschaos.export.earlier import origin_of, refuse_other
from vschaos.export.exporter import export_nn_tilde
from vschaos.export.report import Verified
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument


def module(text):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(f"cello/extra/{EXTRA_FILE}", text)
    return content.getvalue()


@pytest.fixture
def card():
    return untrained(seed=1, hidden=16).card


def test_the_origin_stays_while_an_instrument_learns_on_and_differs_between_instruments(card):
    later = dataclasses.replace(card, training=dataclasses.replace(card.training, steps=9, error_db=1.0))
    assert origin_of(later) == origin_of(dataclasses.replace(card, author="me")) == origin_of(card)
    for other in ({"name": "x"}, {"sources": ("other.wav",)}, {"latent_dims": 3}, {"n_fft": 4096}):
        assert origin_of(dataclasses.replace(card, **other)) != origin_of(card)


@pytest.mark.parametrize("whose", ["its own", "of before origins were kept", "none"])
def test_what_may_be_replaced(tmp_path, card, whose):
    path = tmp_path / "cello.ts"
    if whose == "its own":
        path.write_bytes(module(describe(card).to_json()))
    elif whose != "none":
        path.write_bytes(module(f'{{"title": "{card.name}"}}'))
    refuse_other(path, card)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (module('{"title": "Oboe", "origin": "abc"}'), "the export of “Oboe”, another instrument"),
        (module('{"title": "Oboe"}'), "the export of “Oboe”, another instrument"),
        (module("[1]"), "not an export of this program"),
        (module("{"), "not an export of this program"),
        (b"someone else's", "not an export of this program"),
        (b"", "not an export of this program"),
    ],
)
def test_what_may_not(tmp_path, card, content, sentence):
    path = tmp_path / "cello.ts"
    path.write_bytes(content)
    with pytest.raises(ExportError, match=sentence) as caught:
        refuse_other(path, card)
    assert "--replace" in caught.value.remedy


def test_an_export_replaces_its_own_and_asks_for_anothers(tmp_path):
    def export(seed, **options):
        path = tmp_path / f"{seed}.vschaos"
        write_instrument(path, untrained(seed=seed, hidden=16))
        return export_nn_tilde(
            path, tmp_path, "cello", progress=lambda *_: None, verify=lambda *_: Verified((), 1.0), **options
        )

    first = export(1).path.read_bytes()
    assert export(1).path.read_bytes() == first
    with pytest.raises(ExportError, match="another instrument"):
        export(2)
    assert (tmp_path / "cello" / "cello.ts").read_bytes() == first
    assert export(2, replace=True).path.read_bytes() != first
