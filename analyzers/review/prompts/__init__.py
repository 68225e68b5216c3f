"""The prompts, each in a Markdown file with its version in the name, rendered by plain substitution."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

CHANGE = "change-2"
REVIEW = "review-6"
FIX = "fix-3"
LEADS = "leads-2"
TRIAGE = "triage-3"
REFUTE = "refute-5"
ASK = "ask-2"
MESSAGE = "message-2"
SUMMARY = "summary-2"
RELEASE = "release-1"
TEST = "test-2"
JUDGE = "judge-1"
LOOKUPS = "lookups-1"
"""What is added to the instructions of a question for which something may be looked up."""

INTENT = "INTENT"
"""The name of the sections with a reason for the change; their kind is an attribute."""

_NOT_IN_ATTRIBUTES = re.compile(r"[<>\"\s]+")
_LONGEST_ATTRIBUTE = 300
_FIELD = re.compile(r"\{\{(\w+)\}\}")


class Section(NamedTuple):
    """Data for the model to look at: a name in capitals, attributes for its first line, and the text."""

    name: str
    text: str
    attributes: Mapping[str, str] = {}


class Prompt(NamedTuple):
    """The two messages of a request, and the version of the file that they come from. `intent` names the kinds of texts
    about why the change was made that are in it.
    """

    version: str
    system: str
    user: str
    intent: tuple[str, ...] = ()


def render(version: str, fields: Mapping[str, str], sections: Sequence[Section]) -> Prompt:
    """Fill in a prompt. What is filled in is never searched for fields again; a missing field raises KeyError.

    The boundary around sections is derived from their texts, so that none of them can contain it. Only the user message
    names it: the system message is the same for all data, and providers charge less for a beginning they have seen.
    """
    system, user = _parts(version)
    boundary = _boundary([section.text for section in sections] + list(fields.values()))
    values = {**fields, "boundary": boundary, "sections": "\n\n".join(_section(entry, boundary) for entry in sections)}
    intent = tuple(section.attributes["kind"] for section in sections if section.name == INTENT)
    return Prompt(version, _fill(system, values), _fill(user, values), intent)


def as_data(sections: Sequence[Section]) -> str:
    """Sections alone, as a prompt has them."""
    boundary = _boundary([section.text for section in sections])
    return "\n\n".join(_section(entry, boundary) for entry in sections)


def instructions(version: str) -> str:
    """All of a prompt that is the same for all data."""
    return "\n".join(_parts(version))


def _fill(template: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: values[match[1]], template)


def _section(section: Section, boundary: str) -> str:
    # An attribute is a path, a name or a short reason: on one line, and without the marks that end the line.
    plain = ((key, _NOT_IN_ATTRIBUTES.sub(" ", value).strip()) for key, value in section.attributes.items())
    attributes = "".join(f' {key}="{value[:_LONGEST_ATTRIBUTE]}"' for key, value in plain)
    return f"<<<{section.name} {boundary}{attributes}>>>\n{section.text}\n<<<END {boundary}>>>"


def _boundary(texts: Sequence[str]) -> str:
    seed = "\0".join(texts)
    while True:
        boundary = hashlib.sha256(seed.encode()).hexdigest()[:12]
        if not any(boundary in text for text in texts):
            return boundary
        seed += boundary


@cache
def _parts(version: str) -> tuple[str, str]:
    with open(os.path.join(os.path.dirname(__file__), version + ".md"), encoding="utf-8") as file:
        _, system, user = re.split(r"^# (?:system|user)\n", file.read(), flags=re.MULTILINE)
    return system.strip(), user.strip()
