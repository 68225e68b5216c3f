"""No secret of any known format leaves, wherever it stands: looked for in all that the stand-in was sent."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.review.fix.fix_verifier import BARE
from reread.analyzers.review.fix.fixer import Fixer, unit_around
from reread.analyzers.review.privacy.pii import FINDERS, NOTHING, Personal
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.text import Document, Span
from tests.analyzers.review.asking import Bench
from tests.analyzers.review.secret_corpus import CARRIED, SECRETS
from tests.analyzers.review.secret_samples import samples
from tests.standin import Reply, StandIn

_TOGETHER = 40
_LEAST = 12
"""Characters of a part of a secret that would be worth something."""


class Case(NamedTuple):
    """What is reviewed, and the texts that must not leave.

    `body` is the body of a function, `before` what it was, `outside` what is in its file and did not change.
    """

    body: str = ""
    secrets: tuple[str, ...] = ()
    before: str | None = None
    context: tuple[ContextPiece, ...] = ()
    outside: str = ""
    name: str = "a.py"

    @property
    def code(self) -> str:
        return f"{self.outside}def f():\n{self.body}    return 1\n"

    @property
    def base(self) -> str | None:
        return None if self.before is None else f"{self.outside}def f():\n{self.before}    return 2\n"


def together(cases: list[Case]) -> list[Case]:
    """The same with many secrets in each request."""
    return [_merged(cases[start : start + _TOGETHER]) for start in range(0, len(cases), _TOGETHER)]


def _merged(cases: list[Case]) -> Case:
    return Case(
        "".join(case.body for case in cases),
        tuple(part for case in cases for part in case.secrets),
        None if cases[0].before is None else "".join(case.before or "" for case in cases),
        tuple(piece for case in cases for piece in case.context),
        "".join(case.outside for case in cases),
        cases[0].name,
    )


class Known(NamedTuple):
    """A text that gives its secret away, and the secret."""

    text: str
    secret: str


KNOWN = (
    *(Known(sample.text, sample.secret) for sample in samples()),
    *(Known(secret, secret) for secret in SECRETS.values()),
    *(Known(carrier.format(secret), secret) for carrier, secret in CARRIED.values()),
)
PLAIN = tuple(known for known in KNOWN if not set(known.text) & set("\n\"'`\\{}"))
WORDS = tuple(known for known in PLAIN if known.text == known.secret and " " not in known.text)


def parts_of(secret: str) -> tuple[str, ...]:
    """The lines of a secret that are secret themselves."""
    return tuple(line for line in secret.split("\n") if line.strip() and "-----" not in line)


def in_a_string(known: Known) -> Case:
    return Case(f'    call(r"""{known.text}""", 1)\n', parts_of(known.secret))


def in_a_comment(known: Known) -> Case:
    return Case(f"    # {known.text}\n", parts_of(known.secret))


def in_a_sentence(known: Known) -> Case:
    return Case(f"    # The key is {known.text}.\n", (known.secret,))


def taken_out(known: Known) -> Case:
    return Case("", parts_of(known.secret), f'    call(r"""{known.text}""", 1)\n')


def elsewhere_in_the_file(known: Known) -> Case:
    body = f"    # {known.secret.splitlines()[0]}\n"
    return Case(body, parts_of(known.secret), body, outside=f'call(r"""{known.text}""", 1)\n')


def in_context(known: Known) -> Case:
    return Case("", parts_of(known.secret), None, (ContextPiece("b.py", 1, known.text, "called by the change", ""),))


def in_guidance(known: Known) -> Case:
    text = f"# Rules\n\nUse `{known.text}` for tests.\n"
    return Case(
        "", parts_of(known.secret), None, (ContextPiece("AGENTS.md", 1, text, "team guidance", text, guidance=True),)
    )


def in_a_diff(known: Known) -> Case:
    text = "".join(f"+{line}\n" for line in known.text.split("\n"))
    piece = ContextPiece("fix.patch", 1, f"@@ -1 +1 @@\n-x\n{text}", "shares words with the change")
    return Case("", parts_of(known.secret), None, (piece,))


def in_file_names(known: Known) -> Case:
    piece = ContextPiece(f"b/{known.text}/c.py", 1, "x = 1", "beside the change")
    return Case("", (known.secret,), None, (piece,), name=f"a/{known.text}/b.py")


def split_over_lines(known: Known) -> Case:
    half = len(known.text) // 2
    code = f'    call(\n        "{known.text[:half]}"\n        "{known.text[half:]}"\n    )\n'
    rest = known.secret if known.secret in known.text[half:] else known.text[half:]
    return Case(code, (rest,) if len(rest) >= _LEAST and rest in known.secret else ())


def encoded(known: Known) -> Case:
    word = base64.b64encode(known.text.encode()).decode()
    return Case(f'    # {word}\n    call("{word}")\n', (word,))


def escaped(known: Known) -> Case:
    return Case(f"    call({json.dumps(known.text)})\n", parts_of(known.secret))


PLACES: tuple[tuple[Callable[[Known], Case], tuple[Known, ...]], ...] = (
    (in_a_string, KNOWN),
    (in_a_comment, PLAIN),
    (in_a_sentence, PLAIN),
    (taken_out, KNOWN),
    (elsewhere_in_the_file, tuple(known for known in KNOWN if len(known.secret) >= 8 or not known.secret.isalpha())),
    (in_context, KNOWN),
    (in_guidance, PLAIN),
    (in_a_diff, KNOWN),
    (in_file_names, tuple(known for known in WORDS if "/" not in known.text)),
    (split_over_lines, WORDS),
    (encoded, WORDS),
    (escaped, PLAIN),
)


@pytest.fixture
async def bench(model: StandIn, tmp_path):
    made = Bench(model, "ollama", tmp_path)
    yield made
    await made.close()


async def sent(bench: Bench, cases: list[Case], private: Personal = NOTHING, triage: str = "off") -> list[str]:
    """All that the stand-in is sent in reviews of the cases, one text a request."""
    subjects, contexts = [], {}
    for number, case in enumerate(cases):
        uri = f"file:///w/{number}/{case.name}"
        document = Document(uri, case.code, path=f"/w/{number}/{case.name}", language="python")
        contexts[uri] = case.context
        plan = plan_units(document, case.base)
        subjects += [Subject("/w", case.name, document, unit, private) for unit in plan.units]

    async def retrieve(subject: Subject):
        return contexts[subject.document.uri]

    settings = ReviewSettings(triage=triage, concurrency=16, context_tokens=100_000, max_findings_per_file=0)
    done = await Reviewer(bench.asker(cached=False), settings, retrieve=retrieve).review(subjects, lambda *_: None)
    assert done.problems == ()
    assert len(bench.model.requests) >= len(subjects)
    return ["\n".join(strings(request.json)) for request in bench.model.requests]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_there_are_hundreds_of_secrets_in_many_places():
    assert len(KNOWN) >= 220
    assert len({sample.kind for sample in samples()}) >= 126
    assert sum(len(known) for _, known in PLACES) >= 2_000


@pytest.mark.parametrize(("place", "known"), PLACES, ids=[place.__name__ for place, _ in PLACES])
async def test_no_secret_leaves(bench: Bench, place, known):
    cases = [place(each) for each in known]
    bodies = await sent(bench, together(cases))
    everything = "\n".join(bodies)
    leaked = [part for case in cases for part in case.secrets if part in everything]
    assert leaked == []
    assert "REREAD_SECRET_1_" in everything


async def test_what_the_model_says_about_a_secret_is_asked_back_without_it(bench: Bench):
    """The context gives the secret away; triage, review and refutation are about code that does not."""
    said = {
        "title": "Wrong REREAD_SECRET_1_value",
        "message": "REREAD_SECRET_1_value is used.",
        "severity": "warning",
        "category": "logic",
        "confidence": 0.9,
        "quote": '    connect("REREAD_SECRET_1_value")',
        "why": "config() has it.",
        "edits": [],
    }
    context = ContextPiece("config.py", 1, 'def config():\n    password = "battery staple"\n', "called by the change")
    bench.model.script(
        Reply(kind="triage", text=json.dumps({"review": True, "reason": ""})),
        Reply(kind="review", text=json.dumps({"findings": [said]})),
    )
    bodies = await sent(bench, [Case('    connect("battery staple")\n', (), None, (context,))], triage="on")
    assert len(bodies) == 3
    assert not any("battery" in body for body in bodies)


async def test_a_fix_is_asked_for_without_the_secrets_of_finding_and_file(bench: Bench):
    text = 'PASSWORD = "battery staple"\n\n\ndef f():\n    return connect("battery staple")\n'
    document = Document("file:///w/a.py", text, path="/w/a.py", language="python")
    start = text.rindex("connect")
    token = SECRETS["GitHub token"]
    finding = Finding("r", f"Do not say battery staple or {token}", Span(start, start + 7), Severity.WARNING)
    subject = Subject("/w", "a.py", document, unit_around(document, finding.span))
    await Fixer(bench.asker(cached=False), BARE).fix(subject, finding)
    bodies = ["\n".join(strings(request.json)) for request in bench.model.requests]
    assert bodies
    assert not any("battery" in body or token in body for body in bodies)


async def test_personal_data_stays_where_the_setting_names_it(bench: Bench):
    code = '    # jane@corp.de, +49 30 901820, for Acme\n    call("10.20.30.40")\n'
    case = Case(code, (), None, (ContextPiece("b.py", 1, "# by joe@corp.de of ACME", "beside the change"),))
    bodies = await sent(bench, [case], Personal(frozenset(FINDERS), ("Acme",)))
    for word in ("jane", "joe", "901820", "10.20.30.40", "acme"):
        assert not any(word in body.lower() for body in bodies), word
