"""Addresses that a click may open."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:[/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?")
_LONGEST = 2_000


def address(url: str) -> str:
    """The address if it is one of http or https that is what it looks like; else "".

    No user name or password (`https://known.example@other.example`), and nothing that is not ASCII, which a host may
    have in letters that look like others.
    """
    if len(url) > _LONGEST or not _ADDRESS.fullmatch(url):
        return ""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return ""
    return url if host else ""


def address_on(url: str, api: str) -> str:
    """The address if it is harmless and leads to the host whose API is at `api`, as securely as that; else ""."""
    if not address(url):
        return ""
    here, there = urlsplit(url), urlsplit(api)
    hosts = {there.netloc, there.netloc.removeprefix("api.")}
    return url if here.netloc in hosts and here.scheme == there.scheme else ""
