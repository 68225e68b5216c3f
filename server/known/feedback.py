"""People's verdicts on findings: accepted, dismissed with a reason, edited. `.reread/feedback.jsonl`, one per line.

Lines are only added, also to take one back, so that versions merge by keeping the lines of both (git does it by the
`.gitattributes` beside the file). The code that a verdict is about is kept without secrets: findings in
similar code are compared with it.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Literal, NamedTuple, get_args

from reread.analyzers import inside, owned_files
from reread.analyzers.findings import Finding
from reread.server import textfile
from reread.server.known import FEEDBACK
from reread.server.known.signatures import Signature

_ATTRIBUTES = os.path.join(".reread", ".gitattributes")
_UNION = "feedback.jsonl merge=union\n"
_LARGEST_FILE = 20_000_000
_LONGEST = 400
"""Characters of code, of a message and of a reason."""

Verdict = Literal["accepted", "dismissed", "edited", "undone"]


class Event(NamedTuple):
    """One verdict. `at` is in UTC, as ISO 8601; `of` is the id of the event that an undoing takes back.

    `path` is relative to the workspace folder, with `/`; `code` has no secrets; `who` is the name that git knows.
    `confidence`, `model` and `prompts` (with spaces between) are those of the model that found it, where that is known.
    """

    id: str
    at: str
    verdict: Verdict
    rule: str = ""
    path: str = ""
    text: str = ""
    line: str = ""
    code: str = ""
    message: str = ""
    reason: str = ""
    who: str = ""
    of: str = ""
    confidence: str = ""
    model: str = ""
    prompts: str = ""

    @property
    def signature(self) -> Signature:
        return Signature(self.rule, self.text, self.line)


class FeedbackError(Exception):
    """Feedback cannot be read or written. The text is one line for the user."""


def event(verdict: Verdict, **fields: str) -> Event:
    """An event of now. Long texts are cut."""
    cut = {name: value[:_LONGEST] if name in ("code", "message", "reason") else value for name, value in fields.items()}
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return Event(uuid.uuid4().hex[:12], at, verdict, **cut)


def own_confidence(finding: Finding) -> dict[str, str]:
    """What an event says of the model's own confidence in a finding."""
    own = finding.own_confidence
    if own is None:
        return {}
    return {"confidence": f"{own.confidence:.4g}", "model": own.model, "prompts": " ".join(own.prompts)}


def read(folder: str) -> list[Event]:
    """All events of a workspace folder, in the order of their times. Lines that are none are left out, since a merge
    may leave some.

    Raises FeedbackError if the file is there and cannot be read.
    """
    place = os.path.join(folder, FEEDBACK)
    if not os.path.lexists(place):
        return []
    try:
        data = inside.read(folder, place, _LARGEST_FILE)
    except OSError as error:
        raise FeedbackError(f"{place}: {(error.strerror or 'cannot be read').lower()}") from error
    found = {each.id: each for line in data.splitlines() if (each := _event(line)) is not None}
    return sorted(found.values(), key=lambda each: (each.at, each.id))


def in_force(events: Iterable[Event]) -> list[Event]:
    """The events that were not undone; of several on the same finding by the same person, the last one."""
    events = list(events)
    undone = {each.of for each in events if each.verdict == "undone"}
    last: dict[tuple[str, Signature, str], Event] = {}
    for each in events:
        if each.verdict != "undone" and each.id not in undone:
            last[each.path, each.signature, each.who] = each
    return list(last.values())


def append(folder: str, events: Sequence[Event]) -> None:
    """Adds events, each line in one write, so that several processes can. Raises FeedbackError."""
    place = os.path.join(folder, FEEDBACK)
    lines = "".join(json.dumps(_fields(each)) + "\n" for each in events)
    try:
        if not inside.is_inside(folder, place):
            raise FeedbackError(f"{place}: leads out of the workspace")
        os.makedirs(os.path.dirname(place), exist_ok=True)
        attributes = os.path.join(folder, _ATTRIBUTES)
        # What is there is left as it is, also when another process has just made it.
        with suppress(FileExistsError):
            textfile.create(attributes, _UNION)
        descriptor = os.open(place, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            owned_files.append(descriptor, lines.encode())
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FeedbackError(owned_files.unwritten(place, error)) from error


def _fields(each: Event) -> dict[str, str]:
    return {name: value for name, value in each._asdict().items() if value}


def _event(line: bytes) -> Event | None:
    try:
        fields = json.loads(line)
        found = Event(**fields)
    except (ValueError, TypeError):
        return None
    texts = all(isinstance(value, str) for value in found)
    return found if texts and found.verdict in get_args(Verdict) else None
