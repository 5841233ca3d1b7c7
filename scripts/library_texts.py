"""Find the texts of the library that the window may show, for their translation.

The library writes English and knows nothing of translations. Its sentences are found in its source: literals and
f-strings that read like one, the latter as templates with ``{0}``, ``{1}`` … in place of what is put in.
`vschaos_studio/services/library_texts.py` recognises a finished sentence by its template.
"""

from __future__ import annotations

import ast
import itertools
import math
import re
from collections.abc import Iterator
from pathlib import Path

from vschaos.data.doctor.findings import counted

ROOT = Path(__file__).resolve().parents[1]

LEFT_OUT = (
    *("cli", "configs/compose", "configs/original", "configs/records", "configs/spellings", "configs/translation"),
    *("data/index", "data/pitch/track", "export/card_text", "export/max", "latent/trajectories", "patching"),
    *("terminal", "training/check", "training/console", "training/resume", "training/session", "untrusted"),
)
"""Parts of the library whose texts go to a terminal or into files."""

WITH_WORDS = ("instrument/closeness", "instrument/character", "instrument/qualities")
"""Modules with single words that are shown."""

NAMES = re.compile(r"(?:PHASE_MODES|LFO_SHAPES|TRAJECTORIES|HEADS)$")
"""Tables of names that are shown."""

COMMON = (
    *("“{0}”", "{0} and “{1}”", "{0} and {1} more", "quieter", "nothing", "0 or 1"),
    *("No such file or directory", "Permission denied", "Operation not permitted", "No space left on device"),
    *("File exists", "Is a directory", "Not a directory", "Read-only file system", "Disk quota exceeded"),
    *("File name too long", "Input/output error", "Too many open files", "Cannot allocate memory"),
    *("Device or resource busy", "Address already in use", "Cannot assign requested address", "Connection refused"),
)
"""Parts of sentences, and what systems say when something fails."""

SENTENCE = re.compile(r"(?=.*[a-z]{2})[A-Z“0-9].* .*[.:!?”]$")
WORDS = re.compile(r"[A-Z]?[a-z’]+(?: [a-z’]+)*$")
SILENT = re.compile(r"(?:log|logging|print)\b|.*\.(?:add_argument|add_parser|execute|executemany)$")
"""Calls whose texts the window does not show."""

MOST_VARIANTS = 8
HOLE = "\0"
"""What is put in, until it has a number."""

Variants = list[str]


def library_texts() -> list[str]:
    """All of them, in order."""
    found = set(COMMON)
    for path in sorted((ROOT / "vschaos").rglob("*.py")):
        module = path.relative_to(ROOT / "vschaos").with_suffix("").as_posix()
        if not any(module == part or module.startswith(f"{part}/") for part in LEFT_OUT):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = [*_texts(tree, {}, words=module in WITH_WORDS), *_counts(tree)]
            if module == "audio_opening":
                # Beside a file whose name stands there, it is called “it”.
                texts += [text.replace(f"“{HOLE}”", "It", 1) for text in texts if text.startswith(f"“{HOLE}”")]
            found.update(map(_numbered, texts))
    return sorted(found)


def _counts(tree: ast.Module) -> Iterator[str]:
    """What is counted: “1 sound”, “{0} sounds”."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "counted" and len(node.args) == 2:
            for noun in _variants(node.args[1], {}):
                yield from (counted(1, noun), counted(2, noun).replace("2", HOLE))


def _texts(node: ast.AST, names: dict[str, Variants], *, words: bool) -> Iterator[str]:
    """The texts in a part of a module; ``names``: the texts that its variables stand for."""
    if isinstance(node, (ast.Module, ast.FunctionDef)):
        names = names | _assigned(node)
    if isinstance(node, ast.Assign) and NAMES.match(ast.unparse(node.targets[0])):
        yield from ast.literal_eval(node.value)
    elif isinstance(node, (ast.Constant, ast.JoinedStr, ast.BinOp)) and (variants := _variants(node, names)):
        for text in variants:
            # What a finding says of several sounds; their names follow.
            text = f"{text}: {HOLE}." if text.startswith("{count}") else text
            text = re.sub(r"{[a-z ]*}", HOLE, text)
            if SENTENCE.match(text.replace(HOLE, "“")) or (words and WORDS.match(text)):
                yield text
    elif not _is_silent(node):
        for child in ast.iter_child_nodes(node):
            yield from _texts(child, names, words=words)


def _is_silent(node: ast.AST) -> bool:
    """Whether it is a docstring, or a call that shows nothing in the window."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return isinstance(node, ast.Call) and SILENT.match(ast.unparse(node.func)) is not None


def _assigned(scope: ast.Module | ast.FunctionDef) -> dict[str, Variants]:
    """The texts of the variables of a scope that are texts, whatever way is taken."""
    found: dict[str, Variants] = {}
    for node in ast.walk(scope):
        if not isinstance(node, ast.Assign) or len(node.targets) != 1:
            continue
        ways = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
        for way in ways:
            target = node.targets[0]
            pairs = [(target, way)]
            if isinstance(target, ast.Tuple):
                pairs = [*zip(target.elts, way.elts, strict=False)] if isinstance(way, ast.Tuple) else []
            for name, value in pairs:
                found.setdefault(ast.unparse(name), []).extend(_variants(value, {}) or [HOLE])
    return found


def _variants(node: ast.AST, names: dict[str, Variants]) -> Variants:
    """What a literal, an f-string or a sum of them can be; nothing for other expressions."""
    match node:
        case ast.Constant(str(text)):
            return [text]
        case ast.Name(name):
            return names.get(name, [])
        case ast.IfExp():
            ways = _variants(node.body, names), _variants(node.orelse, names)
            return [*ways[0], *ways[1]] if all(ways) else []
        case ast.FormattedValue():
            return (_variants(node.value, names) if node.format_spec is None else []) or [HOLE]
        case ast.JoinedStr():
            return _joined([_variants(part, names) for part in node.values])
        case ast.BinOp(op=ast.Add()):
            sides = _variants(node.left, names), _variants(node.right, names)
            return _joined([side or [HOLE] for side in sides]) if any(sides) else []
    return []


def _joined(parts: list[Variants]) -> Variants:
    if math.prod(map(len, parts)) > MOST_VARIANTS:
        parts = [part if len(part) == 1 else [HOLE] for part in parts]
    return ["".join(choice) for choice in itertools.product(*parts)]


def _numbered(text: str) -> str:
    """With numbers for what is put in."""
    numbers = itertools.count()
    return re.sub(HOLE, lambda _: f"{{{next(numbers)}}}", text)
