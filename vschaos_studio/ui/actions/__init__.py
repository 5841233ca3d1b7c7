"""The actions of the menus: one table, and a function for each action that needs more than a call."""
