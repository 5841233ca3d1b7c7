"""OSC: the control table over UDP, in and mirrored out. Torch-free."""
