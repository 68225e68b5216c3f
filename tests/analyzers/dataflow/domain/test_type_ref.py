"""Types of values: which class, list, map or function a value is of, as far as is known."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.type_ref import (
    TEXTLESS,
    any_of,
    checked_data,
    class_type,
    function_type,
    list_type,
    map_type,
    optional_class,
    type_union,
)

A, B = class_type("A"), class_type("B")


def test_only_one_class_of_the_file_has_a_class_name():
    assert A.class_name == "A"
    assert class_type("A", "file:///b").class_name == ""
    assert any_of([A, B]).class_name == ""
    assert list_type("A").class_name == ""


def test_checked_data_knows_the_class_of_its_form():
    assert checked_data(A).checked_class == "A"
    assert checked_data(A).class_name == ""


def test_the_union_of_two_classes_is_either():
    assert type_union(A, B).each == (A, B)
    assert type_union(A, B).first == A
    assert type_union(A, A) == A


@pytest.mark.parametrize("other", [class_type("lower"), class_type("B", "file:///b"), list_type("A"), TEXTLESS])
def test_what_is_no_class_of_the_file_is_not_joined(other):
    assert type_union(A, other) == A


def test_an_unknown_type_gives_way_to_a_known_one():
    assert type_union(None, A) == A
    assert type_union(A, None) == A
    assert optional_class("") is None


def test_the_union_of_functions_holds_both():
    assert [each.name for each in type_union(function_type("f"), function_type("g")).functions] == ["f", "g"]


def test_more_classes_than_the_limit_are_no_type():
    assert any_of([class_type(name) for name in "ABCD"]) is None
    assert any_of([]) is None


def test_lists_and_maps_are_containers():
    assert list_type("A").is_container
    assert map_type("A").is_container
    assert not A.is_container
