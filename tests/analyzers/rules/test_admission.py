"""Which rules the record of readings admits to the profile `quiet`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Severity
from reread.analyzers.rules import quiet_profile
from reread.analyzers.rules.admission import formula, profile, record
from reread.analyzers.rules.admission.formula import Counts
from reread.analyzers.rules.profiles import Profile, is_chosen, least_profile, level_of
from reread.analyzers.rules.rule import Details, LazyDetails, Rule
from reread.analyzers.rules.ruleset import load

RULES = load().rules
RECORD = quiet_profile.record()
SHARES = st.floats(0, 1)
NUMBERS = st.integers(0, 50)
COUNTS = st.builds(Counts, NUMBERS, NUMBERS, NUMBERS)


def rule(identifier: str = "py/a", severity: Severity = Severity.ERROR, **fields: str) -> Rule:
    values = {"category": "correctness", "path": "builtin:a.yaml", **fields}
    return Rule(identifier, severity, ("python",), (), LazyDetails(Details("m", [])), **values)


def admission(readings: record.Readings, kind: record.Kind | None = None, **fields: str) -> record.Admission:
    made = rule(**fields)
    kinds = (kind or record.Kind("certain", "", category="correctness", assumed=0.8),)
    return next(record.admissions((made,), record.ReadingRecord(kinds, {made.id: readings}, frozenset())))


def test_the_profile_is_what_the_record_admits():
    """After a round: add what was read to record.yaml, then `make docs`."""
    written = Path(profile.PROFILE).read_text(encoding="utf-8")

    assert written == profile.text(record.admissions(RULES, RECORD), RECORD.pedantic)


def test_the_record_speaks_of_rules_that_there_are():
    known = {each.id for each in RULES}
    named = [*RECORD.rules, *RECORD.always, *RECORD.pedantic, *(name for kind in RECORD.kinds for name in kind.rules)]

    assert [name for name in named if name not in known] == []


def test_what_readers_found_to_be_noise_is_in_no_other_profile():
    noise = [each for each in RULES if each.id in RECORD.pedantic]
    assert len(noise) == len(RECORD.pedantic) > 0
    assert {least_profile(each) for each in noise} == {Profile.PEDANTIC}


def test_every_sure_rule_has_a_kind():
    assert all(each.kind in RECORD.kinds for each in record.admissions(RULES, RECORD))


def test_a_rule_without_readings_is_as_good_as_its_kind():
    assert admission(record.Readings()).right == pytest.approx(0.8)


def test_a_rule_that_was_wrong_once_and_never_right_leaves():
    assert not admission(record.Readings({1: Counts(wrong=1)})).is_admitted


def test_one_right_finding_admits_no_rule_of_a_poor_kind():
    poor = record.Kind("flow", "", category="correctness", assumed=0.1)

    assert not admission(record.Readings({1: Counts(right=1)}), poor).is_admitted


def test_a_debatable_finding_is_not_a_right_one():
    assert admission(record.Readings({1: Counts(debatable=2)})) == admission(record.Readings({1: Counts(wrong=2)}))


def test_a_reading_of_the_corrected_rule_replaces_those_before():
    read_anew = record.Readings({1: Counts(wrong=5), 2: Counts(right=1)}, corrected=1)

    assert admission(read_anew).is_admitted


def test_a_correction_that_nobody_has_read_changes_nothing():
    assert not admission(record.Readings({1: Counts(wrong=5)}, corrected=1)).is_admitted


def test_what_was_read_where_the_profile_no_longer_looks_counts_for_nothing():
    assert admission(record.Readings(outside={1: Counts(wrong=9)})).is_admitted


def test_an_error_needs_more_than_a_warning():
    once, thrice = (admission(record.Readings({1: Counts(right=number)})) for number in (0, 3))

    assert once.is_admitted and not once.may_be_error
    assert thrice.may_be_error


def test_a_warning_stays_one_however_often_it_is_right():
    assert not admission(record.Readings({1: Counts(right=50)}), severity=Severity.WARNING).may_be_error


def test_a_rule_that_is_not_sure_itself_is_never_admitted():
    kinds = (record.Kind("certain", "", category="correctness", assumed=1.0),)

    assert not list(record.admissions((rule(confidence="MEDIUM"),), record.ReadingRecord(kinds, {}, frozenset())))


def test_a_rule_that_is_always_in_needs_no_readings():
    kinds = (record.Kind("certain", "", category="correctness", assumed=0.0),)
    found = next(record.admissions((rule(),), record.ReadingRecord(kinds, {}, frozenset({"py/a"}))))

    assert found.is_admitted and not found.may_be_error


def test_a_kind_is_what_was_read_of_its_rules():
    kinds = (record.Kind("certain", "", category="correctness"),)
    readings = {"py/a": record.Readings({1: Counts(7, 1, 0)}), "py/b": record.Readings({2: Counts(1, 0, 0)})}
    found = record.right_of_kinds((rule("py/a"), rule("py/b")), record.ReadingRecord(kinds, readings, frozenset()))

    assert found["certain"] == pytest.approx(9 / 11)


def test_a_rule_named_by_a_kind_is_of_it_and_of_none_before():
    named = record.Kind("named", "", rules=frozenset({"py/a"}))
    flow = record.Kind("flow", "", mode="taint", classes=frozenset({"xss"}))

    assert named.is_of(rule()) and not named.is_of(rule("py/b"))
    assert flow.is_of(rule(mode="taint", group="xss"))
    assert not flow.is_of(rule(mode="taint", group="ssrf")) and not flow.is_of(rule(group="xss"))


@given(COUNTS, SHARES)
def test_an_expectation_lies_between_the_kind_and_what_was_read(counts, kind):
    own = counts.right / counts.read if counts.read else kind

    assert min(own, kind) - 1e-9 <= formula.expected(counts, kind) <= max(own, kind) + 1e-9


@given(COUNTS, SHARES)
def test_one_more_right_finding_never_harms_and_a_wrong_one_never_helps(counts, kind):
    now = formula.expected(counts, kind)

    assert formula.expected(counts._replace(right=counts.right + 1), kind) >= now - 1e-9
    assert formula.expected(counts._replace(wrong=counts.wrong + 1), kind) <= now + 1e-9


@given(COUNTS)
def test_a_kind_is_never_certain(counts):
    assert 0 < formula.pooled(counts) < 1


def test_a_level_is_no_higher_than_the_record_allows():
    def level(name):
        return level_of(next(each for each in RULES if each.id == name))

    assert level("py/is-literal") is Severity.ERROR
    assert level("py/sql-injection") is Severity.WARNING
    assert level("py/path-traversal") is Severity.HINT


def test_a_rule_of_the_users_own_is_as_severe_as_it_says():
    assert level_of(rule(path="rules/a.yaml")) is Severity.ERROR


def test_data_flows_of_all_classes_are_in_standard():
    flows = [each for each in RULES if each.mode == "taint" and each.confidence == "HIGH"]

    assert flows
    assert all(is_chosen(each, Profile.STANDARD) for each in flows)
    assert {least_profile(each) for each in flows if each.group == "xss"} == {Profile.STANDARD}
