"""The latency from a touch to the loudspeaker, part by part. Torch-free, shared with the studio."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LatencyBudget:
    """From a touch to the loudspeaker, in ms, part by part.

    A touch waits half a ``hop`` on average for the next frame, and half a ``block`` for the device to ask for it;
    ``resampling`` the filter's delay where the rates differ, ``limiter`` its look-ahead, ``device`` what the system
    reports for itself. There the first sample changes. The change is half done when half of the synthesis ``window`` is
    through. ``why`` the sound may come late, and what helps; empty where it should not.
    """

    hop: float = 0.0
    block: float = 0.0
    resampling: float = 0.0
    limiter: float = 0.0
    device: float = 0.0
    window: float = 0.0
    why: str = ""
    remedy: str = ""

    @property
    def first_change(self) -> float:
        """Until the first sample changes."""
        return self.hop + self.block + self.resampling + self.limiter + self.device

    @property
    def half_change(self) -> float:
        """Until half of the change is done."""
        return self.first_change + self.window
