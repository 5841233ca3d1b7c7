"""What holds for every test: nothing is remembered in the user's own folders."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from vschaos.data.cache import CACHE_VARIABLE
from vschaos.realtime.recording.unfinished import CONFIG_VARIABLE

if os.environ.get("VSCHAOS_LANGUAGE"):
    # Now, as other modules translate their texts when they are imported.
    from testing.pseudo_language import choose_language_of_tests

    choose_language_of_tests()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rounding", type=int, metavar="SEED", help="run the tests as on another processor")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors, as some tests wait for programs; of many, four are enough."""
    return min((os.cpu_count() or 1) + 1, 4)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path_factory.mktemp("config")))
    for kind in ("DOCUMENTS", "MUSIC"):
        monkeypatch.setenv(f"XDG_{kind}_DIR", str(tmp_path_factory.mktemp(kind.lower())))


@pytest.fixture(autouse=True, scope="session")
def _rounding(request: pytest.FixtureRequest) -> Iterator[None]:
    seed = request.config.getoption("--rounding")
    if seed is None:
        yield
        return
    from tests.rounding import everything_on_another_processor

    with everything_on_another_processor(seed):
        yield
