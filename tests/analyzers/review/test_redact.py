from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.privacy.redact import PREFIX, Redactor, secrets
from tests.analyzers.review.secret_corpus import CARRIED, SECRETS

HARMLESS = [
    "def password_of(user):\n    return user.password\n",
    "token = next(tokens)\n",
    "self.api_key = os.environ['API_KEY']\n",
    'url = "https://example.org/a/path/to/Something2"\n',
    'name = "ThisIsAVeryLongClassNameForATest"\n',
    'digest = "d41d8cd98f00b204e9800998ecf8427e"\n',
    'key = "${API_KEY}"\n',
    'password = "{password}"\n',
    "sk = skip - 1\n",
    "# ask-me-anything-about-keyboards\n",
    "if token.type == COMMA: pass\n",
    "if token == 'lambda': pass\n",
    'author = "Jane Doe"\n',
    'passenger = "Jane Doe"\n',
    'bypass: "always"\n',
    'token_type = "string"\n',
    'def f(token: "Token", auth="basic"): ...\n',
]


@pytest.mark.parametrize("kind", SECRETS)
@pytest.mark.parametrize("around", ['KEY = "{}"\n', "call('{}', 1)\n", "# {}\n", "x: {}\n", "\t{}"])
def test_a_secret_of_a_known_format_never_stays(kind, around):
    secret = SECRETS[kind]
    redactor = Redactor()
    redacted = redactor.redact(around.replace("{}", secret))
    assert secret not in redacted
    assert not any(line in redacted for line in secret.split("\n") if len(line) > 30 and "PRIVATE" not in line)
    assert PREFIX in redacted
    assert redactor.restore(redacted) == around.replace("{}", secret)


@pytest.mark.parametrize("kind", CARRIED)
def test_a_secret_that_its_surroundings_give_away_never_stays(kind):
    carrier, secret = CARRIED[kind]
    text = f"first = 1\n{carrier.format(secret)}\nlast = 2\n"
    redactor = Redactor()
    redacted = redactor.redact(text)
    assert secret not in redacted
    assert "first = 1\n" in redacted
    assert "\nlast = 2\n" in redacted
    assert redactor.restore(redacted) == text


def test_there_are_enough_formats():
    assert len(SECRETS) >= 40


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_code_stays_as_it_is(text):
    assert Redactor().redact(text) == text


def test_in_code_a_value_without_quotes_is_a_name():
    assert Redactor().redact("token = token.NAME_OF_IT\npassword = password_of_user\n", is_code=True).count(PREFIX) == 0
    assert Redactor().redact("password = password_of_user\n").count(PREFIX) == 1


def test_the_same_secret_gets_the_same_placeholder():
    key = SECRETS["GitHub token"]
    assert Redactor().redact(f"{key} {key}").split()[0] == f"{PREFIX}_1_github_token"
    redactor = Redactor()
    assert redactor.redact(key) == redactor.redact(key)
    assert redactor.count == 1


def test_a_secret_is_taken_out_where_nothing_gives_it_away_too():
    redacted = Redactor().redact('password = "opensesame"\nprint("opensesame")\n')
    assert "opensesame" not in redacted


def test_a_copy_knows_the_same_and_learns_by_itself():
    first = Redactor()
    first.redact('password = "opensesame"\n')
    second = first.copy()
    assert second.redact('print("opensesame", password="staple-7")\n') == (
        f'print("{PREFIX}_1_value", password="{PREFIX}_2_value")\n'
    )
    assert (first.count, second.count) == (1, 2)


def test_equal_texts_are_redacted_equally():
    text = "\n".join(SECRETS.values())
    assert Redactor().redact(text) == Redactor().redact(text)


def test_code_that_has_such_a_word_of_its_own_comes_back_as_it_was():
    text = f'{PREFIX}_1 = 1\npassword = "opensesame"\nx = "{PREFIX}_1_value"\n'
    redactor = Redactor()
    assert redactor.restore(redactor.redact(text)) == text


def test_a_placeholder_that_was_never_made_is_noticed():
    redactor = Redactor()
    placeholder = redactor.redact(SECRETS["GitHub token"])
    assert not redactor.has_unknown(f"x = {placeholder}")
    assert redactor.has_unknown(f"x = {PREFIX}_99_github_token")


def test_many_secrets_are_told_apart_when_put_back():
    text = "\n".join(f'password_{number} = "value-{number}-x"' for number in range(25))
    redactor = Redactor()
    assert redactor.restore(redactor.redact(text)) == text


def test_a_secret_that_is_a_part_of_a_placeholder_breaks_nothing():
    text = f'{SECRETS["GitHub token"]} token = "github_token" password = "REREAD_SECRET" {SECRETS["GitHub token"]}'
    redactor = Redactor()
    redacted = redactor.spread(redactor.redact(text))
    assert redactor.restore(redacted) == text


def test_a_secret_that_runs_into_a_placeholder_breaks_nothing():
    key = SECRETS["age key"]
    text = f"{key}{PREFIX}_2{key}{SECRETS['RSA private key']}"
    redactor = Redactor()
    assert redactor.restore(redactor.redact(text)) == text


PARTS = st.lists(st.sampled_from([*SECRETS.values(), *HARMLESS, "\n", '"', "'", "=", " x ", f"{PREFIX}_2"]), max_size=8)


@given(PARTS)
def test_putting_back_undoes_taking_out(parts):
    text = "".join(parts)
    redactor = Redactor()
    assert redactor.restore(redactor.redact(text)) == text


@given(PARTS)
def test_spans_of_secrets_are_in_order_and_apart(parts):
    text, end = "".join(parts), 0
    for span, _ in secrets(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "password=" * 20_000,
        "-----BEGIN PRIVATE KEY-----" * 4_000,
        '"' * 100_000,
        "a" * 300_000,
        "eyJ" * 60_000,
        "://" * 60_000,
    ],
)
def test_hostile_text_is_searched_to_its_end(text):
    # With a pattern that backtracks, this would not come back.
    redactor = Redactor()
    assert redactor.restore(redactor.redact(text)) == text
