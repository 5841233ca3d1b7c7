"""Gamepads: which are connected, and where their sticks and buttons are."""
