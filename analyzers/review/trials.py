"""The short questions around a review: is this change worth one, and does a finding hold when it is tried to refute it.

Both fail open: where the answer cannot be had or read, the change is reviewed and the finding stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.analyzers.review import prompts
from reread.analyzers.review.answer import Form, read_object
from reread.analyzers.review.asking import Answer, Asker, Question
from reread.analyzers.review.calling import OnWait
from reread.analyzers.review.context import ContextPiece
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.provider import NonsenseError, Stop
from reread.analyzers.review.questions import Subject, short_question
from reread.analyzers.review.redact import Redactor
from reread.analyzers.review.schema import REFUTE_SCHEMA, TRIAGE_SCHEMA, ModelFinding, Refutation, Triage

_IDENTIFIER = re.compile(r"[A-Za-z_]\w{2,}")
_NAMED = re.compile(r"`[^`\n]+`|\w+_\w+|\b[a-z]+[A-Z]\w*|\w+(?=\()")
"""What in a sentence is the name of code: in backticks, of several words, or called."""
_OF_LANGUAGES = frozenset(
    {"and", "async", "await", "break", "case", "catch", "class", "const", "continue", "def", "elif", "else", "except"}
    | {"false", "finally", "for", "from", "func", "function", "import", "interface", "let", "new", "nil", "None", "not"}
    | {"null", "package", "pass", "private", "public", "raise", "return", "self", "static", "struct", "switch", "this"}
    | {"throw", "true", "True", "False", "try", "type", "var", "void", "while", "with", "yield"}
)


async def triaged(asker: Asker, subject: Subject, redactor: Redactor, on_wait: OnWait | None = None) -> Triage:
    """Whether the unit deserves a review; raises ProviderError.

    `redactor` is the one of the review, for what is secret may show in the context alone. It is left as it is.
    """
    question = short_question("triage", prompts.TRIAGE, TRIAGE_SCHEMA, subject, (), (), redactor.copy())
    return await _asked(asker, question, "review", Triage, on_wait)


async def refutation(
    asker: Asker,
    subject: Subject,
    said: ModelFinding,
    context: Sequence[ContextPiece],
    review: Question,
    redactor: Redactor,
    on_wait: OnWait | None = None,
) -> Refutation:
    """What an attempt to refute a finding comes to; raises ProviderError.

    `said` has no placeholders any more. `context` is what its `review` was given; of it only what the finding cites is
    shown again. The question is the same as long as that of the review is, whose `redactor` is used and left as it is.
    """
    remark = "\n\n".join(part for part in (said.title, said.message, said.why) if part.strip())
    section = Section("REMARK", f"{remark}\n\nIt is about these lines:\n{said.quote}")
    question = short_question(
        "refute",
        prompts.REFUTE,
        REFUTE_SCHEMA,
        subject,
        cited(said, context),
        (section,),
        redactor.copy(),
        repr((review.alike or review.identity, section.text)) if review.identity else "",
    )
    return await _asked(asker, question, "verdict", Refutation, on_wait)


def cited(said: ModelFinding, context: Sequence[ContextPiece]) -> list[ContextPiece]:
    """The pieces that define or use a name which the finding mentions, or whose file it names."""
    words = " ".join((said.title, said.message, said.why))
    named = " ".join((*_NAMED.findall(words), said.quote))
    names = set(_IDENTIFIER.findall(named)) - _OF_LANGUAGES
    return [
        piece
        for piece in context
        if piece.path.rsplit("/", 1)[-1] in words or names.intersection(_IDENTIFIER.findall(piece.text))
    ]


async def _asked(asker: Asker, question: Question, key: str, form: type[Form], on_wait: OnWait | None) -> Form:
    answer = asker.cached(question) or await asker.ask(question, _ignore, on_wait)
    read = read_object(answer.text, key, form)
    if read is None:
        raise NonsenseError(_complaint(answer, question))
    asker.keep(question, answer)
    return read


def _complaint(answer: Answer, question: Question) -> str:
    step = "triage" if question.kind == "triage" else "second pass"
    if answer.stop is Stop.LENGTH:
        return f"{step}: the model's answer was cut at the limit of its length"
    return f"{step}: the model's answer is not in the form that was asked for"


def _ignore(text: str) -> None:
    """A short answer is of no use before it is whole."""
