"""Reads a model's answer while it streams, and yields each finding once it is complete."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reread.analyzers.review.answer.schema import FixAnswer, ModelFinding

Form = TypeVar("Form", bound=BaseModel)

_LIST = re.compile(r'"findings"\s*:\s*\[')
_LIST_NAME_LENGTH = 400
_THINKING = ("<think>", "</think>")
_LARGEST_ANSWER = 1_000_000
_MOST_FINDINGS = 200
_TRIES = 200

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of letters, which models write where they cut an emoji, and which no file can hold."""

_json = json.JSONDecoder(strict=False)


class AnswerReader:
    """Is fed an answer piece by piece. Fences and prose around the JSON do not matter.

    `malformed` counts findings that do not fit the schema; `closed` is True once the list of findings has ended.
    """

    def __init__(self) -> None:
        self.text = ""
        self.closed = False
        self.malformed = 0
        self.overlong = False
        self._position = 0
        self._in_list = False
        self._start = -1
        self._depth = 0
        self._in_string = False
        self._count = 0

    def feed(self, piece: str) -> Iterator[ModelFinding]:
        """The findings that became whole with this piece."""
        if len(self.text) + len(piece) > _LARGEST_ANSWER:
            self.overlong = True
        if self.overlong:
            return
        self.text += piece
        if not self._in_list and not self.closed:
            self._find_list()
        if self._in_list:
            yield from self._objects()

    def finish(self) -> Iterator[ModelFinding]:
        """Findings in other forms than agreed: a bare list, or a single one. Call once, after the last piece."""
        begin = _after_thinking(self.text)
        if self._in_list or self.closed or self.overlong or begin is None:
            return
        for value in _values(self.text[begin:]):
            entries = value if isinstance(value, list) else [value]
            found = [entry for entry in entries if isinstance(entry, dict) and "quote" in entry]
            if found or value == []:
                self.closed = True
                for entry in found[:_MOST_FINDINGS]:
                    yield from self._validated(entry)
                return

    def _find_list(self) -> None:
        begin = _after_thinking(self.text)
        if begin is None:
            return
        match = _LIST.search(self.text, max(begin, self._position))
        if match:
            self._in_list = True
            self._position = match.end()
        else:
            # The name may be split between this piece and the next.
            self._position = max(0, len(self.text) - _LIST_NAME_LENGTH)

    def _objects(self) -> Iterator[ModelFinding]:
        text = self.text
        position = self._position
        while position < len(text) and self._in_list:
            letter = text[position]
            if self._in_string:
                if letter == "\\":
                    if position + 1 == len(text):
                        break
                    position += 1
                elif letter == '"':
                    self._in_string = False
            elif letter == '"':
                self._in_string = True
            elif letter in "{[":
                if self._depth == 0:
                    self._start = position
                self._depth += 1
            elif letter in "}]":
                if self._depth == 0:
                    self._in_list, self.closed = False, True
                else:
                    self._depth -= 1
                    if self._depth == 0:
                        yield from self._whole(text[self._start : position + 1])
            position += 1
        self._position = position

    def _whole(self, text: str) -> Iterator[ModelFinding]:
        try:
            value = _whole_letters(_json.decode(text))
        except (ValueError, RecursionError):
            self.malformed += 1
            return
        yield from self._validated(value)

    def _validated(self, value: Any) -> Iterator[ModelFinding]:
        self._count += 1
        if self._count > _MOST_FINDINGS:
            self.overlong = True
            return
        try:
            finding = ModelFinding.model_validate(value)
        except ValidationError:
            self.malformed += 1
        else:
            yield finding


def as_answer(findings: Sequence[ModelFinding], own_file: str) -> str:
    """The text of an answer with these findings about a file, which is not named: it may have another name later."""
    return json.dumps({"findings": [_unnamed(finding, own_file).model_dump() for finding in findings]})


def _unnamed(finding: ModelFinding, own_file: str) -> ModelFinding:
    edits = (edit.model_copy(update={"file": ""}) if edit.path == own_file else edit for edit in finding.edits)
    return finding.model_copy(update={"edits": tuple(edits)})


def read_fix(text: str) -> FixAnswer | None:
    """The answer to a request for a fix, or None when there is none in the text."""
    return read_object(text, "edits", FixAnswer)


def read_object(text: str, key: str, form: type[Form]) -> Form | None:
    """The first object of this form in an answer, which has that key; None when there is none in the text."""
    begin = _after_thinking(text)
    for value in _values(text[begin:_LARGEST_ANSWER]) if begin is not None else ():
        if isinstance(value, dict) and key in value:
            try:
                return form.model_validate(value)
            except ValidationError:
                continue
    return None


def _whole_letters(value: Any) -> Any:
    """A JSON value with a sign in place of each half of a letter."""
    if isinstance(value, str):
        return value if value.isascii() else _HALVES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole_letters(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _whole_letters(inner) for key, inner in value.items()}
    return value


def _after_thinking(text: str) -> int | None:
    """Where the answer of a model begins that thinks aloud first, in `<think>` tags; None while it still does."""
    start = len(text) - len(text.lstrip())
    if not text.startswith(_THINKING[0], start):
        return 0
    end = text.find(_THINKING[1], start)
    return None if end < 0 else end + len(_THINKING[1])


def _values(text: str) -> Iterator[Any]:
    """The JSON objects and lists in a text, outermost ones, in order; a bounded number of places is tried."""
    position = 0
    for _ in range(_TRIES):
        match = re.compile(r"[\[{]").search(text, position)
        if match is None:
            return
        try:
            value, position = _json.raw_decode(text, match.start())
            value = _whole_letters(value)
        except (ValueError, RecursionError):
            position = match.end()
        else:
            yield value
