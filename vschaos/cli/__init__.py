"""The command line: a module a verb, loaded only when its verb is called."""
