"""What holds for every test: nothing is remembered in the user's own folders."""

from __future__ import annotations

import pytest

from vschaos.data.cache import CACHE_VARIABLE


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path_factory.mktemp("cache")))
