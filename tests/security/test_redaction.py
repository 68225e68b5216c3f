"""What people write as secrets does not get past the redactor, and ordinary code does."""

from __future__ import annotations

import base64
from collections import Counter
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.syntax import language_of
from tests.security.forms import planted
from tests.security.more_forms import second_batch
from tests.security.third_forms import third_batch

CORPUS = list(planted())


def redacted(text: str, path: str) -> str:
    language = language_of(path)
    return Redactor().redact(text, is_code=bool(language), language=language)


def test_there_are_thousands_of_secrets():
    assert len(CORPUS) >= 3_000
    assert len({case.where.split(": ", 1)[1] for case in CORPUS}) >= 280


def test_no_planted_secret_stays():
    left = [case for case in CORPUS if case.secret in redacted(case.text, case.path)]
    assert Counter(case.where for case in left) == {}


def test_no_secret_of_the_second_batch_stays():
    cases = list(second_batch())
    assert len(cases) >= 150
    assert [case for case in cases if case.secret in redacted(case.text, case.path)] == []


def test_no_secret_of_the_third_batch_stays():
    cases = list(third_batch())
    assert len(cases) >= 700
    assert [case for case in cases if case.secret in redacted(case.text, case.path)] == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('password = os.environ["X"]\n', "a.py"),
        ('password = os.environ.get("DB_PASSWORD")\n', "a.py"),
        ("password: str\n", "a.py"),
        ("password = None\n", "a.py"),
        ("password = get_password(user)\n", "a.py"),
        ('password = "${DB_PASSWORD}"\n', "a.py"),
        ("# the password must have 8 characters\n", "a.py"),
        ('raise ValueError("the password must have 8 characters")\n', "a.py"),
        ('def get_password():\n    """Ask for the password."""\n', "a.py"),
        ('fields = ["username", "password", "email"]\n', "a.py"),
        ('password = getpass.getpass("Password: ")\n', "a.py"),
        ('password_field = forms.CharField(label="Password")\n', "a.py"),
        ("if not check_password(user, password):\n    return False\n", "a.py"),
        ("token_count = 4096\n", "a.py"),
        ("password_length = 128\n", "a.py"),
        ('session: "ClientSession" = make()\n', "a.py"),
        ("const password = req.body.password;\n", "a.js"),
        ("const { password } = await form(x);\n", "a.js"),
        ("interface A { password: string; token?: string }\n", "a.ts"),
        ('String password = request.getParameter("password");\n', "A.java"),
        ('password := os.Getenv("DB_PASSWORD")\n', "a.go"),
        ("password: ${DB_PASSWORD}\n", "a.yaml"),
        ("password:\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: password\n", "a.yaml"),
        ("The password is required and must be changed.\n", "a.md"),
        ("Pass the name to the function.\n", "a.md"),
        ('url = "https://example.org/reset-password?next=home"\n', "a.py"),
        ('x(password); y("AES/CBC/PKCS5Padding", "HmacSHA256", "utf8", "sha256")\n', "a.py"),
        ('x(password); y("#login2", "v1.2.3", "i18n", "user_1", "base64url", "640x480px", "%s: %d!")\n', "a.py"),
        ('x = "k9Xq2mPw7"\n\n# the password\n\ny = "k9Xq2mPw7"\n', "a.py"),
        ('cookie("theme"); auth("basic"); open("GET", url, true);\n', "a.js"),
        ("log in with the button, or sign in with GitHub\n", "a.md"),
        ("port: ${PORT:8080}\npassword: ${DB_PASSWORD:}\n", "a.yaml"),
        ('x = getpass.getpass("Password:")\ny = lambda: "hunter2x"\n', "a.py"),
        ('getpass = lambda _: input("Password: ")\nname = "hunter2x"\n', "a.py"),
        ("# the password is in the vault\nref: Xq7-vv-Rt2\n", "a.yaml"),
        (
            "port: 5432  # the password\nimage: registry/app:1.2.3  # the secret\nuser: admin1  # whose password is in the vault\n",
            "a.yaml",
        ),
    ],
)
def test_ordinary_code_and_prose_stay_as_they_are(text, path):
    assert redacted(text, path) == text


@pytest.mark.parametrize("secret", ["Xq7!vv-Rt2zL", "hunter22", "k9Xq2mPw7"])
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("db:\n  tail: @  # the svc password\n", "a.yaml"),
        ("db:\n  - @ # password\n", "a.yaml"),
        ("tail=@ ; db password\n", "a.ini"),
        ("TAIL=@ # the password\n", "a.sh"),
    ],
)
def test_a_value_that_a_comment_behind_it_calls_a_secret_is_kept_back(text, path, secret):
    assert secret not in redacted(text.replace("@", secret), path)


def test_so_is_one_below_a_label():
    assert "Xq7!vv-Rt2zL" not in redacted("# db password\nDB_TAIL: Xq7!vv-Rt2zL\n", "a.yaml")


@pytest.mark.parametrize("secret", ["Xq7!vv-Rt2zL", "hunter2", "x"])
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('getpass = lambda _: "@"\n', "a.py"),
        ('monkeypatch.setattr("getpass.getpass", lambda prompt: "@")\n', "a.py"),
        ('with patch("getpass.getpass", return_value="@"):\n    pass\n', "a.py"),
        ('getpass.getpass = Mock(\n    side_effect=["@"],\n)\n', "a.py"),
        ('def fake_getpass(prompt):\n    return "@"\n', "a.py"),
        ('askPass = () => "@";\n', "a.js"),
    ],
)
def test_what_stands_in_for_a_prompt_for_a_password_is_kept_back(text, path, secret):
    assert f'"{secret}"' not in redacted(text.replace("@", secret), path)


def test_the_first_assignment_of_a_block_is_not_stepped_over():
    text = 'class Config:\n    db_password = "Tr0ub4dor&Q"\n'
    assert Redactor().redact(text, is_code=True) == text.replace("Tr0ub4dor&Q", "REREAD_SECRET_1_value")


@pytest.mark.parametrize(
    "address",
    ["jane (at) corp.de", "jane%40corp.de", "jane [at] corp [dot] de", "jane at corp dot de", "jane&#64;corp.de"],
)
def test_addresses_that_are_written_out_are_addresses(address):
    assert "corp" not in Redactor(Personal(frozenset({"emails"}))).redact(f"# by {address}, later\n")


@pytest.mark.parametrize(
    "copy", [lambda data: base64.b64encode(b"svc:" + data).decode(), lambda data: quote(data), lambda data: data.hex()]
)
def test_encoded_copies_of_a_known_secret_are_replaced_and_come_back(copy):
    secret = "Winter!47 11x"
    text = f'password = "{secret}"\nx = "{copy(secret.encode())}"\n'
    redactor = Redactor()
    hidden = redactor.redact(text)
    assert copy(secret.encode()) not in hidden
    assert redactor.restore(hidden) == text


@given(st.lists(st.sampled_from([case.text for case in CORPUS[::37]]), min_size=1, max_size=4))
def test_putting_back_gives_the_text_again(texts):
    text = "".join(texts)
    redactor = Redactor()
    assert redactor.restore(redactor.redact(text)) == text


def test_the_name_of_a_secret_elsewhere_is_sent():
    text = "valueFrom:\n  secretKeyRef:\n    name: db-creds\n    key: password\n"
    assert Redactor().redact(text) == text
