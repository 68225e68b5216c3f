from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.privacy.split_strings import decoded, joined


@pytest.mark.parametrize(
    "code",
    [
        '"ab" "cd"',
        '"ab"\n    "cd"',
        "'ab' + 'cd'",
        '"ab" \\\n f"cd"',
        '("ab" +\n "cd")',
        '"ab" . "cd"',
        '["ab", "cd"]',
        "`ab` & `cd`",
    ],
)
def test_strings_that_stand_together_are_one(code):
    assert [whole.text for whole in joined(code)] == ["abcd"]


@pytest.mark.parametrize("code", ['"ab"', 'f("ab", x, "cd")', '"ab"; "cd"', '"ab" == "cd"', '"ab": "cd"'])
def test_others_are_not(code):
    assert list(joined(code)) == []


@given(st.lists(st.text("abc", max_size=4), min_size=2, max_size=6), st.data())
def test_a_part_of_the_whole_is_found_in_its_pieces(parts, data):
    code = " + ".join(f'"{part}"' for part in parts)
    [whole] = joined(code)
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    assert "".join(code[slice(*span)] for span in whole.spans(start, end)) == whole.text[start:end]


def test_base64_of_plain_text_is_read_and_other_words_are_not():
    word = base64.b64encode(b"a plain sentence of words").decode()
    assert [(text, plain) for text, plain in decoded(f"x {word} y")] == [
        ((2, 2 + len(word)), "a plain sentence of words")
    ]
    assert list(decoded("AVeryLongClassNameThatIsNone0000 " + "\xff" * 30)) == []


def test_the_rest_of_a_password_goes_with_its_beginning():
    redactor = Redactor()
    text = 'password = (\n    "correct horse"\n    " battery"\n)\nname = ["staple", "x"]\n'
    redacted = redactor.redact(text)
    assert "horse" not in redacted
    assert "battery" not in redacted
    assert "staple" in redacted
    assert redactor.restore(redacted) == text


@pytest.mark.parametrize(
    "text", ['"' * 100_000, '"a"' * 60_000, '"a" + ' * 40_000, "A" * 300_000, '"a"' + " " * 300_000]
)
def test_hostile_text_is_read_to_its_end(text):
    whole = f'{text};\nx = "ab" "cd" # {base64.b64encode(b"in plain words it is").decode()}'
    assert [each.text for each in joined(whole)][-1] == "abcd"
    assert [plain for _, plain in decoded(whole)][-1] == "in plain words it is"
