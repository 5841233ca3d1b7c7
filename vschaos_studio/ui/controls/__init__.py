"""Widgets that any page uses."""
