"""The JSON schema of rule files says the same as the reader of rules."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

import reread.analyzers.packs
import reread.analyzers.rules
from reread.analyzers.rules.loading import parse_operators, parse_rules, parse_taint, vocabulary

SCHEMA = json.loads(Path(reread.analyzers.rules.__file__).with_name("schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PACKS = os.path.dirname(reread.analyzers.packs.__file__)


def built_in_files():
    for folder, _, names in os.walk(PACKS):
        if os.path.basename(folder) != "shared":
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".yaml"))


def rule(**more):
    return {
        "rules": [{"id": "r", "languages": ["python"], "severity": "ERROR", "message": "m", "pattern": "f()", **more}]
    }


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_built_in_rule_fits():
    wrong = []
    for path in built_in_files():
        with open(path, encoding="utf-8") as file:
            content = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if isinstance(content, dict) and "rules" in content:
            wrong += [f"{path}: {error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(content)]
    assert wrong == []


def test_it_knows_the_keys_that_the_reader_knows():
    assert set(SCHEMA["$defs"]["rule"]["properties"]) == parse_rules._KNOWN_KEYS | parse_rules._TAINT_KEYS
    assert set(SCHEMA["$defs"]["operator"]["properties"]) == set(parse_operators._OPERATORS)
    for kind, keys in parse_taint._KEYS.items():
        joined = {"models"} if kind in vocabulary.JOINED else set()
        assert set(SCHEMA["$defs"][kind]["properties"]) == {*keys, *parse_operators.STARTS, "use", *joined}


@pytest.mark.parametrize(
    "content",
    [
        rule(patern="f()"),
        rule(severity="SEVERE"),
        rule(languages=[]),
        rule(patterns=[{"pattern": "f()", "pattern-not": "g()"}]),
        rule(patterns=[{"metavariable-regex": {"metavariable": "X", "regex": "a"}}]),
        {"rules": [{"id": "r"}]},
        {},
    ],
)
def test_what_the_reader_refuses_does_not_fit(content):
    assert list(VALIDATOR.iter_errors(content))
