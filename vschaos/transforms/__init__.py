"""From samples to what the network sees, and back: frames, contrast, phase."""
