"""The rules of others that an edit is measured with."""

from __future__ import annotations

import json
from itertools import islice

import pytest

from reread.analyzers.rules.loading.parse_rules import read_rules
from tests.bench.foreign_rules import COUNT, made, rules_of


def test_all_made_rules_can_be_run():
    rules, problems = read_rules("r.yaml", json.dumps({"rules": list(islice(made(), COUNT))}).encode())
    assert problems == []
    assert len({rule.id for rule in rules}) == COUNT


@pytest.mark.parametrize(
    ("name", "text", "ids"),
    [
        ("a.yaml", "rules: [{id: x, languages: [python]}, {id: y, languages: [go]}]", ["a-x"]),
        ("a.yml", "rules: [{id: x, languages: [regex]}]", ["a-x"]),
        ("a.test.yaml", "rules: [{id: x, languages: [python]}]", []),
        ("a.yaml", "- 1", []),
    ],
)
def test_the_rules_of_a_checkout(tmp_path, name, text, ids):
    (tmp_path / name).write_text(text)
    assert [rule["id"] for rule in rules_of(tmp_path)] == ids
