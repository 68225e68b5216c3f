"""Finds personal data other than secrets: addresses of people and machines, phone numbers, and configured words."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reread.analyzers.text import Span


class Personal(NamedTuple):
    """The data to withhold: `kinds` by their names in FINDERS, and `words` (names of people, of customers) whole."""

    kinds: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


NOTHING = Personal()

_EMAIL = re.compile(
    r"(?<![\w.+\-])[A-Za-z0-9_][\w.+\-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.){1,8}"
    r"(?P<top>[A-Za-z]{2,24})(?![\w\-])",
    re.ASCII,
)
_AT = (
    r"(?:[ \t]?[(\[{<][ \t]?(?:at|AT|At|@|\u00e4t)[ \t]?[)\]}>][ \t]?"
    r"|%40|&#(?:64|x40);|&commat;|\\\\?u0040|\\\\?x40|[ \t]AT[ \t])"
)
_DOT = r"(?:[ \t]?[(\[{<][ \t]?(?:dot|DOT|Dot|\.)[ \t]?[)\]}>][ \t]?|[ \t](?:dot|DOT)[ \t]|%2[eE]|\.)"
_WORD = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?"
_SIGN_WRITTEN_OUT = re.compile(rf"{_AT}|[ \t]at[ \t]\w+[ \t]dot[ \t]")
_DOT_WRITTEN_OUT = re.compile(_DOT)
_WRITTEN_OUT = re.compile(
    rf"(?<![\w.+\-])[A-Za-z0-9_](?:[\w+\-]|{_DOT}(?=\w)){{0,63}}(?:{_AT}(?P<domain>{_WORD}(?:{_DOT}{_WORD}){{1,8}})"
    rf"|[ \t]at[ \t](?P<plain>{_WORD}(?:[ \t]dot[ \t]{_WORD}){{1,8}}))(?![\w\-])",
    re.ASCII,
)
"""`jane (at) corp.de`, `jane%40corp.de`, `jane at corp dot de`."""
_ATTRIBUTES = frozenset(
    {"shape", "real", "imag", "flat", "size", "data", "values", "value", "mean", "sum", "dot", "conj", "transpose"}
    | {"grad", "weight", "weights", "inverse", "inv", "array", "matrix", "todense", "toarray", "reshape", "detach"}
    | {"numpy", "copy", "get"}
)
"""What ends a product of matrices, `a@b.shape`, and no address."""

_SERVICES = frozenset({"git"})
"""The user of addresses that are no person's: git@github.com:..."""

_RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|org|net|edu)|example|test|invalid|localhost)$", re.IGNORECASE)
"""Domains that nobody can have (RFC 2606)."""

_PHONE = re.compile(
    r"(?<![\w+.\-/])(?:\+[1-9]\d{0,2}[ .\-/]?(?:\(\d{1,5}\)[ .\-/]?)?\d{2,5}(?:[ .\-/]?\d{2,5}){1,4}"
    r"|\(\d{3}\) ?\d{3}[\-. ]\d{4}|\d{3}-\d{3}-\d{4})(?![\w\-])",
    re.ASCII,
)
_PHONE_DIGITS = range(8, 16)

_IP = re.compile(
    r"(?<![\w.:])(?:(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})(?![\w:]|\.\d)"
    r"|(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d))",
    re.ASCII,
)
_DOCUMENTED = tuple(
    ipaddress.ip_network(block) for block in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)


def found(text: str, personal: Personal) -> Iterator[tuple[Span, str]]:
    """The personal data of a text with their kinds, in no order; they may overlap."""
    for kind in sorted(personal.kinds):
        yield from FINDERS[kind](text)
    words = [word for word in personal.words if word.strip()]
    if words:
        pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for match in re.finditer(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", text, re.IGNORECASE):
            yield Span(*match.span()), "word"


def _emails(text: str) -> Iterator[tuple[Span, str]]:
    for match in _WRITTEN_OUT.finditer(text) if _SIGN_WRITTEN_OUT.search(text) else ():
        domain = _DOT_WRITTEN_OUT.sub(".", match["domain"] or match["plain"])
        top = domain.rpartition(".")[2]
        if top.isalpha() and top not in _ATTRIBUTES and not _RESERVED.search(domain):
            yield Span(*match.span()), "email"
    if "@" not in text:
        return
    for match in _EMAIL.finditer(text):
        user, _, domain = match[0].partition("@")
        if match["top"] in _ATTRIBUTES or user in _SERVICES or _RESERVED.search(domain):
            continue
        yield Span(*match.span()), "email"


def _phones(text: str) -> Iterator[tuple[Span, str]]:
    for match in _PHONE.finditer(text):
        if sum(map(str.isdigit, match[0])) in _PHONE_DIGITS:
            yield Span(*match.span()), "phone"


def _ip_addresses(text: str) -> Iterator[tuple[Span, str]]:
    for match in _IP.finditer(text):
        try:
            address = ipaddress.ip_address(match[0])
        except ValueError:
            continue
        ordinary = address.is_loopback or address.is_unspecified or address.is_multicast
        broadcast = match[0] == "255.255.255.255"
        if not (ordinary or broadcast or any(address in block for block in _DOCUMENTED)):
            yield Span(*match.span()), "address"


FINDERS: dict[str, Callable[[str], Iterator[tuple[Span, str]]]] = {
    "emails": _emails,
    "phones": _phones,
    "ip-addresses": _ip_addresses,
}
