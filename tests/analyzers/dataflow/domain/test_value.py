"""Abstract values: how taint is joined, collected from fields, and kept apart by them."""

from __future__ import annotations

import pytest

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import ELEMENT
from reread.analyzers.dataflow.domain.type_ref import class_type
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    AbstractValue,
    collapse,
    deep_taint,
    field_of,
    joined,
    opened,
    same,
    sealed,
    shallow,
    tainted_with,
    with_field,
)

ONE, OTHER = AbstractValue(0b01), AbstractValue(0b10)


def record(**fields: AbstractValue) -> AbstractValue:
    return AbstractValue(fields=dict(fields))


def test_joined_values_have_the_taint_of_both():
    assert joined(ONE, OTHER).taint == 0b11


def test_a_field_that_only_one_value_has_is_joined_with_the_other_whole():
    assert field_of(joined(record(a=ONE), OTHER), "a").taint == 0b11
    assert field_of(joined(record(a=ONE), CLEAN), "a").taint == 0b01


def test_only_two_constants_are_a_constant_and_only_equal_literals_stay_known():
    assert joined(CONSTANT, CONSTANT).constant
    assert not joined(CONSTANT, CLEAN).constant
    assert joined(AbstractValue(literal="a"), AbstractValue(literal="a")).literal == "a"
    assert joined(AbstractValue(literal="a"), AbstractValue(literal="b")).literal is UNKNOWN
    assert joined(AbstractValue(literal=1), AbstractValue(literal=True)).literal is UNKNOWN


def test_a_field_is_sanitized_only_if_it_is_on_both_paths():
    sanitized = AbstractValue(sanitized=0b11)
    assert joined(sanitized, AbstractValue(sanitized=0b01)).sanitized == 0b01


def test_joined_values_may_be_of_either_class():
    found = joined(AbstractValue(type=class_type("A")), AbstractValue(type=class_type("B")))
    assert found.type is not None
    assert [each.name for each in found.type.classes] == ["A", "B"]


def test_lists_of_different_lengths_have_no_known_positions():
    found = joined(AbstractValue(fields={"0": ONE}, size=1), AbstractValue(fields={"0": CLEAN, "1": CLEAN}, size=2))
    assert (found.size, found.fields, found.taint) == (None, None, 0b01)


def test_deep_taint_is_that_of_all_fields():
    assert deep_taint(record(a=record(b=ONE), c=OTHER))[0] == 0b11
    assert deep_taint(record(a=CLEAN)) == (0, None)


def test_a_collapsed_value_has_no_fields_but_their_taint():
    found = collapse(record(a=ONE))
    assert (found.taint, found.fields) == (0b01, None)
    assert collapse(record(a=CLEAN)) is CLEAN


def test_a_sealed_dictionary_is_clean_as_a_whole_and_its_values_are_not():
    value = sealed(record(a=ONE), 0b01)
    assert deep_taint(value)[0] == 0
    assert field_of(value, "a").taint == 0b01
    assert deep_taint(opened(value))[0] == 0b01


def test_a_field_overrules_the_taint_of_the_whole():
    value = with_field(ONE, ("a",), CLEAN)
    assert field_of(value, "a").taint == 0
    assert field_of(value, "b").taint == 0b01


def test_a_sanitized_field_lacks_bits_of_the_whole():
    value = AbstractValue(0b11, fields={"a": AbstractValue(sanitized=0b01)})
    assert field_of(value, "a").taint == 0b10


def test_taint_beyond_the_depth_limit_taints_the_whole():
    found = with_field(CLEAN, ("a",) * 6, ONE)
    assert deep_taint(field_of(found, "b"))[0] == 0
    assert deep_taint(field_of(found, "a"))[0] == 0b01
    inner = found
    for _ in range(4):
        inner = field_of(inner, "a")
    assert (inner.taint, inner.fields) == (0b01, None)


def test_a_shallow_value_has_fields_without_fields():
    found = shallow(record(a=record(b=record(c=ONE))))
    assert (field_of(found, "a").taint, field_of(found, "a").fields) == (0b01, None)


def test_assigning_a_position_keeps_the_length_of_a_list():
    items = AbstractValue(fields={"0": CLEAN, "1": CLEAN}, size=2)
    assert with_field(items, ("1",), ONE).size == 2
    assert with_field(items, ("2",), ONE).size is None
    assert with_field(items, (ELEMENT,), ONE).size is None


def test_taint_that_is_there_already_changes_nothing():
    assert tainted_with(ONE, AbstractValue(0b01)) is ONE
    assert tainted_with(ONE, OTHER).taint == 0b11


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        AbstractValue(0b01, fields={"a": CLEAN}),
        AbstractValue(0b01, constant=True),
        AbstractValue(0b01, size=1),
        AbstractValue(0b01, literal="a"),
        AbstractValue(0b01, sanitized=1),
        AbstractValue(0b01, type=class_type("A")),
    ],
)
def test_values_differ_by_each_of_their_parts(other):
    assert not same(ONE, other)
    assert same(ONE, AbstractValue(0b01))
