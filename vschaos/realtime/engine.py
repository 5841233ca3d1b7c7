"""The engine: one performance that sounds, whatever moves it. It owns all threads except those of controllers.

===============  ===================================================================================
PortAudio's      makes the sound, in the compiled core (`vschaos.realtime.devices.stream`), without Python
control          hands the core what sounds (`vschaos.realtime.control`)
workshop         what takes long, one after the other: opening instruments, files and devices, looking after them
audition         decodes the sound file that is listened to (`vschaos.realtime.audition`), while there is one
recorder         writes what is heard to the disk (`vschaos.realtime.recording.recorder`)
spectrum         the picture of what is heard (`vschaos.realtime.spectrum`), while somebody watches it
recovery         once, at the start: completes the recordings of a killed process (`realtime.recording.unfinished`)
osc              the OSC port (`vschaos.osc.server`), if it is on
midi             MIDI inputs (`vschaos.realtime.midi.input`), if any is chosen
gamepads         gamepads (`vschaos.realtime.gamepads.input`), if any is assigned
===============  ===================================================================================

Public methods may be called from any thread and return at once; their results are reported as events
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

from vschaos.errors import ControlError, InstrumentError, VschaosError
from vschaos.osc.bridge import OscBridge
from vschaos.performance.binding_sources import AllBindings
from vschaos.performance.bindings import BindingsChanged
from vschaos.performance.gamepad_decoder import GAMEPAD
from vschaos.performance.gesture_files import read_gesture, write_gesture
from vschaos.performance.midi_decoder import MIDI
from vschaos.performance.notes import NoteEvent
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.pen_decoder import PEN, PenDecoder
from vschaos.performance.performance import Performance
from vschaos.performance.set_files import PerformanceSet, read_set, write_set
from vschaos.performance.state import Origin, Touch
from vschaos.performance.tuning_files import read_tuning
from vschaos.realtime.audition import Audition
from vschaos.realtime.control import ControlThread
from vschaos.realtime.devices.audio_io import AudioIo
from vschaos.realtime.devices.outputs import NO_DEVICE
from vschaos.realtime.direction_words import DirectionWords
from vschaos.realtime.figures import process_age_s
from vschaos.realtime.gamepads.input import GamepadInput
from vschaos.realtime.loading import LoadedInstrument, load_instrument
from vschaos.realtime.midi.input import MidiInput
from vschaos.realtime.protocol import (
    EngineStatus,
    Event,
    Figures,
    InstrumentLoaded,
    Problem,
    SetOpened,
    SetSaved,
)
from vschaos.realtime.recording.history import History
from vschaos.realtime.recording.recorder import Recorder
from vschaos.realtime.recording.unfinished import Unfinished, unfinished_folder
from vschaos.realtime.scheduling import SWITCH_INTERVAL_S
from vschaos.realtime.set_version import SetVersion
from vschaos.realtime.spectrum import SpectrumWatch
from vschaos.realtime.status import EngineParts, figures_of, osc_health_of, status_of

Emit = Callable[[Event], None]

WORK_WAITING = 64
LOOK_AFTER_EVERY_S = 0.25


class Engine:
    """Plays an instrument through a device.

    Parameters
    ----------
    emit
        Takes events for whoever started the engine; must not block.
    lost
        Called once nothing is heard and only a new process can sound again, or through the wanted output, since the
        JACK server died; whoever gives it starts one. By default nobody does.
    failed
        Called once the control thread has ended because of a bug, and its sound has faded: the process should end.

    Attributes
    ----------
    performance
        What is played.
    bindings
        Which controllers move what.
    midi
        The MIDI inputs.
    osc
        The OSC port.
    unfinished
        Recordings that are being made, and those of processes that died.
    """

    def __init__(
        self,
        emit: Emit,
        lost: Callable[[], None] | None = None,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        self.performance = Performance()
        self._emit = emit
        self._lost = lost
        self._loss_reported = False
        self._made_at = time.perf_counter()
        self._age_then_s = process_age_s()
        self._audition = Audition(self._report)
        self._control = ControlThread(self.performance, lambda: self._ending or failed())
        self.unfinished = Unfinished(unfinished_folder())
        self._io = AudioIo(self._control, self._report, self._audition.stop, self.unfinished, restarts=lost is not None)
        self.bindings = AllBindings(lambda: self.performance.controls, self._on_bindings)
        self._set_version = SetVersion(self.performance, self.bindings)
        self.midi = MidiInput(self.performance, self.bindings.of(MIDI.name), emit, self._report)
        self._gamepads = GamepadInput(self.performance, self.bindings.of(GAMEPAD.name), emit, self._report)
        self.osc = OscBridge(
            self.performance,
            self.bindings.of(OSC.name),
            lambda: osc_health_of(
                self.status(), self._instrument, self._directions.words(self.performance.state["even"])
            ),
            emit,
            self._report,
        )
        self._directions = DirectionWords()
        self._pen = PenDecoder()
        self._spectrum = SpectrumWatch(self._heard, emit)
        self._work: queue.Queue[Callable[[], None] | None] = queue.Queue(WORK_WAITING)
        self._workshop = threading.Thread(target=self._run_workshop, name="workshop", daemon=True)
        self._ending = False
        self._instrument: LoadedInstrument | None = None
        self._wanted_instrument = ""
        self._before_load = self.performance.state
        self._frozen = False
        self._recoveries_reported = 0

    # ── life ──────────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Start the threads and tune this process's interpreter for sound."""
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        # A collection stops all threads for tens of milliseconds; the workshop collects after it made garbage.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._control.start()
        self._workshop.start()
        # On a thread of its own: to count a long flac takes seconds.
        threading.Thread(target=self._recover_recordings, name="recovery", daemon=True).start()

    def _recover_recordings(self) -> None:
        for recovered in self.unfinished.recover():
            self._emit(recovered)

    def shutdown(self) -> Figures:
        """Fade out, close everything, and return how it went."""
        self._spectrum.watch(False)
        self.osc.close()
        self.midi.close()
        self._gamepads.close()
        self._ending = True
        self._work.put(None)
        if self._workshop.is_alive():
            self._workshop.join()
        self._directions.close()
        figures = self.figures()
        self._io.shutdown()
        self._control.stop()
        gc.enable()
        return figures

    @property
    def audio_lost(self) -> bool:
        """True once nothing sounds and no devices can be looked for: only a new process can sound again."""
        return self._io.lost and self._io.output is None

    @property
    def devices_need_restart(self) -> bool:
        """True once only a new process can look for devices, whether or not one sounds."""
        return self._io.lost

    @property
    def has_failed(self) -> bool:
        """True once a bug has ended the thread that moves the sound: only a new process can sound again."""
        return self._control.has_failed

    # ── orders, from any thread ───────────────────────────────────────────────────────────────────────────

    def touch(self, touches: tuple[Touch, ...], origin: Origin) -> None:
        """Move controls together; what cannot be applied becomes a notice."""
        for refused in self.performance.touch(touches, origin).refused:
            self._report(refused.error)

    def play_note(self, event: NoteEvent) -> None:
        """Take what a keyboard did."""
        self.performance.play_note(event)

    def press(self, source: str, pressure: float) -> None:
        """Move what the pressure of a pen or a finger is assigned to."""
        reading = self._pen.decode(source, pressure)
        if reading is not None:
            self.touch(self.bindings.of(PEN.name).move((reading,), self.performance.controls), Origin.UI)

    def load(self, path: str) -> None:
        """Open an instrument and swap it in; of several that wait, the last alone.

        It is played from its start; what is moved while it is being opened, and all of it where it is the next
        checkpoint of the one that is there, keeps its place.
        """
        self._wanted_instrument = path
        self._before_load = self.performance.state
        self._later(lambda: self._load(path))

    def adopt(self, instrument: LoadedInstrument) -> None:
        """Sound an instrument that is loaded already."""
        again = self._instrument is not None and self._instrument.path == instrument.path
        # Before the controls change: OSC describes no axes by the words of others.
        self._instrument = instrument
        self._directions.follow(instrument)
        self.performance.fit(
            instrument.playable, instrument.terrain, None if again else self._before_load, instrument.phrases
        )
        self._control.set_instrument(instrument)
        playable = instrument.playable
        self._emit(
            InstrumentLoaded(
                instrument.path,
                instrument.name,
                playable.latent_dims,
                instrument.sample_rate_hz,
                tuple(label.name for label in playable.labels),
                playable.terrain,
                playable.home,
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

    def play_sound(self, path: str, *, onward: bool = False) -> None:
        """Play an audio file, once, at the output gain; a file or a device that is missing becomes a notice.

        ``onward``: from where the file that plays has come to.
        """
        opened = self._io.output
        if opened is None:
            self._emit(Problem("There is no sound: no audio output is open.", NO_DEVICE.remedy))
            return
        self._audition.play(path, opened.renderer.player, onward=onward)

    def stop_sound(self) -> None:
        """Fade out the audio file that plays."""
        self._audition.stop()

    def watch_sound(self, on: bool) -> None:
        """Report spectra of what is heard from now on, or no more."""
        self._spectrum.watch(on)

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
            self._emit(Problem("There is no gesture to save.", "Record one first."))
        else:
            self._later(lambda: write_gesture(Path(path), gesture))

    def open_gesture(self, path: str) -> None:
        """Take up a gesture from a file."""
        self._later(lambda: self.performance.load_gesture(read_gesture(Path(path))))

    def save_set(self, path: str) -> None:
        """Write snapshots, gesture, tuning and bindings into a file."""
        self._later(lambda: self._save_set(path))

    def open_set(self, path: str) -> None:
        """Take up snapshots, gesture, tuning and bindings from a file; one that is not there is an empty set.

        What it has of them already is left alone: a gesture that plays goes on.
        """
        self._later(lambda: self._open_set(Path(path)))

    def open_tuning(self, path: str, mapping: str = "") -> None:
        """Tune the keys by a file, and the mapping of one; an empty path is equal temperament."""
        self._later(lambda: self._open_tuning(Path(path) if path else None, Path(mapping) if mapping else None))

    # ── status, for any thread ────────────────────────────────────────────────────────────────────────────

    def status(self) -> EngineStatus:
        """The state and the health of the engine now."""
        return status_of(self.performance, self._health(), self._set_version.now())

    def figures(self) -> Figures:
        """How playing went since the start."""
        return figures_of(self._health(), self._age_then_s - self._made_at)

    def _health(self) -> EngineParts:
        return EngineParts(
            instrument=self._instrument,
            render=self._control.status,
            grant=self._io.grant,
            output=self._io.output,
            input=self._io.input,
            underruns_before=self._io.underruns,
            late_underruns_before=self._io.late_underruns,
            osc=self.osc.server,
            auditioning=self._audition.path,
            midi_clock=self.midi.clock,
        )

    # ── the workshop ──────────────────────────────────────────────────────────────────────────────────────

    def _later(self, task: Callable[[], None]) -> None:
        try:
            self._work.put_nowait(task)
        except queue.Full:
            self._emit(Problem("The engine is busy and dropped an order.", "Try again in a moment."))

    def _run_workshop(self) -> None:
        while True:
            try:
                task = self._work.get(timeout=LOOK_AFTER_EVERY_S)
            except queue.Empty:
                task = self._poll
            if task is None:
                return
            if self._ending:
                continue
            try:
                task()
            except VschaosError as error:
                self._report(error)
            # A bug in one task must not end the thread that looks after the devices: it is reported.
            except Exception as error:
                traceback.print_exc(file=sys.stderr)
                self._emit(Problem(f"The engine failed to execute an order: {error}.", "Please report this."))
            if task != self._poll:
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
        try:
            self.adopt(load_instrument(Path(path)))
            self._collect_garbage()
        except InstrumentError as error:
            going_on = " The previous instrument plays on." if self._instrument else ""
            raise InstrumentError(error.sentence + going_on, error.remedy) from error

    def _set(self) -> PerformanceSet:
        performance = self.performance
        return PerformanceSet(
            performance.state.snapshots, performance.gesture, self.bindings.lists(), performance.tuning
        )

    def _save_set(self, path: str) -> None:
        version = self._set_version.now()
        write_set(Path(path), self._set())
        self._emit(SetSaved(path, version))

    def _open_set(self, path: Path) -> None:
        try:
            opened = read_set(path)
        except VschaosError as error:
            aside = path.with_suffix(".damaged.json")
            with contextlib.suppress(OSError):
                path.replace(aside)
            self._take_set(PerformanceSet())
            raise ControlError(error.sentence, f"It is kept as “{aside}”; an empty set replaces it.") from error
        self._take_set(opened)
        self._emit(SetOpened(str(path), self._set_version.now()))

    def _take_set(self, opened: PerformanceSet) -> None:
        self.performance.load_snapshots(opened.snapshots)
        if opened.gesture != self.performance.gesture:
            self.performance.load_gesture(opened.gesture, undoable=False)
        self.bindings.load(opened.bindings)
        if opened.tuning != self.performance.tuning:
            self.performance.tuning = opened.tuning

    def _open_tuning(self, path: Path | None, mapping: Path | None) -> None:
        self.performance.tuning = None if path is None else read_tuning(path, mapping)

    def _on_bindings(self, changed: BindingsChanged) -> None:
        self._emit(changed)
        if changed.source == GAMEPAD.name:
            self._gamepads.follow()

    def _heard(self) -> tuple[History, int] | None:
        opened = self._io.output
        return None if opened is None else (opened.recorder.history, opened.renderer.player.device_rate_hz)

    def _with_recorder(self, order: Callable[[Recorder], None]) -> None:
        opened = self._io.output
        if opened is None:
            self._emit(Problem("Nothing can be recorded: no audio output is open.", NO_DEVICE.remedy))
        else:
            order(opened.recorder)

    def _poll(self) -> None:
        """Notice devices that went away or came back, and an instrument that misbehaves."""
        self._io.poll(self.performance.state["input"] >= 0.5, time.monotonic())
        if self._lost is not None and (self.audio_lost or self._io.wants_restart) and not self._loss_reported:
            self._loss_reported = True
            self._lost()
        render = self._control.status
        if render.recoveries > self._recoveries_reported:
            self._emit(Problem("The instrument produced an invalid sound and was reset.", "", is_error=False))
        self._recoveries_reported = render.recoveries

    def _report(self, event: Event | VschaosError) -> None:
        """An event, or an error as a notice; that a computer has no output is none."""
        self._emit(Problem.of(event, is_error=event is not NO_DEVICE) if isinstance(event, VschaosError) else event)
