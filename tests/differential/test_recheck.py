"""After an edit, looking only where it reached gives what looking everywhere gives, for the rules of all cases."""

from __future__ import annotations

import random

import pytest

from reread.analyzers.text import Span, TextChange
from tests.differential.cases import written
from tests.differential.ours import document_of, engine_of
from tests.examples import examples

INSERTED = ("\n", " ", "x", "foo(1)", "(", ")", '"', "# ", "//", "a\nb", "    ", "\n\n", "=", "$", "/*", "}")


# `make test-slow` edits more.
@pytest.mark.property
@pytest.mark.parametrize("case", written(), ids=lambda case: case.name)
def test_an_edit_gives_what_a_whole_check_gives(case):
    engine = engine_of(case)
    for name, text in case.files:
        chosen = random.Random(case.name + name)
        analysis = engine.check(document_of(name, text), name)
        for _ in range(examples(2, 5)):
            length = len(analysis.document.text)
            start = chosen.randrange(length + 1)
            end = min(length, start + chosen.choice((0, 0, 1, 1, 5, 30)))
            change = TextChange(Span(start, end), chosen.choice(INSERTED) if chosen.random() < 0.7 else "")
            document = analysis.document.changed(change)
            analysis = engine.recheck(analysis, change, document)
            assert analysis.findings == engine.check(document, name).findings, (name, change)
