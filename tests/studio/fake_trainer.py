"""A child that speaks the trainer's protocol, or the exporter's, without torch: ``fake_trainer.py SCENARIO train …``.

It writes the arguments that it was given to the file named by FAKE_ARGUMENTS, if there is one.
"""

import json
import os
import sys
import time
from pathlib import Path


def tell(kind, **fields):
    print(json.dumps({"type": kind, **fields}, ensure_ascii=False), flush=True)


def prepare():
    for done in range(3):
        tell("Preparing", what="Preparing the sounds", done=done, total=2)


def begin(steps=40, **more):
    prepare()
    facts = {"parameters": 1000, "audio_s": 60.0, "files": 2, "device": "cpu"}
    tell("Started", run="/runs/bells/version_0", steps=steps, **facts, **more)


def learn(first, last):
    for step in range(first, last, 10):
        tell(
            "Progress",
            step=step,
            steps=40,
            loss=1.0 / step,
            reconstruction=0.9 / step,
            divergence=0.1 / step,
            active_dims=5,
            eta_s=60.0,
            audio_s_per_s=180.0,
        )


def save(step):
    tell("InstrumentSaved", path="/runs/bells/version_0/last.vschaos", step=step, best=True)


def preview(step):
    folder = "/runs/bells/version_0/previews"
    sounds = {kind: f"{folder}/{step}-{kind}.flac" for kind in ("original", "reconstruction", "walk")}
    tell("Previewed", step=step, **sounds)


def finish(outcome, step, instrument="/runs/bells/version_0/last.vschaos"):
    tell("Finished", outcome=outcome, run="/runs/bells/version_0", instrument=instrument, step=step)


def order():
    line = sys.stdin.readline()
    return json.loads(line)["type"] if line else "end of input"


def complete():
    begin()
    learn(10, 30)
    tell("Validated", step=20, error_db=6.5, trend="improving")
    preview(20)
    tell("Warned", sentence="The disk is nearly full.", remedy="Make some room.")
    save(20)
    learn(30, 50)
    finish("complete", 40)


def obey():
    begin()
    learn(10, 20)
    save(10)
    if order() == "Cancel":
        finish("cancelled", 11, "")
    else:
        finish("stopped", 11)


def flat():
    begin()
    learn(10, 30)
    tell("Validated", step=20, error_db=6.5, trend="flat")
    save(20)
    finish("flat", 20)


def go_on():
    begin(steps=80, first_step=40)
    order()
    finish("stopped", 41)


def obey_early():
    prepare()
    finish("cancelled" if order() == "Cancel" else "stopped", 0, "")


def garbage():
    begin()
    print("Warning: some library says hello", flush=True)
    print('{"type": "Progress", "step": "many"}', flush=True)
    print("[" * 50_000, flush=True)
    sys.stdout.buffer.write(b"\xff\xfe\x00 not text\n")
    sys.stdout.flush()
    learn(10, 20)
    finish("complete", 40)


def crash():
    begin()
    learn(10, 20)
    save(10)
    raise RuntimeError("the network lost its temper")


def refuse():
    tell("Failed", sentence="The folder “x” is empty.", remedy="Choose a folder with sounds.")
    sys.exit(1)


def usage():
    print("vschaos train: “huge” is no configuration.\nChoose dgt_small or dgt_mid.", file=sys.stderr)
    sys.exit(1)


def no_memory():
    begin()
    print("RuntimeError: DefaultCPUAllocator: can't allocate memory: you tried to allocate 4 bytes", file=sys.stderr)
    sys.exit(1)


def killed():
    begin()
    os.kill(os.getpid(), 9)


def chatter():
    begin()
    for _ in range(5000):
        print("complaint " * 10, file=sys.stderr)
    finish("complete", 40)


def silent():
    pass


def deaf():
    prepare()
    while True:
        time.sleep(60)


def export_well():
    for stage in ("load", "script", "verify", "write"):
        print(json.dumps({"stage": stage, "sentence": f"Now: {stage}."}), flush=True)
    checks = [{"name": "live", "sentence": "Sounds as it does here."}, {"name": "chunks", "sentence": "Any buffer."}]
    print("some library says hello", flush=True)
    print(json.dumps({"done": True, "path": "/exports/bells.ts", "checks": checks}), flush=True)


def export_refused():
    print(json.dumps({"stage": "load", "sentence": "Opening."}), flush=True)
    remedy = "Choose a folder that you may write to, on a disk with free space."
    print(json.dumps({"error": "It could not be saved: Read-only file system.", "remedy": remedy}), flush=True)
    sys.exit(1)


def export_crash():
    print(json.dumps({"stage": "script", "sentence": "Turning."}), flush=True)
    raise RuntimeError("no script today")


def export_hang():
    print(json.dumps({"stage": "verify", "sentence": "Checking."}), flush=True)
    while True:
        time.sleep(60)


if __name__ == "__main__":
    if os.environ.get("FAKE_ARGUMENTS"):
        Path(os.environ["FAKE_ARGUMENTS"]).write_text(json.dumps(sys.argv[2:]), encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    globals()[sys.argv[1]]()
