"""Pitch as labels: note names, and the search for notes in recordings."""
