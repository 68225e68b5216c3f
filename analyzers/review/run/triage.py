"""Short requests around a review: whether a change needs one, and whether a finding survives refutation.

Both fail open: where the answer cannot be had or read, the change is reviewed and the finding stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reread.analyzers.review import prompts
from reread.analyzers.review.answer.answer import Form, read_object
from reread.analyzers.review.answer.schema import REFUTE_SCHEMA, ModelFinding, Refutation, Triage, TriageAnswer
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import Answer, CachedClient, Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.provider_call import OnWait
from reread.analyzers.review.ask.questions import joint_triage_question, short_question, triage_question
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.provider import NonsenseError, Stop
from reread.analyzers.review.settings import ReviewSettings

_IDENTIFIER = re.compile(r"[A-Za-z_]\w{2,}")
_NAMED = re.compile(r"`[^`\n]+`|\w+_\w+|\b[a-z]+[A-Z]\w*|\w+(?=\()")
"""What in a sentence is the name of code: in backticks, of several words, or called."""
_OF_LANGUAGES = frozenset(
    {"and", "async", "await", "break", "case", "catch", "class", "const", "continue", "def", "elif", "else", "except"}
    | {"false", "finally", "for", "from", "func", "function", "import", "interface", "let", "new", "nil", "None", "not"}
    | {"null", "package", "pass", "private", "public", "raise", "return", "self", "static", "struct", "switch", "this"}
    | {"throw", "true", "True", "False", "try", "type", "var", "void", "while", "with", "yield"}
)


def is_triaged(asker: CachedClient, settings: ReviewSettings) -> bool:
    """Whether units are sorted out first: as the settings say, or where a small model makes that cheaper."""
    return settings.triage == "on" or (settings.triage == "auto" and bool(asker.lines[0].small))


def passed_before(asker: CachedClient, unit: UnitQuestion) -> bool:
    """Whether it is known that the unit deserves no review; for plans, so nothing is asked or entered."""
    kept = asker.cached_for_plan(triage_question(unit.subject, unit.redactor))
    verdict = read_object(kept.text, "review", Triage) if kept is not None else None
    return verdict is not None and not verdict.review


async def deserving(
    asker: CachedClient, units: Sequence[UnitQuestion], on_wait: OnWait | None = None
) -> list[UnitQuestion]:
    """The units that deserve a review; raises ProviderError. One that the answer says nothing about does."""
    alone = {unit.place: triage_question(unit.subject, unit.redactor) for unit in units}
    verdicts: dict[int, Triage | None] = {}
    for place, question in alone.items():
        known = asker.cached(question)
        verdicts[place] = read_object(known.text, "review", Triage) if known is not None else None
    unknown = [unit for unit in units if verdicts[unit.place] is None]
    if unknown:
        verdicts |= await _sorted_out(asker, unknown, alone, on_wait)
    return [unit for unit in units if (verdict := verdicts[unit.place]) is None or verdict.review]


async def _sorted_out(
    asker: CachedClient, units: Sequence[UnitQuestion], alone: Mapping[int, Question], on_wait: OnWait | None
) -> dict[int, Triage]:
    """What the model says about units, by place, asked about together; it is kept for each of them alone."""
    question = alone[units[0].place] if len(units) == 1 else joint_triage_question([unit.subject for unit in units])
    if question is None:
        one_by_one = [await _sorted_out(asker, [unit], alone, on_wait) for unit in units]
        return {place: verdict for each in one_by_one for place, verdict in each.items()}
    answer = await asker.ask(question, _ignore, on_wait)
    said = _triages(answer, len(units))
    if not said:
        raise NonsenseError(f"triage: {complaint(answer)}")
    found = {unit.place: said[number] for number, unit in enumerate(units, 1) if number in said}
    for place, verdict in found.items():
        asker.store(alone[place], answer._replace(text=verdict.model_dump_json()))
    return found


def _triages(answer: Answer, units: int) -> dict[int, Triage]:
    """The verdicts by the number of the unit. Of a single unit a bare one will do."""
    listed = read_object(answer.text, "units", TriageAnswer)
    said = listed.units if listed is not None else ()
    if units == 1:
        bare = read_object(answer.text, "review", Triage) if listed is None else None
        first = next(iter(said), bare)
        return {} if first is None else {1: first}
    # Said twice of the same unit: what asks for the review counts.
    return {each.unit: each for each in sorted(said, key=lambda each: each.review)}


async def refutation(
    asker: CachedClient,
    subject: Subject,
    said: ModelFinding,
    context: Sequence[ContextPiece],
    review: Question,
    redactor: Redactor,
    on_wait: OnWait | None = None,
) -> Refutation:
    """The result of an attempt to refute a finding; raises ProviderError.

    `said` has no placeholders any more. `context` is what its `review` was given; of it what the finding cites, callers
    and guidance are shown again, and what may be looked up for the one may be for the other. The question is the same
    as long as that of the review is, whose `redactor` is used and left as it is.
    """
    case = f"It is said to fail so: {said.failure}" if said.failure.strip() else ""
    remark = "\n\n".join(part for part in (said.title, said.message, case, said.why) if part.strip())
    section = Section("REMARK", f"{remark}\n\nIt is about these lines:\n{said.quote}")
    question = short_question(
        "refute",
        prompts.REFUTE,
        REFUTE_SCHEMA,
        subject,
        cited(said, context),
        (section,),
        redactor.copy(),
        repr((review.similar_identity or review.identity, section.text)) if review.identity else "",
    )._replace(evidence=review.evidence)
    return await _ask(asker, question, "verdict", Refutation, on_wait)


def cited(said: ModelFinding, context: Sequence[ContextPiece]) -> list[ContextPiece]:
    """The pieces that define or use a name which the finding mentions, or whose file it names; callers, guidance and
    verdicts too, since they can show that a case is handled before, or that a convention asks for something.
    """
    words = " ".join((said.title, said.message, said.failure, said.why))
    named = " ".join((*_NAMED.findall(words), said.quote))
    names = set(_IDENTIFIER.findall(named)) - _OF_LANGUAGES
    return [
        piece
        for piece in context
        if piece.guidance
        or piece.verdict
        or piece.caller
        or piece.path.rsplit("/", 1)[-1] in words
        or names.intersection(_IDENTIFIER.findall(piece.text))
    ]


async def _ask(asker: CachedClient, question: Question, key: str, form: type[Form], on_wait: OnWait | None) -> Form:
    answer = asker.cached(question) or await asker.ask(question, _ignore, on_wait)
    read = read_object(answer.text, key, form)
    if read is None:
        raise NonsenseError(f"second pass: {complaint(answer)}")
    asker.store(question, answer)
    return read


def complaint(answer: Answer) -> str:
    """What is wrong with an answer that cannot be read."""
    if answer.stop is Stop.LENGTH:
        return "the model's answer was cut at the limit of its length"
    return "the model's answer is not in the form that was asked for"


def _ignore(text: str) -> None:
    """A short answer is of no use before it is whole."""
