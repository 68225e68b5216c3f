from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from reread.rag.results import SOURCES, Piece
from reread.rag.retrieval.rank_fusion import (
    EVIDENCE,
    Evidence,
    Found,
    cut,
    fuse,
    relevant,
    reserved,
    sources_of,
    tokens,
)


def piece(path, score=0.0, text="x\n", kind="definition", name="", line=1):
    return Piece(path=path, start_line=line, end_line=line, text=text, reason="", kind=kind, score=score, name=name)


def names(pieces):
    return [each.path for each in pieces]


def test_what_several_find_comes_first_and_keeps_the_weightiest_reason():
    ranked = fuse({"called": [Found(piece("a")), Found(piece("b"))], "similar": [Found(piece("b"), 0.9)]})
    assert names(ranked) == ["b", "a"]
    assert [each.reason for each in ranked] == ["called by the change", "called by the change"]
    assert ranked[0].score > ranked[1].score


def test_how_often_it_changed_together_is_told_beside_the_weightier_reason():
    together = structs.replace(piece("a"), reason="changed together with it in 7 of 9 commits")
    (told,) = fuse({"called": [Found(piece("a"))], "together": [Found(together, 0.5)]})
    assert told.reason == "called by the change, changed together with it in 7 of 9 commits"
    (alone,) = fuse({"together": [Found(together, 0.5)]})
    assert alone.reason == together.reason


def test_what_ties_a_piece_to_the_change_is_told_before_what_counts_for_more():
    words = Found(piece("a"), 0.9)
    (told,) = fuse({"like changed": [words], "tests": [Found(piece("a"), 0.6)]})
    assert (told.reason, told.tied) == ("tests the change", True)
    (unsure,) = fuse({"like changed": [words], "tests": [Found(piece("a"), 0.4)]})
    assert (unsure.reason, unsure.tied) == ("shares words with the changed lines", False)
    (beside,) = fuse({"like changed": [words], "beside": [Found(piece("a"))]})
    assert not beside.tied


def test_what_is_alike_leaves_room_for_what_a_name_ties_to_the_change():
    alike = [piece(f"alike{number}.py", text=f"{number} word\n" * 80) for number in range(4)]
    tied = [structs.replace(piece(f"tied{number}.py", text=f"call {number}\n" * 60), tied=True) for number in range(4)]
    assert names(cut([*alike, *tied], 1_000)) == names([*alike[:3], *tied])
    assert tied[0].path in names(cut([*alike, tied[0]], 600))
    assert tied[0].path not in names(cut([*alike, structs.replace(tied[0], tied=False)], 600))


def test_a_list_keeps_half_of_its_places_for_what_a_name_ties_to_the_change():
    alike = [piece(f"alike{number}.py") for number in range(4)]
    tied = [structs.replace(piece(f"tied{number}.py"), tied=True) for number in range(4)]
    assert names(reserved([*alike, *tied], 4)) == ["alike0.py", "alike1.py", "tied0.py", "tied1.py"]
    assert names(reserved([*alike, tied[0]], 4)) == ["alike0.py", "alike1.py", "alike2.py", "tied0.py"]
    assert names(reserved([alike[0], *tied], 4)) == ["alike0.py", "tied0.py", "tied1.py", "tied2.py"]
    assert reserved([alike[0], tied[0]], 1) == [alike[0]]


def test_what_is_proved_comes_before_what_only_looks_alike():
    ranked = fuse({"similar": [Found(piece("a"), 0.99)], "callers": [Found(piece("b"), 0.95)]})
    assert names(ranked) == ["b", "a"]


def test_the_place_in_a_ranking_counts_only_where_it_says_something():
    strengths = [Found(piece(str(number)), 0.5) for number in range(3)]
    assert len({each.score for each in fuse({"meant": strengths})}) == 1
    assert len({each.score for each in fuse({"called": strengths})}) == 3


def test_poor_pieces_are_left_out_beside_good_ones():
    assert names(relevant([piece("a", 1.0), piece("b", 0.16), piece("c", 0.1)])) == ["a", "b"]
    assert names(relevant([piece("a", 0.2), piece("b", 0.09), piece("c", 0.05)])) == ["a", "b"]
    assert relevant([]) == []


def test_a_text_that_is_there_twice_is_shown_once():
    assert names(cut([piece("a"), piece("b")], 100)) == ["a"]


@given(
    st.lists(st.integers(1, 400), max_size=12),
    st.integers(0, 800),
)
def test_a_budget_is_kept_and_order_with_it(lengths, limit):
    pieces = [piece(f"{number}.py", text=f"{number} word\n" * length) for number, length in enumerate(lengths)]
    chosen = cut(pieces, limit)
    assert sum(tokens(each.text) for each in chosen) <= limit + len(chosen)
    assert names(chosen) == [name for name in names(pieces) if name in set(names(chosen))]
    assert all(each.truncated == each.reason.endswith(", shortened") for each in chosen)


def test_one_definition_has_two_places_at_most():
    pieces = [piece("a.py", text=f"part {number}\n", name="long") for number in range(4)]
    assert len(cut([*pieces, piece("b.py", text="other\n", name="long")], 1_000)) == 3


def test_a_long_test_leaves_room_for_others():
    code, test = (piece(path, text=f"words of {path}\n" * 300) for path in ("shop/a.py", "tests/test_a.py"))
    shown, other = cut([test, code], 1_000)
    assert tokens(shown.text) <= 150 and shown.truncated
    assert 150 < tokens(other.text) <= 300


def test_where_room_is_short_code_is_shown_before_a_long_comment():
    doc = "/**\n" + " * Says a lot.\n" * 60 + " */\n"
    code = "export function f() {\n  return 1\n}\n"
    (shown,) = cut([piece("a.ts", text=doc + code)], 400)
    assert (shown.text, shown.start_line, shown.truncated) == (code, 63, True)
    (shown,) = cut([piece("a.ts", text=doc + code)], 4_000)
    assert (shown.text, shown.truncated) == (doc + code, False)
    (shown,) = cut([piece("a.ts", text="// One.\n" + "call()\n" * 300)], 400)
    assert shown.text.startswith("// One.") and shown.reason == ", shortened"
    (shown,) = cut([piece("a.py", text="# Says a lot.\n" * 200)], 400)
    assert shown.text.startswith("# Says")


def test_pieces_of_a_file_in_which_more_was_found_come_first():
    evidence = {"words": Evidence("keywords", 1.0, "", ranked=False, nearby=0.3)}
    alone = Found(piece("alone.py"), 0.55)
    several = [Found(piece("several.py", line=line), 0.5) for line in (1, 9, 20)]
    assert fuse({"words": [alone, *several]}, evidence)[0].path == "several.py"
    without = {"words": evidence["words"]._replace(nearby=0.0)}
    assert fuse({"words": [alone, *several]}, without)[0].path == "alone.py"


def test_every_evidence_belongs_to_a_source_that_can_be_asked_for():
    assert {each.source for each in EVIDENCE.values()} == sources_of("all")
    assert [sources_of(name) < sources_of("all") for name in SOURCES] == [False, True, True, True]
