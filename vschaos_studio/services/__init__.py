"""What runs beside the window: processes, threads, tasks, hooks. The only place for QThreads."""
