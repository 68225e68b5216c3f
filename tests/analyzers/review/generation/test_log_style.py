"""The style of a log, and messages written in it."""

from __future__ import annotations

import pytest

from reread.analyzers.review.generation.forms import Message
from reread.analyzers.review.generation.log_style import LoggedCommit, LogStyle, composed, objection, style_of

ANN = "Ann <ann@example.invalid>"
CONVENTIONAL = [
    "feat(cli): read a file",
    "fix: end with a line feed",
    "feat: write a file",
    "docs: say how",
    "fix(io): x",
]


def log(*subjects: str, body: str = "") -> list[LoggedCommit]:
    return [LoggedCommit(ANN, subject, body) for subject in subjects]


def test_conventional_commits_are_seen_with_their_types_and_scopes():
    style = style_of(log(*CONVENTIONAL))
    assert (style.conventional, style.types, style.scopes) == (True, ("feat", "fix", "docs"), ("cli", "io"))
    assert not style.capitalised
    assert composed(style, Message(type="feat", scope="cli", subject="Read pipes.")) == "feat(cli): read pipes\n"


def test_plain_sentences_get_no_type():
    style = style_of(log(*(f"Read the file number {number}" for number in range(9))))
    assert not style.conventional
    assert composed(style, Message(type="feat", scope="cli", subject="read pipes.")) == "Read pipes\n"


def test_a_full_stop_stays_where_it_is_usual():
    style = style_of(log(*(f"Read the file {number}." for number in range(9))))
    assert composed(style, Message(subject="Read pipes.")) == "Read pipes.\n"


def test_of_a_young_repository_nothing_is_learned():
    assert style_of(log("wip", "wip")) == LogStyle()


def test_what_git_writes_itself_says_nothing():
    merges = ["Merge branch 'x'", 'Revert "y"', "fixup! z"] * 9
    assert style_of(log(*merges, *CONVENTIONAL)).conventional


def test_a_sign_off_names_who_commits_now():
    style = style_of(log(*CONVENTIONAL, body=f"Why.\n\nSigned-off-by: {ANN}"), "Bob <bob@example.invalid>")
    assert style.trailers == ("Signed-off-by: Bob <bob@example.invalid>",)
    assert composed(style, Message(type="fix", subject="a")).endswith("\n\nSigned-off-by: Bob <bob@example.invalid>\n")
    assert style_of(log(*CONVENTIONAL, body=f"Signed-off-by: {ANN}")).trailers == ()


def test_trailers_of_a_few_commits_are_left_out():
    commits = [*log(*CONVENTIONAL), *log("fix: a", "fix: b", body="Reviewed-by: Bob <bob@example.invalid>")]
    assert style_of(commits, ANN).trailers == ()


def test_trailers_that_a_model_writes_are_left_out():
    message = Message(subject="Read", body="Because.\n\nSigned-off-by: Eve <eve@example.invalid>")
    assert composed(LogStyle(), message) == "Read\n\nBecause.\n"


def test_paragraphs_are_wrapped_and_lists_keep_their_lines():
    body = f"{'word ' * 30}\n\n- one\n- two"
    text = composed(LogStyle(), Message(subject="Read", body=body))
    assert max(map(len, text.split("\n"))) <= 72
    assert text.endswith("\n\n- one\n- two\n")


def test_a_name_keeps_its_letters():
    assert composed(style_of(log(*CONVENTIONAL)), Message(type="fix", subject="README says how")) == (
        "fix: README says how\n"
    )


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (Message(type="fix", subject="read pipes"), ""),
        (Message(type="fix", subject="x" * 80), "the first line has 85 characters, and at most 50 are usual here"),
        (Message(subject="read pipes"), "it has no type as Conventional Commits have it"),
        (Message(type="fix", subject=" "), "it has no subject"),
    ],
)
def test_what_a_program_can_judge_is_judged(message, said):
    style = style_of(log(*CONVENTIONAL))
    assert objection(style, composed(style, message)) == said
