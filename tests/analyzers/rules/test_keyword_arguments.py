"""Patterns of calls hold for arguments by keyword as well, where a file beside the rules names the parameters."""

from __future__ import annotations

import pytest

from reread.analyzers.rules.loading.keyword_arguments import variants_of
from reread.analyzers.rules.loading.parse_rules import read_rules

SIGNATURES = {"os.system": ["command"], "os.chmod": ["path", "mode"], "search_s": ["base", "scope", "filterstr"]}
RULE = b"""rules:
  - {id: r, languages: [python], severity: ERROR, message: m, pattern: os.system($COMMAND)}
"""


@pytest.mark.parametrize(
    ("pattern", "variants"),
    [
        ("os.system($COMMAND)", ["os.system(command=$COMMAND)"]),
        (
            "os.chmod($PATH, 0o777, ...)",
            ["os.chmod($PATH, ..., mode=0o777, ...)", "os.chmod(..., path=$PATH, ..., mode=0o777, ...)"],
        ),
        ("os.chmod($PATH, ..., mode=$MODE, ...)", ["os.chmod(..., path=$PATH, ..., mode=$MODE, ...)"]),
        ("$LINK.search_s(f(1, 2))", ["$LINK.search_s(base=f(1, 2))"]),
        ("os.system(...)", []),
        ("os.system($A, $B)", []),
        ("os.system(..., command=$COMMAND, ...)", []),
        ("search_s($BASE)", []),
        ("os.popen($COMMAND)", []),
        ("x = os.system($COMMAND)", []),
        ("os.system($COMMAND) + f($X)", []),
    ],
)
def test_the_last_arguments_may_be_given_by_name(pattern, variants):
    assert list(variants_of(pattern, SIGNATURES)) == variants


def test_only_a_file_beside_the_rules_names_parameters(tmp_path):
    path = tmp_path / "rules.yaml"
    alone, _ = read_rules(str(path), RULE)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "signatures.yaml").write_text("signatures: {os.system: [command]}\n")
    beside, problems = read_rules(str(path), RULE)
    assert not problems
    assert alone[0].formula != beside[0].formula


def test_a_file_of_another_form_is_a_problem_of_the_rule(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "signatures.yaml").write_text("signatures: {os.system: command}\n")
    rules, problems = read_rules(str(tmp_path / "rules.yaml"), RULE)
    assert not rules
    assert "shared/signatures.yaml" in problems[0].message
