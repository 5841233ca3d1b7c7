"""What makes, signs and checks the packaged app: ``python -m scripts.app.NAME``."""
