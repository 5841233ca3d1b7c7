import signal

import pytest

from vschaos_studio.services.child_failure import ending, failure_of

OUT_OF_MEMORY = "The export ended because the computer ran out of memory."


def test_a_kill_without_evidence_is_not_called_a_lack_of_memory():
    failure = failure_of("The export", -9, "MemoryError\n")
    assert failure.sentence == "The export was ended at once from outside (SIGKILL)."
    assert failure.remedy.startswith("Start again. If nobody ended it")


@pytest.mark.parametrize("code", [-9, 137])
def test_a_kill_is_one_where_the_kernel_counted_one(code):
    failure = failure_of("The export", code, "", ran_out=True)
    assert failure.sentence == OUT_OF_MEMORY
    assert failure.remedy == "Start again after closing other programs."


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (signal.SIGSEGV, "crashed (SIGSEGV)"),
        (signal.SIGABRT, "crashed (SIGABRT)"),
        (signal.SIGFPE, "crashed (SIGFPE)"),
        (signal.SIGTERM, "was ended by the system or by another program (SIGTERM)"),
        (signal.SIGINT, "was ended by the system or by another program (SIGINT)"),
    ],
)
def test_every_other_signal_has_its_own_sentence_whatever_was_written_before(number, sentence):
    trace = "MemoryError\nno space left on device\nvschaos train: It was so.\n"
    for code in (-number, 128 + number):
        # A failed allocation of C++ ends in an abort: there, the trace counts.
        if number == signal.SIGABRT:
            trace = "RuntimeError: nothing of the kind"
        assert failure_of("The export", code, trace, ran_out=True).sentence == f"The export {sentence}."


@pytest.mark.parametrize(
    ("code", "trace"),
    [
        (1, "MemoryError"),
        (1, "numpy._core._exceptions._ArrayMemoryError: Unable to allocate 8.00 GiB"),
        (1, "RuntimeError: [enforce fail at alloc_cpu.cpp:114] DefaultCPUAllocator: can't allocate memory: 4 bytes"),
        (1, "OSError: [Errno 12] Cannot allocate memory"),
        (-6, "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc"),
    ],
)
def test_an_error_for_want_of_memory_is_called_that(code, trace):
    assert failure_of("The export", code, f"Traceback (most recent call last):\n{trace}").sentence == OUT_OF_MEMORY


@pytest.mark.parametrize(
    "trace",
    [
        "ValueError: the sound “out of memory.wav” has no samples",
        "UserWarning: CPU out of memory soon\nKeyError: 3",
        "MemoryError" + "\nit went on" * 40 + "\nKeyError: 3",
    ],
)
def test_memory_that_is_only_spoken_of_was_not_the_end(trace):
    assert failure_of("The export", 1, trace).sentence == "The export ended unexpectedly."


def test_the_graphics_cards_memory_is_not_the_computers():
    trace = "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB."
    assert "graphics card" in failure_of("The training", 1, trace, lighter="Take less.").sentence
    assert failure_of("The training", 1, trace, lighter="Take less.").remedy == "Start again. Take less."


def test_a_crash_on_windows_is_called_that():
    sentence = "The export crashed (0xC0000005)."
    assert ending("The export", 0xC0000005) == ending("The export", 0xC0000005 - (1 << 32)) == sentence
    assert ending("The export", 3) == ending("The export", None) == "The export ended unexpectedly."


def test_the_end_of_the_engine_is_described_in_the_same_way():
    what = "The sound engine"
    assert ending(what, -9, ran_out=True) == f"{what} was ended because the computer ran out of memory (SIGKILL)."
    assert ending(what, -11, ran_out=True) == f"{what} crashed (SIGSEGV)."
