"""What tests and benchmarks share: audio servers and the engine process, and files and datagrams meant to break us."""
