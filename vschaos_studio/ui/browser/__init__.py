"""The browser of instruments: cards, and what can be done with the chosen one."""
