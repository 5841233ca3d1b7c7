"""Make the keys of a distributor, and sign the file that announces a new version.

``python -m scripts.app.sign_release keys FOLDER`` makes ``FOLDER/release.key``, which is secret, and prints the public
key. It belongs into ``resources/vschaos_resources/updates.json``, with the address at which the signed file will be.

``python -m scripts.app.sign_release sign FOLDER/release.key --page https://… --notes NOTES.txt -o release.json`` writes
the signed file. The version is that of this source by default, the date today's.
"""

from __future__ import annotations

import argparse
import base64
import os
import sys
from datetime import date
from pathlib import Path

import msgspec
from nacl.signing import SigningKey

from vschaos import __version__
from vschaos.files import write_file
from vschaos_studio.services.updates import PURPOSE, Release, SignedRelease, compare, is_safe


def main(argv: list[str] | None = None) -> int:
    """Make keys or sign; returns the exit code."""
    parser = argparse.ArgumentParser(description="Make the keys of a distributor, and sign releases.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    keys = verbs.add_parser("keys", help="make a secret and a public key")
    keys.add_argument("folder", type=Path)
    signing = verbs.add_parser("sign", help="write the signed file of a release")
    signing.add_argument("key", type=Path, help="the secret key")
    signing.add_argument("--version", default=__version__)
    signing.add_argument("--date", type=date.fromisoformat, default=date.today())
    signing.add_argument("--page", required=True, help="address of a page to download it from")
    signing.add_argument("--notes", type=Path, help="a text file that says what is new")
    signing.add_argument("-o", "--output", type=Path, default=Path("release.json"))
    arguments = parser.parse_args(argv)
    if arguments.verb == "keys":
        print(make_keys(arguments.folder))
        return 0
    if not is_safe(arguments.page):
        sys.exit("The address of the page must begin with https://.")
    compare(arguments.version, "0")
    notes = arguments.notes.read_text(encoding="utf-8") if arguments.notes is not None else ""
    release = Release(arguments.version, arguments.date, arguments.page, notes)
    write_file(arguments.output, sign(release, SigningKey(base64.b64decode(arguments.key.read_text()))))
    return 0


def make_keys(folder: Path) -> str:
    """Write a new secret key that only the user may read, never over another; returns the public one."""
    key = SigningKey.generate()
    folder.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(folder / "release.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(base64.b64encode(bytes(key)).decode() + "\n")
    return base64.b64encode(bytes(key.verify_key)).decode()


def sign(release: Release, key: SigningKey) -> bytes:
    """The content of the signed file."""
    text = msgspec.json.encode(release)
    signature = base64.b64encode(key.sign(PURPOSE + text).signature)
    return msgspec.json.encode(SignedRelease(text.decode(), signature.decode())) + b"\n"


if __name__ == "__main__":
    sys.exit(main())
