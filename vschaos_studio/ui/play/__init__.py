"""The Play page: pad, side panel, gestures, recordings, controllers."""
