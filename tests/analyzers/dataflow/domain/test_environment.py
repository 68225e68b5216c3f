"""Environments: the variables after two paths meet."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import joined_environments, same_environments
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue

TAINTED = AbstractValue(1)


def test_a_variable_is_tainted_if_it_is_on_either_path():
    assert joined_environments({"x": TAINTED}, {"x": CLEAN})["x"].taint == 1


def test_a_variable_of_one_path_alone_is_kept():
    found = joined_environments({"x": TAINTED}, {"y": CLEAN})
    assert (found["x"], found["y"]) == (TAINTED, CLEAN)


def test_the_joined_environments_are_not_changed():
    one, other = {"x": CLEAN}, {"x": TAINTED, "y": TAINTED}
    joined_environments(one, other)
    assert one == {"x": CLEAN}
    assert other == {"x": TAINTED, "y": TAINTED}


def test_environments_are_the_same_by_their_values():
    assert same_environments({"x": AbstractValue(1)}, {"x": AbstractValue(1)})
    assert not same_environments({"x": CLEAN}, {"x": TAINTED})
    assert not same_environments({"x": CLEAN}, {"x": CLEAN, "y": CLEAN})
