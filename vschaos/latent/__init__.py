"""The latent space as it is played: principal-axis coordinates."""
