"""What the engine plays through and listens to: outputs, inputs, MIDI, OSC; saved, and sent to the engine."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject

from vschaos.osc.ports import OscSettings
from vschaos.performance.bindings import AwaitBinding, Bind, Binding, BindingsChanged, Unbind
from vschaos.performance.gamepad_decoder import GAMEPAD
from vschaos.performance.midi_decoder import MIDI
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.pen_decoder import PEN
from vschaos.realtime.protocol import (
    ConfigureOsc,
    Devices,
    MidiPorts,
    RefreshDevices,
    SelectDevice,
    SelectInput,
    SelectMidi,
    Touch,
)
from vschaos_studio.language import tr
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
from vschaos_studio.state.notices import Action, Notice, Notices
from vschaos_studio.ui.play.side_panel import PlaySide


class PlayDevices(QObject):
    """Connects the panels of devices with the engine; an assignment that is removed can be restored."""

    def __init__(self, side: PlaySide, *, bridge: EngineBridge, settings: Settings, notices: Notices) -> None:
        super().__init__(side)
        self._side = side
        self._bridge = bridge
        self._settings = settings
        self._notices = notices
        self._panels = {
            MIDI.name: side.midi.bindings,
            OSC.name: side.osc.bindings,
            GAMEPAD.name: side.gamepad.bindings,
            PEN.name: side.pen.bindings,
        }
        self._bindings: dict[str, tuple[Binding, ...]] = {}
        for panel in self._panels.values():
            panel.ordered.connect(self._order_binding)
        side.output.menu.chosen.connect(self._choose_output)
        side.output.menu.refresh_pressed.connect(self.refresh)
        side.input.menu.refresh_pressed.connect(self.refresh)
        side.latency.latency_chosen.connect(self._choose_latency)
        side.input.menu.chosen.connect(self._choose_input)
        side.midi.refresh_pressed.connect(self.refresh)
        side.midi.port_chosen.connect(self._choose_midi)
        side.osc.changed.connect(self._change_osc)
        side.osc.reach_changed.connect(self._change_reach)
        side.osc.ordered.connect(bridge.order)
        bridge.devices_changed.connect(self._show_devices)
        bridge.midi_ports_changed.connect(self._show_ports)
        bridge.gamepads_changed.connect(side.gamepad.show_gamepads)
        bridge.bindings_changed.connect(self._show_bindings)
        bridge.osc_reported.connect(side.osc.show_report)
        self._send_all()

    def refresh(self) -> None:
        """Have the engine look for devices again."""
        self._bridge.order(RefreshDevices())

    def _send_all(self) -> None:
        get = self._settings.get
        self._send_output()
        self._bridge.order(SelectInput(get(INPUT_DEVICE)))
        self._bridge.order(SelectMidi(get(MIDI_PORT)))
        self._bridge.order(Touch("gain", (get(GAIN_DB),)))
        self._send_osc()

    def _send_output(self) -> None:
        self._bridge.order(SelectDevice(self._settings.get(OUTPUT_DEVICE), self._settings.get(LATENCY_MS)))

    def _send_osc(self) -> None:
        self._bridge.order(ConfigureOsc(**asdict(self.osc_settings())))

    def osc_settings(self) -> OscSettings:
        """The OSC settings that the user has chosen."""
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
        self._send_output()

    def _choose_latency(self, latency_ms: float) -> None:
        self._settings.set(LATENCY_MS, latency_ms)
        self._send_output()

    def _choose_input(self, name: str) -> None:
        self._settings.set(INPUT_DEVICE, name)
        self._bridge.order(SelectInput(name))

    def _choose_midi(self, name: str) -> None:
        self._settings.set(MIDI_PORT, name)
        self._bridge.order(SelectMidi(name))

    def _order_binding(self, order: AwaitBinding | Bind | Unbind) -> None:
        self._bridge.order(order)
        if isinstance(order, Unbind):
            self._offer_undo(order)

    def _offer_undo(self, order: Unbind) -> None:
        removed = [one for one in self._bindings.get(order.source, ()) if one.control == order.control]

        def restore() -> None:
            for binding in removed:
                self._bridge.order(Bind(order.source, binding))

        if removed:
            sources = ", ".join(tr("“{name}”", name=one.source) for one in removed)
            sentence = tr(
                "The assignment of {sources} to “{control}” was removed.", sources=sources, control=order.control
            )
            self._notices.post(Notice(sentence, action=Action(tr("Undo"), restore)))

    def _change_osc(self, enabled: bool, in_port: int, out_port: int) -> None:
        self._settings.set(OSC_ENABLED, enabled)
        self._settings.set(OSC_IN_PORT, in_port)
        self._settings.set(OSC_OUT_PORT, out_port)
        self._send_osc()

    def _change_reach(self, prefix: str, host: str, query_port: int) -> None:
        self._settings.set(OSC_PREFIX, prefix)
        self._settings.set(OSC_HOST, host)
        self._settings.set(OSC_QUERY_PORT, query_port)
        self._send_osc()

    # ── what the engine reports ────────────────────────────────────────────────────────────────────────────────

    def _show_devices(self, devices: Devices) -> None:
        self._side.output.show_devices(devices)
        self._side.input.show_devices(devices)

    def _show_ports(self, ports: MidiPorts) -> None:
        self._side.midi.show_ports(ports.names, self._settings.get(MIDI_PORT))

    def _show_bindings(self, event: BindingsChanged) -> None:
        self._bindings[event.source] = event.bindings
        if event.source in self._panels:
            self._panels[event.source].show_bindings(event)
