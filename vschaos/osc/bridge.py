"""All of OSC that an engine has: the port, the monitor, and the description for OSCQuery.

Orders may come from any thread; what happens is reported through ``emit``, which must not block.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from vschaos.errors import OscError
from vschaos.osc.messages import OscPeer, OscPeers, OscTraffic
from vschaos.osc.monitor import Monitor
from vschaos.osc.ports import LOOPBACK, OscSettings, check_settings
from vschaos.osc.query import QueryHost
from vschaos.osc.query_server import QueryServer
from vschaos.osc.server import EngineHealth, OscServer
from vschaos.performance.bindings import Bindings
from vschaos.performance.performance import Performance

NAME = "vschaos studio"
OFF = OscSettings(enabled=False)


class OscBridge:
    """Opens and closes what the settings ask for.

    Parameters
    ----------
    performance
        What is played.
    bindings
        Addresses of other programs that move controls.
    health
        Asked when a peer wants the status.
    emit
        Receives the events of `vschaos.osc.messages`.
    report_error
        Receives errors for the user.
    """

    def __init__(
        self,
        performance: Performance,
        bindings: Bindings,
        health: Callable[[], EngineHealth],
        emit: Callable[[OscPeers | OscTraffic], None],
        report_error: Callable[[OscError], None],
    ) -> None:
        self._performance = performance
        self._bindings = bindings
        self._health = health
        self._emit = emit
        self._report_error = report_error
        self._monitor = Monitor()
        self._lock = threading.Lock()
        self._settings = OFF
        self._server: OscServer | None = None
        self._query: QueryServer | None = None

    @property
    def server(self) -> OscServer | None:
        """The port, while it is open."""
        return self._server

    @property
    def query_port(self) -> int:
        """TCP port of the description; 0 while there is none."""
        return 0 if self._query is None else self._query.port

    def configure(self, settings: OscSettings) -> None:
        """Open, move or close the ports; errors are reported."""
        with self._lock:
            self._open_port(settings)
            self._open_query(settings)
            self._settings = settings

    def watch(self, on: bool) -> None:
        """Report what passes, ten times a second at most, or stop it."""
        self._monitor.watch(on)

    def close(self) -> None:
        """Close everything."""
        self.configure(OFF)

    def _open_port(self, settings: OscSettings) -> None:
        wanted = replace(settings, query_port=0)
        if self._server is not None:
            if settings.enabled and self._server.settings == wanted:
                return
            self._server.close()
            self._server = None
        if settings.enabled:
            try:
                server = OscServer(
                    self._performance,
                    wanted,
                    self._health,
                    bindings=self._bindings,
                    monitor=self._monitor,
                    emit_peers=self._emit_peers,
                    emit_traffic=self._emit,
                )
            except OscError as error:
                self._report_error(error)
            else:
                server.start()
                self._server = server
        if self._server is None:
            self._emit_peers(())

    def _open_query(self, settings: OscSettings) -> None:
        if self._query is not None:
            # Opened again even for the same port: it names the OSC port, which may have changed.
            if settings == self._settings:
                return
            self._query.close()
            self._query = None
        if self._server is None or not settings.query_port:
            return
        host = QueryHost(NAME, LOOPBACK, settings.in_port)
        try:
            check_settings(settings)
            self._query = QueryServer(self._performance, settings.query_port, settings.prefix, host)
        except OscError as error:
            self._report_error(error)

    def _emit_peers(self, peers: tuple[OscPeer, ...]) -> None:
        self._emit(OscPeers(peers))
