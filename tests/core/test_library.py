"""The compiled libraries: both are there, agree with the headers, and make the same samples."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import numpy as np
import pytest

from scripts.compile_core import builds, declarations
from tests.core.decoding import SETTINGS, decoded
from vschaos.core import library
from vschaos.errors import VschaosError

NAMES = [build.name for build in builds()]


def functions():
    return re.findall(r"\b(vs_\w+)\(", re.sub(r"/\*.*?\*/", "", declarations(), flags=re.DOTALL))


@pytest.mark.parametrize("name", NAMES)
def test_every_function_of_the_headers_is_in_the_library(name):
    opened = library.open_library(name)
    assert len(functions()) > 50
    for function in functions():
        assert callable(getattr(opened, function))


@pytest.mark.parametrize("build", builds()[1:], ids=lambda build: build.name)
def test_all_builds_make_the_same_samples(build, factory_member):
    baseline = library.open_library(library.BASELINE)
    if baseline.vs_processor_level() < build.level:
        pytest.skip("this processor does not run it")
    for settings in SETTINGS:
        both = (baseline, library.open_library(build.name))
        sounds = [decoded(one, factory_member, 200, **settings) for one in both]
        assert np.abs(sounds[0]).max() > 1e-3
        np.testing.assert_array_equal(*sounds)


def chosen(environment):
    code = "from vschaos.core import library; print(library.core, library.core.vs_processor_level())"
    result = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    name, level = result.stdout.rsplit(None, 1)
    return name, int(level)


def test_the_fastest_library_is_chosen_unless_the_environment_says_otherwise():
    name, level = chosen({library.CHOICE: ""})
    assert library.LEVELS.get(level, "libvschaos_core.") in name
    name, _ = chosen({library.CHOICE: "baseline"})
    assert "libvschaos_core." in name
    name, level = chosen({library.CHOICE: "v3"})
    assert ("libvschaos_core_v3" in name) == (level >= 3)


def test_the_processor_is_recognized_as_the_system_does():
    """Linux lists what a processor has; a level of 1 where it lists AVX2 would mean slow sound that nobody notices."""
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as file:  # noqa: PTH123 (a device, not a file)
            flags = next(set(line.split()) for line in file if line.startswith("flags"))
    except (OSError, StopIteration):
        pytest.skip("this system does not list what its processor has")
    needed = {"avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "popcnt", "sse4_2", "lahf_lm"}
    wide = {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}
    expected = 1 if not needed <= flags else 4 if wide <= flags else 3
    assert library.core.vs_processor_level() == expected


@pytest.mark.parametrize(("content", "expected"), [(None, "is missing"), (b"no library", "cannot be loaded")])
def test_a_library_that_cannot_be_used_is_reported_with_a_remedy(monkeypatch, tmp_path, content, expected):
    monkeypatch.setattr(library, "_FOLDER", tmp_path)
    if content is not None:
        (tmp_path / f"{library.BASELINE}{library._SUFFIX}").write_bytes(content)
    with pytest.raises(VschaosError, match=expected) as caught:
        library.open_library(library.BASELINE)
    assert "make run" in caught.value.remedy
