"""What people write as secrets does not get past the redactor, and ordinary code does."""

from __future__ import annotations

from collections import Counter

from reread.analyzers.review.redact import Redactor
from reread.analyzers.syntax import language_of
from tests.security.forms import planted

CORPUS = list(planted())


def redacted(text: str, path: str) -> str:
    language = language_of(path)
    return Redactor().redact(text, is_code=bool(language), language=language)


def test_there_are_thousands_of_secrets():
    assert len(CORPUS) >= 3_000
    assert len({case.where.split(": ", 1)[1] for case in CORPUS}) >= 300


def test_no_planted_secret_stays():
    left = [case for case in CORPUS if case.secret in redacted(case.text, case.path)]
    assert Counter(case.where for case in left) == {}
