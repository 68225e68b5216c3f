"""Asks on a terminal whether code of a workspace may be sent, if no answer is stored."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reread.server.cli import writing
from reread.server.settings import Settings

if TYPE_CHECKING:
    from reread.analyzers.review.privacy.consent import Recipient

_CHOICES = "[y]es, always; [o]nce; [n]ever; anything else: not now"


def may_be_sent(folder: str, settings: Settings, *, once: bool) -> str:
    """An empty line when code of the folder may be sent, else why it is not. `once` is a consent for this run.

    A person at a terminal is asked, and the answer is kept; a script has to say it beforehand.
    """
    from reread.analyzers.review.availability import routes
    from reread.analyzers.review.privacy import consent

    wanted = consent.recipients(routes(settings.review))
    answer = True if once else consent.decision(folder, wanted)
    if answer is None and sys.stdin.isatty() and sys.stderr.isatty():
        answer = _ask(folder, wanted)
    if answer:
        return ""
    return consent.refusal(wanted) if answer is False else consent.missing(wanted)


def _ask(folder: str, wanted: tuple[Recipient, ...]) -> bool | None:
    from reread.analyzers.review.privacy import consent

    writing.say(consent.question(folder, wanted))
    sys.stderr.write(f"{_CHOICES}: ")
    sys.stderr.flush()
    word = sys.stdin.readline().strip().lower()
    if word in ("o", "once"):
        return True
    answer = {"y": True, "yes": True, "n": False, "no": False}.get(word)
    if answer is not None:
        try:
            consent.record(folder, wanted, allowed=answer)
        except consent.ConsentError as error:
            writing.say(str(error))
    return answer
