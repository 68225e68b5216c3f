"""What is asked about a unit, and which questions are the same."""

from __future__ import annotations

from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.questions import review_question
from reread.analyzers.review.privacy.redact import Redactor
from tests.analyzers.review.asking import subjects_of

CODE = "def f(a):\n    return g(a)\n"
CALLED = ContextPiece("b.py", 1, "def g(a):\n    return a\n", "called by the change", "def g(a):")


def question(*context: ContextPiece, code: str = CODE, redactor: Redactor | None = None):
    [subject] = subjects_of(code)
    return review_question(subject, context, 1_000, redactor or Redactor())


def test_another_body_of_what_is_called_is_the_same_question():
    other = CALLED._replace(text="def g(a):\n    return a + 1\n", start_line=7)
    assert question(CALLED).identity == question(other).identity
    assert question(CALLED).prompt != question(other).prompt


def test_another_signature_of_what_is_called_is_another_question():
    assert question(CALLED).identity != question(CALLED._replace(identity="def g(a, b):")).identity


def test_what_only_looks_alike_makes_no_new_question():
    assert question(CALLED).identity == question(CALLED, ContextPiece("c.py", 1, "x = 1", "beside the change")).identity


def test_another_text_of_the_unit_is_another_question():
    assert question(CALLED).identity != question(CALLED, code=CODE.replace("g(a)", "g(a) + 1")).identity


def test_the_placeholders_of_a_unit_do_not_depend_on_its_context():
    code = 'def f():\n    password = "correct horse"\n'
    secret = ContextPiece("b.py", 1, 'token_secret = "battery staple"\n', "beside the change")
    alone, together = Redactor(), Redactor()
    question(code=code, redactor=alone)
    question(secret, code=code, redactor=together)
    assert alone.restore("REREAD_SECRET_1_value") == together.restore("REREAD_SECRET_1_value") == "correct horse"


def test_context_with_secrets_belongs_to_the_question_as_a_whole():
    secret = ContextPiece("b.py", 1, 'token_secret = "battery staple"\n', "beside the change")
    asked = question(secret)
    assert asked.identity == ""
    assert "battery" not in asked.prompt.user


def test_a_secret_that_only_the_context_gives_away_leaves_the_unit_too():
    code = 'def f():\n    connect("battery staple")\n'
    secret = ContextPiece("b.py", 1, 'password = "battery staple"\n', "beside the change")
    assert "battery" not in question(secret, code=code).prompt.user


def test_comments_and_formatting_make_an_alike_question():
    other = question(CALLED, code="def f(a):\n    # why\n\n    return g(\n        a\n    )\n")
    assert question(CALLED).similar_identity == other.similar_identity != ""
    assert question(CALLED).identity != other.identity


def test_another_meaning_is_not_alike():
    assert question(CALLED).similar_identity != question(CALLED, code=CODE.replace("g(a)", "g(-a)")).similar_identity


def test_a_placeholder_that_means_something_else_is_not_alike():
    first = question(code='def f():\n    # password = "correct horse"\n    return 1\n')
    second = question(code='def f():\n    # password = "battery staple"\n    return 1\n')
    assert first.identity == second.identity
    assert first.similar_identity != second.similar_identity


def test_an_answer_fits_when_all_that_it_quotes_is_there():
    said = (
        '{"findings": [{"title": "t", "message": "m", "severity": "info", "category": "c", "confidence": 1, "why": "", '
    )
    asked = question(CALLED)
    assert asked.fits(said + '"quote": "    return g(a)", "edits": []}]}')
    assert not asked.fits(said + '"quote": "    return h(a)", "edits": []}]}')
    assert asked.fits('{"findings": []}')


def test_guidance_has_a_section_of_its_own():
    convention = ContextPiece("AGENTS.md", 3, "Amounts are in cents.\n", "team guidance", guidance=True)
    shown = question(convention).prompt.user
    assert "<<<GUIDANCE " in shown
    assert "Amounts are in cents." in shown
    assert "<<<CONTEXT" not in shown
