"""Which operators a TorchScript file may use, so that it opens in every nn~ that musicians have.

A file that fails to load ends Pure Data. nn~ ships libtorch 2.5, older builds 2.0; both know an operator by its
schema, ``aten::gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor``. The list beside
this module, ``torchscript_operators.txt.gz``, holds the schemas of the ``aten`` and ``prim`` operators that libtorch
2.0.1 and 2.5.1 both print with ``torch._C._jit_get_all_schemas()``, one a line, sorted.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import torch

from vschaos.errors import ExportError

OPERATOR_LIST = "torchscript_operators.txt.gz"
OLDEST_LIBTORCH, NEWEST_LIBTORCH = "2.0.1", "2.5.1"

BROKEN = ("aten::isnan.float(float a) -> bool",)
"""Schemas that both know, and that do not run in all of them: in a file, libtorch 2.0 reads this one's answer as
something else and ends its host. A number that is not equal to itself is NaN."""


def shared_operators() -> frozenset[str]:
    """Schemas that both the oldest and the newest libtorch of nn~ know, and can run."""
    packed = files("vschaos.export").joinpath(OPERATOR_LIST).read_bytes()
    return frozenset(_normal(line) for line in gzip.decompress(packed).decode().splitlines()) - set(BROKEN)


def used_operators(module: torch.jit.ScriptModule) -> frozenset[str]:
    """Schemas of every operator in a scripted module: all methods of all submodules, called or not.

    A file is compiled whole when it is loaded, so an operator in a method that nobody calls matters too.
    """
    found: set[str] = set()
    for part in module.modules():
        compiled: Any = part._c
        for name in compiled._method_names():
            graph = compiled._get_method(name).graph.copy()
            torch._C._jit_pass_inline(graph)
            found.update(_schemas(graph))
    return frozenset(found)


def check_operators(module: torch.jit.ScriptModule) -> int:
    """Count the operators of a module, all of them known to every nn~.

    Raises
    ------
    ExportError
        Naming the operators that an nn~ would not know.
    """
    used = used_operators(module)
    unknown = sorted({schema.partition("(")[0] for schema in used - shared_operators()})
    if unknown:
        raise ExportError(
            f"The instrument uses {', '.join(unknown)}, which libtorch {OLDEST_LIBTORCH} to {NEWEST_LIBTORCH} "
            "inside nn~ cannot all run.",
            "Choose a model with simpler layers.",
        )
    return len(used)


def _schemas(block: Any) -> Iterator[str]:
    for node in block.nodes():
        schema = node.schema()
        # Control flow, constants and attributes belong to the language and have no schema.
        if schema != "(no schema)":
            yield _normal(schema)
        for inner in node.blocks():
            yield from _schemas(inner)


def _normal(schema: str) -> str:
    """A symbolic size is an int to TorchScript; which of the two is printed depends on the version."""
    return schema.replace("SymInt", "int").strip()
