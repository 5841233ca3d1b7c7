"""The store of prepared sounds is a test's own: never the user's cache."""

import pytest

from tests.training.trainings import write_sounds
from vschaos.data.store import CACHE_VARIABLE


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def tones(tmp_path_factory, own_cache):
    return write_sounds(tmp_path_factory.mktemp("tones"))
