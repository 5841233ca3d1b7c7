"""Each test has a cache folder of its own, outside of its folder of sounds."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VSCHAOS_CACHE", str(tmp_path_factory.mktemp("cache")))
