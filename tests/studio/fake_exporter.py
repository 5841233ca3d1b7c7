"""A child that speaks today's protocol of ``vschaos script --json``, without torch: ``fake_exporter.py script …``.

It makes the folder that it was asked for, tells each check as it passes, and lists the words on the instrument's card
in the file ``NAME.md``.
"""

import json
import sys
import zipfile
from pathlib import Path

CHECKS = ("contract", "live", "map", "speed")


def tell(**fields):
    print(json.dumps(fields), flush=True)


def main(arguments):
    given = dict(word[2:].split("=", 1) for word in arguments if word.startswith("--") and "=" in word)
    instrument, name = Path(arguments[-1]), given["name"]
    with zipfile.ZipFile(instrument) as archive:
        card = json.loads(archive.read("card.json").decode("utf-8"))
    tell(stage="load", sentence=f"Opening “{instrument.name}”.")
    tell(stage="script", sentence="Turning.")
    tell(stage="verify", sentence="Checking.")
    checks = [{"name": check, "sentence": f"The check {check} held."} for check in CHECKS]
    for check in checks:
        tell(check=check["name"], sentence=check["sentence"])
    tell(stage="write", sentence="Writing.")
    folder = Path(given["out"]) / name
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}{ending}" for ending in ("-help.pd", ".maxpat", ".md", ".pd", ".ts")]
    words = "\n".join((card["author"], card["licence"], card["description"], str(instrument)))
    for file in files:
        file.write_text(words if file.suffix == ".md" else "", encoding="utf-8")
    tell(
        done=True,
        path=str(folder / f"{name}.ts"),
        files=[str(file) for file in files],
        checks=checks,
        decode_x_realtime=86.1,
        forward_x_realtime=57.6,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
