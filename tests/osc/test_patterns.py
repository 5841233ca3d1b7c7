import random
import re
import time

import pytest

from vschaos.osc.namespace import Namespace
from vschaos.osc.patterns import LONGEST, _fits, _steps, is_pattern, matching, tree_of
from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table

CONTROLS = {control.id: control for control in control_table(Playable(16))}
ADDRESSES = ["/vs" + control.address for control in CONTROLS.values()]
TREE = tree_of(ADDRESSES)


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("/vs/latent/z?", [f"/vs/latent/z{k}" for k in range(1, 10)]),
        ("/vs/latent/z1*", ["/vs/latent/z1", *(f"/vs/latent/z{k}" for k in range(10, 17))]),
        ("/vs/latent/z[2-4]", ["/vs/latent/z2", "/vs/latent/z3", "/vs/latent/z4"]),
        ("/vs/latent/z[!2-9]", ["/vs/latent/z1"]),
        ("/vs/latent/z[13]", ["/vs/latent/z1", "/vs/latent/z3"]),
        ("/vs/{gain,noise,nothing}", ["/vs/noise", "/vs/gain"]),
        ("/*/gain", ["/vs/gain"]),
        ("/vs/pad/*", ["/vs/pad/x", "/vs/pad/y"]),
        ("/vs/pad*", ["/vs/pad"]),
        ("/vs/l*s", ["/vs/latents"]),
        ("/vs/*/z{1,2}", ["/vs/latent/z1", "/vs/latent/z2"]),
        ("/vs/gain*", ["/vs/gain"]),
        ("/vs/*nothing*", []),
        ("/vs/gain", ["/vs/gain"]),
    ],
)
def test_patterns_mean_what_osc_says(pattern, meant):
    assert list(matching(pattern, TREE)) == meant


@pytest.mark.parametrize(
    "pattern",
    ["", "vs/gain*", "/vs/gai[n", "/vs/gai{n", "/vs/gai]n", "/vs/gain}", "/vs/{gain,}", "/vs/{}", "/vs/[]",
     "/vs/{a{b}c}",
     "/vs/" + "*" * LONGEST, "/", "//", "/vs//gain*", "/vs/*/"],
)  # fmt: skip
def test_what_is_malformed_means_nothing(pattern):
    assert matching(pattern, TREE) == ()


def test_patterns_agree_with_regular_expressions():
    chance = random.Random(0)
    names = ["a", "ab", "abc", "aab", "b", "ba", "cab", "abcabc"]
    tree = tree_of(f"/{name}" for name in names)
    met = 0
    for _ in range(3000):
        pattern = expression = ""
        for _ in range(chance.randrange(1, 5)):
            step, meaning = chance.choice(
                [("*", ".*"), ("?", "."), ("a", "a"), ("b", "b"), ("[ab]", "[ab]"), ("[!b]", "[^b]"),
                 ("[a-c]", "[a-c]"),
                 ("{ab,c}", "(?:ab|c)"), ("{a,abc}", "(?:a|abc)")]
            )  # fmt: skip
            pattern, expression = pattern + step, expression + meaning
        wanted = [f"/{name}" for name in names if re.fullmatch(expression, name)]
        assert list(matching(f"/{pattern}", tree)) == wanted, pattern
        met += bool(wanted)
    assert met > 500


@pytest.mark.parametrize(
    "pattern",
    [
        "/vs/" + "*a" * 60,
        "/vs/" + "*?" * 60,
        "/vs/" + "*[!~]" * 20,
        "/vs/" + "*{a,e,l,la,lat,n,s,t,te}" * 5,
        "/*" * 60,
        "/vs/*" + "{l,a,t,e,n,t}" * 9,
        "/" + "[!~]*" * 20 + "/" + "*",
        "/vs/[\x00-\U0010ffff]*",
    ],
)
def test_hostile_patterns_are_followed_quickly(pattern):
    # Thousandths of a second of this thread's own; what explodes needs years.
    took = []
    for _ in range(3):
        _fits.cache_clear()
        _steps.cache_clear()
        began = time.thread_time()
        matching(pattern, TREE)
        took.append(time.thread_time() - began)
    assert min(took) < 0.05


def test_a_namespace_finds_the_controls_of_a_pattern():
    namespace = Namespace(CONTROLS)
    assert [control.id for control in namespace.controls_at("/vs/gain")] == ["gain"]
    assert [control.id for control in namespace.controls_at("/vs/envelope/*")] == [
        f"envelope.{name}" for name in ("attack", "decay", "sustain", "release")
    ]
    assert namespace.controls_at("/vs/nothing") == ()
    assert not is_pattern("/vs/gain")
