"""Patches for Pure Data and Max: how their files are written, and those that play the app over OSC. Torch-free."""
