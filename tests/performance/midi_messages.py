"""MIDI messages in few letters, and what a map makes of them with the controls of an instrument."""

from mido import Message

from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import control_table

CONTROLS = {c.id: c for c in control_table(Playable(4, (Label("pitch", 0.0, 11.0, 0.0),)))}


def on(key, velocity=127, channel=0):
    return Message("note_on", note=key, velocity=velocity, channel=channel)


def off(key, channel=0):
    return Message("note_off", note=key, channel=channel)


def cc(number, value, channel=0):
    return Message("control_change", control=number, value=value, channel=channel)


def bend(pitch, channel=0):
    return Message("pitchwheel", pitch=pitch, channel=channel)


def pressure(value, channel=0):
    return Message("aftertouch", value=value, channel=channel)


def zone(members, manager=0):
    return [cc(101, 0, manager), cc(100, 6, manager), cc(6, members, manager)]


def played(midi_map, *messages, port="keys"):
    return [note for message in messages for note in midi_map.take(port, message, CONTROLS).notes]


def touched(midi_map, *messages, port="keys"):
    return [touch for message in messages for touch in midi_map.take(port, message, CONTROLS).touches]
