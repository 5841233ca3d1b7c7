"""OSC address patterns: ``*`` and ``?``, ``[a-z]``, ``[!a-z]`` and ``{one,other}``, between slashes. Pure Python.

A pattern is followed through a name with the set of places where it may stand, never back and forth: whatever it is,
a name of n characters costs n² steps at most. (Turned into a regular expression, ``*a*a*a*a*b`` would never end.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

MARKS = frozenset("*?[]{}")
LONGEST = 128
"""Characters of a pattern; longer ones match nothing."""

PARTS_REMEMBERED = 1024

Step = str | frozenset[str] | tuple[str, ...]
"""``*``; the characters one of which comes next; or the alternatives one of which does."""

Tree = Mapping[str, "Tree"]
"""Names of the parts of addresses, and what may follow each; the end of an address has an entry ``""``."""


@dataclass(frozen=True)
class _Not:
    """Any character but these."""

    characters: frozenset[str]


def is_pattern(address: str) -> bool:
    """Whether an address holds a mark of patterns."""
    return not MARKS.isdisjoint(address)


def tree_of(addresses: Iterable[str]) -> Tree:
    """Addresses, each beginning with a slash, by their parts."""
    tree: dict[str, dict] = {}
    for address in addresses:
        place = tree
        for part in address.split("/")[1:]:
            place = place.setdefault(part, {})
        place[""] = {}
    return tree


def matching(pattern: str, tree: Tree) -> tuple[str, ...]:
    """The addresses of a tree that a pattern means; none for one that is malformed or longer than 128 characters."""
    if len(pattern) > LONGEST or not pattern.startswith("/"):
        return ()
    places: list[tuple[str, Tree]] = [("", tree)]
    for part in pattern.split("/")[1:]:
        steps = _steps(part)
        if steps is None:
            return ()
        places = [
            (f"{address}/{name}", below)
            for address, place in places
            for name, below in place.items()
            if name and _fits(part, name)
        ]
    return tuple(address for address, place in places if "" in place)


@lru_cache(PARTS_REMEMBERED)
def _fits(part: str, name: str) -> bool:
    places = {0}
    for step in _steps(part) or ():
        places = _after(step, places, name)
        if not places:
            return False
    return len(name) in places


def _after(step: Step | _Not, places: set[int], name: str) -> set[int]:
    if isinstance(step, str):
        return set(range(min(places), len(name) + 1))
    if isinstance(step, tuple):
        return {place + len(word) for place in places for word in step if name.startswith(word, place)}
    inside = {place for place in places if place < len(name)}
    if isinstance(step, _Not):
        return {place + 1 for place in inside if name[place] not in step.characters}
    return {place + 1 for place in inside if name[place] in step}


@lru_cache(PARTS_REMEMBERED)
def _steps(part: str) -> tuple[Step | _Not, ...] | None:
    """The steps of a part between slashes; None if a bracket is not closed, or an alternative in braces is empty."""
    steps: list[Step | _Not] = []
    index = 0
    while index < len(part):
        mark = part[index]
        end = index + 1
        if mark in "]}":
            return None
        if mark == "*":
            # Several in a row mean no more than one.
            if not steps or steps[-1] != "*":
                steps.append("*")
        elif mark == "?":
            steps.append(_Not(frozenset()))
        elif mark in "[{":
            closed = part.find("]" if mark == "[" else "}", end)
            inside = part[end:closed]
            alternatives = tuple(inside.split(","))
            # Empty alternatives would let a pattern go on without end; nothing lies inside brackets that are empty.
            if closed < 0 or not all(alternatives) or not MARKS.isdisjoint(inside):
                return None
            steps.append(_characters(inside) if mark == "[" else alternatives)
            end = closed + 1
        else:
            steps.append(frozenset(mark))
        index = end
    return tuple(steps)


def _characters(inside: str) -> Step | _Not:
    negated = inside.startswith("!")
    inside = inside.removeprefix("!")
    found: set[str] = set()
    index = 0
    while index < len(inside):
        if inside[index + 1 : index + 2] == "-" and index + 2 < len(inside):
            first, last = sorted((ord(inside[index]), ord(inside[index + 2])))
            # Names are plain letters: a range beyond them would only be long.
            found.update(map(chr, range(first, min(last, 127) + 1)))
            index += 3
        else:
            found.add(inside[index])
            index += 1
    return _Not(frozenset(found)) if negated else frozenset(found)
