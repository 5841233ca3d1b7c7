"""Audio devices: found, opened, watched, and the streams between them and the rings."""
