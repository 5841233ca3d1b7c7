"""Which MIDI inputs there are, by RtMidi, and open ones. Used by the MIDI thread alone.

Messages wait in RtMidi's own queue until they are read. A callback would be called by JACK's process thread, which
must not wait for this interpreter. With JACK, these rules prevent dropouts and crashes:

- Making a client holds the interpreter for two or three of JACK's periods. Clients are made when the user orders
  something, one of them in reserve for a keyboard that is plugged in; they return there when their port closes.
- After a server has ended, the next client of this process frees the old ones, and deleting one of them later
  crashes. So they are deleted before another is made.
- A client that is made while those of other programs come and go is sometimes left out of the server's graph, and
  stays silent, without an error; :meth:`RtMidiSystem.close` and a new scan make others.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Protocol

from vschaos.errors import DeviceError
from vschaos.realtime.devices.outputs import quiet

ALL = "*"
CLIENT = "vschaos"
QUEUE_MESSAGES = 4096
ALSA_NUMBERS = re.compile(r" \d+:\d+$")
"""ALSA's numbers of client and port, which change from day to day."""

BRIDGES = ("a2j:", "alsa_midi:", "Midi-Bridge:", "system:midi_")
"""JACK's names for ports that are ALSA's, and would be heard twice."""

NO_LIBRARY = DeviceError(
    "MIDI is off: the library mido or python-rtmidi is missing.",
    "Install them (pip install mido python-rtmidi) and start again.",
)
NO_SYSTEM = DeviceError(
    "MIDI is off: no MIDI system of this computer answers.",
    "Start one (on Linux ALSA's sequencer, sudo modprobe snd-seq, or JACK) and look for devices again.",
)


class MidiPort(Protocol):
    """An open input."""

    @property
    def lost(self) -> bool:
        """Whether its system ended: nothing comes any more, even if an input of that name is there."""
        ...

    def receive(self) -> tuple[list[int], float] | None:
        """The bytes of the next message that waits, and when it came, in seconds since the first; or None."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class MidiSystem(Protocol):
    """The MIDI inputs of a computer."""

    def scan(self, afresh: bool = False) -> tuple[str, ...]:
        """The names of the inputs; ``afresh`` looks for MIDI systems, too. Raises `DeviceError` if there is none."""
        ...

    def open(self, name: str) -> MidiPort:
        """Open one of those seen last. Raises `DeviceError` if that fails."""
        ...

    def close(self) -> None:
        """Close everything."""
        ...


class RtMidiSystem:
    """All MIDI systems that RtMidi was built for and that are running."""

    def __init__(self) -> None:
        self._apis: dict[int, _MidiApi] = {}
        self._places: dict[str, tuple[_MidiApi, int, str]] = {}

    def scan(self, afresh: bool = False) -> tuple[str, ...]:
        """See :class:`MidiSystem`."""
        rtmidi = _library()
        for number in rtmidi.get_compiled_api():
            api = self._apis.get(number)
            is_over = api is not None and not api.scan(afresh)
            if is_over:
                self._apis.pop(number).end()
            if number not in self._apis and (afresh or is_over) and number != rtmidi.API_RTMIDI_DUMMY:
                self._open_system(rtmidi, number)
        if not self._apis:
            self._places = {}
            raise NO_SYSTEM
        self._places = {}
        count: Counter[str] = Counter()
        has_alsa = rtmidi.API_LINUX_ALSA in self._apis
        for api in self._apis.values():
            for index, name in enumerate(api.names):
                if api.is_jack and has_alsa and name.startswith(BRIDGES):
                    continue
                shown = name if api.is_jack else ALSA_NUMBERS.sub("", name)
                count[shown] += 1
                unique = shown if count[shown] == 1 else f"{shown} ({count[shown]})"
                self._places[unique] = (api, index, name)
        return tuple(self._places)

    def open(self, name: str) -> MidiPort:
        """See :class:`MidiSystem`."""
        api, index, system_name = self._places[name]
        try:
            return api.open(index, system_name)
        except _library().RtMidiError as error:
            raise DeviceError(
                f"The MIDI input “{name}” cannot be opened: {error}.",
                "Close other programs that use it, and look for devices again.",
            ) from error

    def close(self) -> None:
        """See :class:`MidiSystem`."""
        for api in self._apis.values():
            api.end()
        self._apis, self._places = {}, {}

    def _open_system(self, rtmidi: Any, number: int) -> None:
        try:
            # ALSA and JACK write to standard error that they are not there.
            with quiet():
                self._apis[number] = _MidiApi(rtmidi, number)
        except rtmidi.RtMidiError:
            return


class _MidiApi:
    """One MIDI system, with all clients that there are of it."""

    def __init__(self, rtmidi: Any, number: int) -> None:
        self._rtmidi = rtmidi
        self._number = number
        self.is_jack = number == rtmidi.API_UNIX_JACK
        self._probe = self._client()
        self._spare = [self._client()] if self.is_jack else []
        self._ports: list[_Port] = []
        self.names: list[str] = self._probe.get_ports()

    def scan(self, closely: bool) -> bool:
        """Read the names again; False if the system has ended. One that ended often shows its former names."""
        try:
            before, self.names = self.names, self._probe.get_ports()
        except self._rtmidi.RtMidiError:
            return False
        if not self.is_jack or (self.names == before and not closely):
            return True
        return self._answers() if self.names else not closely

    def open(self, index: int, name: str) -> _Port:
        """Open an input if it still has that place."""
        if self._probe.get_port_name(index) != name:
            raise self._rtmidi.InvalidPortError("it is gone")
        if self.is_jack and not self._spare and not self._answers():
            raise self._rtmidi.SystemError("the MIDI system ended")
        client = self._spare.pop() if self._spare else self._client()
        try:
            _empty(client)
            client.open_port(index, name="in")
        except self._rtmidi.RtMidiError:
            self._spare.append(client)
            raise
        port = _Port(client, self._put_back)
        self._ports.append(port)
        return port

    def end(self) -> None:
        """Delete all clients."""
        for port in self._ports:
            port.lost = True
        for client in (*(port.client for port in self._ports), *self._spare, self._probe):
            client.delete()
        self._ports, self._spare = [], []

    def _answers(self) -> bool:
        """Whether JACK's server is there: only it can connect two ports. For a moment there is one more connection."""
        try:
            self._probe.open_port(0, name="asking")
        except self._rtmidi.RtMidiError:
            return False
        self._probe.close_port()
        _empty(self._probe)
        return True

    def _client(self) -> Any:
        client = self._rtmidi.MidiIn(self._number, name=CLIENT, queue_size_limit=QUEUE_MESSAGES)
        client.ignore_types(sysex=True, timing=False, active_sense=True)
        return client

    def _put_back(self, port: _Port) -> None:
        self._ports.remove(port)
        port.client.close_port()
        self._spare.append(port.client)


class _Port:
    def __init__(self, client: Any, put_back: Any) -> None:
        self.client = client
        self.lost = False
        self._put_back = put_back
        self._now_s = 0.0

    def receive(self) -> tuple[list[int], float] | None:
        """See :class:`MidiPort`."""
        received = None if self.lost else self.client.get_message()
        if received is None:
            return None
        self._now_s += received[1]  # since the message before, by the MIDI system
        return received[0], self._now_s

    def close(self) -> None:
        """See :class:`MidiPort`."""
        if not self.lost:
            self.lost = True
            self._put_back(self)


def _empty(client: Any) -> None:
    while client.get_message() is not None:
        pass


def _library() -> Any:
    try:
        import mido  # noqa: F401 - reads what comes from rtmidi
        import rtmidi
    except ImportError as error:
        raise NO_LIBRARY from error
    return rtmidi


def choose_inputs(names: tuple[str, ...], wanted: str) -> tuple[str, ...]:
    """The inputs that a name means: all for ``*``, none for an empty one, else the same name, or a part of it."""
    if wanted in ("", ALL):
        return names if wanted else ()
    sought = wanted.casefold()
    for match in (str.__eq__, str.__contains__):
        for name in names:
            if match(name.casefold(), sought):
                return (name,)
    return ()
