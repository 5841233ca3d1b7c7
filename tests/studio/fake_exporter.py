"""A child that sends the messages of ``vschaos script --json``, without torch: ``fake_exporter.py script …``.

It makes the folder that it was asked for, tells each check as it passes, and lists the words on the instrument's card
in the file ``NAME.md``.
"""

import json
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vschaos.export.report import EXPORT_MESSAGES, Check, ExportDone, Stage, StageBegun, Verified

CHECKS = ("contract", "live", "map", "speed")


def send(message):
    print(EXPORT_MESSAGES.encode(message), flush=True)


def main(arguments):
    given = dict(word[2:].split("=", 1) for word in arguments if word.startswith("--") and "=" in word)
    sys.stdout.reconfigure(encoding="utf-8")
    instrument, name = Path(arguments[-1]), given["name"]
    with zipfile.ZipFile(instrument) as archive:
        card = json.loads(archive.read("card.json").decode("utf-8"))
    send(StageBegun(Stage.LOAD, f"Opening “{instrument.name}”."))
    send(StageBegun(Stage.SCRIPT, "Turning."))
    send(StageBegun(Stage.VERIFY, "Checking."))
    checks = tuple(Check(name, f"The check {name} held.") for name in CHECKS)
    for check in checks:
        send(check)
    send(StageBegun(Stage.WRITE, "Writing."))
    folder = Path(given["out"]) / name
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}{ending}" for ending in ("-help.pd", ".maxpat", ".md", ".pd", ".ts")]
    words = "\n".join((card["author"], card["licence"], card["description"], str(instrument)))
    for file in files:
        file.write_text(words if file.suffix == ".md" else "", encoding="utf-8")
    module = str(folder / f"{name}.ts")
    send(ExportDone(module, tuple(map(str, files)), Verified(checks, 86.1, 57.6)))


if __name__ == "__main__":
    main(sys.argv[1:])
