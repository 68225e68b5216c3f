"""URIs as editors spell them, and the normalised spelling by which state is keyed.

One file has many spellings (`file:///c%3A/a`, `file:///C:/a`), and clients match answers by their own. So state is
keyed by `key`, and answers carry the client's spelling.
"""

from __future__ import annotations

import os
import re
from urllib.parse import quote, unquote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DRIVE = re.compile(r"/?([A-Za-z]):(?=/|$)")

READ_ONLY_VIEWS = frozenset(
    {"conflictresolution", "diffview", "fugitive", "git", "gitfs", "gitlens", "output", "pr", "review", "vscode-scm"}
)
"""Schemes of other versions of files and of the editor's own pages: nobody can fix anything there."""


def scheme(uri: str) -> str:
    """The scheme in lower case; "" when the text has none."""
    match = _SCHEME.match(uri)
    return match[1].lower() if match else ""


def path_of(uri: str) -> str:
    """The absolute path of a `file:` URI as the operating system writes it; "" for all other URIs."""
    slashed = _slashed_path(uri)
    if not slashed or "\0" in slashed:
        return ""
    if os.name == "nt":
        drive = _DRIVE.match(slashed)
        slashed = slashed[1:] if drive and slashed.startswith("/") else slashed
        return os.path.normpath(slashed.replace("/", "\\"))
    return os.path.normpath(slashed)


def key(uri: str) -> str:
    """The same text for all spellings of the same file; other URIs are their own key."""
    slashed = _slashed_path(uri)
    if not slashed:
        return uri
    drive = _DRIVE.match(slashed)
    if drive:
        slashed = f"/{drive[1].lower()}:{slashed[drive.end() :]}"
    return "file://" + (slashed.lower() if os.name == "nt" else slashed)


def uri_of(path: str) -> str:
    """The `file:` URI of an absolute path."""
    slashed = path.replace("\\", "/") if os.name == "nt" else path
    host = ""
    if slashed.startswith("//"):
        host, _, rest = slashed[2:].partition("/")
        slashed = "/" + rest
    elif not slashed.startswith("/"):
        slashed = "/" + slashed
    return f"file://{host}{quote(slashed.encode(errors='surrogateescape'), safe='/:@!$&()*+,;=~')}"


def _slashed_path(uri: str) -> str:
    """The path of a `file:` URI with `/`; a share on another machine starts with its name: `//server/share`."""
    if scheme(uri) != "file":
        return ""
    rest = uri[len("file:") :].split("?", 1)[0].split("#", 1)[0].replace("\\", "/")
    host = ""
    if rest.startswith("//"):
        host, _, rest = rest[2:].partition("/")
        rest = "/" + rest
    decoded = unquote(rest, errors="surrogateescape")
    host = unquote(host).lower()
    return f"//{host}{decoded}" if host not in ("", "localhost") else decoded
