"""Finding secrets: formats, what proves a token, placeholders, values that a name gives away."""

from __future__ import annotations

import base64
import binascii
import json
import re

import pytest

from reread.analyzers.secrets import proofs
from reread.analyzers.secrets.context import clues
from reread.analyzers.secrets.finder import tokens
from reread.analyzers.secrets.formats import FORMATS
from reread.analyzers.secrets.placeholders import is_made_up, is_placeholder
from tests.analyzers.review.secret_corpus import SECRETS


def found(text, **more):
    return {token.format.kind: text[token.start : token.end] for token in tokens(text, **more)}


def clue(line, bare=False):
    return [line[each.start : each.end] for each in clues(line, 0, len(line), bare=bare)]


@pytest.mark.parametrize("kind", SECRETS)
def test_every_format_is_found_wherever_it_stands(kind):
    for around in ('key = "{}"\n', "key: {}\n", "<a>{}</a>"):
        text = around.replace("{}", SECRETS[kind])
        assert any(text[token.start : token.end].startswith(SECRETS[kind]) for token in tokens(text))


def test_there_are_more_than_a_hundred_formats_and_each_can_be_used():
    assert len({entry.kind for entry in FORMATS if entry.reported}) >= 60
    for entry in FORMATS:
        assert re.compile(entry.pattern)
        assert entry.proof in proofs.PROOFS
        assert entry.starts or entry.near


def test_a_token_counts_where_it_begins():
    text = f"{SECRETS['GitLab token']}\n{SECRETS['npm token']}\n"
    second = text.index("\n") + 1
    assert set(found(text, start=second)) == {"npm_token"}
    assert set(found(text, end=second)) == {"gitlab_token"}


def test_a_part_of_a_longer_word_is_no_token():
    assert found(f"x{SECRETS['npm token']}") == {}
    assert found(f"my-{SECRETS['GitLab token']}") == {}


def checksum(body):
    number, digits = binascii.crc32(body.encode()), ""
    for _ in range(6):
        number, digit = divmod(number, 62)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def test_the_checksum_of_github_and_npm():
    body = "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ"
    for prefix in ("gh" + "p_", "np" + "m_"):
        assert proofs.checksum_62(prefix + body + checksum(body))
        assert not proofs.checksum_62(prefix + body + "0mLq18")
    assert proofs.checksum_62("gh" + "s_" + body * 2), "a token of another length has none that is known"


def encoded(value):
    return (
        base64.urlsafe_b64encode(value if isinstance(value, bytes) else json.dumps(value).encode()).decode().rstrip("=")
    )


@pytest.mark.parametrize(
    ("header", "payload", "signature", "is_one"),
    [
        ({"alg": "HS256"}, {"sub": "47"}, "s" * 43, True),
        ({"typ": "JWT"}, {"sub": "47"}, "s" * 43, False),
        ({"alg": "HS256"}, {"sub": "1234567890", "name": "John Doe"}, "s" * 43, False),
        ({"alg": "none"}, {"sub": "47"}, "", False),
        (b"no json", {"sub": "47"}, "s" * 43, False),
    ],
)
def test_a_json_web_token_can_be_read_and_is_signed(header, payload, signature, is_one):
    assert proofs.jwt(f"{encoded(header)}.{encoded(payload)}.{signature}") == is_one


def test_pypi_tokens_name_their_index():
    assert proofs.pypi("pypi-" + encoded(b"\x02\x01\x08pypi.org" + b"x" * 60))
    assert not proofs.pypi("pypi-" + encoded(b"\x02\x01\x08evil.org" + b"x" * 60))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n", True),
        ('-----BEGIN RSA PRIVATE KEY-----\\n" +\n  "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj', True),
        ("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----", False),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n", False),
        ("-----BEGIN PRIVATE KEY-----\nabcdabcdabcdabcdabcdabcdabcdabcdabcd\n", False),
        ("-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n", True),
    ],
)
def test_a_private_key_begins_as_keys_do(text, is_one):
    assert proofs.private_key(text) == is_one


def test_other_proofs():
    assert proofs.aws_access_key("AK" + "IAQ3EGRZ4XK2L7VNTB")
    assert not proofs.aws_access_key("AK" + "IAQ3EGRZ4XK2L7VN01"), "0 and 1 are not in base 32"
    assert proofs.aws_secret_key("kT9vQz3LmP7wXs2RbN8dYc4H" + "pW1eJg6sAtVu5Zi0")
    assert not proofs.aws_secret_key("b723e97aa97846eb92d5" + "264f084b2823f57c4aa1"), "a digest"
    assert proofs.azure_storage_key(base64.b64encode(bytes(range(64))).decode())
    assert not proofs.azure_storage_key(base64.b64encode(bytes(range(50))).decode())
    emulator = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq" + "/K1SZFPTOtr/KBHBeksoGMGw=="
    assert not proofs.azure_storage_key(emulator), "of Azurite, the same for everybody"
    assert proofs.discord(encoded(b"123456789012345678") + ".x.y")
    assert not proofs.discord(encoded(b"not a number at all") + ".x.y")
    assert proofs.openai("sk-" + "a1B2" * 5 + "T3BlbkFJ" + "c3D4" * 5)
    assert not proofs.openai("sk-some-long-name-of-a-component")


@pytest.mark.parametrize(
    "value",
    ["your-api-key", "xxxxxxxx", "${TOKEN}", "AKIAIOSFODNN7EXAMPLE", "<secret>", "changeme", "%s", "{{ key }}", "aaaa"],
)
def test_placeholders(value):
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value", ["abcdefghijklmnop", "deadbeefdeadbeef", "1234567890abcdef", "0" * 20, "abcabcabcabcabc"]
)
def test_made_up_values(value):
    assert is_made_up(value)


@pytest.mark.parametrize("value", ["kT9vQz3LmP7wXs2RbN8dYc4H", "pfU3-9rTq"])
def test_what_looks_like_a_secret_is_neither(value):
    assert not is_placeholder(value)
    assert not is_made_up(value)


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ('password = "pfU3-9rTq"', "pfU3-9rTq"),
        ('String dbPassword = "S3cr3t!";', "S3cr3t!"),
        ("const apiKey: string = 'kT9vQz3LmP7wXs2RbN8dYc4H';", "kT9vQz3LmP7wXs2RbN8dYc4H"),
        ('props.setProperty("db.password", "pfU3-9rTq");', "pfU3-9rTq"),
        ('encryption_key = b"Sixteen byte key"', "Sixteen byte key"),
        ('url = "postgres://app:pfU3-9rTq@db/app"', "pfU3-9rTq"),
        ('"Server=db;User Id=sa;Password=pfU3-9rTq;"', "pfU3-9rTq"),
        ("secret: 'keyboard cat'", "keyboard cat"),
        ("password = 'password'", "password"),
    ],
)
def test_a_name_gives_its_value_away(line, secret):
    assert clue(line) == [secret]


@pytest.mark.parametrize(
    "line",
    [
        'password = ""',
        'password = "your-password"',
        'password_field = "user_password"',
        'PASSWORD = "password"',
        'token_type = "bearer"',
        'csrf_token = "kT9vQz3LmP7wXs2RbN8dYc4H"',
        'api_key = "API_KEY"',
        'private_key = "/etc/ssl/key.pem"',
        'password = "prefix" + name',
        'url = "https://user:password@example.org/"',
        "if (typeof clientSecret === 'function') run()",
        'message = "Enter your password: "',
    ],
)
def test_a_name_alone_is_not_enough(line):
    assert clue(line) == []


def test_files_of_settings_need_no_quotes():
    assert clue("DB_PASSWORD=pfU3-9rTq\n", bare=True) == ["pfU3-9rTq"]
    assert clue("DB_PASSWORD=pfU3-9rTq\n") == []
    assert clue("DB_PASSWORD=$OTHER\nPASSWORD_FILE=/run/secrets/x\n", bare=True) == []


@pytest.mark.parametrize(
    "text", ["password=" * 20_000, '"' * 50_000, "token " * 20_000, "a:b@" * 20_000, "key='" * 20_000]
)
def test_hostile_text_is_read_to_its_end(text):
    # With a pattern that backtracks, this would not come back.
    assert clue(text, bare=True) == []
    assert found(text) == {}
