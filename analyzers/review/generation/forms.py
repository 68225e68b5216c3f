"""The schemas of generated texts, as sent to the model and as validated."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from reread.analyzers.review.answer.schema import Code, Text, object_schema
from reread.analyzers.shown.characters import visible

_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}


Words = Annotated[Text, AfterValidator(visible)]
"""Words that are shown or written as they are: nothing in them hides, and nothing steers a terminal."""


def _list(value: Any) -> Any:
    return [] if value is None else value


class _Form(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Quoted(_Form):
    """A line that an answer rests on, not yet found anywhere."""

    path: Text
    quote: Text


class Answered(_Form):
    """The answer to a question, with `[1]` for the first place."""

    places: Annotated[tuple[Quoted, ...], BeforeValidator(_list)] = ()
    answer: Text


class Message(_Form):
    """A commit message in its parts."""

    type: Words = ""
    scope: Words = ""
    subject: Words
    body: Words = ""


class Concern(_Form):
    title: Words
    text: Words = ""
    paths: Annotated[tuple[Text, ...], BeforeValidator(_list)] = ()


class Risk(_Form):
    text: Words
    paths: Annotated[tuple[Text, ...], BeforeValidator(_list)] = ()


class Summary(_Form):
    """The summary of a change, by concern, and its risks."""

    title: Words
    concerns: Annotated[tuple[Concern, ...], BeforeValidator(_list)] = ()
    risks: Annotated[tuple[Risk, ...], BeforeValidator(_list)] = ()


class SuggestedTest(_Form):
    """A test, and the path of the file that it belongs into."""

    explanation: Words = ""
    file: Text = ""
    code: Code


class Described(_Form):
    """The number of the defect that a remark describes, 0 for none, and the words of the remark that say so."""

    quote: Text = ""
    number: int


ANSWERED_SCHEMA: dict[str, Any] = object_schema(
    places={"type": "array", "items": object_schema(path=_STRING, quote=_STRING)}, answer=_STRING
)
MESSAGE_SCHEMA: dict[str, Any] = object_schema(type=_STRING, scope=_STRING, subject=_STRING, body=_STRING)
SUMMARY_SCHEMA: dict[str, Any] = object_schema(
    title=_STRING,
    concerns={"type": "array", "items": object_schema(title=_STRING, text=_STRING, paths=_STRINGS)},
    risks={"type": "array", "items": object_schema(text=_STRING, paths=_STRINGS)},
)
TEST_SCHEMA: dict[str, Any] = object_schema(explanation=_STRING, file=_STRING, code=_STRING)
DESCRIBED_SCHEMA: dict[str, Any] = object_schema(quote=_STRING, number={"type": "integer"})
