from vschaos_studio.state.history import JOINED_S, MOST_BYTES, MOST_STEPS, History, Step


class Value:
    """A number whose changes are steps."""

    def __init__(self, history):
        self.history, self.number, self.possible = history, 0, True

    def become(self, number, kind="", at_s=0.0):
        before = self.number

        def go(to):
            if self.possible:
                self.number = to
            return self.possible

        go(number)
        self.history.push(Step(f"Make it {number}", self, lambda: go(before), lambda: go(number), kind, at_s))


def test_what_was_done_in_two_places_is_undone_in_turn():
    history = History()
    one, other = Value(history), Value(history)
    one.become(1)
    other.become(2)
    one.become(3)
    for text, values in (("Make it 3", (1, 2)), ("Make it 2", (1, 0)), ("Make it 1", (0, 0))):
        assert history.undo_text == text
        history.undo()
        assert (one.number, other.number) == values
        assert history.redo_text == text
    history.redo()
    history.redo()
    assert (one.number, other.number) == (1, 2)
    one.become(4)
    assert not history.redo_text


def test_what_cannot_be_undone_now_stays():
    history = History()
    value = Value(history)
    value.become(1)
    value.possible = False
    history.undo()
    assert history.undo_text == "Make it 1"


def test_a_slider_that_is_dragged_is_one_step():
    history = History()
    value = Value(history)
    for number in range(1, 5):
        value.become(number, "slider", number * JOINED_S / 4)
    value.become(9, "slider", 10 * JOINED_S)
    history.undo()
    assert value.number == 4
    history.undo()
    assert value.number == 0
    history.redo()
    assert value.number == 4


def test_what_is_gone_is_forgotten_and_so_are_old_steps():
    history = History()
    one, other = Value(history), Value(history)
    one.become(1)
    other.become(2)
    history.drop(other)
    assert history.undo_text == "Make it 1"
    for number in range(MOST_STEPS + 20):
        one.become(number)
    assert undo_all(history) == MOST_STEPS
    for _ in range(5):
        history.push(Step("Record", one, lambda: True, lambda: True, size=MOST_BYTES // 2))
    assert undo_all(history) == 2


def undo_all(history):
    undone = 0
    while history.undo_text:
        history.undo()
        undone += 1
    return undone
