"""What may be wrong with a folder of sounds: findings, and what they rest on."""
