"""Datasets: which sounds a folder holds, their audio as memory-mapped arrays, and frames of it for training."""
