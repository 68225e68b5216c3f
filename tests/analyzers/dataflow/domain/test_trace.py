"""Traces: which steps taint took from its source."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.trace import Step, joined_trace, sources_of, taint_path

UNIT, OTHER_UNIT = object(), object()
SOURCE = Step(0b01, UNIT, 0, 8, "source")
OTHER_SOURCE = Step(0b10, UNIT, 20, 28, "source")
ASSIGNED = Step(0b01, UNIT, 10, 11, "assign", (SOURCE,))


def test_a_path_begins_with_its_source():
    assert taint_path(ASSIGNED, 0b01) == [SOURCE, ASSIGNED]


def test_of_joined_paths_the_one_with_the_taint_is_taken():
    both = joined_trace(0b01, ASSIGNED, 0b10, OTHER_SOURCE)
    assert taint_path(both, 0b10) == [OTHER_SOURCE]
    assert taint_path(both, 0b01) == [SOURCE, ASSIGNED]


def test_a_path_that_brings_no_other_taint_is_not_joined():
    assert joined_trace(0b11, ASSIGNED, 0b01, SOURCE) is ASSIGNED
    assert joined_trace(0b01, ASSIGNED, 0b11, SOURCE) is SOURCE
    assert joined_trace(0b01, None, 0b01, SOURCE) is SOURCE


def test_a_path_has_an_end():
    step = SOURCE
    for place in range(100):
        step = Step(0b01, UNIT, place, place + 1, "assign", (step,))
    assert len(taint_path(step, 0b01)) == 30


def test_sources_are_given_with_their_places():
    both = joined_trace(0b01, ASSIGNED, 0b10, OTHER_SOURCE)
    assert sorted(sources_of(both, 0b11, UNIT)) == [(0, 8), (20, 28)]
    assert sources_of(both, 0b01, UNIT) == [(0, 8)]


def test_there_are_none_where_some_taint_comes_from_another_function():
    elsewhere = Step(0b10, OTHER_UNIT, 0, 8, "source")
    assert sources_of(joined_trace(0b01, SOURCE, 0b10, elsewhere), 0b11, UNIT) == []
    assert sources_of(None, 0b01, UNIT) == []
