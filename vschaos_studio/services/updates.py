"""Whether there is a newer version: a small signed file, read from an address that the distributor or the user sets.

Nothing is read unless the user asks for it. The file is JSON with two strings: ``release``, itself JSON with the fields
of :class:`Release`, and ``signature``, the Ed25519 signature of it in base64. Without the right signature nothing of
it is believed. Qt-free; :func:`read_release` runs in a task's worker.
"""

from __future__ import annotations

import base64
import binascii
import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Annotated
from urllib.parse import urlsplit

import msgspec
import vschaos_resources

from vschaos.errors import VschaosError
from vschaos.files import read_file
from vschaos_studio.language import tr, translated
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import UPDATES_ADDRESS, UPDATES_KEY

SOURCE_FILE = vschaos_resources.ROOT / "updates.json"
"""The address and the key of the distributor; both are empty in the repository."""

LARGEST_BYTES = 64 << 10
TIMEOUT_S = 10.0
PURPOSE = b"vschaos studio release\n"
"""Stands before what is signed: a signature of the same key for another purpose counts for nothing here."""

CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")
"""Where systems keep them: the packaged app knows those of the system that it was built on."""

LOCAL = ("localhost", "127.0.0.1", "::1")


class UpdateError(VschaosError):
    """Whether there is a newer version is not known."""


class Source(msgspec.Struct, frozen=True):
    """Where the file is, and the key that belongs to it: 32 bytes in base64."""

    address: str = ""
    public_key: str = ""


class Release(msgspec.Struct, frozen=True):
    """The newest version.

    Attributes
    ----------
    page
        Address of a page to download it from.
    notes
        What is new, as plain text.
    """

    version: Annotated[str, msgspec.Meta(max_length=40)]
    date: date
    page: Annotated[str, msgspec.Meta(max_length=1000)]
    notes: Annotated[str, msgspec.Meta(max_length=20_000)] = ""


class SignedRelease(msgspec.Struct, frozen=True):
    """The file."""

    release: str
    signature: str


@dataclass(frozen=True)
class Limits:
    """How long the address may take, and how much it may send."""

    seconds: float = TIMEOUT_S
    size: int = LARGEST_BYTES


def find_source(settings: Settings, file: Path = SOURCE_FILE) -> Source | None:
    """The address and the key of the settings, else the distributor's; None where there are none."""
    chosen = Source(settings.get(UPDATES_ADDRESS).strip(), settings.get(UPDATES_KEY).strip())
    if not chosen.address:
        try:
            chosen = msgspec.json.decode(read_file(file, LARGEST_BYTES), type=Source)
        except (OSError, msgspec.DecodeError):
            return None
    return chosen if chosen.address and chosen.public_key else None


def read_release(
    source: Source, *, limits: Limits = Limits(), cancelled: Callable[[], bool] = lambda: False
) -> Release:
    """The release that the address announces.

    Raises
    ------
    UpdateError
        If the address cannot be read, or what is there is not signed by the key.
    """
    content = _fetch(source.address, limits, cancelled)
    try:
        signed = msgspec.json.decode(content, type=SignedRelease)
        _verify(signed, source.public_key)
        release = msgspec.json.decode(signed.release, type=Release)
        compare(release.version, "0")
        if not is_safe(release.page):
            raise ValueError("the page is not https")
    except (ValueError, RecursionError) as error:
        raise _unreadable() from error
    return release


def compare(version: str, installed: str) -> int:
    """1 if a version is newer than the installed one, -1 if it is older, 0 if it is the same.

    Raises
    ------
    ValueError
        If one is no version number.
    """
    from packaging.version import Version

    one, other = Version(version), Version(installed)
    return (one > other) - (one < other)


def is_safe(address: str) -> bool:
    """Whether an address is https, or http on this computer."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (
            parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
        )
    except ValueError:
        return False


def _verify(signed: SignedRelease, public_key: str) -> None:
    # Imported here: only who asks for a new version needs it.
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        key = VerifyKey(base64.b64decode(public_key, validate=True))
    except (ValueError, TypeError, CryptoError, binascii.Error) as error:
        raise UpdateError(
            tr("The public key for new versions is damaged."),
            tr("Enter the key as your distributor has published it."),
        ) from error
    try:
        signature = base64.b64decode(signed.signature, validate=True)
        key.verify(PURPOSE + signed.release.encode(), signature)
    except (ValueError, TypeError, CryptoError) as error:
        raise UpdateError(
            tr("The announcement of a new version is not signed by your distributor. It was not used."),
            tr("Ask where you got this program from, and install nothing that claims to be a new version."),
        ) from error


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to https, and those on this computer."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_safe(newurl) or (req.type == "https" and urlsplit(newurl).scheme != "https"):
            raise _unsafe(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetch(address: str, limits: Limits, cancelled: Callable[[], bool]) -> bytes:
    if not is_safe(address):
        raise _unsafe(address)
    end = time.monotonic() + limits.seconds
    handlers = [_SafeRedirects, urllib.request.HTTPSHandler(context=_tls())]
    if urlsplit(address).scheme == "http":
        handlers.append(urllib.request.ProxyHandler({}))  # of this computer alone
    request = urllib.request.Request(address, headers={"User-Agent": "vschaos-studio"})
    content = b""
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=limits.seconds) as answer:
            while chunk := answer.read1(8192):
                content += chunk
                if len(content) > limits.size:
                    raise _unreadable()
                if time.monotonic() > end:
                    raise TimeoutError
                if cancelled():
                    break
            if answer.length:  # bytes that were promised and did not come
                raise http.client.IncompleteRead(content, answer.length)
    except urllib.error.HTTPError as error:
        error.close()
        raise _unreachable(f"HTTP {error.code}") from error
    except urllib.error.URLError as error:
        raise _unreachable(_reason(error.reason)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(_reason(error)) from error
    return content


def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    for file in CERTIFICATES:
        if Path(file).is_file():
            context.load_verify_locations(file)
            break
    return context


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return tr("it takes too long")
    return translated(getattr(error, "strerror", None) or str(error))


def _unreachable(reason: str) -> UpdateError:
    return UpdateError(
        tr("The address for new versions could not be read: {reason}.", reason=reason),
        tr("Check the connection to the internet, and try it again later."),
    )


def _unreadable() -> UpdateError:
    return UpdateError(
        tr("What the address for new versions sends is not an announcement of a version. It was not used."),
        tr("Try it again later, or check the address."),
    )


def _unsafe(address: str) -> UpdateError:
    return UpdateError(
        tr("The address for new versions, “{address}”, is not secure. It was not used.", address=address),
        tr("Enter one that begins with https://."),
    )
