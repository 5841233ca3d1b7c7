"""What the engine plays through and listens to: outputs, inputs, MIDI, OSC; remembered, and told to the engine."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject

from vschaos.osc.ports import OscSettings
from vschaos.performance.bindings import Binding
from vschaos.realtime.protocol import (
    BindMidi,
    ConfigureOsc,
    Devices,
    LearnMidi,
    MidiBindings,
    MidiPorts,
    RefreshDevices,
    SelectDevice,
    SelectInput,
    SelectMidi,
    SetControl,
    UnbindMidi,
)
from vschaos_studio.services.engine_bridge import EngineBridge
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import (
    GAIN_DB,
    INPUT_DEVICE,
    LATENCY_MS,
    MIDI_PORT,
    OSC_ENABLED,
    OSC_HOST,
    OSC_IN_PORT,
    OSC_OUT_PORT,
    OSC_PREFIX,
    OSC_QUERY_PORT,
    OUTPUT_DEVICE,
)
from vschaos_studio.ui.pages.play_side import PlaySide


class PlayDevices(QObject):
    """Between the panels of devices and the engine."""

    def __init__(self, side: PlaySide, *, bridge: EngineBridge, settings: Settings) -> None:
        super().__init__(side)
        self._side = side
        self._bridge = bridge
        self._settings = settings
        side.output.chosen.connect(self._choose_output)
        side.output.refresh_pressed.connect(self.refresh)
        side.input.refresh_pressed.connect(self.refresh)
        side.latency.latency_chosen.connect(self._choose_latency)
        side.input.device_chosen.connect(self._choose_input)
        side.midi.refresh_pressed.connect(self.refresh)
        side.midi.port_chosen.connect(self._choose_midi)
        side.midi.learn_pressed.connect(self._learn)
        side.midi.unbind_pressed.connect(self._unbind)
        side.midi.bind_changed.connect(self._bind)
        side.osc.changed.connect(self._change_osc)
        side.osc.reach_changed.connect(self._change_reach)
        side.osc.ordered.connect(bridge.order)
        bridge.devices_changed.connect(self._show_devices)
        bridge.midi_ports_changed.connect(self._show_ports)
        bridge.midi_bindings_changed.connect(self._show_bindings)
        bridge.osc_told.connect(side.osc.hear)
        self._tell_all()

    def refresh(self) -> None:
        """Have the engine look for devices again."""
        self._bridge.order(RefreshDevices())

    def _tell_all(self) -> None:
        get = self._settings.get
        self._tell_output()
        self._bridge.order(SelectInput(get(INPUT_DEVICE)))
        self._bridge.order(SelectMidi(get(MIDI_PORT)))
        self._bridge.order(SetControl("gain", (get(GAIN_DB),)))
        self._tell_osc()

    def _tell_output(self) -> None:
        self._bridge.order(SelectDevice(self._settings.get(OUTPUT_DEVICE), self._settings.get(LATENCY_MS)))

    def _tell_osc(self) -> None:
        self._bridge.order(ConfigureOsc(**asdict(self.osc_settings())))

    def osc_settings(self) -> OscSettings:
        """How OSC is to be."""
        get = self._settings.get
        return OscSettings(
            get(OSC_ENABLED),
            get(OSC_IN_PORT),
            get(OSC_OUT_PORT),
            get(OSC_PREFIX),
            get(OSC_HOST),
            get(OSC_QUERY_PORT),
        )

    # ── the user's choices ───────────────────────────────────────────────────────────────────────────────

    def _choose_output(self, name: str) -> None:
        self._settings.set(OUTPUT_DEVICE, name)
        self._tell_output()

    def _choose_latency(self, latency_ms: float) -> None:
        self._settings.set(LATENCY_MS, latency_ms)
        self._tell_output()

    def _choose_input(self, name: str) -> None:
        self._settings.set(INPUT_DEVICE, name)
        self._bridge.order(SelectInput(name))

    def _choose_midi(self, name: str) -> None:
        self._settings.set(MIDI_PORT, name)
        self._bridge.order(SelectMidi(name))

    def _learn(self, control: str) -> None:
        self._bridge.order(LearnMidi(control))

    def _bind(self, binding: Binding) -> None:
        self._bridge.order(BindMidi(binding))

    def _unbind(self, control: str) -> None:
        self._bridge.order(UnbindMidi(control))

    def _change_osc(self, enabled: bool, in_port: int, out_port: int) -> None:
        self._settings.set(OSC_ENABLED, enabled)
        self._settings.set(OSC_IN_PORT, in_port)
        self._settings.set(OSC_OUT_PORT, out_port)
        self._tell_osc()

    def _change_reach(self, prefix: str, host: str, query_port: int) -> None:
        self._settings.set(OSC_PREFIX, prefix)
        self._settings.set(OSC_HOST, host)
        self._settings.set(OSC_QUERY_PORT, query_port)
        self._tell_osc()

    # ── the engine's word ────────────────────────────────────────────────────────────────────────────────

    def _show_devices(self, devices: Devices) -> None:
        self._side.output.show_devices(devices)
        self._side.input.show_devices(devices)

    def _show_ports(self, ports: MidiPorts) -> None:
        self._side.midi.show_ports(ports.names, self._settings.get(MIDI_PORT))

    def _show_bindings(self, bindings: MidiBindings) -> None:
        self._side.midi.show_bindings(bindings)
