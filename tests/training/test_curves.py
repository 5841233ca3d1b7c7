"""The table of curves goes on where a resumed training goes on."""

import csv

from vschaos.training.curves import CurveTable


def rows(path):
    with path.open(newline="") as file:
        return [(int(row["step"]), row["loss"], row["error_db"]) for row in csv.DictReader(file)]


def test_figures_have_columns_and_what_is_unknown_stays_empty(tmp_path):
    table = CurveTable(tmp_path / "logs" / "metrics.csv")
    table.add(1, {"loss": 0.5, "something else": 3.0})
    table.add(2, {"error_db": 4.0})
    assert rows(tmp_path / "logs" / "metrics.csv") == [(1, "0.5", ""), (2, "", "4.0")]


def test_steps_that_will_be_taken_anew_are_dropped(tmp_path):
    path = tmp_path / "metrics.csv"
    table = CurveTable(path)
    for step in range(1, 9):
        table.add(step, {"loss": float(step)})
    with path.open("a") as file:
        file.write("9,0.1,0.")  # cut short by a crash
    CurveTable(path, first_step=5).add(6, {"loss": 60.0})
    assert [step for step, *_ in rows(path)] == [1, 2, 3, 4, 5, 6]
    assert rows(path)[-1][1] == "60.0"


def test_a_new_training_begins_a_new_table(tmp_path):
    path = tmp_path / "metrics.csv"
    CurveTable(path).add(1, {"loss": 1.0})
    CurveTable(path)
    assert rows(path) == []
