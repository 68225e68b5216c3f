from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.privacy.pii import FINDERS, Personal, found
from reread.analyzers.review.privacy.redact import Redactor

ALL = Personal(frozenset(FINDERS))


def taken(text: str, personal: Personal = ALL) -> list[str]:
    return [text[slice(*span)] for span, _ in sorted(found(text, personal))]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("# ask jane.doe+x@corp-mail.de, please", "jane.doe+x@corp-mail.de"),
        ('author = "Jane <jane@users.noreply.host.io>"', "jane@users.noreply.host.io"),
        ("mailto:jane_doe@host.museum", "jane_doe@host.museum"),
        ("call +49 30 901820 now", "+49 30 901820"),
        ("call +1 (415) 555-0132 now", "+1 (415) 555-0132"),
        ("call (415) 555-0132 now", "(415) 555-0132"),
        ("call 415-555-0132 now", "415-555-0132"),
        ('host = "10.20.30.40"', "10.20.30.40"),
        ('host = "10.20.30.40:8080"', "10.20.30.40"),
        ("at 2a02:8070:a1::17 or", "2a02:8070:a1::17"),
    ],
)
def test_personal_data_is_found(text, data):
    assert taken(text) == [data]


@pytest.mark.parametrize(
    "text",
    [
        "a@b",
        "y = w@x.shape",
        "@app.route",
        "git@github.com:o/r.git",
        "user@example.org",
        "root@localhost.invalid",
        "127.0.0.1",
        "0.0.0.0",
        "::1",
        "255.255.255.255",
        "192.0.2.7",
        "version 1.2.3",
        "1.2.3.4.5",
        "std::vector",
        "a::b::c",
        "12:30:45",
        "2026-03-01",
        "1234567890",
        "+1",
        "x = 100 + 200",
        "999.999.999.999",
    ],
)
def test_ordinary_text_is_left_alone(text):
    assert taken(text) == []


def test_only_what_the_setting_names_is_found():
    text = "jane@corp.de 10.20.30.40"
    assert taken(text, Personal()) == []
    assert taken(text, Personal(frozenset({"emails"}))) == ["jane@corp.de"]


def test_words_of_ones_own_are_found_whole_and_in_any_case():
    personal = Personal(words=("Acme Corp", "Jo", " "))
    assert taken("JO works for acme corp; Joke, acme corporation, jo_id", personal) == ["JO", "acme corp", "jo"]


def test_a_redactor_keeps_personal_data_back_and_restores_it():
    redactor = Redactor(ALL)
    text = "# jane@corp.de, again jane@corp.de\n"
    redacted = redactor.redact(text)
    assert "jane" not in redacted
    assert redactor.count == 1
    assert redactor.restore(redacted) == text


@given(
    st.lists(st.sampled_from(["jane@corp.de", "10.20.30.40", " ", "@", ".", "+49 30 901820", "x", "::1"]), max_size=9)
)
def test_taking_out_can_be_undone(parts):
    text = "".join(parts)
    redactor = Redactor(ALL._replace(words=("x",)))
    assert redactor.restore(redactor.redact(text)) == text


@pytest.mark.parametrize("text", ["a" * 200_000, "a@" * 60_000, "a.a@a.a." * 20_000, "1-" * 80_000, ":" * 200_000])
def test_hostile_text_is_searched_to_its_end(text):
    whole = f"{text}\njane@corp.de"
    assert "jane@corp.de" in {whole[slice(*span)] for span, _ in found(whole, ALL)}
