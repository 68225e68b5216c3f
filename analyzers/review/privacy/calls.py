"""Secrets in calls: setters, adjacent names and values, logins, key derivation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.analyzers.review.privacy.assignments import span_of
from reread.analyzers.review.privacy.lexing import NAME, STRING
from reread.analyzers.review.privacy.names import HARMLESS_KEYS, HINT, Strength, ends_with_secret, parts_of, strength
from reread.analyzers.review.privacy.structure import Code
from reread.analyzers.review.privacy.values import is_prose, is_stand_in, is_strong, keeps_back
from reread.analyzers.secrets.vocabulary import forms, words
from reread.analyzers.text import Span


def _named(text: str) -> re.Pattern[str]:
    return re.compile(forms(text), re.IGNORECASE)


_GETS = words("get fetch load read find lookup has is require resolve need ask prompt forgot request")
_WRAPS = _named(
    """
    secret(?:str|string|bytes|text|value) protectedstring (?:secret|private|pbe)?keyspec secretkeyspec pbekeyspec
    fernet hashpw generate_password_hash make_password password_hash check_password_hash password_verify
    encryptpassword cookieparser cookie_parser
    """
)
_LOGIN = _named(
    """
    *login log_?in logon sign_?in signin* auth *authenticate *basic_?auth* *digestauth *credentials?
    passwordauthentication networkcredential authenticate* set_?auth* with_?auth* with_?credentials create_?user
    create_?super_?user add_?user register* sign_?up usernamepassword* userpass* auth_?plain plainauth
    username_?pw_?set user_?name_?password* connect_?as as_user login_as loginas login_with basic
    """
)
_CONNECTS = _named(
    """
    *connect(?:ion)? mysqli pdo mysqli?_connect pg_connect getconnection create_?connection ftp_login open_?connection
    connect_?db dial* new_?client oci_connect odbc_connect ssh2_auth_password twilio client createclient
    ftp(?:_?tls)? sequelize
    """
)
_SIGNS = _named(
    """
    create_?hmac createcipher(?:iv)? createdecipher(?:iv)? hmac* new*cipher new_?cookie_?store sign(?:with|ed)?
    set_?signing_?key verify_?with signing_?key derive_?key pbkdf2(?:sync|_hmac)? scrypt(?:sync)? hash_hmac aes*
    des3? tripledes arc4 rc4 blowfish chacha20* salsa20 cast5 *signer (?:*signature|url_?safe*)serializer
    openssl_(?:en|de)crypt encrypt decrypt verify encode decode
    """
)
_HASHES = _named(r"sha\d+* md5* blake\w+ sum256 digest")
_OBJECTS = words(
    """
    jwt jsonwebtoken hmac crypto cryptojs jws bcrypt pyjwt aes cipher fernet keys jose jwts hashlib argon2
    """
)
_COMPARES = _named(
    """
    *equals?* eql? ne str(?:n|case)?cmp* compare* *compare tobe toequal tostricte* is are same then* returns?
    and_?return will_?return assert_?* expect matches check verify isequalto deep_?equal hash_equals fill type
    send_?keys setvalue set_?text enter* write settext input fill_in type_text subtle constanttime*
    """
)
_DEFAULT_NAMES = words("default value val defaultvalue const initial with content text data fallback")
_ALGORITHM = re.compile(
    r"(?i)^(?:hs|rs|es|ps)?\d{3}$|^(?:sha|md|aes|des|hmac|rsa|utf)[\w\-/]*$|^(?:hex|base64|ascii|latin1|binary)$"
)
_LIST_LEAST = 3
_WITH_PASSWORD = 5
_FURTHEST = 400
"""Tokens of a call behind a name that may be about that name."""


def called(code: Code) -> Iterator[Span]:
    """The values that calls and lists in code give away."""
    for number, token in enumerate(code.tokens):
        if token.kind == NAME and (opening := _opening(code, number)) >= 0:
            yield from _of_call(code, token.text, opening)
        elif token.kind == STRING and code.text(number + 2) == "toCharArray":
            # Java keeps texts as arrays of characters where they are passwords.
            if is_strong(token.text) and keeps_back(Strength.CERTAIN, token.text):
                yield span_of(code, number)
        elif token.kind == NAME and token.text.lower() in ("auth", "creds", "credentials", "login"):
            yield from _pair_of(code, number)
        if token.kind in (NAME, STRING) and len(token.text) <= 120:
            says = strength(token.text.lstrip("-#.$@").split("[name=")[-1])
            if says and token.kind == STRING and _FILLED_IN.search(token.text):
                yield from _filled_in(code, number)
            elif says and token.kind == STRING and not is_prose(token.text):
                yield from _beside(code, number, says)
                yield from _record(code, number, says)
            elif says:
                yield from _argument_of(code, number, says)


def _opening(code: Code, number: int) -> int:
    place = number + 1
    if code.text(place) == "!":
        place += 1
    if code.text(place) == "<":
        place = next((n + 1 for n in range(place, min(place + 10, len(code.tokens))) if code.text(n) == ">"), place)
    if code.text(place) == "(":
        return place
    # Without brackets, as Ruby writes it
    if code.is_string(place) and code.tokens[place].start > code.tokens[number].end:
        return number
    return -1


def _of_call(code: Code, callee: str, opening: int) -> Iterator[Span]:
    if code.text(opening) != "(":
        if strength(callee) is Strength.CERTAIN and ends_with_secret(callee) and parts_of(callee)[0] not in _GETS:
            token = code.tokens[opening + 1]
            if keeps_back(Strength.CERTAIN, token.text, key_like=True) and not is_prose(token.text):
                yield span_of(code, opening + 1)
        return
    arguments = code.arguments(opening)
    if callee.lower() in ("new", "of", "from", "create") and code.text(opening - 2) in ("::", "."):
        callee = code.text(opening - 3) or callee
    says = strength(callee)
    sets = (
        says >= Strength.POSSIBLE
        and ends_with_secret(callee)
        and parts_of(callee)[:1] != []
        and parts_of(callee)[0] not in _GETS
    )
    if sets or _WRAPS.fullmatch(callee):
        at_first = len(arguments) == 1 or parts_of(callee)[0] not in (
            "set",
            "add",
            "put",
            "create",
            "check",
            "verify",
            "hash",
        )
        pairs = len(arguments) >= 2 and parts_of(callee)[-1] in ("credentials", "creds", "auth", "credential")
        for first, last in arguments[1 if pairs else 0 :]:
            yield from _strings(code, first, last, Strength.CERTAIN, key_like=not at_first and len(arguments) > 2)
    elif (
        says is Strength.POSSIBLE and arguments and (_is_setter(callee) or len(arguments) == len(parts_of(callee)) == 1)
    ):
        yield from _strings(code, *arguments[-1], says)
    if _LOGIN.fullmatch(callee) and len(arguments) >= 2:
        yield from _credentials(code, arguments, 1)
    elif callee == "open" and len(arguments) == _WITH_PASSWORD:
        yield from _strings(code, *arguments[-1], Strength.CERTAIN)  # Of an XMLHttpRequest
    elif _CONNECTS.fullmatch(callee) and len(arguments) >= 2:
        yield from _credentials(code, arguments, 2 if len(arguments) > 2 else 1)
    elif _HASHES.fullmatch(callee):
        for first, last in arguments:
            yield from _strings(code, first, last, Strength.CERTAIN, plain=True)
    elif _SIGNS.fullmatch(callee) and _is_of_keys(code, callee, opening):
        for first, last in arguments:
            yield from _strings(code, first, last, Strength.CERTAIN, signing=True)


def _is_setter(callee: str) -> bool:
    return parts_of(callee)[0] in ("set", "with", "add", "use")


def _is_of_keys(code: Code, callee: str, opening: int) -> bool:
    """True for `jwt.encode`, and for names that say by themselves that there is a key."""
    if callee.lower() not in ("encode", "decode", "sign", "verify", "encrypt", "decrypt"):
        return True
    return code.text(opening - 2) in (".", "::", "->") and code.text(opening - 3).lower() in _OBJECTS


def _credentials(code: Code, arguments: Sequence[tuple[int, int]], start: int) -> Iterator[Span]:
    """The arguments behind the name of the user. What has a keyword has a name that says what it is."""
    for place, (first, last) in enumerate(arguments):
        if code.text(first + 1) in ("=", ":") or (place < start):
            continue
        if last - first > 12 or any(code.text(n) in ("{", "[", "function", "=>") for n in range(first, last)):
            continue
        yield from _strings(code, first, last, Strength.CERTAIN, plain=start == 2 and place > 2)


def _strings(
    code: Code,
    first: int,
    last: int,
    says: Strength,
    *,
    key_like: bool = False,
    signing: bool = False,
    plain: bool = False,
) -> Iterator[Span]:
    """The strings of an argument that are no keys within."""
    for place in code.strings(first, last):
        text = code.tokens[place].text
        if code.text(place - 1) == "[" and place - 1 > first:
            continue
        around = code.opening_around(place)
        inner = code.callee(around) if around >= first else ""
        if inner and (
            HINT.search(inner) or (parts_of(inner)[:1] and parts_of(inner)[0] in _GETS | {"getenv", "environ", "env"})
        ):
            continue
        if code.text(place + 1) in (":", "=>") or (
            code.text(place - 1) in ("=", ":") and place - 2 >= first and not signing
        ):
            continue
        if code.text(place - 1) == "=" and not strength(code.text(place - 2)):
            continue
        if signing and (_ALGORITHM.match(text) or len(text) < 6 or is_prose(text) or (" " in text)):
            continue
        if plain and not is_strong(text):
            continue
        if keeps_back(says, text, key_like=key_like):
            yield span_of(code, place)


def _pair_of(code: Code, number: int) -> Iterator[Span]:
    """`auth=("svc", "x")`, `auth: ["svc", "x"]`."""
    sign = number + 1
    while code.text(sign) in ("]", ")"):
        sign += 1
    opening = code.after(sign)
    if code.text(sign) not in ("=", ":", "=>", ":=") or code.text(opening) not in ("(", "[", "{"):
        return
    parts = code.arguments(opening)
    if len(parts) == 2 and code.text(opening) != "{":
        yield from _strings(code, *parts[1], Strength.CERTAIN)


def _beside(code: Code, number: int, says: Strength) -> Iterator[Span]:
    """The string beside a name in a list: `("password", "x")`, `["--password", "x"]`, `get("x") or "y"`."""
    name = code.tokens[number].text
    place = number + 1
    chained = False
    while code.text(place) in (")", "]"):
        place += 1
    if code.text(place) == "." and code.is_name(place + 1) and code.text(place + 2) == "(":
        # What was looked up is given a value: `element("password").fill("x")`
        place, chained = place + 3, True
    elif (code.text(place) == "," and place == number + 1) or (code.text(place) == "," and (place - number) <= 2):
        place = code.after(place)
    else:
        return
    if code.text(place) in ("new", "&", "(", "[", "Some"):
        place += 1
    if code.text(place) == "{" and code.is_string(place + 1):
        place += 1
    while place < number + _FURTHEST and code.is_name(place) and code.text(place + 1) in (".", "(", "::", "["):
        place += 2
    if place >= len(code.tokens) or code.tokens[place].kind != STRING or code.text(place + 1) in (":", "=>"):
        yield from _keyword(code, number, says)
        return
    value = code.tokens[place].text
    around = code.opening_around(number)
    count = len(code.arguments(around)) if around >= 0 else 2
    is_flag = name.startswith("-")
    listed = around >= 0 and code.text(around) != "(" and count >= _LIST_LEAST and not is_flag
    key_like = (
        chained
        or listed
        or (around >= 0 and count >= 5 and not is_flag)
        or (code.text(around) != "(" and not is_flag and not _in_rows(code, around))
    )
    if says is Strength.CERTAIN and not key_like and value.lower() in HARMLESS_KEYS:
        return
    if (is_flag and value.startswith("-")) or (_asks(code.callee(around)) and not is_strong(value)):
        yield from _keyword(code, number, says)
        return
    if keeps_back(says, value, key_like=key_like):
        yield span_of(code, place)


_FILLED_IN = re.compile(r"%[sdrvq]|\{\w*\}")


def _filled_in(code: Code, number: int) -> Iterator[Span]:
    """`log("password %s", "x")`."""
    around = code.opening_around(number)
    if code.text(around) == "(":
        for place in code.strings(number + 1, min(code.closing(around), number + _FURTHEST)):
            if is_strong(code.tokens[place].text) and keeps_back(Strength.CERTAIN, code.tokens[place].text):
                yield span_of(code, place)


def _asks(callee: str) -> bool:
    parts = parts_of(callee)
    return bool(parts) and (parts[0] in ("replace", "sub", "join", "path", "import", "require", "from", "log", "print"))


def _in_rows(code: Code, around: int) -> bool:
    """True for one of the pairs in a list of pairs."""
    return around > 0 and code.text(code.before(around)) in ("{", "[", "(", ",")


def _keyword(code: Code, number: int, says: Strength) -> Iterator[Span]:
    """`option("--password", default="x")`."""
    around = code.opening_around(number)
    end = code.closing(around) if around >= 0 else code.expression(number, to_comma=False)
    for place in code.strings(number, min(end, number + _FURTHEST)):
        given = code.text(place - 1) in ("=", ":") and code.text(place - 2).lower() in _DEFAULT_NAMES
        if given and keeps_back(says, code.tokens[place].text):
            yield span_of(code, place)


def _record(code: Code, number: int, says: Strength) -> Iterator[Span]:
    """`{"name": "DB_PASSWORD", "value": "x"}`, `variable "db_password" { default = "x" }`."""
    block = code.text(number + 1) == "{"
    if block:
        around = number + 1
    elif code.text(number - 1) in (":", "=", "=>") or code.text(number - 1) == "(":
        around = code.opening_around(number)
    else:
        return
    if around < 0:
        return
    for place in code.strings(around, min(code.closing(around), around + 80)):
        if code.text(place - 1) in (":", "=", "=>", ":="):
            key = code.tokens[place - 2].text.lower()
            if key in _DEFAULT_NAMES and keeps_back(says, code.tokens[place].text):
                yield span_of(code, place)


def _argument_of(code: Code, number: int, says: Strength) -> Iterator[Span]:
    """`strcmp(password, "x")`, `expect(user.password).toBe("x")`, `field.password.fill("x")`."""
    if says < Strength.POSSIBLE:
        return
    after = number + 1
    if code.tokens[number].text.isupper() and code.text(after) == "," and code.is_string(after + 1):
        value = code.tokens[after + 1].text
        if keeps_back(says, value, key_like=True):
            yield span_of(code, after + 1)
    while code.text(after) == "(" and code.partner.get(after, 0) == after + 1:
        after += 2
    while code.text(after) == ")":
        after += 1
    if code.text(after) == "." and code.is_name(after + 1) and code.text(after + 2) == "(":
        if _COMPARES.fullmatch(code.text(after + 1)):
            for first, last in code.arguments(after + 2):
                yield from _strings(code, first, last, says)
        elif code.text(after + 1) in (
            "unwrap_or",
            "orElse",
            "or_else",
            "unwrap_or_else",
            "getOrElse",
            "append",
            "push",
        ):
            yield from _strings(code, after + 3, code.closing(after + 2), says)
    around = code.opening_around(number)
    callee = code.callee(around)
    if callee and _COMPARES.fullmatch(callee):
        for first, last in code.arguments(around):
            if (
                not first <= number < last
                and last - first <= 6
                and not (says < Strength.CERTAIN and _is_message(code, first))
            ):
                yield from _strings(code, first, last, says)


def _is_message(code: Code, first: int) -> bool:
    return code.is_string(first) and (is_prose(code.tokens[first].text) or is_stand_in(code.tokens[first].text))
