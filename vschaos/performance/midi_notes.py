"""A MIDI keyboard: from messages to notes, with the pedal, the wheel, and the dimensions of MPE. Pure Python.

MPE (*MIDI Polyphonic Expression*, MIDI Association M1-100-UM) gives each note a channel of its own. A zone has a
manager channel, 1 or 16, and members that count up from 2 or down from 15; registered parameter 6 on the manager makes
it. On members the bend, controller 74 and the pressure belong to the note, and become a :class:`NoteBend`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from vschaos.performance.notes import AllNotesOff, NoteBend, NoteEvent, NoteOff, NoteOn, PitchBend

CHANNELS = 16
EXPRESSIVE_SEMITONES = 2.0
"""A finger that slides so far moves its note by half of the pad's width: an ordinary wheel's way. With the 48 semitones
that MPE's full bend means, vibrato would move nothing."""

MEMBER_BEND_SEMITONES = 48.0
MANAGER_BEND_SEMITONES = 2.0
LOWER, UPPER = 0, 15
NO_PARAMETER, OTHER_PARAMETER = (127, 127), (-1, -1)
BEND_RANGE, MPE_ZONE = (0, 0), (0, 6)

DATA, DATA_FINE, PEDAL, TIMBRE = 6, 38, 64, 74
OTHER_NUMBERS, PARAMETER_FINE, PARAMETER = (98, 99), 100, 101
ALL_SOUND_OFF, RESET, ALL_NOTES_OFF = 120, 121, 123
FIRST_CHANNEL_MODE = 120
"""Controllers from here on are orders to the whole channel, and move nothing."""


class MidiMessage(Protocol):
    """A complete MIDI message as ``mido`` parses it; which of the numbers it has depends on its type."""

    type: str
    channel: int
    note: int
    velocity: int
    control: int
    value: int
    pitch: int
    pos: int


@dataclass
class _Channel:
    """What a channel's messages add up to. ``down`` are pressed keys, ``sustained`` those that the pedal holds."""

    number: int
    down: dict[int, None] = field(default_factory=dict)
    sustained: dict[int, None] = field(default_factory=dict)
    pedal: bool = False
    bend: float = 0.0
    bend_range: float = MANAGER_BEND_SEMITONES
    timbre: float = 0.0
    pressure: float = 0.0
    parameter: tuple[int, int] = NO_PARAMETER

    @property
    def sounds(self) -> bool:
        return bool(self.down or self.sustained)


class MidiKeyboard:
    """What one MIDI input plays.

    Parameters
    ----------
    first_channel
        Added to the channels of its notes, so that those of several inputs stay apart.
    """

    def __init__(self, first_channel: int = 0) -> None:
        self.first_channel = first_channel
        self._channels = [_Channel(first_channel + index) for index in range(CHANNELS)]
        self._members = {LOWER: 0, UPPER: 0}
        self._managers: list[int | None] = [None] * CHANNELS

    def handle(self, message: MidiMessage) -> list[NoteEvent] | None:
        """What a message plays; None if it is not about notes and may move a control."""
        match message.type:
            case "note_on" if message.velocity:
                return self._press(message.channel, message.note, message.velocity / 127.0)
            case "note_on" | "note_off":
                return self._release(self._channels[message.channel], message.note)
            case "control_change":
                return self._control(message.channel, message.control, message.value)
            case "pitchwheel":
                return self._bend(message.channel, message.pitch / (8192.0 if message.pitch < 0 else 8191.0))
            case "aftertouch" if self._managers[message.channel] is not None:
                self._channels[message.channel].pressure = message.value / 127.0
                return self._expressed(message.channel)
        return None

    def pedal(self, channel: int, down: bool) -> list[NoteEvent]:
        """Press or lift the pedal of a channel; that of a manager is the pedal of its zone."""
        self._channels[channel].pedal = down
        notes: list[NoteEvent] = []
        for index, one in enumerate(self._channels):
            if index == channel or self._managers[index] == channel:
                notes += self._lifted(index, one)
        return notes

    def release(self) -> list[NoteEvent]:
        """Release every key and every pedal: the keyboard is gone."""
        notes: list[NoteEvent] = []
        for channel in self._channels:
            notes += [NoteOff(key, channel.number) for key in (*channel.down, *channel.sustained)]
            self._silence(channel)
        for index in range(CHANNELS):
            notes += self.straighten(index)
        return notes

    def straighten(self, channel: int) -> list[NoteEvent]:
        """Let a wheel that bends the pitch of its channel go."""
        if not self.bends_pitch(channel) or self._channels[channel].bend == 0.0:
            return []
        self._channels[channel].bend = 0.0
        return [PitchBend(self._channels[channel].number)]

    def bends_pitch(self, channel: int) -> bool:
        """Whether the wheel of a channel bends its pitch: not where it belongs to the dimensions of MPE."""
        return self._managers[channel] is None and not self._members.get(channel)

    # ── keys ──────────────────────────────────────────────────────────────────────────────────────────────

    def _press(self, index: int, key: int, velocity: float) -> list[NoteEvent]:
        channel = self._channels[index]
        channel.sustained.pop(key, None)
        channel.down[key] = None
        # The note's own dimensions start where the finger already is.
        return [NoteOn(key, velocity, channel.number), *self._expressed(index)]

    def _release(self, channel: _Channel, key: int) -> list[NoteEvent]:
        if key not in channel.down:
            return []
        del channel.down[key]
        if self._is_pedalled(channel.number - self.first_channel):
            channel.sustained[key] = None
            return []
        return [NoteOff(key, channel.number)]

    def _lifted(self, index: int, channel: _Channel) -> list[NoteEvent]:
        if self._is_pedalled(index):
            return []
        notes: list[NoteEvent] = [NoteOff(key, channel.number) for key in channel.sustained]
        channel.sustained.clear()
        return notes

    def _is_pedalled(self, index: int) -> bool:
        manager = self._managers[index]
        return self._channels[index].pedal or (manager is not None and self._channels[manager].pedal)

    @staticmethod
    def _silence(channel: _Channel) -> None:
        channel.down.clear()
        channel.sustained.clear()
        channel.pedal = False

    # ── controllers ───────────────────────────────────────────────────────────────────────────────────────

    def _control(self, index: int, number: int, value: int) -> list[NoteEvent] | None:
        channel = self._channels[index]
        if number == PEDAL:
            return self.pedal(index, value >= 64)
        if number == TIMBRE and self._managers[index] is not None:
            channel.timbre = min((value - 64) / 63.0, 1.0) if value >= 64 else value / 64.0 - 1.0
            return self._expressed(index)
        if number >= FIRST_CHANNEL_MODE:
            return self._order(index, number)
        if number in (PARAMETER, PARAMETER_FINE):
            coarse, fine = channel.parameter
            channel.parameter = (value, fine) if number == PARAMETER else (coarse, value)
            return []
        if number in OTHER_NUMBERS:
            channel.parameter = OTHER_PARAMETER
            return []
        if number in (DATA, DATA_FINE) and channel.parameter != NO_PARAMETER:
            return self._set_parameter(index, number, value)
        return None

    def _order(self, index: int, number: int) -> list[NoteEvent]:
        channel = self._channels[index]
        if number == ALL_SOUND_OFF:
            # Sent when a note hangs: silence matters, not bookkeeping.
            for one in self._channels:
                self._silence(one)
            return [AllNotesOff()]
        if number == RESET:
            straight = self.straighten(index)
            channel.bend = channel.pressure = 0.0
            channel.parameter = NO_PARAMETER
            return [*self.pedal(index, False), *straight, *(self._expressed(index) if channel.sounds else ())]
        if number < ALL_NOTES_OFF:
            return []
        # 124 to 127 change modes that are not ours, and mean all notes off, too. What the pedal holds stays.
        notes: list[NoteEvent] = []
        for one, manager in zip(self._channels, self._managers, strict=True):
            if one is channel or manager == index:
                for key in tuple(one.down):
                    notes += self._release(one, key)
        return notes

    def _set_parameter(self, index: int, number: int, value: int) -> list[NoteEvent]:
        channel = self._channels[index]
        if channel.parameter == MPE_ZONE and number == DATA and index in self._members and value < CHANNELS:
            return self._set_zone(index, value)
        if channel.parameter == BEND_RANGE:
            whole, cents = divmod(channel.bend_range, 1.0)
            semitones = value + cents if number == DATA else whole + min(value, 99) / 100.0
            manager = self._managers[index]
            for one, its_manager in zip(self._channels, self._managers, strict=True):
                if one is channel or (manager is not None and its_manager == manager):
                    one.bend_range = semitones
        return []

    # ── MPE ───────────────────────────────────────────────────────────────────────────────────────────────

    def _set_zone(self, manager: int, members: int) -> list[NoteEvent]:
        if members == self._members[manager]:
            return []
        notes = self.release()
        other = LOWER + UPPER - manager
        self._members[manager] = members
        self._members[other] = min(self._members[other], max(CHANNELS - 2 - members, 0))
        low, high = self._members[LOWER], self._members[UPPER]
        self._managers = [None] * CHANNELS
        self._managers[1 : 1 + low] = [LOWER] * low
        self._managers[UPPER - high : UPPER] = [UPPER] * high
        for channel, its_manager in zip(self._channels, self._managers, strict=True):
            channel.bend = channel.timbre = channel.pressure = 0.0
            channel.bend_range = MANAGER_BEND_SEMITONES if its_manager is None else MEMBER_BEND_SEMITONES
        return notes

    def _bend(self, index: int, bend: float) -> list[NoteEvent]:
        channel = self._channels[index]
        channel.bend = bend
        if self._managers[index] is not None:
            return self._expressed(index)
        if self.bends_pitch(index):
            return [PitchBend(channel.number, 100.0 * bend * channel.bend_range)]
        bent = (member for member, manager in enumerate(self._managers) if manager == index)
        return [note for member in bent for note in self._expressed(member)]

    def _expressed(self, index: int) -> list[NoteEvent]:
        channel, manager = self._channels[index], self._managers[index]
        if manager is None or not channel.sounds:
            return []
        zone = self._channels[manager]
        semitones = channel.bend * channel.bend_range + zone.bend * zone.bend_range
        x = min(max(semitones / EXPRESSIVE_SEMITONES, -1.0), 1.0)
        return [NoteBend(channel.number, x, channel.timbre, channel.pressure)]
