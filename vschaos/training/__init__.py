"""Learning an instrument from sounds, in a process of its own."""
