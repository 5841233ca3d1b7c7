"""The window: its look, its pages, its widgets."""
