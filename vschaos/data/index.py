"""What scans found, remembered: a folder of fifty hours is decoded once, and opens immediately from then on.

A database in the user's cache folder, by the files' absolute paths and stamps. Torch-free; safe in several threads and
processes, and wherever one of them is killed: each verdict is kept as soon as it is given. It is only ever a help. A
damaged one is deleted and begun again; where none can be written (a full disk, a folder that is read-only), nothing
is remembered, and nobody is bothered.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import soundfile

from vschaos.data.content import Stamp
from vschaos.data.facts import VERSION, SoundFacts
from vschaos.untrusted import parse_json

FILE_NAME = "index.sqlite"
_FORMAT = 2  # of the table
_JUDGE = f"2 {VERSION} {soundfile.__libsndfile_version__}"
"""Who judged: change the number with anything that changes verdicts or facts. Others' verdicts do not count."""

FORGET_S = 60 * 24 * 3600
"""A file that no scan has seen for this long is forgotten; not earlier, as its disk may only be disconnected."""
_SEEN_AGAIN_S = 24 * 3600
_FRESH_S = 2.0
"""FAT counts time in steps of 2 s: within them a file could change again and keep its stamp."""

_PATIENCE_S = 5.0
_TABLE = """
CREATE TABLE IF NOT EXISTS files (
    path BLOB PRIMARY KEY, judge TEXT NOT NULL, seen_at INTEGER NOT NULL,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, key TEXT NOT NULL,
    duration_s REAL NOT NULL, sample_rate_hz INTEGER NOT NULL, channels INTEGER NOT NULL, facts TEXT NOT NULL,
    reason TEXT NOT NULL, remedy TEXT NOT NULL, unfinished INTEGER NOT NULL
)
"""
_COLUMNS = "size, mtime_ns, ctime_ns, key, duration_s, sample_rate_hz, channels, facts, reason, remedy, unfinished"


class Verdict(NamedTuple):
    """What decoding a whole file found: how long it is and what it is like, or why it cannot be used.

    Attributes
    ----------
    key
        Names its content; see `vschaos.data.content`.
    duration_s, sample_rate_hz, channels
        Zero for a file that cannot be used.
    facts
        What its samples are like; None for a file without any.
    reason, remedy
        Sentences on a file that cannot be used, otherwise empty.
    unfinished
        Its header was never completed.
    """

    key: str
    duration_s: float = 0.0
    sample_rate_hz: int = 0
    channels: int = 0
    facts: SoundFacts | None = None
    reason: str = ""
    remedy: str = ""
    unfinished: bool = False


class Remembered(NamedTuple):
    """A verdict, the stamp of the file that it is on, and when a scan last saw that file, in seconds since 1970."""

    stamp: Stamp
    verdict: Verdict
    seen_at: int


class SoundIndex:
    """The index in a cache folder; use it as a context manager.

    Parameters
    ----------
    cache
        The folder, made if it is missing.
    clock
        Seconds since 1970.
    """

    def __init__(self, cache: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = cache / FILE_NAME
        self._clock = clock
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        with self._forgiving(), suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            self._connect()

    def __enter__(self) -> SoundIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is remembered from here on."""
        with self._lock:
            self._disconnect()

    def recall(self, root: Path) -> dict[str, Remembered]:
        """What is known of the files below a folder, by absolute path."""
        above = os.fsencode(str(root).rstrip(os.sep))
        low, high = above + os.sep.encode(), above + chr(ord(os.sep) + 1).encode()
        found: dict[str, Remembered] = {}
        with self._forgiving() as connection:
            if connection is not None:
                query = f"SELECT path, seen_at, {_COLUMNS} FROM files WHERE path > ? AND path < ? AND judge = ?"
                for path, seen_at, *row in connection.execute(query, (low, high, _JUDGE)):
                    with suppress(ValueError, TypeError):  # facts of another kind: judged again
                        found[os.fsdecode(path)] = Remembered(*_read(tuple(row)), seen_at)
        return found

    def remember(self, path: Path, stamp: Stamp, verdict: Verdict) -> None:
        """Keep the verdict on a file, which had this stamp before and after it was judged."""
        now = self._clock()
        if 0 <= now - stamp.mtime_ns / 1e9 < _FRESH_S:
            return
        facts = json.dumps(dataclasses.asdict(verdict.facts)) if verdict.facts else ""
        values = (
            *(os.fsencode(path), _JUDGE, int(now), stamp.size, stamp.mtime_ns, stamp.ctime_ns, verdict.key),
            *(verdict.duration_s, verdict.sample_rate_hz, verdict.channels, facts, verdict.reason, verdict.remedy),
            int(verdict.unfinished),
        )
        with self._forgiving() as connection:
            if connection is not None:
                query = f"INSERT OR REPLACE INTO files (path, judge, seen_at, {_COLUMNS}) VALUES ({_places(14)})"
                connection.execute(query, values)

    def seen(self, files: Iterable[tuple[str, Remembered]]) -> None:
        """A scan came across these files again; those that none has seen for `FORGET_S` are forgotten."""
        now = int(self._clock())
        again = [(now, os.fsencode(path)) for path, known in files if now - known.seen_at > _SEEN_AGAIN_S]
        with self._forgiving() as connection:
            if again and connection is not None:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("UPDATE files SET seen_at = ? WHERE path = ?", again)
                connection.execute("DELETE FROM files WHERE seen_at < ?", (now - FORGET_S,))
                connection.execute("COMMIT")

    @contextmanager
    def _forgiving(self) -> Iterator[sqlite3.Connection | None]:
        """The connection, if there is one, for this thread alone; what goes wrong with it stays in here."""
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                # What Python's module raises by itself has no code: invalid text, from a damaged page.
                code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
                if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
                    self._begin_anew()
                elif code not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # these pass: another process writes
                    self._disconnect()
                elif self._connection is not None and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _connect(self) -> None:
        connection = sqlite3.connect(self._path, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(connection)
        except sqlite3.Error:
            connection.close()
            raise
        self._connection = connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        # With a write-ahead log a killed process leaves nothing torn, readers do not wait, and no write waits for the
        # disk: after a power failure the last verdicts may be missing, and no more.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
            connection.execute("BEGIN IMMEDIATE")  # another process may do it
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                connection.execute("DROP TABLE IF EXISTS files")
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
            connection.execute("COMMIT")

    def _begin_anew(self) -> None:
        self._disconnect()
        with suppress(OSError, sqlite3.Error):
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(FILE_NAME + ending).unlink(missing_ok=True)
            self._connect()

    def _disconnect(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with suppress(sqlite3.Error):
                connection.close()


def _read(row: tuple[Any, ...]) -> tuple[Stamp, Verdict]:
    """What a row of the table says; ValueError or TypeError if its facts are of another kind than ours."""
    size, mtime_ns, ctime_ns, key, duration_s, sample_rate_hz, channels, facts, reason, remedy, unfinished = row
    known = SoundFacts(**parse_json(facts)) if facts else None
    verdict = Verdict(key, duration_s, sample_rate_hz, channels, known, reason, remedy, bool(unfinished))
    return Stamp(size, mtime_ns, ctime_ns), verdict


def _places(count: int) -> str:
    return ", ".join("?" * count)
