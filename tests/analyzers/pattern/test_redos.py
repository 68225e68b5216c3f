"""Regular expressions that can match one text in exponentially many ways (ReDoS)."""

import re
from re import _parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.pattern.regex import redos
from reread.analyzers.pattern.regex.redos import UnknownExpressionError, is_ambiguous, is_slow


@pytest.mark.parametrize(
    "expression",
    [
        "(a+)+$",
        "(a*)*$",
        r"^(\w+\s?)*$",
        "(x+x+)+y",
        "(a|a)*$",
        "(a|aa)+$",
        r"(\d+,?)+;",
        "(a?b?)*c",
        "(a{1,64})*b",
        "((ab)?c*)*d",
        "(?:(?:_|_)[a-z]+)*;",
        "(?=x)(a+)+$",
        r"(a)\1(b+)+c",
        r"(?m)(^#(| .*)\s)+^x",
        r"(?ms)(^#(| .*)$\s)+^x",
        r"(?m)(^#(| .*)\Z\s)+^x",
    ],
)
def test_expressions_that_are_slow(expression):
    assert is_slow(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "a+$",
        "",
        "(a|b)+$",
        "^(a|ab)*$",
        r"([\w-]|[^\x00-\x7f])+x",
        "^(?:-+[a-z0-9]+)*$",
        "^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$",
        r"^\w+(?:\s\w+)*$",
        "([a-f0-9]{64})*x",
        "(ab{2,5})*c",
        "^a*b*c*$",
        r"(a)\1(b)+c",
        r"(?m)^# /// (?P<type>[a-z-]+)$\s(?P<content>(^#(| .*)$\s)+)^# ///$",
        "(",
        "a" * 9_000,
    ],
)
def test_expressions_that_are_not(expression):
    assert not is_slow(expression)


@pytest.mark.parametrize("expression", [r"(a)\1", "a" * 81])
def test_what_is_not_decided_is_said(expression):
    with pytest.raises(UnknownExpressionError):
        is_ambiguous(_parser.parse(expression))


EXPRESSIONS = st.recursive(
    st.sampled_from(["a", "b", "[ab]", "."]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from("*+?")).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=5,
)


def ways(expression, text):
    """In how many ways an expression matches the whole of a text, counted by trying them all, at most 400."""
    parsed, limit = _parser.parse(expression), 400

    def ends(items, start):
        if not items:
            yield start
            return
        for end in item_ends(*items[0], start):
            yield from ends(items[1:], end)

    def item_ends(operation, argument, start):
        name = str(operation)
        if name == "SUBPATTERN":
            yield from ends(list(argument[-1]), start)
        elif name == "BRANCH":
            for part in argument[1]:
                yield from ends(list(part), start)
        elif name == "MAX_REPEAT":
            least, most, body = argument
            if least == 0:
                yield start
            for end in ends(list(body), start):
                if end > start:
                    yield end
                    if int(most) > 1:
                        yield from item_ends(operation, (1, most, body), end)
                elif least:
                    yield end
        elif start < len(text) and re.fullmatch(expression_of(name, argument), text[start]):
            yield start + 1

    def expression_of(name, argument):
        return {"ANY": ".", "LITERAL": chr(argument) if name == "LITERAL" else ""}.get(name, "[ab]")

    found = 0
    for end in ends(list(parsed), 0):
        found += end == len(text)
        if found > limit:
            break
    return found


@settings(max_examples=100)
@given(EXPRESSIONS)
def test_what_is_called_harmless_has_few_ways_to_match_any_short_text(expression):
    if not is_slow(expression):
        texts = ["a" * 10, "ab" * 5, "aab" * 4, "abb" * 4]
        assert max(ways(expression, text) for text in texts) <= 400


@pytest.mark.parametrize(
    "expression",
    ["(?:" * 12 + "){4}" * 12, "(|)((|)" * 25 + "a" + ")" * 25, "(?:[a-y]?[b-z])*" * 26, "(?:ab|ac)*" * 19],
)
def test_the_analysis_itself_is_bounded(expression, monkeypatch):
    steps = []
    monkeypatch.setattr(redos._Automaton, "step", counted(steps, redos._Automaton.step))
    redos.is_slow.__wrapped__(expression)
    assert sum(steps) <= 2 * redos._MOST_STEPS


def counted(steps, step):
    def count(automaton, number):
        steps.append(number)
        return step(automaton, number)

    return count


@pytest.mark.parametrize("body", ["a?" * 75, "[a-z]?" * 78])
def test_what_is_ambiguous_from_one_round_to_the_next_is_told_at_once(body):
    assert redos.is_slow.__wrapped__(f"(?:{body})*b")
