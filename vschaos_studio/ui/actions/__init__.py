"""The actions of the menus: a function each, and one table."""
