"""MIDI input: ports, and messages to the performance."""
