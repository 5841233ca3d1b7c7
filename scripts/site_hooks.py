"""What MkDocs does besides ``mkdocs.yml``: the guide for musicians becomes part of the site, from the program's folder.

Documents link to files of the repository, so that the links work where the repository is read. On the site, those to
the guide lead to its pages, and those to sounds play them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files  # pyright: ignore[reportMissingImports]
from pymdownx.slugs import slugify  # pyright: ignore[reportMissingImports]

ROOT = Path(__file__).resolve().parents[1]
GUIDE = "resources/vschaos_resources/guide"
ICON = "resources/vschaos_resources/icons/studio.svg"


def on_config(config: Any) -> Any:
    """Name sections as forges do."""
    config.mdx_configs["toc"]["slugify"] = slugify(case="lower")
    return config


def on_files(files: Files, *, config: Any) -> Files:
    """Add the guide in English, and the icon."""
    for path in sorted((ROOT / GUIDE).glob("*.md")):
        files.append(File.generated(config, f"guide/{path.name}", abs_src_path=str(path)))
    files.append(File.generated(config, "site/studio.svg", abs_src_path=str(ROOT / ICON)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Lead links to files of the guide to its pages, and turn links to sounds into players."""
    player = r'\1<br><audio controls preload="none" src="\2"></audio>'
    return re.sub(r"\[([^]]+)\]\(([\w/-]+\.ogg)\)", player, markdown.replace(f"../{GUIDE}/", "guide/"))


def on_post_build(*, config: Any) -> None:
    """Remove the source maps of the theme."""
    for path in Path(config.site_dir).rglob("*.map"):
        path.unlink()
