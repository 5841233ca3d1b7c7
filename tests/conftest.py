"""What holds for every test: nothing is remembered in the user's own folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

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


@pytest.fixture(scope="session")
def _folders_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Numbered here: for a number, `mktemp` reads the names of all folders that other tests have made."""
    folder = tmp_path_factory.mktemp("folders")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_folders(_folders_of_tests: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = next(_folders_of_tests)
    for variable in (CACHE_VARIABLE, CONFIG_VARIABLE, "XDG_DOCUMENTS_DIR", "XDG_MUSIC_DIR"):
        (folder / variable).mkdir(parents=True)
        monkeypatch.setenv(variable, str(folder / variable))


@pytest.fixture(autouse=True, scope="session")
def _rounding(request: pytest.FixtureRequest) -> Iterator[None]:
    seed = request.config.getoption("--rounding")
    if seed is None:
        yield
        return
    from tests.rounding import everything_on_another_processor

    with everything_on_another_processor(seed):
        yield
