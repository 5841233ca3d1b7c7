"""``python -m vschaos``: the same as the ``vschaos`` command."""

import sys

from vschaos.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
