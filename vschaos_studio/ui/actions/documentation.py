"""The documentation, a site that opens in the browser: part of the packaged app, else built by ``make docs``."""

from __future__ import annotations

import vschaos_resources
from PySide6.QtGui import QDesktopServices

from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.local_urls import url_of

SOURCE = vschaos_resources.ROOT.parents[1]
PLACES = (
    vschaos_resources.ROOT / "documentation" / "index.html",  # in the packaged app
    SOURCE / "build" / "site" / "index.html",
)


def show_documentation(window: StudioWindow) -> None:
    """Open the documentation in the browser, or say why there is none."""
    index = next((path for path in PLACES if path.exists()), None)
    if index is None and (SOURCE / "mkdocs.yml").exists():
        window.notices.info(
            tr("The documentation is not built yet. Type “make docs” in the folder of the source code, then try again.")
        )
    elif index is None:
        window.notices.info(tr("The documentation is not part of this program. Press F1 for the guide."))
    elif not QDesktopServices.openUrl(url_of(index)):
        window.notices.error(
            VschaosError(tr("No web browser was found."), tr("The documentation is “{file}”.", file=index))
        )
