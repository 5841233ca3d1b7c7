"""The engine: one performance that sounds, whatever hands move it. It owns every thread but the hands' own.

===============  ===================================================================================
inference        renders into the ring (`vschaos.realtime.inference`), real-time priority where granted
PortAudio's      copies from the ring to the device (`vschaos.realtime.stream`), without Python
workshop         what takes long, one after the other: opening instruments, files and devices, looking after them
audition         decodes the sound file that is listened to (`vschaos.realtime.audition`), while there is one
recorder         writes what is heard to the disk (`vschaos.realtime.recorder`)
osc              the OSC port (`vschaos.osc.server`), if it is on
midi             MIDI inputs (`vschaos.realtime.midi`), if any is chosen
===============  ===================================================================================

Public methods may be called from any thread and return at once; what they bring about is told as events
(`vschaos.realtime.protocol`) through ``emit``, which must not block.
"""

from __future__ import annotations

import contextlib
import gc
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from vschaos.errors import ControlError, DeviceError, InstrumentError, VschaosError
from vschaos.osc.bridge import OscBridge
from vschaos.performance.authority import Performance
from vschaos.performance.gesture_files import read_gesture, write_gesture
from vschaos.performance.notes import NoteEvent
from vschaos.performance.set_files import PerformanceSet, read_set, write_set
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.audio_io import AudioIo
from vschaos.realtime.audition import Audition
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.figures import process_age_s
from vschaos.realtime.inference import InferenceThread
from vschaos.realtime.loading import load_instrument, warm_further
from vschaos.realtime.midi import MidiInput
from vschaos.realtime.outputs import NO_DEVICE
from vschaos.realtime.protocol import Figures, InstrumentLoaded, Notice, Snapshot
from vschaos.realtime.recorder import Recorder
from vschaos.realtime.scheduling import SWITCH_INTERVAL_S
from vschaos.realtime.status import Health, figures_of, osc_health_of, snapshot_of
from vschaos.realtime.warming import warm_up

Emit = Callable[[object], None]

WORK_WAITING = 64
LOOK_AFTER_EVERY_S = 0.25
LOADING_QUEUE_S = 0.2
"""Sound that is kept waiting while an instrument is opened: hands are heard later for a second, but nothing is torn."""


class Engine:
    """Plays an instrument through a device.

    Parameters
    ----------
    emit
        Takes events for whoever started the engine; must not block.
    lost
        Called once PortAudio hangs and nothing sounds, so that only a new process can sound again.

    Attributes
    ----------
    performance
        What is played.
    midi
        The MIDI inputs.
    osc
        The OSC port, and the addresses that it has learnt.
    """

    def __init__(self, emit: Emit, lost: Callable[[], None] = lambda: None) -> None:
        self.performance = Performance()
        self._emit = emit
        self._lost = lost
        self._lost_told = False
        self._made_at = time.perf_counter()
        self._age_then_s = process_age_s()
        self._audition = Audition(self._tell)
        self._inference = InferenceThread(self.performance, audition=self._audition)
        self._io = AudioIo(self._inference, self._tell, self._audition.stop)
        self.midi = MidiInput(self.performance, emit, emit, self._tell)
        self.osc = OscBridge(
            self.performance, lambda: osc_health_of(self.snapshot(), self._instrument), emit, self._tell
        )
        self._work: queue.Queue[Callable[[], None] | None] = queue.Queue(WORK_WAITING)
        self._workshop = threading.Thread(target=self._run_workshop, name="workshop", daemon=True)
        self._ending = False
        self._instrument: LoadedInstrument | None = None
        self._wanted_instrument = ""
        self._frozen = False
        self._recoveries_told = 0
        self._failure_told = ""

    # ── life ──────────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Start the threads and tune this process's interpreter for sound."""
        warm_up()
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        # A collection stops all threads for tens of milliseconds; the workshop collects after it made garbage.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._inference.start()
        self._workshop.start()

    def shutdown(self) -> Figures:
        """Fade out, close everything, and tell how it went."""
        self.osc.close()
        self.midi.close()
        self._ending = True
        self._work.put(None)
        if self._workshop.is_alive():
            self._workshop.join()
        figures = self.figures()
        self._io.close_input()
        self._io.close()
        self._inference.stop()
        gc.enable()
        return figures

    @property
    def audio_lost(self) -> bool:
        """True once PortAudio hangs and nothing sounds: only a new process can sound again."""
        return self._io.lost and self._io.output is None

    # ── orders, from any thread ───────────────────────────────────────────────────────────────────────────

    def touch(self, touches: tuple[Touch, ...], origin: Origin) -> None:
        """Move controls together; what cannot be applied becomes a notice."""
        for refused in self.performance.touch(touches, origin).refused:
            self._tell(refused.error)

    def play_note(self, event: NoteEvent) -> None:
        """Take what a keyboard did."""
        self.performance.play_note(event)

    def load(self, path: str) -> None:
        """Open an instrument and swap it in; of several that wait, the last alone."""
        self._wanted_instrument = path
        self._later(lambda: self._load(path))

    def adopt(self, instrument: LoadedInstrument) -> None:
        """Sound an instrument that is loaded already."""
        self.performance.fit(instrument.playable, instrument.terrain)
        self._instrument = instrument
        self._failure_told = ""
        self._inference.take(instrument)
        playable = instrument.playable
        labels = tuple(label.name for label in playable.labels)
        self._later(lambda: self._warm_further(instrument))
        self._emit(
            InstrumentLoaded(
                instrument.path,
                instrument.name,
                playable.latent_dims,
                instrument.sample_rate_hz,
                labels,
                playable.terrain,
            )
        )

    def select_device(self, name: str, latency_ms: float = 0.0) -> None:
        """Play through this output, with so much latency at least; an empty name is the default."""
        self._later(lambda: self._io.select(name, latency_ms / 1000.0))

    def select_input(self, name: str) -> None:
        """Listen to this input while the control ``input`` is on; an empty name is the default."""
        self._later(lambda: self._io.select_input(name))

    def refresh_devices(self) -> None:
        """Look for audio and MIDI devices; where no output is open, open the one wanted."""
        self.midi.refresh()
        self._later(self._io.refresh)

    def play_sound(self, path: str) -> None:
        """Play an audio file, once, at the output gain; a file or a device that is missing becomes a notice."""
        opened = self._io.output
        if opened is None:
            self._emit(Notice("The sound cannot be heard: no audio output is open.", NO_DEVICE.remedy))
            return
        self._audition.play(path, opened.outlet.rate_hz)

    def stop_sound(self) -> None:
        """Fade out the audio file that plays."""
        self._audition.stop()

    def record(self, path: str) -> None:
        """Write what is heard into a file from now on."""
        self._with_recorder(lambda recorder: recorder.start(Path(path)))

    def stop_recording(self) -> None:
        """End the recording."""
        self._with_recorder(lambda recorder: recorder.stop())

    def save_last(self, path: str, seconds: float) -> None:
        """Write the last seconds that were heard into a file."""
        self._with_recorder(lambda recorder: recorder.save_last(Path(path), seconds))

    def save_gesture(self, path: str) -> None:
        """Write the gesture into a file."""
        gesture = self.performance.gesture
        if gesture is None:
            self._emit(Notice("There is no gesture to save.", "Record one first."))
        else:
            self._later(lambda: write_gesture(Path(path), gesture))

    def open_gesture(self, path: str) -> None:
        """Take up a gesture from a file."""
        self._later(lambda: self.performance.load_gesture(read_gesture(Path(path))))

    def save_set(self, path: str) -> None:
        """Write snapshots, gesture and bindings into a file."""
        self._later(lambda: write_set(Path(path), self._set()))

    def open_set(self, path: str) -> None:
        """Take up snapshots, gesture and bindings from a file; one that is not there is an empty set."""
        self._later(lambda: self._open_set(Path(path)))

    # ── status, for any thread ────────────────────────────────────────────────────────────────────────────

    def snapshot(self) -> Snapshot:
        """The state and the health of the engine now."""
        return snapshot_of(self.performance, self._health())

    def figures(self) -> Figures:
        """How playing went since the start."""
        return figures_of(self._health(), self._inference.hops, self._age_then_s - self._made_at)

    def _health(self) -> Health:
        return Health(
            instrument=self._instrument,
            render=self._inference.status,
            grant=self._inference.grant,
            output=self._io.output,
            input=self._io.input,
            underruns_before=self._io.underruns,
            shortages_before=self._io.shortages,
            osc=self.osc.server,
            auditioning=self._audition.path,
        )

    # ── the workshop ──────────────────────────────────────────────────────────────────────────────────────

    def _later(self, task: Callable[[], None]) -> None:
        try:
            self._work.put_nowait(task)
        except queue.Full:
            self._emit(Notice("The engine is busy and left out an order.", "Try again in a moment."))

    def _run_workshop(self) -> None:
        while True:
            try:
                task = self._work.get(timeout=LOOK_AFTER_EVERY_S)
            except queue.Empty:
                task = self._look_after
            if task is None:
                return
            if self._ending:
                continue
            try:
                task()
            except VschaosError as error:
                self._tell(error)
            # A bug in one task must not end the thread that looks after the devices: it is reported.
            except Exception as error:
                traceback.print_exc(file=sys.stderr)
                self._emit(Notice(f"The engine could not carry out an order: {error}.", "Please report this."))
            if task != self._look_after:
                self._collect_garbage()

    def _collect_garbage(self) -> None:
        """While it collects, all threads stand still: what the first instrument brought along is looked at but once."""
        gc.collect()
        if self._instrument is not None and not self._frozen:
            self._frozen = True
            gc.freeze()

    def _load(self, path: str) -> None:
        if path != self._wanted_instrument:
            return
        # TorchScript compiles for tens of milliseconds at a time without letting go of the interpreter.
        self._inference.brace(LOADING_QUEUE_S)
        try:
            self.adopt(load_instrument(Path(path)))
            self._collect_garbage()
        except InstrumentError as error:
            going_on = " The instrument before it plays on." if self._instrument else ""
            raise InstrumentError(error.sentence + going_on, error.remedy) from error
        finally:
            self._inference.brace(0.0)

    def _warm_further(self, instrument: LoadedInstrument) -> None:
        """What else it can do, compiled while it sounds already; its first hops take longer than those to come, too."""
        if instrument is self._instrument:
            self._inference.brace(LOADING_QUEUE_S)
            try:
                warm_further(instrument)
            finally:
                self._inference.brace(0.0)

    def _set(self) -> PerformanceSet:
        return PerformanceSet(
            self.performance.state.snapshots, self.performance.gesture, self.midi.bindings, self.osc.learning.bindings
        )

    def _open_set(self, path: Path) -> None:
        try:
            opened = read_set(path)
        except VschaosError as error:
            aside = path.with_suffix(".damaged.json")
            with contextlib.suppress(OSError):
                path.replace(aside)
            self._take_set(PerformanceSet())
            raise ControlError(error.sentence, f"It is kept as “{aside}”; an empty set takes its place.") from error
        self._take_set(opened)

    def _take_set(self, opened: PerformanceSet) -> None:
        self.performance.load_snapshots(opened.snapshots)
        self.performance.load_gesture(opened.gesture)
        self.midi.load_bindings(opened.bindings)
        self.osc.learning.load(opened.osc_bindings)

    def _with_recorder(self, order: Callable[[Recorder], None]) -> None:
        opened = self._io.output
        if opened is None:
            self._emit(Notice("Nothing can be recorded: no audio output is open.", NO_DEVICE.remedy))
        else:
            order(opened.recorder)

    def _look_after(self) -> None:
        """Notice devices that went away or came back, and an instrument that misbehaves."""
        self._io.look_after(self.performance.state["input"] >= 0.5, time.monotonic())
        if self.audio_lost and not self._lost_told:
            self._lost_told = True
            self._lost()
        render = self._inference.status
        if render.failure and render.failure != self._failure_told:
            self._failure_told = render.failure
            raise InstrumentError(
                f"The instrument failed while playing: {render.failure}", "Load it again, or another one."
            )
        if render.recoveries > self._recoveries_told:
            self._emit(Notice("The instrument made an impossible sound and was started afresh.", "", is_error=False))
        self._recoveries_told = render.recoveries

    def _tell(self, event: object) -> None:
        """An event, or an error as a notice; that a computer has no output is none."""
        if isinstance(event, VschaosError):
            absent = isinstance(event, DeviceError) and event is NO_DEVICE
            event = Notice(event.sentence, event.remedy, is_error=not absent)
        self._emit(event)
