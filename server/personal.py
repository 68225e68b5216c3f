"""What a person's settings withhold from models, besides secrets."""

from __future__ import annotations

from reread.analyzers.review.privacy.pii import FINDERS, Personal
from reread.analyzers.review.settings import ReviewSettings
from reread.server import git


def personal_of(settings: ReviewSettings, folder: str) -> Personal:
    """The personal data to withhold in a folder. "names" is the name that git commits with there; runs git for it."""
    kinds = frozenset(kind for kind in settings.redact if kind in FINDERS)
    names = _names(folder) if "names" in settings.redact else ()
    return Personal(kinds, (*settings.redact_words, *names))


def _names(folder: str) -> tuple[str, ...]:
    try:
        name = git.user_name(folder)
    except git.GitError:
        return ()
    return (name,) if name else ()
