# The folder `resources` is installed under this name, which pyright cannot know.
from pathlib import Path

ROOT: Path
