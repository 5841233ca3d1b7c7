"""The engine process: rendering, the ring, the audio stream, and the protocol to the studio."""
