"""Judges whether a value, together with its name, looks like a secret."""

from __future__ import annotations

import math
import re
from collections import Counter

from reread.analyzers.review.privacy.names import HINT, Strength, strength
from reread.analyzers.secrets.vocabulary import forms, one_of, words

_STAND_IN = re.compile(
    one_of(
        r"\$\{[^}:]*\}",
        r"\$\{\{.*\}\}",
        r"\{\{.*\}\}",
        r"\{[\w.!:]*\}",
        r"%\(\w+\)[sd]",
        r"%[sdvq]",
        r"<[\w\- .]{1,60}>",
        r"\$\([^)]*\)",
        r"%\w+%",
        r"@\w+@",
        r"\$[A-Z_][A-Z0-9_]*",
        r"\$[a-z_]+(?:[A-Z][a-z]+)*",
        r":\w+",
        r"\?",
        r"\#\{[^}]*\}",
        r"<%.*%>",
        r"\[[\w\- ]{1,40}\]",
        r"[*xX.\-_#•●]{3,}",
        r"REREAD_SECRET_\d+_?\w*",
        r"!(?:vault|secret|Ref|Sub|GetAtt|env)\b.*",
        r"\|",
        r">[-+]?",
        r"\|[-+]",
    ),
    re.DOTALL,
)
"""Templates, parameters of statements, and what people write in the place of a secret."""

DEFAULT = re.compile(r"\$\{[\w.\-]{1,80}:[\-=?+]?(?P<value>[^{}]+)\}")
"""What stands in for a variable that is not set."""

_FILLED_IN = re.compile(r"\$?\{[^{}]*\}|%\(\w+\)[sdr]|%[sdvqr](?!\w)")
_LITERALS = words(
    """
    none null nil true false undefined yes no on off str string int integer bool boolean bytes any object number
    text varchar char self this empty required optional default unknown void float double date uuid function
    secretstr utf-8 utf8 ascii latin1 latin-1 hex base64 base64url sha1 sha256 sha512 sha384 md5 hs256 hs384
    hs512 rs256 rs384 es256 aes bcrypt argon2 pbkdf2 scrypt hmacsha256 sha-256 basic bearer digest plain login
    oauth oauth2 jwt email username user hidden submit unset disabled enabled n/a na todo tbd never always
    """
)
_FIELD_WORDS = words(
    """
    password passwd email username user name login text type id url host port value label key field input
    remember remember_me confirm token secret address phone first_name last_name role status created_at
    updated_at title body content message error description database
    """
)

_SMALL = forms(
    """
    the an? must please enter your should cannot can could invalid required requires? least is are was were be been has
    have had do does not no to for of in on at by from with without if when this that these and or will may it we you
    than only as into same each all new old failed missing wrong forgot type use[ds]?
    """
)
_FUNCTION_WORDS = re.compile(rf"\b{_SMALL}\b", re.IGNORECASE)
_ABOUT_SECRETS = re.compile(r"(?i)\b(?:pass(?:word|phrase|code)s?|tokens?|secrets?|keys?|credentials?|login)\b")

_PATH = re.compile(
    one_of(
        r"(?:~|\.{1,2})?/[\w.\-]+(?:/[\w.\-{}:]+)+/?",
        r"[\w\-]+(?:/[\w\-]+)+\.\w{1,5}",
        r"(?:~|\.{1,2})/[\w.\-]+",
        r"[\w\-]+\.(?:txt|json|ya?ml|pem|key|crt|html?|js|ts|py|java|go|xml|md|toml|env|php|css|png|svg|log)",
        r"/[a-z\-]+/?",
    )
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]*://[^\s@]*")
_DOTTED = re.compile(r"[A-Za-z_][\w\-]*(?:[.:/][A-Za-z_][\w\-]*)+")
_IDENTIFIER = re.compile(r"[A-Za-z_][\w\-]*")
_CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_WORDLIKE = re.compile(r"[A-Za-z]+(?:[_\-. ][A-Za-z]+)*\d?")
_CLASS = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+")
_OPTION = re.compile(r"--?[a-z][a-z\-]*")
_SUFFIX = re.compile(r"\.\w{1,8}")
_DATE = re.compile(r"v?\d{1,4}(?:[.\-/:T]\d{1,4}){1,6}Z?")
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]{32,}")
_RANDOM_BITS = 3.9
"""Bits a character (Shannon). Words and paths stay below, random base64 of 20 characters and more above."""
_SHORTEST = 3
_LONGEST = 20_000


def is_stand_in(value: str) -> bool:
    """True for what a secret is filled in for, and for literals that are none: `${X}`, `<password>`, `None`."""
    return bool(_STAND_IN.fullmatch(value)) or value.lower() in _LITERALS


def is_prose(value: str) -> bool:
    """True for a sentence or label: three words or more with the small words of a language, or two about secrets."""
    count = len(value.split())
    if count < 2 or len(value) > 40 * count:
        return False
    if count == 2:
        return bool(_ABOUT_SECRETS.search(value)) and value.replace(" ", "").rstrip(":?!.…").isalpha()
    small = len(_FUNCTION_WORDS.findall(value))
    return (
        small >= 2
        or (small >= 1 and bool(_ABOUT_SECRETS.search(value)))
        or (bool(_ABOUT_SECRETS.search(value)) and not any(map(str.isdigit, value)))
    )


def is_expression(value: str) -> bool:
    """True for a name, a member or a call as code has them without quotes."""
    return bool(re.fullmatch(r"[&*!]?[A-Za-z_$][\w$]*(?:(?:\.|::|->|\?\.)[A-Za-z_$][\w$]*)*[?!]?(?:[(\[{].*)?", value))


def is_strong(value: str) -> bool:
    """True when the value has the mixture of a password or token: letters with digits or signs, and no known form."""
    if len(value) < 5 or _DATE.fullmatch(value) or _PATH.fullmatch(value) or _ADDRESS.match(value):
        return False
    if any(map(str.isspace, value)) or _WORDLIKE.fullmatch(value) or _CONSTANT.fullmatch(value):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    signs = any(letter in "!@#$%^&*+=?~§" for letter in value)
    return letters and (digits or signs) and not re.search(r"[()\[\]{}<>\\]", value)


def looks_random(value: str) -> bool:
    """True for long texts without the look of words, which are tokens whatever they are called."""
    if len(value) < 20 or _WORDLIKE.fullmatch(value) or _HEXADECIMAL.fullmatch(value):
        return False
    kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    return kinds == 3 and entropy(value) >= _RANDOM_BITS


def is_field(value: str) -> bool:
    """True for what stands for the name of a field where names are compared: `password`, `pwd`."""
    return value.lower() in _FIELD_WORDS or (value.isalpha() and bool(strength(value)))


def is_hexadecimal(value: str) -> bool:
    """True for 32 or more hexadecimal digits: digests and identifiers look the same as keys."""
    return bool(_HEXADECIMAL.fullmatch(value))


def entropy(value: str) -> float:
    """Bits a character (Shannon)."""
    counts = Counter(value)
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts.values())


def keeps_back(says: Strength, value: str, *, key_like: bool = False) -> bool:
    """Whether a value under a name is kept back.

    With `key_like` it stands where the name of something may stand as well as a value: beside a name in a list, or as
    the first argument of a look-up.
    """
    value = value.strip()
    if default := DEFAULT.fullmatch(value):
        value = default["value"].strip()
    # A password of one letter is one where nothing but a password can stand.
    shortest = 1 if says is Strength.CERTAIN and not key_like else _SHORTEST
    if says is Strength.NONE or not shortest <= len(value) <= _LONGEST or is_stand_in(value):
        return False
    if not any(map(str.isalnum, value)) and len(value) < 6:
        return False
    if "{" in value or "%" in value:
        rest = _FILLED_IN.sub("", value)
        if rest != value and not is_strong(rest) and (len(rest) < 6 or not rest.isalnum()):
            return False
    if says is Strength.FAINT:
        return looks_random(value) or bool(_HEXADECIMAL.fullmatch(value)) or (len(value) >= 12 and _is_mixed(value))
    if _is_reference(value) or is_prose(value):
        return False
    if key_like and (_is_name(value) or value.lower() in _FIELD_WORDS):
        return False
    if says is Strength.POSSIBLE:
        return _is_possible(value)
    return True


def _is_mixed(value: str) -> bool:
    return is_strong(value) and sum(map(str.isdigit, value)) >= 3 and not _DOTTED.fullmatch(value)


def _is_possible(value: str) -> bool:
    if _DOTTED.fullmatch(value) or _CONSTANT.fullmatch(value):
        return looks_random(value) or (":" in value and is_strong(value.rpartition(":")[2]))
    if _CLASS.fullmatch(value) or "[" in value or _OPTION.fullmatch(value):
        return False
    has_both = any(map(str.isdigit, value)) and any(map(str.isalpha, value)) and len(value) >= 4
    return has_both or (value.isdigit() and len(value) >= 4) or (len(value) >= 12 and not any(map(str.isspace, value)))


def _is_reference(value: str) -> bool:
    """True for what names a secret and is none: a path, an address, a property, a variable of the environment."""
    if _SUFFIX.fullmatch(value) or _PATH.fullmatch(value) or _ADDRESS.fullmatch(value):
        return True
    if _CONSTANT.fullmatch(value) and HINT.search(value):
        return True
    return bool(_DOTTED.fullmatch(value)) and strength(value) is not Strength.NONE and not any(map(str.isdigit, value))


def _is_name(value: str) -> bool:
    if not (_IDENTIFIER.fullmatch(value) or _DOTTED.fullmatch(value) or value.startswith("-")):
        return False
    return not is_strong(value)
