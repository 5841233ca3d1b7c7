"""Printed text has no control characters from names, and a full disk is a sentence."""

from __future__ import annotations

import errno
import io
import json

import pytest
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from vschaos import terminal

NASTY = "a\x1b[31mred\x07\rb\x9bc\u202ed\x7f\udcff.wav"
CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n", "\t"}


class FullDisk(io.StringIO):
    def write(self, text):
        raise OSError(errno.ENOSPC, "No space left on device")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_names_are_escaped_and_lines_are_kept():
    stream = io.StringIO()
    print(f"{NASTY}:\t1\n2", file=terminal.Output(stream))
    assert stream.getvalue() == "a\\u001b[31mred\\u0007\\u000db\\u009bc\\u202ed\\u007f\\udcff.wav:\t1\n2\n"


def test_a_line_of_json_keeps_its_meaning():
    stream = io.StringIO()
    print(json.dumps({"file": NASTY}, ensure_ascii=False), file=terminal.Output(stream))
    assert json.loads(stream.getvalue()) == {"file": NASTY}
    stream.getvalue().encode("utf-8")


def test_a_sentence_is_one_line():
    assert terminal.one_line("“a\nb\tc”") == "“a\\nb\\tc”"


def test_tables_and_bars_keep_their_own_sequences_only(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    stream = Terminal()
    console = terminal.console(file=terminal.Output(stream))
    table = Table(NASTY)
    table.add_row(Text(NASTY, "bold red"))
    console.print(table)
    console.print(f"[bold]{NASTY}[/]")
    with Progress(console=console) as bar:
        bar.add_task(Text(NASTY).plain)
    written = stream.getvalue()
    assert "\x1b[1;31m" in written  # the table's own style
    assert "\x1b[31mred" not in written
    assert "[bold]" in written
    assert not {"\x07", "\x9b", "\u202e", "\x7f"} & set(written)


def test_a_full_disk_is_a_sentence_and_a_closed_pipe_is_not():
    with pytest.raises(terminal.OutputError, match="No space left"):
        print("x", file=terminal.Output(FullDisk()))
    stream = io.StringIO()
    stream.flush = lambda: (_ for _ in ()).throw(BrokenPipeError())
    with pytest.raises(BrokenPipeError):
        terminal.Output(stream).flush()


def test_a_line_that_replaces_another_has_no_control_characters_of_names():
    stream = Terminal()
    terminal.write_over(NASTY, terminal.Output(stream))
    assert stream.getvalue().startswith(terminal.ERASE_LINE)
    assert not CONTROLS & set(stream.getvalue().removeprefix(terminal.ERASE_LINE))
