"""Caches whole reviews: the same request in the same workspace needs no index and no worker.

The context from other files depends on the whole workspace, so a cached review is valid only while nothing in it has
changed. A review is cached if it is complete, has no messages besides its findings, and contains no secret.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress

import msgspec

from reread.analyzers import owned_files, retention
from reread.analyzers.data_directories import user_file
from reread.analyzers.review import prompts
from reread.analyzers.review.availability import routes
from reread.analyzers.review.spend.ledger import Call, Ledger, LedgerError
from reread.server import __version__, git
from reread.server.known import in_force
from reread.server.known.feedback import FeedbackError
from reread.server.report.review import ReviewOutcome, ReviewPlan, ReviewRequest
from reread.server.review.spending import ledger_path
from reread.server.settings import Settings


class CachedReview(msgspec.Struct, frozen=True):
    """The plan of a review that sends nothing, and its result."""

    plan: ReviewPlan
    outcome: ReviewOutcome


def key_of(request: ReviewRequest, settings: Settings, *, context: bool) -> str:
    """The cache key of a review; "" if it is unknown whether the workspace is the same. Runs git.

    `context` says whether other code is looked up for the model.
    """
    options = settings.review
    if not options.cache or options.verify or options.precision is not None:
        # Tools of the project, and a calibration, may say something else the next time.
        return ""
    try:
        root = git.root_of(request.folder)
        state = [git.head(root), *_on_disk(root)]
        verdicts = [repr(event) for event in in_force.verdicts(request.folder)]
    except (git.GitError, FeedbackError, OSError):
        return ""
    own = msgspec.json.encode(msgspec.structs.replace(request, consent=False))
    versions = (prompts.REVIEW, prompts.REFUTE, prompts.TRIAGE, prompts.CHANGE, prompts.FIX, prompts.SUMMARY)
    about = (
        *versions,
        prompts.LEADS,
        __version__,
        str(context),
        *map(repr, routes(options)),
        _stamp(user_file("models.toml")),
        *state,
        *verdicts,
    )
    parts = [own, msgspec.json.encode(settings), *(part.encode("utf-8", "surrogateescape") for part in about)]
    about_all = owned_files.digest(b"".join(b"%d:" % len(part) + part for part in parts)).hex()
    return f"{owned_files.name_of(request.folder)}-{about_all}"


def find(key: str) -> CachedReview | None:
    """The review that was kept, or None."""
    if not key:
        return None
    path = _path(key)
    try:
        with open(path, "rb") as file:
            if not owned_files.is_own(file):
                return None
            found = msgspec.json.decode(file.read(), type=CachedReview)
        os.utime(path)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
    return found


def store(key: str, request: ReviewRequest, plan: ReviewPlan, outcome: ReviewOutcome) -> None:
    """Keep a review, if it is one to be kept. A folder that cannot be written is a review that is not kept."""
    if not key or not _is_final(outcome) or _has_secret(request, outcome):
        return
    units = tuple(msgspec.structs.replace(unit, fate="cached", tokens=0, cost=0.0, request=0) for unit in plan.units)
    again = msgspec.structs.replace(plan, units=units, tokens=0, cost=0.0, runs=0, change=None, summary=None, leads=())
    cached = outcome.units - outcome.passed
    said = msgspec.structs.replace(outcome, tokens=0, cost=0.0, cached=cached, notes=())
    with suppress(OSError):
        owned_files.make_folder(retention.REVIEWS.place)
        path = _path(key)
        beside = f"{path}.{os.getpid()}"
        with open(beside, "wb", opener=owned_files.opener) as file:
            file.write(msgspec.json.encode(CachedReview(again, said)))
        os.replace(beside, path)
        retention.REVIEWS.prune()


def enter(review: CachedReview) -> None:
    """Enter into the ledger that the cache answered for the parts of a review; it cost nothing, so it may fail to."""
    outcome = review.outcome
    call = Call(secrets.token_hex(8), "review", outcome.provider, outcome.model, prompts.REVIEW)
    with suppress(LedgerError):
        Ledger(ledger_path()).record_cached(call, outcome.cached)


def _is_final(outcome: ReviewOutcome) -> bool:
    """Whether asking again would come to the same."""
    return outcome.complete and not outcome.problems and not outcome.notes


def _has_secret(request: ReviewRequest, outcome: ReviewOutcome) -> bool:
    """Whether what is kept could show what no model was shown."""
    from reread.analyzers.review.privacy.redact import candidates

    said = msgspec.json.encode((outcome.findings, outcome.summary, outcome.leads)).decode()
    return any(True for text in (said, *_texts(request)) for _ in candidates(text))


def _texts(request: ReviewRequest) -> Iterator[str]:
    for document in request.documents:
        yield document.text
        yield document.base_text or ""


def _on_disk(root: str) -> Sequence[str]:
    """What differs from the last commit, by name, time and size."""
    changed = sorted({file.path for file in (*git.uncommitted(root), *git.gone(root))})
    return [f"{path} {_stamp(os.path.join(root, path))}" for path in changed]


def _stamp(path: str) -> str:
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"


def _path(key: str) -> str:
    return os.path.join(retention.REVIEWS.place, f"{key}.json")
