"""The instrument: its file, its card, and the streaming module that sounds."""
