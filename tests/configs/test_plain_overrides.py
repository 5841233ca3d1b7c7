"""Names and paths on the command line are used as written, whatever their characters."""

import pytest

from vschaos.configs.compose import compose_config
from vschaos.configs.plain_overrides import without_plain
from vschaos.errors import ConfigError

NAMES = (
    *(" leading", "trailing ", "\u3000wide\u3000", "a=b", "a,b", "[a]", "{a: b}", "it's", 'say "x"', "a&b", "(x)"),
    *(
        "#1",
        "~home",
        "${name}",
        "${",
        "$HOME",
        "!x",
        "100%",
        "a:b",
        "a\\b",
        "null",
        "1e3",
        "true",
        "é鐘",
        "caf\udce9",
        "*",
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_paths_are_used_as_written(name):
    overrides = [f"name={name}", f"+data.dataset.root=/x/{name}/y", f"++rundir={name}", "training.max_steps=7"]
    others, texts = without_plain(overrides)
    assert texts == {"name": name, "data.dataset.root": f"/x/{name}/y", "rundir": name}
    assert others == ["training.max_steps=7"]


@pytest.mark.parametrize("setting", ["train.from", "+start_from"])
def test_an_instrument_to_start_from_may_be_called_in_two_ways(setting):
    assert compose_config("dgt_small", [f"{setting}=a, b/[c].vschaos"]).start_from == "a, b/[c].vschaos"


def test_they_reach_the_configuration():
    name = " ${x} a=b, [c] {d: 'e'} \u3000"
    config = compose_config("dgt_small", [f"name={name}", f"+data.dataset.root={name}", "training.max_steps=7"])
    assert (config.name, config.data.dataset.root, config.training.max_steps) == (name, name, 7)


@pytest.mark.parametrize("written", ['"my, sounds"', "'my, sounds'"])
def test_quotation_marks_around_a_path_may_be_written_as_hydra_asks(written):
    assert without_plain([f"data.dataset.root={written}"])[1] == {"data.dataset.root": "my, sounds"}


def test_a_folder_that_has_quotation_marks_is_meant_where_it_is_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "'mine'").mkdir()
    assert without_plain(["rundir='mine'"])[1] == {"rundir": "'mine'"}


def test_the_last_one_counts_and_options_before_all():
    overrides = ["rundir=a", "rundir=b", "name=x"]
    config = compose_config("dgt_small", overrides, {"name": "option"})
    assert (config.rundir, config.name) == ("b", "option")


def test_other_settings_keep_the_grammar():
    with pytest.raises(ConfigError):
        compose_config("dgt_small", ["training.max_steps=a,b"])
