"""What holds for the layout of every patch."""

from itertools import combinations

from vschaos.patching.max_patcher import Patcher
from vschaos.patching.pd_canvas import Canvas

SCREEN = (1280, 800)
PD_MENU, TITLE_BAR = 32, 28


def check_canvas(canvas):
    """No box on another one, none outside its window, no window larger than a small screen."""
    assert canvas.width <= SCREEN[0]
    assert canvas.height + PD_MENU + TITLE_BAR <= SCREEN[1]
    _check_rectangles(
        [box.rectangle for box in canvas.boxes if not box.backdrop],
        [box.rectangle for box in canvas.boxes],
        canvas.width,
        canvas.height,
    )
    for inside in canvas.inner:
        check_canvas(inside)


def check_patcher(patcher):
    """The same of what is presented; behind it, boxes do not lie on each other. A tab is seen as it is patched."""
    assert patcher.width <= SCREEN[0]
    assert patcher.height + TITLE_BAR <= SCREEN[1]
    shown = [box for box in patcher.boxes if box.presented is not None]
    _check_rectangles(
        [box.presented for box in shown if not box.backdrop],
        [box.presented for box in shown],
        patcher.width,
        patcher.height,
    )
    behind = [box.rectangle for box in patcher.boxes]
    if patcher.attributes.get("showontab"):
        _check_rectangles(behind, behind, patcher.width, patcher.height)
    else:
        _check_apart(behind)
    for inside in patcher.inner:
        check_patcher(inside)


def _check_rectangles(apart, inside, width, height):
    _check_apart(apart)
    outside = [one for one in inside if one.x < 0 or one.y < 0 or one.right > width or one.bottom > height]
    assert outside == []


def _check_apart(rectangles):
    meeting = [pair for pair in combinations(rectangles, 2) if pair[0].meets(pair[1])]
    assert meeting == []


def check_layout(patch: Canvas | Patcher):
    """Whatever the patch is for."""
    if isinstance(patch, Canvas):
        check_canvas(patch)
    else:
        check_patcher(patch)
