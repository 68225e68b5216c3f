"""The answers of evaluations, stored in the user's state, so that a paid answer is not requested again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from typing import Any

import msgspec

from reread.analyzers import owned_files, retention
from reread.analyzers.review import prompts
from reread.analyzers.review.availability import chain, panel
from reread.analyzers.review.settings import ReviewSettings
from reread.server.evaluation.values import Answer, Case
from reread.server.settings import Settings

_OF_NO_CONSEQUENCE = frozenset(
    f"{unit}_per_{span}" for unit in ("tokens", "cost", "requests") for span in ("run", "day", "month", "minute")
) | {"concurrency", "timeout", "total_timeout", "cache", "run", "enable", "policy", "verify", "exclude"}
"""Settings of the review that say how much may be spent, and what happens with findings: not what is found."""

_PROMPTS = (prompts.REVIEW, prompts.CHANGE, prompts.REFUTE, prompts.TRIAGE)


class StoredAnswers:
    """Answers by case, settings and run, a file each, for this user alone.

    They are found by the workspace folder of their data set; the attribute `workspace` is its name in names of files.
    `requests` is the folder of answers to single requests, with which an interrupted review goes on.
    """

    def __init__(self, workspace: str) -> None:
        self._folder = folder_of(workspace)
        self.workspace = os.path.basename(self._folder)
        self.requests = os.path.join(self._folder, "requests")
        retention.EVALUATIONS.prune()

    def get(self, key: str) -> Answer | None:
        """None if there is none, or none that can be read."""
        try:
            with open(self._path(key), "rb") as file:
                return msgspec.json.decode(file.read(), type=Answer) if owned_files.is_own(file) else None
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, key: str, answer: Answer) -> bool:
        """False if the answer cannot be kept."""
        return owned_files.replace(self._path(key), [msgspec.json.encode(answer)])

    def _path(self, key: str) -> str:
        return os.path.join(self._folder, f"{key}.json")


def folder_of(workspace: str) -> str:
    """Where the answers for the data sets of a workspace folder are kept."""
    return os.path.join(retention.EVALUATIONS.place, owned_files.name_of(workspace))


def key_of(case: Case, settings: Settings, run: int, hints: Sequence[str] = ()) -> str:
    """The cache key of an answer: everything that it depends on, including the number of the run (from 0) and the hints
    that the model is asked about.
    """
    review = settings.review
    options = {name: value for name, value in _plain(review).items() if name not in _OF_NO_CONSEQUENCE}
    asked = [
        (route.choice.provider, route.choice.base_url, route.model, route.small_model)
        for route in (*chain(review), *panel(review))
    ]
    seen = [case.name, dict(case.before), dict(case.after), case.intent]
    values = [seen, options, asked, _plain(settings.index), prompt_versions(), run, *hints]
    return hashlib.sha256(msgspec.json.encode(values, order="sorted")).hexdigest()


def prompt_versions() -> tuple[str, ...]:
    """The versions of the prompts that decide what is found."""
    return _PROMPTS


def model_of(review: ReviewSettings) -> str:
    """The provider and the model that are asked first: "openai/gpt-5-mini"."""
    first = chain(review)[0]
    return f"{first.choice.provider}/{first.model}"


def _plain(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(value, name) for name in value.__struct_fields__}
    return found
