"""What ships beside the code: factory instruments, icons, styles. Installed as the package ``vschaos_resources``."""

from pathlib import Path

ROOT = Path(__file__).parent
"""The folder that holds the resources; a real folder also in the packaged app."""
