"""Recording what is heard: to growing files, from history, and after a crash."""
