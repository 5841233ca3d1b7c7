"""Running out of memory or threads: library errors as one sentence, and the user's own limit. Torch-free."""

from __future__ import annotations

import errno
import sys

from vschaos.errors import VschaosError

_MEMORY = (
    "can't allocate memory",
    "cannot allocate memory",
    "not enough memory",
    "out of memory",
    "unable to allocate",
    "failed to map segment",
    "bad_alloc",
)
RAISE_LIMIT = "Raise the limit: ulimit -v unlimited."
_THREADS = ("can't start new thread", "pthread_create failed", "resource temporarily unavailable")


def as_memory_error(error: BaseException) -> VschaosError | None:
    """The sentence for an error caused by too little memory or too few threads; None for any other error.

    The errors that it was raised from count too: the first one is the cause.
    """
    seen: set[int] = set()
    link: BaseException | None = error
    threads = False
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        text = str(link).lower()
        if isinstance(link, MemoryError) or (isinstance(link, OSError) and link.errno == errno.ENOMEM):
            return _out_of_memory()
        if isinstance(link, (RuntimeError, ImportError, OSError)):
            if any(part in text for part in _MEMORY):
                return _out_of_memory()
            threads = threads or any(part in text for part in _THREADS)
        link = link.__cause__ or link.__context__
    if not threads:
        return None
    if limit_mb() is not None:
        return _out_of_memory()
    return VschaosError(
        "This program could not start another thread.", "Close other programs, or raise the limit: ulimit -u."
    )


def require_address_space(needed_mb: int) -> None:
    """Refuse to start under a limit that is too low: libraries would end the process without a message.

    Raises
    ------
    VschaosError
        If there is a limit below ``needed_mb``.
    """
    limit = limit_mb()
    if limit is not None and limit < needed_mb:
        raise VschaosError(
            f"This program may use {limit} MB of memory (ulimit -v), but needs {needed_mb} MB to start.",
            RAISE_LIMIT,
        )


def limit_mb() -> int | None:
    """The user's limit on this process's address space in MB; None without a limit."""
    if sys.platform == "win32":
        return None
    import resource

    soft = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if soft == resource.RLIM_INFINITY else soft // 1_000_000


def _out_of_memory() -> VschaosError:
    limit = limit_mb()
    if limit is not None:
        return VschaosError(f"Not enough memory: this program may use only {limit} MB (ulimit -v).", RAISE_LIMIT)
    return VschaosError("The computer does not have enough memory.", "Close other programs, or process less at once.")
