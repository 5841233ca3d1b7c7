"""Objects of Max that the patches use: inlets, outlets, and what may be written of them.

From the reference pages of Cycling '74 (docs.cycling74.com), from patches that Max wrote, and for ``nn~`` from its
sources. Independent of the code that writes the patches: both have to agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SIGNAL, CHANNELS = "signal", "multichannelsignal"
Words = Sequence[str]

COMMON = {
    "id",
    "maxclass",
    "numinlets",
    "numoutlets",
    "outlettype",
    "patching_rect",
    "presentation",
    "presentation_rect",
    "varname",
    "annotation",
    "hint",
    "hidden",
    "background",
    "ignoreclick",
    "fontface",
    "fontname",
    "fontsize",
    "parameter_enable",
    "saved_attribute_attributes",
}
"""Of every box."""

PATCHER = {
    "fileversion",
    "appversion",
    "classnamespace",
    "rect",
    "openrect",
    "openinpresentation",
    "default_fontsize",
    "default_fontname",
    "gridsize",
    "devicewidth",
    "latency",
    "dependency_cache",
    "project",
    "autosave",
    "showontab",
    "showrootpatcherontab",
    "boxes",
    "lines",
}

PARAMETER = {
    "parameter_longname",
    "parameter_shortname",
    "parameter_type",
    "parameter_unitstyle",
    "parameter_mmin",
    "parameter_mmax",
    "parameter_enum",
    "parameter_initial",
    "parameter_initial_enable",
    "parameter_info",
    "parameter_exponent",
    "parameter_invisible",
}
FLOAT, INT, ENUM, BLOB = range(4)
LARGEST_INT = 255
UNIT_STYLES = range(11)


@dataclass(frozen=True)
class Object:
    """What is known of an object.

    Attributes
    ----------
    inlets, outlets
        Their number, and what comes out of each; of some the typed words say it.
    hears
        The inlets that take a signal.
    attributes
        Names that its file, or a typed ``@``, may have beyond those of every box.
    """

    inlets: int | Callable[[Words], int]
    outlets: Words | Callable[[Words], Words]
    hears: Sequence[int] = ()
    attributes: frozenset[str] = frozenset()

    def inlets_of(self, words: Words) -> int:
        return self.inlets if isinstance(self.inlets, int) else self.inlets(words)

    def outlets_of(self, words: Words) -> list[str]:
        return list(self.outlets(words) if callable(self.outlets) else self.outlets)


def _count(words: Words) -> int:
    return len(words)


def _same(kind: str) -> Callable[[Words], Words]:
    return lambda words: [kind] * len(words)


def _trigger(words: Words) -> Words:
    letters = {"b": "bang", "i": "int", "f": "float", "l": "", "s": ""}
    return [letters.get(word, "int") for word in words]


def _select(words: Words) -> Words:
    return [*["bang"] * len(words), ""]


def _dollars(words: Words) -> int:
    return max([1, *map(int, re.findall(r"\$[if](\d)", " ".join(words)))])


def _places(words: Words) -> int:
    return max(1, " ".join(words).count("%"))


ONE, TWO = (0,), (0, 1)

OBJECTS: dict[str, Object] = {
    # messages
    "+": Object(2, [""]),
    "-": Object(2, [""]),
    "*": Object(2, [""]),
    "/": Object(2, [""]),
    "!=": Object(2, ["int"]),
    ">=": Object(2, ["int"]),
    "change": Object(1, ["", "int", "int"]),
    "delay": Object(2, ["bang"]),
    "expr": Object(_dollars, [""]),
    "f": Object(2, ["float"]),
    "gate": Object(2, lambda words: [""] * int(words[0])),
    "i": Object(2, ["int"]),
    "loadbang": Object(1, ["bang"]),
    "loadmess": Object(1, [""]),
    "metro": Object(2, ["bang"]),
    "notein": Object(1, ["int", "int", "int"]),
    "pack": Object(_count, [""]),
    "prepend": Object(1, [""]),
    "print": Object(1, []),
    "r": Object(0, [""]),
    "route": Object(lambda words: len(words) + 1, lambda words: [""] * (len(words) + 1)),
    "s": Object(1, []),
    "scale": Object(6, [""]),
    "sel": Object(lambda words: 2 if len(words) == 1 else len(words) + 1, _select),
    "sprintf": Object(_places, [""]),
    "t": Object(1, _trigger),
    "udpreceive": Object(1, [""]),
    "udpsend": Object(1, []),
    "unpack": Object(1, _same("")),
    "zl.compare": Object(2, ["", ""]),
    "zl.lookup": Object(2, ["", ""]),
    "zl.reg": Object(2, ["", ""]),
    "zl.slice": Object(2, ["", ""]),
    # sound
    "*~": Object(2, [SIGNAL], TWO),
    "+~": Object(2, [SIGNAL], TWO),
    "adc~": Object(1, [SIGNAL, SIGNAL]),
    "adsr~": Object(5, [SIGNAL, SIGNAL, "", ""], range(5)),
    "dac~": Object(2, [], TWO),
    "delay~": Object(2, [SIGNAL], TWO),
    "dspstate~": Object(1, ["int", "float", "int", "int"], ONE),
    "line~": Object(2, [SIGNAL, "bang"]),
    "selector~": Object(lambda words: int(words[0]) + 1, [SIGNAL], range(9), frozenset({"ramptime"})),
    "sfplay~": Object(2, lambda words: [*[SIGNAL] * int(words[0]), "bang"], TWO),
    "sig~": Object(1, [SIGNAL], ONE),
    "mc.*~": Object(2, [CHANNELS], TWO),
    "mc.+~": Object(2, [CHANNELS], TWO),
    "mc.mixdown~": Object(2, [CHANNELS], TWO),
    "mc.sig~": Object(1, [CHANNELS], ONE, frozenset({"chans"})),
    "mc.unpack~": Object(1, lambda words: [SIGNAL] * int(words[0]), ONE),
    # voices
    "in": Object(1, [""]),
    "out~": Object(1, [], ONE),
    "thispoly~": Object(1, ["int", "int"], ONE),
    # Live
    "plugin~": Object(2, [SIGNAL, SIGNAL], TWO),
    "plugout~": Object(2, [SIGNAL, SIGNAL], TWO),
}
"""Objects with a text, by its first word. ``p``, ``poly~``, ``nn~`` and ``mc.nn~`` depend on what they load."""


_LIVE = frozenset({"showname", "shownumber", "appearance"})

BOXES: dict[str, Object] = {
    "button": Object(1, ["bang"]),
    "comment": Object(1, [], (), frozenset({"text"})),
    "dropfile": Object(1, ["", ""]),
    "ezdac~": Object(2, [], TWO),
    "flonum": Object(1, ["float", "bang"], (), frozenset({"minimum", "maximum"})),
    "inlet": Object(0, [""], (), frozenset({"index", "comment"})),
    "kslider": Object(2, ["int", "int"], (), frozenset({"mode", "offset", "range"})),
    "live.button": Object(1, [""], (), _LIVE),
    "live.dial": Object(1, ["", "float"], (), _LIVE),
    "live.gain~": Object(
        1, [SIGNAL, "", "float", "list"], ONE, _LIVE | {"channels", "lastchannelcount", "orientation"}
    ),
    "live.menu": Object(1, ["", "", "float"], (), _LIVE),
    "live.tab": Object(1, ["", "", "float"], (), _LIVE | {"num_lines_patching", "num_lines_presentation"}),
    "message": Object(2, [""], (), frozenset({"text"})),
    "multislider": Object(1, ["", ""], (), frozenset({"size", "setminmax", "setstyle", "contdata"})),
    "number": Object(1, ["int", "bang"], (), frozenset({"minimum", "maximum"})),
    "number~": Object(2, [SIGNAL, "float"], ONE, frozenset({"mode"})),
    "outlet": Object(1, [], ONE, frozenset({"index", "comment"})),
    "panel": Object(1, [], (), frozenset({"bgcolor", "mode", "rounded"})),
    "pictslider": Object(2, ["int", "int"], (), frozenset({"leftvalue", "rightvalue", "bottomvalue", "topvalue"})),
    "preset": Object(
        1,
        ["preset", "int", "preset", "int", ""],
        (),
        frozenset({"bubblesize", "margin", "spacing", "embed", "preset_data"}),
    ),
    "slider": Object(1, [""], (), frozenset({"floatoutput", "min", "size", "orientation"})),
    "toggle": Object(1, ["int"]),
    "umenu": Object(1, ["int", "", ""], (), frozenset({"items"})),
}
"""Boxes without a text of arguments, by their class. ``live.gain~`` with one channel."""

MULTICHANNEL_IN = {"mc.*~", "mc.+~", "mc.mixdown~", "mc.unpack~", "mc.nn~"}
"""Only these take what comes from a multichannel outlet."""
