import json

import pytest

from vschaos_studio.settings.declaration import Setting
from vschaos_studio.settings.folders import config_folder, sets_folder
from vschaos_studio.settings.store import Settings, SettingsError
from vschaos_studio.settings.table import GAIN_DB, INSTRUMENT, OSC_ENABLED, OSC_IN_PORT, SETTINGS


def test_a_fresh_installation_has_the_defaults(settings):
    settings.load()
    assert all(settings.get(setting) == setting.default for setting in SETTINGS)


def test_what_was_set_is_there_after_a_restart(settings):
    settings.set(INSTRUMENT, "/sounds/Glöckchen.vschaos")
    settings.set(GAIN_DB, -12.5)
    settings.set(OSC_ENABLED, False)
    settings.save()
    again = Settings(settings.path)
    again.load()
    assert again.get(INSTRUMENT) == "/sounds/Glöckchen.vschaos"
    assert again.get(GAIN_DB) == -12.5
    assert again.get(OSC_ENABLED) is False
    assert [path.name for path in settings.path.parent.iterdir()] == ["studio.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 1}', '{"version": "x", "values": {}}', "\x00\xff", "[" * 9999]
)
def test_a_damaged_file_costs_only_itself_and_is_kept(settings, text):
    settings.path.parent.mkdir(parents=True)
    settings.path.write_text(text, encoding="latin-1")
    with pytest.raises(SettingsError) as emitted:
        settings.load()
    kept = settings.path.with_suffix(".damaged.json")
    assert kept.read_text(encoding="latin-1") == text
    assert str(kept) in emitted.value.remedy
    settings.save()
    Settings(settings.path).load()


def test_one_damaged_value_costs_only_itself(settings):
    settings.path.parent.mkdir(parents=True)
    values = {"osc.in_port": 80, "audio.gain_db": "loud", "instrument.path": "/a.vschaos"}
    settings.path.write_text(json.dumps({"version": 1, "values": values}))
    with pytest.raises(SettingsError, match=r"OSC in.*Gain|Gain.*OSC in"):
        settings.load()
    assert settings.get(OSC_IN_PORT) == OSC_IN_PORT.default
    assert settings.get(GAIN_DB) == GAIN_DB.default
    assert settings.get(INSTRUMENT) == "/a.vschaos"


def test_values_of_a_newer_program_survive(settings):
    settings.path.parent.mkdir(parents=True)
    settings.path.write_text(json.dumps({"version": 1, "values": {"from.the.future": [1]}}))
    settings.load()
    settings.save()
    assert json.loads(settings.path.read_text())["values"]["from.the.future"] == [1]


def test_an_old_file_is_brought_up_to_date(tmp_path):
    colour = Setting("colour", "grey", "Colour", "")
    (tmp_path / "s.json").write_text(json.dumps({"version": 1, "values": {"color": "red"}}))
    steps = {1: lambda values: {"tint": values["color"]}, 2: lambda values: {"colour": values["tint"]}}
    settings = Settings(tmp_path / "s.json", declared=(colour,), version=3, migrations=steps)
    settings.load()
    assert settings.get(colour) == "red"


def test_a_folder_that_cannot_be_written_ends_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "studio.json")
    with pytest.raises(SettingsError, match="could not be saved"):
        settings.save()


@pytest.mark.parametrize(
    ("setting", "value"), [(GAIN_DB, float("nan")), (GAIN_DB, 13.0), (GAIN_DB, True), (OSC_IN_PORT, 1.0)]
)
def test_impossible_values_are_refused(settings, setting, value):
    with pytest.raises(ValueError, match=setting.key):
        settings.set(setting, value)


def test_each_setting_is_declared_once_and_described():
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    assert all(setting.title and setting.help for setting in SETTINGS)
    assert all(setting.accept(setting.default) == setting.default for setting in SETTINGS)


def test_the_environment_chooses_the_folder(tmp_path):
    assert config_folder({"VSCHAOS_CONFIG": str(tmp_path)}) == tmp_path
    assert config_folder({}).name == "vschaos-studio"
    assert sets_folder({"VSCHAOS_CONFIG": str(tmp_path)}) == tmp_path / "sets"
    assert sets_folder({}).parts[-2:] == ("vschaos-studio", "sets")


def written(settings, text):
    settings.path.parent.mkdir(parents=True, exist_ok=True)
    settings.path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        *('{"version": Infinity, "values": {}}', '{"version": NaN, "values": {}}', '{"version": true, "values": {}}'),
        *('{"version": 1, "values": [["a", 1]]}', '{"version": "1", "values": {}}', '{"version": -5, "values": {}}'),
        *("[" * 100_000, '{"version": 1' + "0" * 400 + ', "values": {}}', '{"version": 1.5, "values": {}}'),
    ],
    ids=range(9),
)
def test_versions_and_values_that_cannot_be(settings, text):
    written(settings, text)
    with pytest.raises(SettingsError, match="could not be read"):
        settings.load()
    assert settings.get(GAIN_DB) == GAIN_DB.default


@pytest.mark.parametrize("number", ["1" + "0" * 400, "1" + "0" * 100_000, "Infinity", "NaN", "1e999"], ids=range(5))
def test_a_number_that_overflows_costs_only_itself(settings, number):
    written(settings, f'{{"version": 1, "values": {{"{GAIN_DB.key}": {number}, "{INSTRUMENT.key}": "x"}}}}')
    with pytest.raises(SettingsError, match=GAIN_DB.title):
        settings.load()
    assert settings.get(GAIN_DB) == GAIN_DB.default
    assert settings.get(INSTRUMENT) == "x"


def test_a_byte_order_mark_is_no_damage(settings):
    written(settings, f'\ufeff{{"version": 1, "values": {{"{INSTRUMENT.key}": "x"}}}}')
    settings.load()
    assert settings.get(INSTRUMENT) == "x"


def test_a_path_that_is_no_text_is_remembered(settings):
    settings.set(INSTRUMENT, "/music/caf\udce9/x.vschaos")
    settings.save()
    again = Settings(settings.path)
    again.load()
    assert again.get(INSTRUMENT) == "/music/caf\udce9/x.vschaos"
