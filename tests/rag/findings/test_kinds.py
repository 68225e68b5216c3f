"""Every kind reports its bad examples and nothing else; what each of them is quiet about, language by language."""

from __future__ import annotations

import os

import pytest

from reread.rag.findings import registry
from reread.rag.findings.kind import Example, Kind
from tests.rag.findings.workspaces import found_in, lines_of

EXAMPLES = [
    pytest.param(kind, example, id=f"{kind.id}-{number}")
    for kind in registry.kinds()
    for number, example in enumerate(kind.examples)
]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_examples(kind: Kind, example: Example):
    found = found_in(example.files, example.before, kind.id, together=example.together)
    assert lines_of(found, dict(example.files)) == ([example.at] if example.at else [])


@pytest.mark.parametrize("kind", registry.kinds(), ids=lambda kind: kind.id)
def test_each_kind_explains_itself_with_examples_of_both_sorts(kind: Kind):
    assert "Bad:" in kind.explanation and "Good:" in kind.explanation
    assert {example.at is None for example in kind.examples} == {True, False}


def test_ids_follow_from_the_names_of_the_files():
    names = {name for name in os.listdir(registry._KINDS) if name.endswith(".py") and name != "__init__.py"}
    assert {f"index/{name[:-3].replace('_', '-')}" for name in names} == {kind.id for kind in registry.kinds()}


def test_a_kind_that_fails_is_silent_and_the_others_speak(monkeypatch, caplog):
    def fails(change, workspace, options):
        raise ZeroDivisionError

    kinds = [kind._replace(find=fails) if kind.id == "index/co-change" else kind for kind in registry.kinds()]
    monkeypatch.setattr(registry, "kinds", lambda: tuple(kinds))
    example = next(kind for kind in kinds if kind.id == "index/unreferenced").examples[0]
    found = found_in(example.files, example.before, "index/co-change", "index/unreferenced")
    assert [each.rule for each in found] == ["index/unreferenced"]
    assert "index/co-change failed" in caplog.text
