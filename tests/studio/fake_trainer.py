"""A child that sends the trainer's messages, or the exporter's, without torch: ``fake_trainer.py SCENARIO train …``.

Messages are made and encoded by the program's own code, so that it cannot send what the program would not.
It writes the arguments that it was given to the file named by FAKE_ARGUMENTS, if there is one. FAKE_RUN is the folder
that it starts in.
"""

import json
import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vschaos.export.report import EXPORT_MESSAGES, Check, ExportDone, Stage, StageBegun, Verified
from vschaos.messages import Problem
from vschaos.training.events import (
    EVENTS,
    Finished,
    InstrumentSaved,
    Outcome,
    Preparing,
    Previewed,
    Progress,
    Started,
    Validated,
)
from vschaos.training.trend import Trend

RUN = "/runs/bells/version_0"


def report(event):
    print(EVENTS.encode(event), flush=True)


def send(message):
    print(EXPORT_MESSAGES.encode(message), flush=True)


def prepare():
    for done in range(3):
        report(Preparing("Preparing the sounds", done, 2))


def begin(steps=40, first_step=0):
    prepare()
    run = os.environ.get("FAKE_RUN", RUN)
    report(Started(run, steps, parameters=1000, audio_s=60.0, files=2, device="cpu", first_step=first_step))


def learn(first, last):
    for step in range(first, last, 10):
        report(Progress(step, 40, 1.0 / step, 0.9 / step, 0.1 / step, 5, eta_s=60.0, audio_s_per_s=180.0))


def save(step, ended=False):
    report(InstrumentSaved(f"{RUN}/last.vschaos", step, best=not ended, ended=ended))


def preview(step):
    report(Previewed(step, *(f"{RUN}/previews/{step}-{kind}.flac" for kind in ("original", "reconstruction", "walk"))))


def finish(outcome, step, instrument=f"{RUN}/last.vschaos"):
    report(Finished(outcome, RUN, instrument, step))


def order():
    line = sys.stdin.readline()
    return json.loads(line)["type"] if line else "end of input"


def complete():
    begin()
    learn(10, 30)
    report(Validated(20, 6.5, trend=Trend.IMPROVING))
    preview(20)
    report(Problem("The disk is nearly full.", "Make some room.", is_error=False))
    save(20)
    learn(30, 50)
    finish(Outcome.COMPLETE, 40)


def obey():
    begin()
    learn(10, 20)
    save(10)
    if order() == "Cancel":
        finish(Outcome.CANCELLED, 11, "")
    else:
        finish(Outcome.STOPPED, 11)


def learn_phrases():
    begin()
    learn(10, 20)
    order()
    save(11, ended=True)
    order()
    save(11, ended=True)
    finish(Outcome.STOPPED, 11)


def flat():
    begin()
    learn(10, 30)
    report(Validated(20, 6.5, trend=Trend.FLAT))
    save(20)
    finish(Outcome.FLAT, 20)


def go_on():
    begin(steps=80, first_step=40)
    order()
    finish(Outcome.STOPPED, 41)


def obey_early():
    prepare()
    finish(Outcome.CANCELLED if order() == "Cancel" else Outcome.STOPPED, 0, "")


def garbage():
    begin()
    print("Warning: some library says hello", flush=True)
    print('{"type": "Progress", "step": "many"}', flush=True)
    print("[" * 50_000, flush=True)
    sys.stdout.buffer.write(b"\xff\xfe\x00 not text\n")
    sys.stdout.flush()
    learn(10, 20)
    finish(Outcome.COMPLETE, 40)


def crash():
    begin()
    learn(10, 20)
    save(10)
    raise RuntimeError("the network lost its temper")


def crash_early():
    prepare()
    raise RuntimeError("the network lost its temper")


def refuse():
    report(Problem("The folder “x” is empty.", "Choose a folder with sounds."))
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
    finish(Outcome.COMPLETE, 40)


def silent():
    pass


def deaf():
    prepare()
    while True:
        threading.Event().wait(60)


def export_well():
    checks = Check("live", "Sounds as it does here."), Check("chunks", "Any buffer.")
    for stage in Stage:
        send(StageBegun(stage, f"Now: {stage.value}."))
        if stage is Stage.VERIFY:
            print("some library says hello", flush=True)
            for check in checks:
                send(check)
    send(ExportDone("/exports/bells.ts", (), Verified(checks, 0.0)))


def export_refused():
    send(StageBegun(Stage.LOAD, "Opening."))
    remedy = "Choose a folder where you have write permission, on a disk with free space."
    send(Problem("It could not be saved: Read-only file system.", remedy))
    sys.exit(1)


def export_crash():
    send(StageBegun(Stage.SCRIPT, "Turning."))
    raise RuntimeError("no script today")


def export_hang():
    send(StageBegun(Stage.VERIFY, "Checking."))
    while True:
        threading.Event().wait(60)


if __name__ == "__main__":
    if os.environ.get("FAKE_ARGUMENTS"):
        Path(os.environ["FAKE_ARGUMENTS"]).write_text(json.dumps(sys.argv[2:]), encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    globals()[sys.argv[1]]()
