"""The formulas of entries of taint rules: equal ones have one number, and one that is damaged is read anew."""

from __future__ import annotations

import marshal

from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.pattern.source import PatternText, Regex, plain
from reread.analyzers.rules.cache.serialization import PackedEntry, Pieces
from reread.analyzers.rules.taint_spec import NOTHING
from reread.analyzers.taint.spec_formulas import Origin, SpecFormulas

WORDS = all_of(["f"])


def part_of(pieces: Pieces, text: str):
    entry = PackedEntry(WORDS, (b"f",), marshal.dumps(plain(PatternText(text))), marshal.dumps({"python": [text]}))
    return pieces.part(pieces.add(marshal.dumps(tuple(entry))))


def test_a_packed_formula_is_read_when_it_is_asked_for():
    pieces = Pieces()
    formulas = SpecFormulas(10, lambda origin: NOTHING)
    parts = [part_of(pieces, text) for text in ("f()", "g()", "f()")]
    assert [formulas.number_of_part(part, Origin(0, 0, 0), ours=True) for part in parts] == [10, 11, 10]
    assert [formulas.formula(number) for number in (10, 11)] == [PatternText("f()"), PatternText("g()")]
    assert formulas.formula_entries(11) == {"python": ["g()"]}
    assert (formulas.words(11), formulas.some(11)) == (WORDS, (b"f",))


def test_a_formula_of_others_never_has_the_number_of_one_of_ours():
    part = part_of(Pieces(), "f()")
    formulas = SpecFormulas(0, lambda origin: NOTHING)
    ours, theirs = (formulas.number_of_part(part, Origin(0, 0, 0), ours=ours) for ours in (True, False))
    assert (formulas.is_builtin(ours), formulas.is_builtin(theirs)) == (True, False)
    ours, theirs = (formulas.number_of_source(Regex("a"), WORDS, ours=ours) for ours in (True, False))
    assert (formulas.is_builtin(ours), formulas.is_builtin(theirs)) == (True, False)


def test_formulas_of_two_files_are_told_apart():
    formulas = SpecFormulas(0, lambda origin: NOTHING)
    parts = [part_of(Pieces(), text) for text in ("f()", "g()")]
    numbers = [formulas.number_of_part(part, Origin(0, 0, 0), ours=True) for part in parts]
    assert [formulas.formula(number).text for number in numbers] == ["f()", "g()"]


def test_a_formula_in_source_form_is_kept():
    formulas = SpecFormulas(3, lambda origin: NOTHING)
    number = formulas.number_of_source(PatternText("f()"), WORDS, ours=False)
    assert formulas.number_of_source(PatternText("f()"), WORDS, ours=False) == number == 3
    assert (formulas.formula(number), formulas.formula_entries(number)) == (PatternText("f()"), {})


def test_a_damaged_formula_is_read_from_where_it_was_written_first():
    pieces, asked = Pieces(), []
    formulas = SpecFormulas(0, lambda origin: asked.append(origin) or PatternText("anew()"))
    number = formulas.number_of_part(part_of(pieces, "f()"), Origin(7, 1, 2), ours=True)
    pieces.content[-1] ^= 1
    assert formulas.formula(number) == PatternText("anew()")
    assert formulas.formula_entries(number) == {}
    assert asked == [Origin(7, 1, 2)]
