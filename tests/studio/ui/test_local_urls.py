"""Paths as Qt's URLs and arguments."""

from vschaos_studio.ui.local_urls import path_of_argument


def test_an_argument_names_a_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert path_of_argument("runs/a b.vschaos") == tmp_path / "runs" / "a b.vschaos"
    assert path_of_argument((tmp_path / "c é").as_uri()) == tmp_path / "c é"
