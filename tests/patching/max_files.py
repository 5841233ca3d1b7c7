"""Reads Max patches, for tests: independent of the code that writes them."""

from __future__ import annotations

from typing import Any


def check_file(file: dict[str, Any]) -> None:
    """Raise AssertionError unless Max could read it: versions, unique names, cords between ends that are there."""
    check_patcher(file["patcher"])


def check_patcher(patcher: dict[str, Any]) -> None:
    assert patcher["fileversion"] == 1
    assert patcher["appversion"]["major"] >= 8
    assert patcher["openinpresentation"] == 1
    boxes = [item["box"] for item in patcher["boxes"]]
    named = {box["id"]: box for box in boxes}
    assert len(named) == len(boxes)
    for box in boxes:
        assert box["maxclass"]
        assert len(box.get("outlettype", [])) == box["numoutlets"]
        assert len(box["patching_rect"]) == 4
        assert ("presentation_rect" in box) == (box.get("presentation") == 1)
        if box["maxclass"] == "newobj":
            assert box["text"]
        if "patcher" in box:
            check_patcher(box["patcher"])
    for item in patcher["lines"]:
        (source, outlet), (target, inlet) = item["patchline"]["source"], item["patchline"]["destination"]
        assert 0 <= outlet < named[source]["numoutlets"]
        assert 0 <= inlet < named[target]["numinlets"]
    assert any(box.get("presentation") for box in boxes)


def boxes_of(file: dict[str, Any]) -> list[dict[str, Any]]:
    """All boxes of all windows."""
    found: list[dict[str, Any]] = []
    waiting = [file["patcher"]]
    while waiting:
        for item in waiting.pop()["boxes"]:
            found.append(item["box"])
            if "patcher" in item["box"]:
                waiting.append(item["box"]["patcher"])
    return found


def texts(file: dict[str, Any]) -> list[str]:
    """The texts of all boxes."""
    return [box["text"] for box in boxes_of(file) if "text" in box]
