"""The forecast, asked of a child that answers, talks nonsense, or is wanted no more."""

import json
import sys
from pathlib import Path

import pytest

from vschaos_studio.services.forecast_task import forecast_times
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext


def child(code):
    return Launcher([sys.executable, "-I", "-S", "-c", code])


def context():
    return TaskContext(lambda _news: None)


def test_times_come_by_the_names_of_configurations():
    said = {"files": [], "forecast": {"training_s": {"dgt_small": 61.5, "dgt_mid": 900, "odd": "nan", "no": -1}}}
    code = f"import sys; assert sys.argv[1] == 'doctor', sys.argv; print({json.dumps(said, indent=1)!r})"
    assert forecast_times(child(code), Path("-sounds"), context()) == {"dgt_small": 61.5, "dgt_mid": 900.0}


@pytest.mark.parametrize("said", ["", "no json", "[]", '{"forecast": null}', '{"forecast": {"training_s": 3}}'])
def test_nonsense_is_no_forecast(said):
    assert forecast_times(child(f"print({said!r})"), Path("/sounds"), context()) == {}


def test_a_missing_program_is_no_forecast():
    assert forecast_times(Launcher(["/nowhere/vschaos"]), Path("/sounds"), context()) == {}


def test_one_that_is_wanted_no_more_ends_its_child():
    asked = context()
    asked.cancel()
    assert forecast_times(child("import threading; threading.Event().wait(600)"), Path("/sounds"), asked) == {}
