"""What is played: controls, state, and the one authority over it. Pure Python."""
