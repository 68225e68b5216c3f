"""Rules and programs that are drawn at random have the same matches in both tools, but for a small share."""

from __future__ import annotations

import pytest

from tests.differential.drawn import LANGUAGES, Drawn, Node, case_of, draw, program_text, smaller
from tests.differential.shrinking import differing, shrunk

MOST = {"python": 0.04, "javascript": 0.06, "go": 0.05, "java": 0.09}
"""The shares that may differ. The kinds are in docs/coming-from-semgrep.md."""
SEVERAL = [pytest.param(200, id="200"), pytest.param(2000, id="2000", marks=pytest.mark.slow)]


@pytest.mark.differential
@pytest.mark.parametrize("count", SEVERAL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_drawn_rules_have_the_same_matches(language, count, tmp_path):
    found, with_matches = differing([draw(language, number) for number in range(count)], str(tmp_path))
    assert with_matches >= count // 2
    if len(found) > count * MOST[language]:
        (tmp_path / "smaller").mkdir()
        least = [case_of(each, "") for each in shrunk(found, str(tmp_path / "smaller"))]
        pytest.fail("\n".join(f"{case.rules[0]}\n{case.files[0][1]}" for case in least[:10]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_draws_the_same_case_each_time(language):
    assert draw(language, 3) == draw(language, 3) != draw(language, 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_tried_is_smaller(language):
    for number in range(20):
        drawn = draw(language, number)
        assert all(less.size < drawn.size for less in smaller(drawn))


def test_a_program_has_the_form_of_its_language():
    name = Node("name", "a")
    call = Node("do", "", (Node("call", "", (name,)),))
    program = (Node("if", "", (name, call)),)
    texts = {language: program_text(Drawn(language, program, (("pattern", name),))) for language in LANGUAGES}
    assert texts == {
        "python": "if a:\n    a()\n",
        "javascript": "if (a) {\n    a();\n}\n",
        "go": "package main\n\nfunc main() {\n    if a {\n        a()\n    }\n}\n",
        "java": "class A {\n    int main() {\n        if (a) {\n            a();\n        }\n    }\n}\n",
    }
