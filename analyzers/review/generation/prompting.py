"""Shared code for generating texts: redacted sections, rendered into a prompt, requested at most twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from msgspec import structs
from pydantic import BaseModel

from reread.analyzers.review import prompts
from reread.analyzers.review.answer.answer import read_object
from reread.analyzers.review.ask.cached_client import Answer, CachedClient, Question
from reread.analyzers.review.ask.sections import placeholders, redacted
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.redact import PREFIX, Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.provider import ProviderError, Stop

Form = TypeVar("Form", bound=BaseModel)

_ROUNDS = 2
"""The first attempt, and one more with what is wrong with it."""


class NothingGeneratedError(ProviderError):
    """The model's answer cannot be used. The message is one line that says why."""


class QuestionForm(NamedTuple):
    """The form of a question: its kind, its prompt with the fields, and the schema of the answer.

    `key` is a property that the answer must have.
    """

    kind: str
    prompt: str
    schema: dict[str, Any]
    key: str
    fields: Mapping[str, str] = {}


class Material(NamedTuple):
    """The content to send: the sections, and the audit log entry about them (`code` changed or is asked about).

    `folder` is the workspace folder; `redactor` knows the secrets of the whole files that sections are parts of.
    """

    folder: str
    sections: tuple[Section, ...]
    redactor: Redactor
    code: tuple[AuditedPiece, ...] = ()
    context: tuple[AuditedPiece, ...] = ()


def question(wanted: QuestionForm, material: Material) -> Question:
    """The question as it is sent: no section has a secret, and no path in the audit log."""
    redactor = material.redactor
    sections = redacted(material.sections, redactor)
    prompt = prompts.render(wanted.prompt, {"secret_prefix": PREFIX, **wanted.fields}, sections)
    hidden = len(placeholders([Section("", prompt.user)]))
    code, context = (
        tuple(structs.replace(piece, path=redactor.spread(redactor.redact(piece.path))) for piece in pieces)
        for pieces in (material.code, material.context)
    )
    return Question(wanted.kind, prompt, wanted.schema, material.folder, code, context, hidden)


async def ask(
    asker: CachedClient, wanted: QuestionForm, material: Material, form: type[Form], objection: Callable[[Form], str]
) -> tuple[Form, str]:
    """The answer in its form, and what is still wrong with it after a second round, "" when nothing is.

    Raises ProviderError. An answer without an objection is kept for the next time.
    """
    problem = ""
    for _ in range(_ROUNDS):
        sent = question(wanted, material)
        answer = asker.cached(sent) or await asker.ask(sent, lambda text: None)
        said = read(answer, wanted, form)
        problem = objection(said)
        if not problem:
            asker.store(sent, answer)
            break
        attempt = Section("REJECTED", f"{_spelled(said)}\n\nThis did not hold: {problem}")
        material = material._replace(sections=(*material.sections, attempt))
    return said, problem


def read(answer: Answer, wanted: QuestionForm, form: type[Form]) -> Form:
    """The answer in its form; raises NothingGeneratedError."""
    if answer.stop is Stop.LENGTH:
        raise NothingGeneratedError("the model's answer was cut at review.max-output-tokens")
    said = read_object(answer.text, wanted.key, form)
    if said is None:
        raise NothingGeneratedError("the model's answer is not in the form that was asked for")
    return said


def _spelled(said: BaseModel) -> str:
    """An attempt in words. Not as JSON: its escapes would hide secrets from those who look for them."""
    return "\n".join(str(value) for value in said.model_dump().values() if value)
