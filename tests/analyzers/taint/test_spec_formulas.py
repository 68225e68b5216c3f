"""The formulas of entries of taint rules: equal ones have one number, and one that is damaged is read anew."""

from __future__ import annotations

import marshal

from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.pattern.source import PatternText, Regex, plain
from reread.analyzers.rules.cache.serialization import PackedEntry, Pieces
from reread.analyzers.rules.taint_spec import TaintSpec
from reread.analyzers.taint.spec_formulas import Origin, SpecFormulas

WORDS = all_of(["f"])


SOME = (b"f",)
FIRST = Origin(0, 0, 0)


def none(origin: Origin) -> TaintSpec:
    raise AssertionError(origin)


def row_of(pieces: Pieces, text: str):
    entry = PackedEntry(WORDS, marshal.dumps(plain(PatternText(text))), marshal.dumps({"python": [text]}))
    return pieces.add(marshal.dumps(tuple(entry))), SOME, 0


def numbers_of(formulas: SpecFormulas, pieces: Pieces, rows, first=FIRST, *, ours=True):
    return formulas.numbers_of_rows(pieces.part((0, 0, 0)), rows, first, ours=ours)


def test_a_packed_formula_is_read_when_it_is_asked_for():
    pieces = Pieces()
    formulas = SpecFormulas(10, none)
    assert numbers_of(formulas, pieces, [row_of(pieces, text) for text in ("f()", "g()", "f()")]) == [10, 11, 10]
    assert [formulas.formula(number) for number in (10, 11)] == [PatternText("f()"), PatternText("g()")]
    assert formulas.formula_entries(11) == {"python": ["g()"]}
    assert (formulas.words(11), formulas.some(11)) == (WORDS, SOME)


def test_a_formula_of_others_never_has_the_number_of_one_of_ours():
    pieces = Pieces()
    rows = [row_of(pieces, "f()")]
    formulas = SpecFormulas(0, none)
    [ours], [theirs] = (numbers_of(formulas, pieces, rows, ours=ours) for ours in (True, False))
    assert (formulas.is_builtin(ours), formulas.is_builtin(theirs)) == (True, False)
    ours, theirs = (formulas.number_of_source(Regex("a"), WORDS, ours=ours) for ours in (True, False))
    assert (formulas.is_builtin(ours), formulas.is_builtin(theirs)) == (True, False)


def test_formulas_of_two_files_are_told_apart():
    formulas = SpecFormulas(0, none)
    files = [(Pieces(), text) for text in ("f()", "g()")]
    numbers = [number for pieces, text in files for number in numbers_of(formulas, pieces, [row_of(pieces, text)])]
    assert [formulas.formula(number).text for number in numbers] == ["f()", "g()"]


def test_a_formula_in_source_form_is_kept():
    formulas = SpecFormulas(3, none)
    number = formulas.number_of_source(PatternText("f()"), WORDS, ours=False)
    assert formulas.number_of_source(PatternText("f()"), WORDS, ours=False) == number == 3
    assert (formulas.formula(number), formulas.formula_entries(number)) == (PatternText("f()"), {})


def test_a_damaged_formula_is_read_from_where_it_was_written_first():
    pieces, asked = Pieces(), []
    anew = TaintSpec("sink", PatternText("anew()"), all_of(["anew"]))
    formulas = SpecFormulas(0, lambda origin: asked.append(origin) or anew)
    rows = [row_of(pieces, "f()"), row_of(pieces, "g()")]
    _, number = numbers_of(formulas, pieces, rows, Origin(7, 1, 2))
    pieces.content[-1] ^= 1
    assert formulas.formula(number) == anew.formula
    assert formulas.formula_entries(number) == {}
    assert (formulas.words(number), formulas.some(number)) == (anew.words, SOME)
    assert asked == [Origin(7, 1, 3)] * 2
