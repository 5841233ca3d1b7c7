"""First in, first out, and what is taken out does not come."""

from pathlib import Path

from vschaos_studio.state.training_queue import TrainingQueue
from vschaos_studio.state.training_request import TrainingRequest


def a_request(name):
    return TrainingRequest(name, "dgt_small", Path("/s"), Path("/r"))


def test_the_order_is_kept():
    queue = TrainingQueue()
    assert queue.next() is None
    for name in "abc":
        queue.add(a_request(name))
    queue.remove(1)
    queue.remove(7)
    queue.remove(-1)
    assert [request.name for request in queue.waiting] == ["a", "c"]
    assert [queue.next(), queue.next(), queue.next()] == [a_request("a"), a_request("c"), None]
