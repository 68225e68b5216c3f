"""Proofs that a text in a token format is a token: checksums, decodable parts, randomness."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Mapping

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECKED = 36
_PREFIX = re.compile(r"[a-z]+_")
_SLACK = re.compile(
    r"xox[bp]-\d{8,14}-\d{8,14}(?:-\d{8,14})?-[A-Za-z0-9]{16,}|xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9\-]{20,}"
    r"|xox[aors]-(?:\d-)?[A-Za-z0-9\-]{16,}|xapp-\d-[A-Z0-9]{8,}-\d{8,}-[a-f0-9]{32,}"
)
_KEY_START = re.compile(
    r"-----BEGIN (?P<label>[A-Z0-9 ]{0,50})-----(?P<between>(?:\\[rn]|[\s\"'`+,\\]){0,80})"
    r"(?:(?P<data>[A-Za-z0-9+/=]{30,})|(?:Version|Comment): )"
)
_MOST_LINES_BETWEEN = 2
# The example of jwt.io, which the whole world copies.
_EXAMPLE_SUBJECTS = (b'"sub":"1234567890"', b"John Doe", b"JohnDoe")

_OF_EMULATORS = ("Eby8vdM02xNOcqFl", "C2y6yDjf5/R+ob0N")
"""How the published keys of Azure's emulators for storage and Cosmos DB begin."""


def checksum_62(token: str) -> bool:
    """GitHub's and npm's tokens: the last six of 36 characters are the CRC-32 of the others in base 62.

    See "Behind GitHub's new authentication token formats" (github.blog, 2021).
    """
    body = _PREFIX.sub("", token, count=1)
    if len(body) != _CHECKED:
        return is_random(token)
    number = binascii.crc32(body[:30].encode())
    digits = ""
    for _ in range(6):
        number, digit = divmod(number, 62)
        digits = _ALPHABET[digit] + digits
    return digits == body[30:]


def aws_access_key(key: str) -> bool:
    """Key ids carry the number of the account in base 32."""
    return is_random(key) and not set(key[4:]) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def aws_secret_key(key: str) -> bool:
    """Forty characters of base 64 in both cases with digits: neither a digest in hexadecimal nor a name."""
    return is_mixed(key) and not key.islower() and not key.isupper() and entropy(key) >= 4.2


def pypi(token: str) -> bool:
    """A macaroon of version 2 whose location is one of PyPI's."""
    data = decoded(token.removeprefix("pypi-"))
    return data.startswith((b"\x02\x01\x08pypi.org", b"\x02\x01\x0dtest.pypi.org"))


def slack(token: str) -> bool:
    """The ids of workspace and user are numbers."""
    return bool(_SLACK.fullmatch(token)) and is_random(token)


def discord(token: str) -> bool:
    """The first part is the number of the bot."""
    return decoded(token.split(".")[0]).isdigit()


def openai(token: str) -> bool:
    """Keys of the last years hold the name of the maker in base 64, those before have 48 characters."""
    return "T3BlbkFJ" in token or (len(token) == 51 and token[3:].isalnum() and is_mixed(token))


def jwt(token: str) -> bool:
    """Header and payload are JSON, it is signed, and not the example of the standard's home page."""
    header, payload, signature = [*token.split("."), "", ""][:3]
    content = decoded(payload)
    return (
        decoded(header)[:1] == b"{"
        and b'"alg"' in decoded(header)
        and content[:1] == b"{"
        and len(signature) >= 20
        and not any(example in content for example in _EXAMPLE_SUBJECTS)
    )


def private_key(text: str) -> bool:
    """Whether the text after the first line is Base64 of the beginning of a key: ASN.1, or the name of a format.

    Looks at the next lines only, so that it is known while the rest is typed. Encrypted keys are none.
    """
    match = _KEY_START.match(text)
    if match is None or "ENCRYPTED" in match["label"] or match["between"].count("\n") > _MOST_LINES_BETWEEN:
        return False
    if "PGP" in match["label"]:
        return True
    start = decoded((match["data"] or "")[:40])
    return start[:1] == b"\x30" or start.startswith(b"openssh-key-v1")


def azure_storage_key(key: str) -> bool:
    """A storage key is 64 bytes, a service bus key 32. Those of the emulators are the same on every machine."""
    return len(decoded(key)) in (32, 64) and is_mixed(key) and not key.startswith(_OF_EMULATORS)


def always(text: str) -> bool:
    return True


def is_random(text: str) -> bool:
    """Has a spread of characters that words and made-up values do not have."""
    return entropy(text) >= 3.0


def is_mixed(text: str) -> bool:
    """The same with letters and digits: for tokens whose form alone says little."""
    return is_random(text) and any(map(str.isdigit, text)) and any(map(str.isalpha, text))


def entropy(text: str) -> float:
    """Bits a character (Shannon)."""
    from math import log2

    size = len(text)
    return -sum(count / size * log2(count / size) for count in (text.count(letter) for letter in set(text)))


def decoded(text: str) -> bytes:
    """The bytes of a text in base 64, in either alphabet and without its padding; b"" when it is none."""
    plain = text.replace("-", "+").replace("_", "/").rstrip("=")
    if len(plain) % 4 == 1:
        plain = plain[:-1]
    try:
        return binascii.a2b_base64(plain + "=" * (-len(plain) % 4))
    except (ValueError, binascii.Error):
        return b""


PROOFS: Mapping[str, Callable[[str], bool]] = {
    "random": is_random,
    "mixed": is_mixed,
    "checksum_62": checksum_62,
    "aws_access_key": aws_access_key,
    "aws_secret_key": aws_secret_key,
    "pypi": pypi,
    "slack": slack,
    "discord": discord,
    "openai": openai,
    "jwt": jwt,
    "private_key": private_key,
    "azure_storage_key": azure_storage_key,
    "always": always,
}
