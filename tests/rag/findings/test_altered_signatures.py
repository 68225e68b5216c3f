"""A broken call is told what was done to the signature, whatever that leaves the call without."""

from __future__ import annotations

import inspect
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reread.analyzers.text import Document
from reread.rag.findings.altered_signatures import named_change
from reread.rag.findings.fitting import problem
from reread.rag.findings.outline import Call, Function, outline_of
from tests.rag.findings.workspaces import found_in

RULE = "index/call-mismatch"
DEFINITIONS = {
    "python": "def pay({}):\n    pass\n",
    "javascript": "function pay({}) {{\n}}\n",
    "typescript": "function pay({}) {{\n}}\n",
    "go": "package a\n\nfunc pay({}) {{\n}}\n",
    "java": "class A {{\n  static void pay({}) {{\n  }}\n}}\n",
}
CALLS = {
    **dict.fromkeys(("python", "javascript", "typescript"), "pay({})\n"),
    "go": "package a\n\nfunc use() {{\n\tpay({})\n}}\n",
    "java": "class B {{\n  void use() {{\n    A.pay({});\n  }}\n}}\n",
}


def changed(language: str, old: str, new: str, call: str) -> str:
    """What is said of a call in the language when the parameters change."""
    before, after = (functions(language, each) for each in (old, new))
    made = outline_of(Document("", CALLS[language].format(call), language=language))
    assert made is not None
    [found] = made.calls
    assert not problem(before, found), "the call fits what it was made for"
    assert problem(after, found), "the call does not fit any more"
    return named_change(before, after, found)


def functions(language: str, parameters: str) -> list[Function]:
    made = outline_of(Document("", DEFINITIONS[language].format(parameters), language=language))
    assert made is not None
    return list(made.functions)


@pytest.mark.parametrize(
    ("old", "new", "call", "said"),
    [
        ("amount, to", "amount, strict, to", "1, 2", "`strict` was added before `to`: 2 arguments given, 3 needed"),
        ("a", "a, b", "1", "`b` was added after `a`: 1 argument given, 2 needed"),
        ("", "a", "", "`a` was added: 0 arguments given, 1 needed"),
        ("a", "x, y, a", "1", "`x` and `y` were added before `a`: 1 argument given, 3 needed"),
        ("a, b", "x, a, b, y", "1, 2", "`x` was added before `a` and `y` was added after `b`: 2 arguments given, 4 needed"),
        ("a", "a, *, b", "1", "`b` was added, to be given by name: 1 argument given, 2 needed"),
        ("a, c=0", "a, b, c=0", "1, c=2", "`b` was added before `c`: `b` is not given"),
        ("a, b=0", "a, b", "1", "`b` lost its default: 1 argument given, 2 needed"),
        ("a, b=0", "x, a, b", "1", "`x` was added before `a` and `b` lost its default: 1 argument given, 3 needed"),
        ("a, b", "a", "1, 2", "`b` was removed: 2 arguments given, at most 1 taken"),
        ("a, b", "", "1, 2", "`a` and `b` were removed: 2 arguments given, none taken"),
        ("a, b", "a", "1, b=2", "`b` was removed: it is given by its name"),
        ("a, b, c", "a, c", "1, 2, c=3", "`b` was removed: `c` is given by its place and by its name"),
        ("a, b", "a, c", "1, b=2", "`b` was renamed to `c`: the old name is given"),
        ("a, b", "b, a", "1, b=2", "the parameters are in another order now (`b`, `a`): `b` is given by its place and by its name"),
        ("a, b", "a, *, b", "1, 2", "`b` is taken by name only now: 2 arguments given by place, at most 1 taken"),
        ("a, b", "b, *, a", "1, b=2", "`a` is taken by name only now: `b` is given by its place and by its name"),
        ("a, b", "a, c=0, *, b", "1, 2", "`b` is taken by name only now: `b` is not given"),
        ("a, b", "a, b, /", "1, b=2", "`b` is taken by place only now: it is given by its name"),
        ("a, *more", "a", "1, 2", "any number of arguments is no longer taken: 2 arguments given, at most 1 taken"),
        ("a, **more", "a", "1, b=2", "arguments of any name are no longer taken: `b` is given"),
    ],
)  # fmt: skip
def test_the_change_is_named_in_python(old: str, new: str, call: str, said: str):
    assert changed("python", old, new, call) == said


@pytest.mark.parametrize(
    ("language", "old", "new", "call", "said"),
    [
        ("javascript", "a, b", "a", "1, 2", "`b` was removed: 2 arguments given, at most 1 taken"),
        ("javascript", "a, b = 0", "a", "1, 2", "`b` was removed: 2 arguments given, at most 1 taken"),
        ("javascript", "a, ...more", "a", "1, 2", "any number of arguments is no longer taken: 2 arguments given, at most 1 taken"),
        ("typescript", "a: A, b: B", "a: A, s: S, b: B", "1, 2", "`s` was added before `b`: 2 arguments given, 3 needed"),
        ("typescript", "a: A, b?: B", "a: A, b: B", "1", "`b` lost its default: 1 argument given, 2 needed"),
        ("typescript", "a: A, b: B = 0", "a: A", "1, 2", "`b` was removed: 2 arguments given, at most 1 taken"),
        ("go", "a int, b int", "a int, s bool, b int", "1, 2", "`s` was added before `b`: 2 arguments given, 3 needed"),
        ("go", "a, b int", "a int", "1, 2", "`b` was removed: 2 arguments given, at most 1 taken"),
        ("go", "a int", "ctx Context, a int", "1", "`ctx` was added before `a`: 1 argument given, 2 needed"),
        ("java", "int a, int b", "int a, boolean s, int b", "1, 2", "`s` was added before `b`: 2 arguments given, 3 needed"),
        ("java", "int a, int b", "int b", "1, 2", "`a` was removed: 2 arguments given, at most 1 taken"),
    ],
)  # fmt: skip
def test_the_change_is_named_in_the_other_languages(language: str, old: str, new: str, call: str, said: str):
    assert changed(language, old, new, call) == said


def test_the_message_says_where_the_definition_is():
    caller = "from pay import pay\n\npay(1, 2)\n"
    files = {"pay.py": "def pay(amount, strict, to):\n    pass\n", "use.py": caller}
    [found] = found_in(files, {"pay.py": "def pay(amount, to):\n    pass\n"}, RULE)
    assert found.message == (
        "`strict` was added before `to`: 2 arguments given, 3 needed. `pay` of pay.py has changed."
    )


def test_where_the_old_definition_is_not_known_the_call_alone_is_told():
    files = {"pay.py": "def pay(amount, strict, to):\n    pass\n", "use.py": "from pay import pay\n\npay(1, 2)\n"}
    [found] = found_in(files, {"use.py": None}, RULE)
    assert found.message == "`pay` needs `to`, which is not given. It is defined in pay.py."


def test_of_several_signatures_the_one_that_the_call_was_for_is_compared():
    java = "class A {{\n  static void pay(String s) {{\n  }}\n\n  static void pay({}) {{\n  }}\n}}\n"
    old, new = (
        list(outline_of(Document("", java.format(each), language="java")).functions)
        for each in ("int a, int b", "int a, int b, int c")
    )
    call = outline_of(Document("", CALLS["java"].format("1, 2"), language="java")).calls[0]
    assert named_change(old, new, call) == "`c` was added after `b`: 2 arguments given, 3 needed"
    assert named_change(old, old[:1], call) == "", "one of them was removed, and no other was changed"


class Step(NamedTuple):
    """A change of a signature: the parameters before and after, and what has to be said where it breaks a call."""

    old: list[inspect.Parameter]
    new: list[inspect.Parameter]
    said: str


NAMES = ("amount", "to", "rate", "when", "note")
BY_PLACE, BY_NAME = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY


@st.composite
def steps(draw: st.DrawFn) -> Step:
    names = draw(st.permutations(NAMES))
    count, required = draw(st.integers(1, 4)), draw(st.integers(0, 4))
    old = [parameter(name, number < required) for number, name in enumerate(names[:count])]
    new, number = list(old), draw(st.integers(0, count - 1))
    name = old[number].name
    match draw(st.sampled_from(["added", "removed", "renamed", "swapped", "needed", "by name"])):
        case "added":
            number = draw(st.integers(0, min(required, count)))
            new.insert(number, parameter("strict", True))
            beside = f"before `{old[number].name}`" if number < count else f"after `{old[-1].name}`"
            return Step(old, new, f"`strict` was added {beside}: ")
        case "removed":
            del new[number]
            return Step(old, new, f"`{name}` was removed: ")
        case "renamed":
            new[number] = old[number].replace(name="strict")
            return Step(old, new, f"`{name}` was renamed to `strict`: the old name is given")
        case "swapped":
            assume(number + 1 < count and is_needed(old[number]) == is_needed(old[number + 1]))
            new[number], new[number + 1] = new[number + 1], new[number]
            order = ", ".join(f"`{each.name}`" for each in new)
            return Step(old, new, f"the parameters are in another order now ({order}): ")
        case "needed":
            assume(number == min(required, count))
            new[number] = parameter(name, True)
            return Step(old, new, f"`{name}` lost its default: ")
        case _:
            new.append(new.pop(number).replace(kind=BY_NAME))
            return Step(old, new, f"`{name}` is taken by name only now: ")


def parameter(name: str, needed: bool) -> inspect.Parameter:
    return inspect.Parameter(name, BY_PLACE, default=inspect.Parameter.empty if needed else 0)


def is_needed(found: inspect.Parameter) -> bool:
    return found.default is inspect.Parameter.empty


def takes(parameters: list[inspect.Parameter], places: int, names: list[str]) -> bool:
    """Whether Python itself accepts the call."""
    given: dict[str, Any] = dict.fromkeys(names, 0)
    try:
        inspect.Signature(parameters).bind(*range(places), **given)
    except TypeError:
        return False
    return True


@pytest.mark.property
@given(steps(), st.data())
def test_a_call_that_a_change_breaks_is_told_this_change(step: Step, data: st.DataObject):
    places = data.draw(st.integers(0, len(step.old)))
    names = data.draw(
        st.permutations([each.name for each in step.old[places:] if is_needed(each) or data.draw(st.booleans())])
    )
    assume(takes(step.old, places, names))
    before, after = (functions("python", str(inspect.Signature(each))[1:-1]) for each in (step.old, step.new))
    call = ", ".join([*map(str, range(places)), *(f"{each}=0" for each in names)])
    [made] = outline_of(Document("", f"pay({call})\n", language="python")).calls
    if takes(step.new, places, names):
        assert not problem(after, made)
    else:
        assert named_change(before, after, made).startswith(step.said)
        assert_counts_hold(named_change(before, after, made), step, made)


def assert_counts_hold(said: str, step: Step, call: Call) -> None:
    """The numbers in a message are those of the call and of the new signature, and say that there is a difference."""
    count, needed = call.places + len(call.names), sum(map(is_needed, step.new))
    most = sum(each.kind is BY_PLACE for each in step.new)
    if said.endswith("needed"):
        assert said.endswith(f"{count} argument{'s' * (count != 1)} given, {needed} needed") and count < needed
    if said.endswith("taken"):
        assert f": {call.places} argument{'s' * (call.places != 1)} given" in said and call.places > most
        assert said.endswith(f", at most {most} taken" if most else ", none taken")


TYPED = {"typescript": "{}: number", "javascript": "{}", "go": "{} int", "java": "int {}"}


@pytest.mark.property
@given(st.sampled_from(sorted(TYPED)), st.permutations(NAMES), st.integers(1, 4), st.integers(0, 4), st.integers(1, 2))
def test_what_is_added_or_removed_is_named_in_every_language(
    language: str, names: list[str], count: int, place: int, more: int
):
    old, place = names[:count], min(place, count)
    added = [f"new{number}" for number in range(more)]
    new = [*old[:place], *added, *old[place:]]
    old_text, new_text = (", ".join(TYPED[language].format(each) for each in side) for side in (old, new))
    listed = " and ".join(f"`{each}`" for each in added)
    were = "was" if more == 1 else "were"
    fewer, all_given = (", ".join("0" * each) for each in (count, count + more))
    if language != "javascript":
        beside = f"before `{old[place]}`" if place < count else f"after `{old[-1]}`"
        said = f"{listed} {were} added {beside}: {count} argument{'s' * (count != 1)} given, {count + more} needed"
        assert changed(language, old_text, new_text, fewer) == said
    said = f"{listed} {were} removed: {count + more} arguments given, at most {count} taken"
    assert changed(language, new_text, old_text, all_given) == said
