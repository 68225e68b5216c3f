"""Consent: the owner of a workspace decides once whether its code may be sent, and to which recipient.

What was said is kept at user level, one file for each workspace, never in the repository. `REREAD_CONSENT` says it for
scripts: 1 is yes and 0 is no, whatever is kept.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from reread.analyzers import owned_files, retention
from reread.analyzers.review.availability import Route, official_url
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.review.providers import description

VARIABLE = "REREAD_CONSENT"
_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


class ConsentError(ProviderError):
    """Nobody has consented to sending the code, or somebody has refused."""


class Recipient(NamedTuple):
    """Who would be sent code: a provider, and the host of its endpoint (with the port unless it is the usual one)."""

    provider: str
    host: str

    def __str__(self) -> str:
        return f"{self.provider} ({self.host})"


class RecordedConsent(msgspec.Struct, frozen=True):
    """The recorded decision about a folder: `allowed` to be sent to the `recipients`, or to nobody."""

    folder: str
    allowed: bool
    recipients: tuple[str, ...]
    time: str


def recipients(routes: Iterable[Route]) -> tuple[Recipient, ...]:
    """Those of the routes that code leaves this machine by, so that they need consent.

    That is all of them but an Ollama on this machine with models that run there. A server of another kind at a loopback
    address may well be a gateway, which passes on what it is sent.
    """
    found: dict[Recipient, None] = {}
    for route in routes:
        if not _stays_here(route):
            parts = urlsplit(route.choice.base_url or official_url(route.choice.provider))
            port = f":{parts.port}" if parts.port else ""
            found[Recipient(route.choice.provider, f"{parts.hostname or '?'}{port}")] = None
    return tuple(found)


def decision(folder: str, wanted: Iterable[Recipient]) -> bool | None:
    """True when code of the folder may be sent to all of these, False when it may not; None when nothing is decided."""
    variable = os.environ.get(VARIABLE, "").strip().lower()
    if variable in _YES | _NO:
        return variable in _YES
    names = {str(recipient) for recipient in wanted}
    if not names:
        return True
    kept = read(folder)
    if kept is None or (kept.allowed and not names <= set(kept.recipients)):
        return None
    return kept.allowed


def require(folder: str, wanted: Iterable[Recipient], *, given: bool = False) -> None:
    """Raises ConsentError unless code of the folder may be sent to all of these; `given` is a consent for this once."""
    wanted = tuple(wanted)
    answer = True if given else decision(folder, wanted)
    if not answer:
        raise ConsentError(refusal(wanted) if answer is False else missing(wanted))


def status(folder: str, wanted: Iterable[Recipient]) -> str:
    """How it stands, in a few words for people."""
    wanted = tuple(wanted)
    answer = decision(folder, wanted)
    by = f" by {VARIABLE}" if os.environ.get(VARIABLE, "").strip().lower() in _YES | _NO else ""
    if not wanted:
        return "no code leaves this machine"
    if answer is None:
        return f"nobody has said whether changed code may be sent to {_names(wanted)}"
    return f"changed code may {'' if answer else 'not '}be sent to {_names(wanted)}{by}"


def question(folder: str, wanted: Iterable[Recipient]) -> str:
    """The question to ask a person."""
    return (
        f"May changed code of {folder} be sent to {_names(wanted)} for review? Secrets are taken out first, and "
        "`reread audit` shows what was sent."
    )


def missing(wanted: Iterable[Recipient]) -> str:
    """Why nothing was sent, if no person could be asked."""
    return (
        f"nothing was sent to {_names(wanted)}: nobody has agreed to it for this workspace yet "
        f"(`reread consent allow`, `--yes` or {VARIABLE}=1 does)"
    )


def refusal(wanted: Iterable[Recipient]) -> str:
    """Why nothing was sent after somebody said no."""
    return (
        f"nothing was sent to {_names(wanted)}: it was refused for this workspace (`reread consent allow`, or the "
        "editor's command for it, changes that)"
    )


def read(folder: str) -> RecordedConsent | None:
    """The stored decision for a folder; None if there is none, or none that can be read."""
    try:
        with open(file_of(folder), "rb") as file:
            kept = msgspec.json.decode(file.read(), type=RecordedConsent)
    except (OSError, msgspec.MsgspecError):
        return None
    return kept if kept.folder == _real(folder) else None


def record(folder: str, wanted: Iterable[Recipient], *, allowed: bool) -> None:
    """Keep what was said. Consent adds to that for other recipients; raises ConsentError when it cannot be written."""
    before = read(folder)
    names = {str(recipient) for recipient in wanted}
    if allowed and before is not None and before.allowed:
        names |= set(before.recipients)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    data = msgspec.json.encode(RecordedConsent(_real(folder), allowed, tuple(sorted(names)) if allowed else (), stamp))
    path = file_of(folder)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(path))
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
        retention.CONSENT.prune()
    except OSError as error:
        raise ConsentError(f"what was said cannot be kept: {owned_files.problem(path, error)}") from error


def forget(folder: str) -> None:
    """Keep nothing about a folder, so that it is asked again."""
    try:
        os.remove(file_of(folder))
    except FileNotFoundError:
        return
    except OSError as error:
        raise ConsentError(f"{file_of(folder)}: cannot be deleted: {error.strerror}") from error


def _stays_here(route: Route) -> bool:
    about = description(route.choice.provider)
    return about.stays_here(route.choice.base_url, (route.model, route.small_model))


def _names(wanted: Iterable[Recipient]) -> str:
    return " and ".join(map(str, wanted)) or "anyone"


def _real(folder: str) -> str:
    return os.path.normcase(os.path.realpath(folder))


def file_of(folder: str) -> str:
    """Where the decision about a folder is kept."""
    name = hashlib.sha256(_real(folder).encode(errors="surrogateescape")).hexdigest()[:32]
    return os.path.join(retention.CONSENT.place, f"{name}.json")
