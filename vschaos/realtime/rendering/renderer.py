"""A performance through a player of the core: live, and offline. No device and no thread of its own.

The player counts ticks, about a hop each. When one has begun, :meth:`Renderer.prepare` lets the performance go on and
hands over what sounds in the next; what is touched in between counts at once, by :meth:`Renderer.apply`::

    player   |   tick 7    |   tick 8    |   tick 9    |
    prepare    ↑ for 8       ↑ for 9       ↑ for 10
    apply           ↑ now

So live and offline make the same samples, and the host may be late by nearly a tick. If it is later, what sounds stays
where it is, and the performance then catches up. While nothing moves by itself there is nothing to prepare.
"""

from __future__ import annotations

from vschaos.core.library import core
from vschaos.core.player import CorePlayer, Frames, Meters
from vschaos.performance.notes import NO_KEY, AllNotesOff, NoteBend, NoteEvent, NoteMove, NoteOff, NoteOn, PitchBend
from vschaos.performance.performance import Performance, Sounding
from vschaos.performance.tuning import place_of
from vschaos.realtime.loading import LoadedInstrument
from vschaos.realtime.rendering.targets import TargetsWriter

MOST_FRAMES = 1 << 15
"""Frames of a tick, at most."""


class Renderer:
    """Renders one performance at one device's rate. All methods are for one thread.

    Parameters
    ----------
    performance
        What is played.
    device_rate_hz
        Rate of the samples to make.

    Attributes
    ----------
    player
        The core's player.
    meters
        How it sounded when it was asked last.
    moves
        Whether what sounds goes on by itself, so that there is something to prepare for each tick.
    """

    def __init__(self, performance: Performance, device_rate_hz: float) -> None:
        self.player = CorePlayer(round(device_rate_hz))
        self.meters = Meters()
        self.moves = True  # for all that is known before it was advanced
        self.instrument: LoadedInstrument | None = None
        self._performance = performance
        self._writer = TargetsWriter(None)
        self._part = 0
        self._given: Sounding | None = None
        self._prepared = 1  # the first tick to come sounds what the performance is now
        self._hushed = self._pitched = False

    def set_instrument(self, instrument: LoadedInstrument) -> None:
        """Sound this instrument from now on; the present one, if any is heard, fades out under it."""
        self.instrument, self._writer = instrument, TargetsWriter(instrument)
        sounding = self._advance(0.0)
        tasks = {task: place for place, task in enumerate(instrument.tasks)}
        self._pitched = pitched = {"pitch", "octave"} <= tasks.keys()
        self._part = self.player.swap(
            instrument.core,
            self._writer.write(sounding, hushed=self._hushed),
            lookahead=instrument.lookahead,
            make_up=10.0 ** (instrument.make_up_db / 20.0),
            pitch=tasks["pitch"] if pitched else -1,
            octave=tasks["octave"] if pitched else -1,
            start=instrument.start,
        )
        self._given = sounding
        self._play(sounding.notes)

    def prepare(self) -> bool:
        """Hand over what sounds in the next tick, once a tick has begun; returns whether one has since last time."""
        if not self.moves:
            return self._rest()
        ticks = self._begun()
        if not ticks:
            return False
        sounding = self._performance.sounding
        for _ in range(ticks):
            sounding = self._advance(self.meters.tick_s)
            self._play(sounding.notes)
        if sounding is not self._given:
            self._set(sounding, self._prepared)
        return True

    def apply(self) -> None:
        """Sound what the performance is now, at once."""
        if not self.moves:
            self._rest()  # what is touched moves from now on, not since it was looked at last
        sounding = self._advance(0.0)
        self._set(sounding, 0)
        self._play(sounding.notes)

    def hush(self, hushed: bool) -> None:
        """Fade out whatever the performance says; False cancels this."""
        if hushed != self._hushed:
            self._hushed = hushed
            self.apply()
            if hushed:
                self._play((AllNotesOff(),))

    def silence(self) -> None:
        """Fade out what sounds, without the performance."""
        targets = self._writer.targets
        targets.values.part, targets.values.tick, targets.values.playing = self._part, 0, False
        self.player.set(targets)
        self._play((AllNotesOff(),))

    def render_tick(self) -> Frames:
        """The frames until the end of the tick, shape (n, 2), and the next tick prepared; offline."""
        frames = self.player.render_tick(MOST_FRAMES)
        self.prepare()
        return frames

    def _begun(self) -> int:
        """How many ticks have begun of which the next one is not prepared; they count as prepared from now on."""
        self.meters = self.player.meters()
        ticks = max(self.meters.tick + 1 - self._prepared, 0)
        self._prepared += ticks
        return ticks

    def _rest(self) -> bool:
        """Let the ticks that have begun pass, in which nothing moves by itself; returns whether there are any."""
        ticks = self._begun()
        self._performance.rest(ticks * self.meters.tick_s)
        return ticks > 0

    def _advance(self, seconds: float) -> Sounding:
        sounding = self._performance.advance(seconds)
        self.moves = self._performance.moves
        return sounding

    def _set(self, sounding: Sounding, tick: int) -> None:
        self._given = sounding
        self.player.set(self._writer.write(sounding, part=self._part, tick=tick, hushed=self._hushed))

    def _play(self, notes: tuple[NoteEvent, ...]) -> None:
        for event in notes:
            match event:
                case NoteOn(_, velocity, channel, point) if point:
                    self.player.note(core.VS_NOTE_ON, NO_KEY, channel, velocity, point=point)
                case NoteOn(key, velocity, channel):
                    self._begin_note(key, velocity, channel)
                case NoteOff(key, channel):
                    self.player.note(core.VS_NOTE_OFF, key, channel)
                case NoteBend(channel, x, y, z):
                    self.player.note(core.VS_NOTE_BEND, 0, channel, bend=(x, y, z))
                case NoteMove(channel, point):
                    self.player.note(core.VS_NOTE_MOVE, NO_KEY, channel, point=point)
                case PitchBend(channel, cents):
                    self.player.note(core.VS_PITCH_BEND, 0, channel, cents=cents)
                case AllNotesOff():
                    self.player.note(core.VS_ALL_NOTES_OFF)

    def _begin_note(self, key: int, velocity: float, channel: int) -> None:
        place = place_of(key, self._performance.tuning if self._pitched else None)
        if place is not None:
            self.player.note(core.VS_NOTE_ON, key, channel, velocity, pitch=place.pitch, cents=place.cents)
