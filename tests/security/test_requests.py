"""The bytes of every request of every provider have no planted secret in them: not plain, encoded or escaped."""

from __future__ import annotations

import base64
import json
import random

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.review.fix.fix_verifier import BARE
from reread.analyzers.review.fix.fixer import Fixer, unit_around
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document, Span
from tests.analyzers.review.asking import Bench
from tests.security.forms import Planted, encodings, made, planted
from tests.standin import Reply, StandIn

VENDORS = ("openai", "anthropic", "ollama", "compatible")
PER_REQUEST = 12
FEW = 41
"""Every so many planted secrets take part in the quick test; all do in the slow one."""


@pytest.fixture
def model():
    with StandIn() as stand_in:
        yield stand_in


@pytest.fixture(params=VENDORS)
async def bench(request, model, tmp_path):
    # What speaks OpenAI's protocol elsewhere rejects the newest fields, and is asked again with less.
    if request.param == "compatible":
        model.script(Reply(status=400, error="response_format: json_schema is not supported"))
    made = Bench(model, "openai" if request.param == "compatible" else request.param, tmp_path)
    yield made
    await made.close()


def subject_of(case: Planted, number: int) -> list[Subject]:
    path = f"/w/{number}/{case.path}"
    document = Document(f"file://{path}", case.text, path=path, language=language_of(path))
    return [Subject("/w", f"{number}/{case.path}", document, unit) for unit in plan_units(document, "").units]


async def reviewed(bench: Bench, subjects: list[Subject], context: tuple[ContextPiece, ...] = ()) -> bytes:
    """All bytes that the stand-in is sent in a review of the subjects."""

    async def retrieve(subject: Subject) -> tuple[ContextPiece, ...]:
        return context

    settings = ReviewSettings(triage="off", concurrency=8, context_tokens=1_000_000, max_findings_per_file=0)
    await Reviewer(bench.asker(cached=False), settings, retrieve=retrieve).review(subjects, lambda *_: None)
    assert bench.model.requests
    return sent(bench)


def sent(bench: Bench) -> bytes:
    """Bodies as they came, and without the escapes of JSON."""
    bodies = [request.body for request in bench.model.requests]
    return "\n".join([*bodies, *(json.dumps(json.loads(body), ensure_ascii=False) for body in bodies)]).encode()


def found(secrets: list[str], everything: bytes) -> list[str]:
    return [secret for secret in secrets if any(form.encode() in everything for form in encodings(secret))]


def context_of(cases: list[Planted]) -> tuple[ContextPiece, ...]:
    return tuple(ContextPiece(case.path, 1, case.text, "called by the change", case.text) for case in cases)


ALL = list(planted(23))


async def no_secret_is_sent(bench: Bench, cases: list[Planted]) -> None:
    subjects = [subject for number, case in enumerate(cases) for subject in subject_of(case, number)]
    assert len(subjects) > len(cases) / 2
    await reviewed(bench, subjects)
    plain = Document("file:///w/a.py", "def f():\n    return 1\n", path="/w/a.py", language="python")
    unit = plan_units(plain, None).units[0]
    for start in range(0, len(cases), PER_REQUEST * 10):
        await reviewed(bench, [Subject("/w", "a.py", plain, unit)], context_of(cases[start : start + PER_REQUEST * 10]))
    assert found([case.secret for case in cases], sent(bench)) == []


@pytest.mark.slow
async def test_no_planted_secret_is_in_any_request(bench: Bench):
    await no_secret_is_sent(bench, ALL[::FEW])


async def none_is_sent(bench: Bench, cases: list[Planted]) -> None:
    for start in range(0, len(cases), 400):
        await no_secret_is_sent(bench, cases[start : start + 400])
        bench.model.reset()


@pytest.mark.slow
async def test_none_of_thousands_of_planted_secrets_is_in_any_request(bench: Bench, request: pytest.FixtureRequest):
    """Each provider is sent a part of its own of all of them; what replaces them is the same for all."""
    await none_is_sent(bench, ALL[VENDORS.index(request.node.callspec.params["bench"]) :: len(VENDORS)])


@pytest.mark.soak
async def test_nor_in_one_of_any_provider(bench: Bench):
    await none_is_sent(bench, ALL)


async def test_without_redaction_the_secrets_are_sent(bench: Bench, monkeypatch):
    monkeypatch.setattr(Redactor, "redact", lambda self, text, **_: text)
    monkeypatch.setattr(Redactor, "spread", lambda self, text: text)
    cases = ALL[::400]
    everything = await reviewed(bench, [s for number, case in enumerate(cases) for s in subject_of(case, number)])
    assert len(found([case.secret for case in cases], everything)) > len(cases) / 2


async def test_encoded_copies_of_a_secret_are_not_sent_either(bench: Bench):
    chance = random.Random(5)
    secret = made(chance) + "#!é"
    copies = "\n".join(f'    use("{form}")' for form in encodings(secret))
    word = base64.b64encode(f"svc:{secret}".encode()).decode()
    code = f'def f():\n    password = "{secret}"\n{copies}\n    use("{word}", "{json.dumps(secret)[1:-1]}")\n'
    everything = await reviewed(bench, subject_of(Planted(code, secret, "a.py", ""), 0))
    assert found([secret], everything) == []
    assert word.encode() not in everything


@pytest.mark.parametrize("name", ["AGENTS.md", "docs/rules.txt", "CONTRIBUTING.rst"])
async def test_guidance_is_sent_without_secrets(bench: Bench, name):
    secret = "Winter!4711x"
    texts = (
        f"Tests log in with admin / {secret}.",
        f"The password is {secret}",
        f"- token: `{secret}`",
        f"curl -u a:{secret} h",
    )
    pieces = tuple(ContextPiece(name, 1, text, "team guidance", text) for text in texts)
    case = Planted("def f():\n    return 1\n", secret, "a.py", "")
    assert found([secret], await reviewed(bench, subject_of(case, 0), pieces)) == []


async def test_file_names_reasons_and_commit_messages_are_sent_without_secrets(bench: Bench):
    secret = "Winter!4711x"
    reason = f"committed together with it: set the db password to {secret}"
    piece = ContextPiece(f"backup/password={secret}/b.py", 1, "x = 1", reason, "")
    case = Planted("def f():\n    return 1\n", secret, f"db_password={secret}.py", "")
    assert found([secret], await reviewed(bench, subject_of(case, 0), (piece,))) == []


async def test_what_is_sent_back_in_a_second_look_has_no_secret(bench: Bench):
    secret = "Winter!4711x"
    said = {
        "title": "Wrong", "message": "The password REREAD_SECRET_1_value is wrong.", "severity": "warning",
        "category": "logic", "confidence": 0.9, "quote": "    connect(REREAD_SECRET_1_value)", "why": "", "edits": [],
    }  # fmt: skip
    bench.model.always(Reply(kind="review", text=json.dumps({"findings": [said]})))
    code = f"def f():\n    password = '{secret}'\n    connect({secret!r})\n"
    everything = await reviewed(bench, subject_of(Planted(code, secret, "a.py", ""), 0))
    assert found([secret], everything) == []


async def test_a_request_for_a_fix_has_no_secret(bench: Bench):
    secret = "Winter!4711x"
    text = f"class Config:\n    db_password = '{secret}'\n\n    def f(self):\n        return connect('{secret}')\n"
    document = Document("file:///w/a.py", text, path="/w/a.py", language="python")
    start = text.rindex("connect")
    finding = Finding("r", f"the password is {secret}", Span(start, start + 7), Severity.WARNING)
    await Fixer(bench.asker(cached=False), BARE).fix(
        Subject("/w", "a.py", document, unit_around(document, finding.span)), finding
    )
    assert found([secret], sent(bench)) == []
