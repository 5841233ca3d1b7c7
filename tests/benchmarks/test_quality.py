"""The benchmark of quality: what it trains, and its measures of level."""

import numpy as np
import pytest

from benchmarks import _corpus
from benchmarks._metrics import low_end_db, third_octaves_db
from benchmarks.quality import parse_courses
from tests.sounds import tone, write
from vschaos.errors import ConfigError, DatasetError


def test_trainings_are_named_by_corpus_configuration_and_budget():
    assert parse_courses("percussion:dgt_small=60") == [("percussion", "dgt_small", 60.0)]
    assert [name for name, _, _ in parse_courses("dgt_mid=1.5")] == list(_corpus.CORPORA)
    for wrong in ("drums:dgt_small=60", "dgt_small", "dgt_small=soon"):
        with pytest.raises(ConfigError):
            parse_courses(wrong)


def test_recordings_are_held_out_by_family(tmp_path, monkeypatch):
    monkeypatch.setattr(_corpus, "RECORDINGS", tmp_path / "installed")
    monkeypatch.setattr(_corpus.tempfile, "gettempdir", lambda: str(tmp_path))
    with pytest.raises(DatasetError, match="no recordings"):
        _corpus.recordings(("bd",))
    for family in range(10):
        for version in ("hard", "soft"):
            write(tmp_path / "installed" / f"bd_{chr(97 + family)}1_{version}.flac", tone(0.01, 100.0))
    folder = _corpus.recordings(("bd",))
    held_out, learned = ({path.stem[:4] for path in (folder / part).iterdir()} for part in ("held_out", "train"))
    assert (len(held_out), len(learned), held_out & learned) == (2, 8, set())


def test_levels_by_band():
    low, high = tone(0.5, 60.0).ravel(), tone(0.5, 3000.0).ravel()
    bands = third_octaves_db(low + high, 0.5 * low + high, 44100)
    assert np.nanmin(bands) == pytest.approx(-6.02, abs=0.1)
    assert np.nanmax(bands) == pytest.approx(0.0, abs=0.1)
    assert np.isnan(bands).sum() > 20
    assert low_end_db(low + high, 0.5 * low + high, 44100) == pytest.approx(-6.02, abs=0.1)
    assert np.isnan(low_end_db(high, high, 44100))
