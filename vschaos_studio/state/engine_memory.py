"""What the engine has been asked for, so that an engine that starts late, or anew, is told all of it. Qt-free."""

from __future__ import annotations

from vschaos.realtime.protocol import ConfigureOsc, InstrumentLoaded, LoadInstrument, SelectDevice, SetControl, Snapshot

Order = LoadInstrument | SetControl | SelectDevice | ConfigureOsc


class EngineMemory:
    """The wishes of the user, one a kind, the latest of each.

    A fresh engine gets :meth:`orders_at_start`; once it has loaded the instrument, and so knows how many latent
    coordinates there are, :meth:`orders_after_load`.
    """

    def __init__(self) -> None:
        self.instrument = ""
        self.device: str | None = None
        self.osc: ConfigureOsc | None = None
        self.latent: dict[int, float] = {}
        self.labels: dict[str, float] = {}
        self.noise: float | None = None
        self.phase_mode: int | None = None
        self.gain_db: float | None = None
        self.playing: bool | None = None

    def note(self, order: object) -> None:
        """Remember an order that is on its way to the engine."""
        match order:
            case LoadInstrument(path):
                self.instrument = path
            case SelectDevice(name):
                self.device = name
            case ConfigureOsc():
                self.osc = order
            case SetControl(control, values):
                self._note_control(control, values)

    def note_snapshot(self, snapshot: Snapshot) -> None:
        """Remember where the engine is: other hands than the window's move it too."""
        self.latent = dict(enumerate(snapshot.latent))
        self.labels = {label.name: label.value for label in snapshot.labels}
        self.noise = snapshot.noise
        self.phase_mode = snapshot.phase_mode
        self.gain_db = snapshot.gain_db
        self.playing = snapshot.playing

    def orders_at_start(self) -> list[Order]:
        """For an engine that has just started; without an instrument, also what needs none."""
        orders: list[Order] = []
        if self.device is not None:
            orders.append(SelectDevice(self.device))
        if self.osc is not None:
            orders.append(self.osc)
        if self.gain_db is not None:
            orders.append(SetControl("gain", (self.gain_db,)))
        if self.instrument:
            orders.append(LoadInstrument(self.instrument))
        return orders

    def orders_after_load(self, loaded: InstrumentLoaded) -> list[Order]:
        """For an engine that has just loaded its first instrument."""
        orders: list[Order] = []
        if self.latent:
            orders.append(SetControl("latents", tuple(self.latent.get(k, 0.0) for k in range(loaded.latent_dims))))
        for name in loaded.labels:
            if name in self.labels:
                orders.append(SetControl(f"label.{name}", (self.labels[name],)))
        if self.noise is not None:
            orders.append(SetControl("noise", (self.noise,)))
        if self.phase_mode is not None:
            orders.append(SetControl("phase", (float(self.phase_mode),)))
        if self.gain_db is not None:
            orders.append(SetControl("gain", (self.gain_db,)))
        if self.playing is not None:
            orders.append(SetControl("play", (float(self.playing),)))
        return orders

    def _note_control(self, control: str, values: tuple[float, ...]) -> None:
        if control in ("pad", "latents"):
            self.latent.update(enumerate(values))
        elif control in ("pad.x", "pad.y"):
            self.latent["xy".index(control[-1])] = values[0]
        elif control.startswith("latent.z"):
            self.latent[int(control.removeprefix("latent.z")) - 1] = values[0]
        elif control.startswith("label."):
            self.labels[control.removeprefix("label.")] = values[0]
        elif control == "noise":
            self.noise = values[0]
        elif control == "phase":
            self.phase_mode = round(values[0])
        elif control == "gain":
            self.gain_db = values[0]
        elif control == "play":
            self.playing = bool(values[0])
