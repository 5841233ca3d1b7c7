"""All of OSC that an engine has: the port, the learnt addresses, the monitor, and the description for OSCQuery.

Orders may come from any thread; what they bring about is told through ``emit``, which must not block.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from vschaos.errors import OscError
from vschaos.osc.learning import OscLearning
from vschaos.osc.monitor import Monitor
from vschaos.osc.ports import LOOPBACK, OscSettings, check_settings
from vschaos.osc.query import QueryHost
from vschaos.osc.query_server import QueryServer
from vschaos.osc.reports import OscPeer, OscPeers
from vschaos.osc.server import EngineHealth, OscServer
from vschaos.performance.authority import Performance

NAME = "vschaos studio"
OFF = OscSettings(enabled=False)


class OscBridge:
    """Opens and closes what the settings ask for.

    Parameters
    ----------
    performance
        What is played.
    health
        Asked when a peer wants the status.
    emit
        Takes the reports of `vschaos.osc.reports`.
    tell
        Takes what the user should know.

    Attributes
    ----------
    learning
        Addresses of other programs that move controls.
    """

    def __init__(
        self,
        performance: Performance,
        health: Callable[[], EngineHealth],
        emit: Callable[[object], None],
        tell: Callable[[OscError], None],
    ) -> None:
        self.learning = OscLearning(performance, emit)
        self._performance = performance
        self._health = health
        self._emit = emit
        self._tell = tell
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
        """Open, move or close the ports; what cannot be is told."""
        with self._lock:
            self._open_port(settings)
            self._open_query(settings)
            self._settings = settings

    def watch(self, on: bool) -> None:
        """Tell what passes, ten times a second at most, or stop telling it."""
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
                    learning=self.learning,
                    monitor=self._monitor,
                    tell_peers=self._tell_peers,
                    tell_traffic=self._emit,
                )
            except OscError as error:
                self._tell(error)
            else:
                server.start()
                self._server = server
        if self._server is None:
            self._tell_peers(())

    def _open_query(self, settings: OscSettings) -> None:
        if self._query is not None:
            # Opened anew even for the same port: what it tells of the OSC port may have changed.
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
            self._tell(error)

    def _tell_peers(self, peers: tuple[OscPeer, ...]) -> None:
        self._emit(OscPeers(peers))
