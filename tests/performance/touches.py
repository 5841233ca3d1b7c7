"""One touch of a state."""

from vschaos.performance.state import Draft


def apply(state, touch, controls, origin, latent_map=None):
    """The state after a touch, and the change to report."""
    draft = Draft(state, controls, latent_map)
    change = draft.touch(touch, origin)
    return draft.finished(), change
