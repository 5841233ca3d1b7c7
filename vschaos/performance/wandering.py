"""Wandering: the instrument's model of phrases leads the point, as far as the control ``wander`` lets it. Torch-free.

At 0 the hand leads alone and at 1 the model does; between, the point is between both, so that phrases are made around
the hand's place, and rests are as deep, in decibels. While a gesture plays that holds what the model played, the model
rests. Everything follows from the sound's own time and the seed. Runs on the control thread: a frame needs less than a
hundredth of the time that it lasts.
"""

from __future__ import annotations

import numpy as np

from vschaos.latent.phrases import PhraseModel, PhrasePlayer
from vschaos.performance.state import PerformanceState
from vschaos.performance.table import SILENT_DB

Coordinates = tuple[float, ...]

_TINY_S = 1e-9
"""Times that are sums of ticks are not more exact."""


class Wandering:
    """Moves the point, and says where the sound rests.

    Parameters
    ----------
    model
        The instrument's phrases; None where it has none: nothing moves.
    seed
        Of all that is drawn. Each time that the model begins, it plays other phrases.

    Attributes
    ----------
    moves
        Whether the model leads, in the state that it advanced last.
    """

    def __init__(self, model: PhraseModel | None, seed: int) -> None:
        self.moves = False
        self._model = model
        self._seed = seed
        self._begun = 0
        self._player: PhrasePlayer | None = None
        self._plays = False
        self._passed_s = 0.0
        self._place: Coordinates = ()
        self._next: Coordinates | None = None
        self._rests = False

    def advance(
        self, state: PerformanceState, hand: Coordinates, seconds: float, *, is_held: bool
    ) -> tuple[Coordinates, float]:
        """Where it sounds ``seconds`` later, coordinates within −1…1, and by how much it rests, 0 dB or less.

        Parameters
        ----------
        state
            With ``wander``.
        hand
            The point without the model, with automation.
        seconds
            That have passed.
        is_held
            Whether a gesture stands in for the model.
        """
        wander = state["wander"]
        self.moves = wander > 0.0 and self._model is not None and not is_held
        if not self.moves or self._model is None:
            self._player = None
            return hand, 0.0
        if self._player is None or (state.playing and not self._plays):
            self._begin(self._model, hand)
        self._plays = state.playing
        self._passed_s += seconds
        while self._passed_s >= self._model.step_s - _TINY_S:
            self._passed_s -= self._model.step_s
            self._step()
        point = tuple([there + wander * (led - there) for there, led in zip(hand, self._place, strict=True)])
        return point, wander * SILENT_DB if self._rests else 0.0

    def _begin(self, model: PhraseModel, hand: Coordinates) -> None:
        self._player = PhrasePlayer(model, (self._seed, self._begun), np.array(hand))
        self._begun += 1
        self._passed_s = 0.0
        self._place, self._next = hand, hand
        self._step()

    def _step(self) -> None:
        """Go on by a frame. A rest ends a frame early, so that an attack is heard from its beginning."""
        assert self._player is not None
        if self._next is not None:
            self._place = self._next
        after = self._player.step()
        self._rests = self._next is None and after is None
        self._next = None if after is None else tuple(np.clip(after, -1.0, 1.0).tolist())
