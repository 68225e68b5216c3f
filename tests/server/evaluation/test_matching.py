"""Which finding is about which annotation."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.server.evaluation.classes import class_of, classes
from reread.server.evaluation.matching import NEAR, by_place, by_place_and_class, match
from reread.server.evaluation.values import AnnotatedLines, Annotation, Reported


def finding(line: int, category: str = "race", path: str = "a.py", confidence: float = 0.9) -> Reported:
    return Reported(AnnotatedLines(path, line, line), category, confidence)


def annotation(line: int, kind: str = "race", path: str = "a.py") -> Annotation:
    return Annotation(kind, (AnnotatedLines(path, line, line),))


@pytest.mark.parametrize(
    ("other", "fits"),
    [
        (finding(10), True),
        (finding(10 + NEAR), True),
        (finding(10 - NEAR), True),
        (finding(11 + NEAR), False),
        (finding(9 - NEAR), False),
        (finding(10, path="b.py"), False),
        (finding(10, "data-race"), True),
        (finding(10, "Data Race"), True),
        (finding(10, "logic-error"), True),
        (finding(10, "off-by-one"), False),
        (finding(10, "never-heard-of"), False),
    ],
)
def test_a_finding_fits_by_place_and_class(other, fits):
    assert by_place_and_class(other, annotation(10)) == fits


@pytest.mark.parametrize(
    ("category", "message", "fits"),
    [
        ("race", "Two threads write.", True),
        ("off-by-one", "Both threads write the counter.", True),
        ("bug", "The thread's counter is lost.", True),
        ("off-by-one", "Both threads write.", False),
        ("off-by-one", "A counter.", False),
        ("bug", "Rethreading the recounter.", False),
        ("bug", "", False),
    ],
)
def test_a_finding_of_another_class_must_say_what_is_wrong(category, message, fits):
    told = msgspec.structs.replace(annotation(10), says=(("thread", "concurren"), ("counter",)))
    assert by_place_and_class(msgspec.structs.replace(finding(10, category), message=message), told) == fits


def test_by_place_alone_the_class_does_not_count():
    assert by_place(finding(10, "off-by-one"), annotation(10))


def test_any_of_the_places_of_an_annotation_will_do():
    both = Annotation("race", (AnnotatedLines("a.py", 1, 1), AnnotatedLines("b.py", 9, 12)))
    assert by_place(finding(11, path="b.py"), both)


def test_a_second_finding_about_the_same_defect_is_repeated_and_not_wrong():
    outcome = match([finding(10, confidence=0.6), finding(11), finding(50)], [annotation(10), annotation(90)])
    assert (outcome.pairs, outcome.repeated, outcome.wrong, outcome.missed) == (((1, 0),), (0,), (2,), (1,))


def test_a_finding_gives_way_where_that_makes_more_pairs():
    # The surer one fits both annotations, the other only the first.
    outcome = match([finding(11), finding(8, confidence=0.5)], [annotation(10), annotation(12)])
    assert outcome.pairs == ((0, 1), (1, 0))


LINES = st.lists(st.integers(1, 12), max_size=5)


@given(LINES, LINES)
def test_there_are_as_many_pairs_as_there_can_be(findings, annotations):
    reported, known = [finding(line) for line in findings], [annotation(line) for line in annotations]
    outcome = match(reported, known)
    few, many = sorted((findings, annotations), key=len)
    best = max(
        sum(abs(one - other) <= NEAR for one, other in zip(few, chosen, strict=True))
        for chosen in permutations(many, len(few))
    )
    assert len(outcome.pairs) == best
    assert len(outcome.pairs) + len(outcome.repeated) + len(outcome.wrong) == len(findings)
    assert len(outcome.pairs) + len(outcome.missed) == len(annotations)


def test_no_word_means_two_classes_and_each_class_means_itself():
    table = classes()
    assert all(class_of(name) == name for name in table.names)
    assert class_of("correctness") == ""
    assert class_of("never-heard-of") is None
