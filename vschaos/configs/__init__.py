"""Configurations: YAML with comments for people, and the dataclasses that validate them."""
