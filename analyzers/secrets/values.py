"""Judges by name and appearance whether a value is a password, a key or a token.

Most values with such names are none: names of fields, prompts, kinds of tokens.
"""

from __future__ import annotations

import re

from reread.analyzers.secrets.placeholders import is_placeholder
from reread.analyzers.secrets.proofs import entropy
from reread.analyzers.secrets.vocabulary import forms, one_of

# Names in lower case, their words parted by `_`.
_PASSWORD = re.compile(r"pass(?:word|wd|phrase|code)?$|pwd$|(?:^|_)pw$")
_SECRET = re.compile(r"(?:^|_)\w*secret(?:_?key)?$|signing_?key$|(?:jwt|hmac|session)_?key$")
_CIPHER_KEY = re.compile(r"(?:encryption|encrypt|aes|des|cipher|crypto|crypt)_?key$")
_KEY = re.compile(
    r"(?:api|access|account|auth|private|encryption|service|master|app|client)_?key$|token$|credentials?$|"
    r"(?:auth|client|api|access)_?secret$|secret_?access_?key$"
)
_OTHER = forms(
    """
    csrf xsrf next page continuation cancel cancellation change action client_?request idempotency sync syntax parse
    lex current prev previous start end delim bos eos pad unk mask sep public primary foreign partition sort cache row
    reset forgot show hide hash hashed encrypted error invalid missing wrong confirm verify check has is no min max
    """
)
_NOT_A_SECRET = re.compile(
    rf"(?:^|_){_OTHER}_?(?:password|passwd|token|key|pass|secret)|bypass|compass|surpass|trespass|encompass"
)

_WEAK = frozenset(
    {"admin", "root", "secret", "letmein", "qwerty", "hunter2", "toor", "passw0rd", "p@ssw0rd", "p@ssword", "pass123"}
    | {"welcome1", "tiger", "guest", "iloveyou", "changeit", "12345", "123456", "1234567", "12345678", "abc123"}
    | {"secret123", "admin123", "root123", "test123", "password1", "password123"}
)
_WHOSE = r"(?:my|our|the|super|top|very|really|db|user|admin|root|app|jwt|session|a|this[-_ ]?is[-_ ]?(?:a|my|the)?)"
_SHORT_FORM = (
    rf"{_WHOSE}[-_ ]?(?:super|top|very|db|long|jwt)?[-_ ]?(?:secret|password|passwd|pass)"
    r"(?:[-_ ]?(?:key|word|phrase|value))?\d*!*"
)
_BOAST = r"(?:my|our|super|top|very|hard[-_]?coded|insecure|dev|development|production)[-_ ]"
_LONG_FORM = (
    rf"(?:this[-_ ]is[-_ ])?(?:{_BOAST}){{1,3}}(?:[a-z]{{2,12}}[-_ ]){{0,3}}"
    r"(?:secret|password|key|token)(?:[-_ ]?(?:value|string|phrase))?(?:[-_ ]?\d{1,6})?"
)
"""`my-super-secret-jwt-key`"""
_MADE_UP = re.compile(one_of(_SHORT_FORM, r"shh+", r"keyboard ?cat", _LONG_FORM), re.IGNORECASE)
_KEYLIKE = re.compile(r"[A-Za-z][a-z]*(?:[A-Z][a-z]*)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[a-z]+\d?(?:[._:/-][a-z]+\d?)*")
_LABEL = re.compile(
    forms(
        """
        password passwd passphrase passcode pwd string text hidden required optional none null true false default
        bearer basic token plain md5 sha* bcrypt scrypt argon* crypt invalid forgotten login digest prompt empty missing
        auto input field value type name user username masked enabled disabled always never error object number boolean
        function undefined symbol private public
        """
    )
)
_WORDS = re.compile(r"[a-z]{3,}(?:[ \-][a-z]{2,}){1,5}")
_SMALL = forms(
    """
    key id name field type input text form label button icon login user auth enter the is for of to in not and client
    api app hash value manager server service config
    """
)
_LABEL_WORDS = re.compile(rf"password|passwd|secret|token|session|cookie|\b{_SMALL}\b")
_PROPERTY = re.compile(r"[A-Za-z]\w*(?:\.\w+){2,}|\w+\.\w*(?:password|secret|key|token)\w*", re.IGNORECASE)
_NAMESPACED = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)+\.\w*(?:password|secret|key|token|auth|login)\w*")
"""`org.example.v2.login.token`: what a protocol calls it."""
_LETTERS = re.compile(r"[^a-z0-9]")
_PATH = re.compile(
    r"^(?:[./~]|[A-Za-z]:\\|\w+:(?!\w*[\d!@#$%]))|\.(?:txt|json|ya?ml|pem|key|crt|html?|js|py|java|go|xml)$|/.*/"
)


def looks_secret(name: str, value: str) -> bool:
    """True when both the name and the value look as secrets do."""
    last = _snake(re.split(r"[.$]", name.rstrip("$."))[-1])
    if _NOT_A_SECRET.search(last) or _PATH.search(value) or (is_placeholder(value) and not _MADE_UP.fullmatch(value)):
        return False
    if _CIPHER_KEY.search(last) and len(value) in (16, 24, 32):
        return True
    if _KEY.search(last) and not _SECRET.search(last):
        return _is_token(value) or (bool(_MADE_UP.fullmatch(value)) and _essence(value) != _essence(name))
    if last == "pass":  # Of a test, perhaps
        return _is_password(name, value, 4) and (value in _WEAK or not value.isalpha())
    if _PASSWORD.search(last):
        return _is_password(name, value, 4)
    return bool(_SECRET.search(last)) and _is_password(name, value, 6)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|-", "_", name).lower()


def _is_token(value: str) -> bool:
    """Long, or of all kinds of characters, without the look of words."""
    kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", r"\d"))
    if len(value) < (10 if kinds == 3 else 12) or not re.fullmatch(r"[A-Za-z0-9+/_.~=\-]+", value):
        return False
    if _NAMESPACED.fullmatch(value):
        return False
    has_digit = any(map(str.isdigit, value))
    return has_digit and any(map(str.isalpha, value)) and not _KEYLIKE.fullmatch(value) and entropy(value) >= 2.8


def _is_password(name: str, value: str, shortest: int) -> bool:
    if _MADE_UP.fullmatch(value) or value.lower() in _WEAK:
        return _essence(value) != _essence(name) and (value.islower() or " " not in value)
    if _PROPERTY.fullmatch(value):
        return False
    if _WORDS.fullmatch(value):
        return not _LABEL_WORDS.search(value)
    if len(value) < shortest or any(map(str.isspace, value)):
        return False
    if value.isalpha() and not value.isascii():
        return False  # The word for it in another language
    if value.isalpha() and value.islower() and len(value) >= 5:
        return _essence(value) not in _essence(name) and not _LABEL.fullmatch(value)
    if _KEYLIKE.fullmatch(value) or _essence(value) in _essence(name) or not re.search(r"[a-zA-Z0-9]{3}", value):
        return False
    if re.search(r"[()<>{}\[\]|\\;,]|\$[A-Za-z_]{3}|^[-%&?:=#]|^\W*\w{1,2}\W*$", value):
        return False
    kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", r"\d", r"[^\w]"))
    return kinds >= 2 and (len(set(value)) >= 5)


def _essence(text: str) -> str:
    return _LETTERS.sub("", text.lower())
