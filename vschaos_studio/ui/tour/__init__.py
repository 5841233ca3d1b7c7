"""The five steps over the real window that a newcomer is shown, and that the Help menu repeats."""
