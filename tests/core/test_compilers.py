"""Other compilers than that of the product take the core without a warning and make the same samples of it."""

from __future__ import annotations

import hashlib

import pytest

from scripts.compile_core import builds
from testing.core_programs import compile_library, compilers
from tests.core.decoding import SETTINGS, decoded
from vschaos.core.library import core, ffi

COMPILERS = compilers()
BUILDS = list(dict.fromkeys((builds()[0], builds()[-1])))
"""For the least processor and for the most, whose instructions those between have in part."""
HOPS = 200


def digest(sound):
    return hashlib.sha256(sound.tobytes()).hexdigest()


@pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.processor or "any")
@pytest.mark.parametrize("name", COMPILERS)
def test_a_compiler_makes_the_samples_that_the_others_make(name, build, tmp_path, factory_member):
    if COMPILERS[name] is None:
        pytest.skip(f"{name} is not installed")
    if core.vs_processor_level() < build.level:
        pytest.skip("this processor does not run it")
    library = ffi.dlopen(str(compile_library(COMPILERS[name], build, tmp_path / f"{build.name}.so")))
    for settings in SETTINGS:
        expected = decoded(core, factory_member, HOPS, **settings)
        assert expected.std() > 1e-4
        assert digest(decoded(library, factory_member, HOPS, **settings)) == digest(expected)
