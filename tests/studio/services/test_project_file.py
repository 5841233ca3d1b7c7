"""A project on the disk: two programs that write it do not overwrite each other."""

import subprocess
import sys
from pathlib import Path

import pytest

from vschaos_studio.services.project_file import ProjectFile, WrittenElsewhereError, free_path
from vschaos_studio.state.project import Project, ProjectError


def test_what_is_written_is_read(tmp_path):
    file = ProjectFile(tmp_path / "deep" / "a.vsproject")
    file.write(Project(page="play"))
    file.write(Project(page="train"))
    assert ProjectFile(file.path).read().page == "train"
    assert [one.name for one in file.path.parent.iterdir()] == ["a.vsproject"]


def test_what_another_program_has_written_stays(tmp_path):
    first = ProjectFile(tmp_path / "a.vsproject")
    first.write(Project(page="play"))
    second = ProjectFile(first.path)
    second.read()
    second.write(Project(page="train"))
    with pytest.raises(WrittenElsewhereError):
        first.write(Project(page="export"))
    assert ProjectFile(first.path).read().page == "train"
    first.write(Project(page="export"), replace=True)
    assert ProjectFile(first.path).read().page == "export"


def test_a_file_that_is_there_already_is_not_taken_for_a_new_one(tmp_path):
    ProjectFile(tmp_path / "a.vsproject").write(Project(page="play"))
    with pytest.raises(WrittenElsewhereError):
        ProjectFile(tmp_path / "a.vsproject").write(Project())


def test_a_project_that_was_deleted_is_made_again(tmp_path):
    file = ProjectFile(tmp_path / "a.vsproject")
    file.write(Project(page="play"))
    file.path.unlink()
    file.write(Project(page="train"))
    assert ProjectFile(file.path).read().page == "train"


def test_missing_and_unwritable_ones_are_sentences(tmp_path):
    with pytest.raises(ProjectError, match=r"missing\.vsproject"):
        ProjectFile(tmp_path / "missing.vsproject").read()
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError, match="could not be saved"):
        ProjectFile(tmp_path / "file" / "a.vsproject").write(Project())


WRITER = """
import sys
from pathlib import Path
from vschaos_studio.services.project_file import ProjectFile, WrittenElsewhereError
from vschaos_studio.state.project import Project
file, written = ProjectFile(Path(sys.argv[1])), 0
file.read()
print("ready", flush=True)
sys.stdin.readline()
for _ in range(300):
    try:
        file.write(Project(page=sys.argv[2]))
        written += 1
    except WrittenElsewhereError:
        print(written, file.read().page)
        break
else:
    print(written, "")
"""


def test_of_two_programs_that_write_at_once_one_goes_on_and_the_other_is_stopped(tmp_path):
    path = tmp_path / "a.vsproject"
    ProjectFile(path).write(Project())
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [
        subprocess.Popen([*command, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for name in "AB"
    ]
    for one in writers:
        assert one.stdout.readline() == "ready\n"
    for one in writers:
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=240)[0].split() for one in writers]
    # Whoever wrote first never sees the other, and the other never wrote.
    assert sorted(len(one) for one in said) == [1, 2]
    assert sorted(int(one[0]) for one in said) == [0, 300]


def test_names_that_are_taken_get_a_number(tmp_path):
    assert free_path(tmp_path, "Untitled") == tmp_path / "Untitled.vsproject"
    for name in ("Untitled", "Untitled 2"):
        Path(tmp_path / f"{name}.vsproject").touch()
    assert free_path(tmp_path, "Untitled").name == "Untitled 3.vsproject"


KILLED = """
import sys
from pathlib import Path
from vschaos_studio.services.project_file import ProjectFile
from vschaos_studio.state.project import Project, ProjectInstrument
file = ProjectFile(Path(sys.argv[1]))
for number in range(10**9):
    file.write(Project(page=str(number), instruments=(ProjectInstrument(Path("/a"), "x" * (number % 200)),) * 50))
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_at_any_moment_leaves_a_whole_project(tmp_path):
    for kill in range(3):
        path = tmp_path / f"{kill}.vsproject"
        writer = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True)
        for _ in range(20 + 7 * kill):
            written = int(writer.stdout.readline())
        writer.kill()
        writer.communicate()
        assert int(ProjectFile(path).read().page) >= written
