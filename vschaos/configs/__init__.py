"""Configurations: commented YAML files, and the dataclasses that validate them."""
