"""The schema of a model's answer, as sent to the model and as validated; harmless deviations are accepted."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_LONGEST = 8_000


def _severity(value: Any) -> Any:
    word = str(value).strip().lower()
    if word in ("error", "critical", "high", "blocker", "major", "medium", "warn", "warning"):
        return "warning"
    if word in ("info", "information", "low", "minor", "note", "suggestion"):
        return "info"
    return "hint" if word in ("hint", "nit", "trivial") else value


def _confidence(value: Any) -> Any:
    if isinstance(value, str):
        named = {"high": 0.9, "medium": 0.6, "low": 0.3}.get(value.strip().lower())
        if named is not None:
            return named
        text = value.strip()
        try:
            value = float(text.rstrip("%"))
        except ValueError:
            return value
        if text.endswith("%"):
            return value / 100
    # 1 is certain; only what cannot be a share is meant as a percentage.
    return value / 100 if isinstance(value, (int, float)) and 1 < value <= 100 else value


def _category(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    # The name ends up in suppression comments and settings: short, in lower case, with hyphens.
    words = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    return words[:40].rstrip("-") or "correctness"


def _verdict(value: Any) -> Any:
    word = str(value).strip().lower()
    if word in ("real", "true", "yes", "valid", "correct", "confirmed", "holds"):
        return "real"
    if word in ("wrong", "false", "no", "invalid", "incorrect", "refuted"):
        return "wrong"
    return "unclear" if word in ("unclear", "unsure", "unknown", "uncertain", "maybe") else value


def _number(value: Any) -> int:
    """A number from 1 on, also where it is written as "2" or "unit 2"; 0 is none."""
    if isinstance(value, str):
        found = re.search(r"(?<![-.\d])\d{1,4}(?![.\d])", value)
        return int(found[0]) if found else 0
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _list(value: Any) -> Any:
    return [] if value is None else value


def _cut(value: Any) -> Any:
    return value[:_LONGEST] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_cut)]
"""Words for people, places and quotes: what is too long is cut, and then may have no place."""

Code = Annotated[str, Field(max_length=_LONGEST)]
"""What would be written into a file: all of it, or nothing."""


class ModelEdit(BaseModel):
    """Replace the lines `search` of a file by the lines `replace`. `file` is its path, "" that under review."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    search: Text
    replace: Code
    file: Text = ""

    @property
    def path(self) -> str:
        """The named path, as the prompt writes paths; "" for the file of the finding."""
        return self.file.strip().replace("\\", "/").removeprefix("./")


class ModelFinding(BaseModel):
    """One finding as the model wrote it; nothing in it is trusted yet. `unit` is the number of what it is about.

    `failure` is the case that shows it: input, state or a call, and what goes wrong.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    unit: Annotated[int, BeforeValidator(_number)] = 0
    title: Text = ""
    message: Text
    severity: Annotated[Literal["warning", "info", "hint"], BeforeValidator(_severity)] = "info"
    category: Annotated[str, BeforeValidator(_category)] = "correctness"
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(_confidence)] = 0.5
    quote: Text
    failure: Text = ""
    why: Text = ""
    edits: Annotated[tuple[ModelEdit, ...], BeforeValidator(_list)] = ()


class FixAnswer(BaseModel):
    """The answer to a request for a fix."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    explanation: Text = ""
    edits: Annotated[tuple[ModelEdit, ...], BeforeValidator(_list)] = ()


class Triage(BaseModel):
    """Whether a change deserves a review, by the small model. `unit` is its number."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    unit: Annotated[int, BeforeValidator(_number)] = 0
    reason: Text = ""
    review: bool


class TriageAnswer(BaseModel):
    """Which of several changes deserve a review."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    units: Annotated[tuple[Triage, ...], BeforeValidator(_list)]


class Refutation(BaseModel):
    """The result of the attempt to refute a finding. `confidence` is how likely it is real, whatever the verdict."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    reason: Text = ""
    verdict: Annotated[Literal["real", "wrong", "unclear"], BeforeValidator(_verdict)]
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(_confidence)] = 0.5


class LeadAnswer(BaseModel):
    """What a model says to the suspicion of a rule. `confidence` is how sure it is of the verdict."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    question: Annotated[int, BeforeValidator(_number)] = 0
    reason: Text = ""
    verdict: Annotated[Literal["real", "wrong", "unclear"], BeforeValidator(_verdict)]
    quote: Text = ""
    failure: Text = ""
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(_confidence)] = 0.5


class LeadAnswers(BaseModel):
    """The answers to the suspicions about one unit."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    answers: Annotated[tuple[LeadAnswer, ...], BeforeValidator(_list)]


def object_schema(**properties: Any) -> dict[str, Any]:
    # The vendors' strict modes want every property required and none besides.
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_STRING = {"type": "string"}
_INTEGER = {"type": "integer"}
_EDITS = {"type": "array", "items": object_schema(file=_STRING, search=_STRING, replace=_STRING)}

REVIEW_SCHEMA: dict[str, Any] = object_schema(
    findings={
        "type": "array",
        "items": object_schema(
            unit=_INTEGER,
            title=_STRING,
            message=_STRING,
            severity={"type": "string", "enum": ["warning", "info"]},
            category=_STRING,
            confidence={"type": "number"},
            quote=_STRING,
            failure=_STRING,
            why=_STRING,
            edits=_EDITS,
        ),
    }
)

FIX_SCHEMA: dict[str, Any] = object_schema(explanation=_STRING, edits=_EDITS)

TRIAGE_SCHEMA: dict[str, Any] = object_schema(
    units={"type": "array", "items": object_schema(unit=_INTEGER, reason=_STRING, review={"type": "boolean"})}
)

REFUTE_SCHEMA: dict[str, Any] = object_schema(
    reason=_STRING,
    verdict={"type": "string", "enum": ["real", "wrong", "unclear"]},
    confidence={"type": "number"},
)

LEADS_SCHEMA: dict[str, Any] = object_schema(
    answers={
        "type": "array",
        "items": object_schema(
            question=_INTEGER,
            reason=_STRING,
            verdict={"type": "string", "enum": ["real", "wrong", "unclear"]},
            quote=_STRING,
            failure=_STRING,
            confidence={"type": "number"},
        ),
    }
)
