"""A loop of fixing and reviewing says what changed, and ends whatever an agent does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reread.server.report import loop
from reread.server.report.loop import Loop, RunFindings

A, B, C = "a" * 16, "b" * 16, "c" * 16


def run(*rounds: RunFindings, most: int = loop.MOST_ROUNDS) -> list[loop.Round]:
    state, made = Loop(), []
    for seen in rounds:
        state, one = loop.after(state, seen, most)
        made.append(one)
    return made


def seen(*opened: str, dismissed: tuple[str, ...] = (), incomplete: str = "") -> RunFindings:
    return RunFindings(frozenset(opened), frozenset(dismissed), incomplete)


def test_a_round_says_what_is_fixed_what_is_new_and_what_is_still_there() -> None:
    _, second = run(seen(A, B), seen(B, C))
    assert (second.fixed, second.new, second.still, second.end) == ((A,), (C,), (B,), "")


def test_it_ends_when_nothing_is_open() -> None:
    assert run(seen(A), seen())[-1].end == "clean"


def test_it_ends_when_only_dismissed_findings_are_left_and_they_are_not_fixed() -> None:
    last = run(seen(A), seen(dismissed=(A,)))[-1]
    assert (last.end, last.fixed, last.failed) == ("dismissed", (), False)


def test_silence_of_a_run_that_did_not_look_at_everything_is_not_clean() -> None:
    (only,) = run(seen(incomplete="the model did not answer"))
    assert (only.end, only.failed) == ("incomplete", True)


def test_it_ends_when_findings_do_not_get_fewer() -> None:
    assert [each.end for each in run(seen(A, B), seen(A), seen(B), seen(C))] == ["", "", "", "no progress"]


def test_it_ends_after_the_last_round() -> None:
    falling = [seen(*map(str, range(10 - number))) for number in range(4)]
    assert [each.end for each in run(*falling, most=3)] == ["", "", "rounds", "rounds"]


def test_what_has_stopped_with_findings_left_stays_so() -> None:
    assert run(seen(A), seen(A), seen(A), seen())[-1].end == "no progress"


def test_after_a_clean_round_new_findings_go_on() -> None:
    assert [each.end for each in run(seen(A), seen(), seen(B))] == ["", "clean", ""]


@pytest.mark.slow
@given(
    some.lists(some.frozensets(some.sampled_from("abcdef"), min_size=1), min_size=20, max_size=30), some.integers(1, 9)
)
def test_every_sequence_of_edits_ends(edits: list[frozenset[str]], most: int) -> None:
    ends = [each.end for each in run(*map(RunFindings, edits), most=most)]
    assert all(ends[most - 1 :])


@given(some.lists(some.frozensets(some.sampled_from("abcdef")), min_size=2, max_size=9))
def test_every_finding_is_fixed_new_or_still_there(edits: list[frozenset[str]]) -> None:
    for before, now, made in zip(edits[:-1], edits[1:], run(*map(RunFindings, edits))[1:], strict=True):
        assert {*made.still, *made.new} == now
        assert {*made.fixed, *made.still} == before


@pytest.fixture(autouse=True)
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))


def test_sessions_and_folders_are_kept_apart(tmp_path: Path) -> None:
    loop.advance(str(tmp_path), "one", seen(A))
    assert loop.advance(str(tmp_path), "one", seen(A)).still == (A,)
    assert loop.advance(str(tmp_path), "two", seen(A)).new == (A,)
    assert loop.advance(str(tmp_path / "other"), "one", seen(A)).new == (A,)


def test_a_forgotten_session_begins_anew(tmp_path: Path) -> None:
    loop.advance(str(tmp_path), "one", seen(A))
    loop.forget(str(tmp_path), "one")
    loop.forget(str(tmp_path), "one")
    assert loop.advance(str(tmp_path), "one", seen(A)).number == 1


def test_a_damaged_file_begins_anew(tmp_path: Path) -> None:
    loop.advance(str(tmp_path), "one", seen(A))
    Path(loop.file_of(str(tmp_path), "one")).write_bytes(b"no")
    assert loop.advance(str(tmp_path), "one", seen(A)).number == 1


def test_a_loop_that_cannot_be_kept_stops(tmp_path: Path) -> None:
    Path(loop.file_of(str(tmp_path), "one")).mkdir(parents=True)
    assert loop.advance(str(tmp_path), "one", seen(A)).end == "rounds"
