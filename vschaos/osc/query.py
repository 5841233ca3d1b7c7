"""The description of the namespace for OSCQuery: the addresses, their arguments and values.

After the OSCQuery proposal, https://github.com/Vidvox/OSCQueryProposal: read-only, without streaming. Pure Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vschaos.osc.namespace import Namespace
from vschaos.osc.requests import ADDRESSES, FixedAddress
from vschaos.performance.controls import Control, Kind
from vschaos.performance.state import PerformanceState, values_of

READ, WRITE = 1, 2
ATTRIBUTES = ("FULL_PATH", "CONTENTS", "TYPE", "RANGE", "ACCESS", "VALUE", "DESCRIPTION")
HOST_INFO = "HOST_INFO"

Node = dict[str, Any]


@dataclass(frozen=True)
class QueryHost:
    """What OSCQuery reports of this program: its name, and where OSC goes."""

    name: str
    osc_host: str
    osc_port: int


def host_info(host: QueryHost) -> Node:
    """The answer to ``?HOST_INFO``."""
    return {
        "NAME": host.name,
        "OSC_IP": host.osc_host,
        "OSC_PORT": host.osc_port,
        "OSC_TRANSPORT": "UDP",
        "EXTENSIONS": {"ACCESS": True, "VALUE": True, "RANGE": True, "DESCRIPTION": True},
    }


def describe(path: str, namespace: Namespace, state: PerformanceState) -> Node | None:
    """The node at a path, with all below it; None if there is none."""
    node = _tree(namespace, state)
    for part in [part for part in path.split("/") if part]:
        node = node.get("CONTENTS", {}).get(part)
        if node is None:
            return None
    return node


def _tree(namespace: Namespace, state: PerformanceState) -> Node:
    root: Node = {"FULL_PATH": "/", "ACCESS": 0, "CONTENTS": {}}
    for control in namespace.controls.values():
        _node(root, namespace.address(control)).update(_of_control(control, state))
    for fixed in ADDRESSES:
        _node(root, namespace.prefix + fixed.address).update(_of_fixed(fixed))
    return root


def _node(root: Node, address: str) -> Node:
    node = root
    path = ""
    for part in address.split("/")[1:]:
        path = f"{path}/{part}"
        node = node.setdefault("CONTENTS", {}).setdefault(part, {"FULL_PATH": path, "ACCESS": 0})
    return node


def _of_control(control: Control, state: PerformanceState) -> Node:
    unit = f" In {control.unit}." if control.unit else ""
    described: Node = {"DESCRIPTION": control.help + unit, "ACCESS": WRITE if control.momentary else READ | WRITE}
    if control.kind is Kind.TRIGGER:
        return {**described, "TYPE": "N"}
    is_whole = control.kind is not Kind.CONTINUOUS
    described["TYPE"] = ("i" if is_whole else "f") * control.count
    if control.id == "snapshot.morph":
        described["TYPE"] = "iif"
    one: Node = {"MIN": _number(control.low, is_whole), "MAX": _number(control.high, is_whole)}
    if control.kind in (Kind.CHOICE, Kind.SWITCH):
        one["VALS"] = list(range(round(control.low), round(control.high) + 1))
    described["RANGE"] = [one] * control.count
    if not control.momentary:
        described["VALUE"] = [_number(value, is_whole) for value in values_of(state, control)]
    return described


def _of_fixed(fixed: FixedAddress) -> Node:
    # OSCQuery cannot describe optional arguments; the sentence does.
    tags = fixed.tags.partition("[")[0]
    return {"DESCRIPTION": fixed.help, "ACCESS": READ if fixed.is_sent else WRITE, "TYPE": tags or "N"}


def _number(value: float, is_whole: bool) -> float | int:
    return round(value) if is_whole else value
