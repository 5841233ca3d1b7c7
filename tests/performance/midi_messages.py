"""MIDI messages in few letters, and what they play and move with the controls of an instrument."""

from mido import Message

from vschaos.performance.bindings import Bindings
from vschaos.performance.controls import Label, Playable
from vschaos.performance.midi_decoder import MIDI, MidiDecoder
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


class MidiStage:
    """A decoder and its bindings, as the engine joins them."""

    def __init__(self):
        self.bindings = Bindings(MIDI, lambda: CONTROLS)
        self.decoder = MidiDecoder(self.bindings)

    def handle(self, message, port="keys"):
        """Notes and touches of a message."""
        decoded = self.decoder.decode(port, message)
        touches = () if decoded.reading is None else self.bindings.move((decoded.reading,), CONTROLS)
        return decoded.notes, touches


def played(stage, *messages, port="keys"):
    return [note for message in messages for note in stage.handle(message, port)[0]]


def touched(stage, *messages, port="keys"):
    return [touch for message in messages for touch in stage.handle(message, port)[1]]
