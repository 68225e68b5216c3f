"""Values that follow a name in any text: settings, connection strings, query strings, flags, tags, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reread.analyzers.review.privacy.names import Strength, ends_with_secret, strength
from reread.analyzers.review.privacy.values import DEFAULT, is_expression, is_prose, is_strong, keeps_back
from reread.analyzers.secrets.vocabulary import forms, one_of, words
from reread.analyzers.text import Span


class Named(NamedTuple):
    """A name in a text that describes the value after it, at `start` to `end` (code points)."""

    says: Strength
    name: str
    start: int
    end: int


_RUN = re.compile(r"[\w.\-$]+")
_SHORTEST_NAME = 2
_LONGEST_NAME = 120
_LONGEST_START = 400
"""Code points of a line before a name that are looked at."""
_TWO_WORDS = re.compile(
    r"(?i)(?:api|access|private|secret|auth|pass|client|account|encryption|signing|master|shared|license"
    r"|security|pin|recovery|seed|mot de|refresh|bearer|app|service|user|session|webhook)[ ]\Z"
)

_SPACE = r"[ \t]{0,20}"
_UNIT = r"(?:\[[^\[\]\n]{0,40}\]|\([^()\n]{0,40}\))?"
"""`timeout (seconds):`, `password [required]:`"""
_ADDITION = r"(?:(?:for|of|to|on|in|at|from|as|that|which|we|I|used?)(?:[ \t]+[\w.@/\-]+){1,6}?[ \t]*)??"
"""`the password for the database at home is`"""
_SIGNS = r":=|=>|={1,3}|!==?|\?=|[:：](?![:/]{2})|->|→|–|—"
_IS = r"\bis(?:[ \t]+(?:set[ \t]+to|now|still|currently))?[ \t]*:?[ \t]"
_GIVEN = r"\b(?i:to|with|like|now|from)[ \t]+(?=[\"'`]?[^\s\"'`]*[\d!#$%^&*])"
_VERBAL = r"\b(?:was|equals|ist|lautet|est|es|jest|set to|changed to|reset to|are|of)[ \t]*:?[ \t]"
_OPENING = r"(?:[bBrRuUfF@$](?=[\"']))?(?P<quote>\"\"\"|'''|\"|'|`|\*\*)?"
_SEPARATOR = re.compile(
    rf"[\"'`*_\])}}]{{0,4}}{_SPACE}{_UNIT}[\"'`*_]{{0,2}}{_SPACE}{_ADDITION}"
    rf"(?P<sign>{one_of(_SIGNS, _IS, _GIVEN, _VERBAL)})[ \t]{{0,80}}{_OPENING}"
)
_MARK = r"(?:[+\-*>|#;!/%]{1,3}[ \t]*|<!--[ \t]*|REM[ \t]+)?(?:-[ \t]+)?"
_DECLARES = forms(
    r"""
    export set setx SET env ENV ARG local readonly declare(?:[\x20\t]-\w+)? const let var val final public private
    static my our \$env:
    """
)
_LINE_START = re.compile(rf"[ \t]*{_MARK}(?:{_DECLARES}[ \t]*)*[\"'`*_$]{{0,3}}\Z")
_BARE = re.compile(r"(?:[^\s\"'`;&<>|\\]|&(?![\w.\-]{1,40}=|amp;|&)){1,400}")
_REST = re.compile(r"(?P<value>[^\n]{1,2000})")
_COMMENT = re.compile(r"[ \t]+(?:#|//|--|;)(?:[ \t].*)?\Z")
_CONTINUED = re.compile(r"(?:[^\n]*\\\n){1,20}[^\n]*")
_ENCLOSED = re.compile(r"[ \t]*[:=]?>?[ \t]*(?P<open>[(\[<])[\"'`]?(?P<value>[^\s()\[\]<>\"'`]{4,200})[\"'`]?[)\]>]")
_CELL = re.compile(r"[ \t`*]*\|[ \t`*]*(?P<value>[^|\n`]{3,200}?)[ \t`*]*\|")
_QUESTION = re.compile(r"[ \t]*\n[ \t]*:[ \t]+(?P<value>[^\n]{3,400})")
_TAG = re.compile(r"[ \t]+[\w.*\[\]]{1,60}[ \t]+`[^`\n]{0,200}?\b(?i:\w{0,20}default):\"(?P<value>[^\"\n]{3,200})\"")
"""Of a field in Go: Password string `default:"x"`."""
_OPERATORS = re.compile(r"[()\[\]{}+*/|?,]")
_EXPRESSION_START = re.compile(r"[(\[{]")
_ORDINARY = words(
    """
    a an the too not now required invalid wrong correct incorrect missing empty used only always never in on at
    of for set stored hashed valid weak strong ok optional mandatory needed different same long short secret
    safe known read sent kept here there also still already just being what your my our from to as by case
    sensitive blank unset plain new old changed different expired encrypted given passed provided generated it
    is this that one if when be been must should may can cannot will has have and or rejected accepted checked
    validated compared verified created defined visible hidden masked redacted removed deleted revoked rotated
    shown logged shared where how why which no yes none null true false left right null-terminated case-
    sensitive reset stale cached about base64-encoded e.g. i.e. see via per with without using into than then
    done more less at-least anything something nothing
    """
)
_VERBS = words("pass passe code sign")
_FLAG = re.compile(r"(?:,?[ \t]+|\n[ \t]*-[ \t]+)(?:\d[ \t]+)?(?P<quote>[\"'])?")
_CDATA = r"(?:<!\[CDATA\["
_VALUE_TAG = r"(?:<(?:value|string|val|text|code|data)\b[^<>\n]{0,80}>\s{0,80})?"
_ELEMENT = re.compile(
    rf"[^<>\n]{{0,200}}>\s{{0,80}}{_CDATA}|</key>\s{{0,80}})?{_VALUE_TAG}{_CDATA})?"
    r"(?P<value>[^<>]{3,2000}?)\s{0,80}(?:\]\]>\s{0,20})?</"
)
_NAMING_TAG = re.compile(r"(?i)<(?:[\w.:\-]{0,60}(?:name|key|label)|th|dt|td)>")
_ATTRIBUTE = re.compile(
    r"[\"']?(?:\s[^<>]{0,200}?)?\b(?:value|content|default|val|data|defaultValue)\s?=\s?(?P<quote>[\"'])(?P<value>[^\"'<>]{3,500})(?P=quote)"
)
_ATTRIBUTE_BEFORE = re.compile(r"(?:value|content|default)\s?=\s?([\"'])(?P<value>[^\"'<>]{3,500})\1[^<>]{0,100}\Z")
_DIRECTIVES = (
    r"ENV|ARG|SetEnv|setx|setenv|set|config:set|fastcgi_param|passenv|env|configure set|proxy_set_header|define|#define"
    r"|field|header"
)
_DIRECTIVE = re.compile(
    rf"(?i)^[ \t]*(?:[+\-][ \t]*)?(?:{_DIRECTIVES})[ \t]+\S{{0,80}}\Z|\bconfigure[ \t]+set[ \t]+\S{{0,80}}\Z"
)
_NETRC = re.compile(r"(?i)\b(?:machine|login|username|user|identified|enable|role|account|default)\b")
_NAMED_BEFORE = re.compile(r"[ \t](?:as|is|for)[ \t][^\n]*[ \t][\"'`]?\Z|[ \t](?:as|is|for)[ \t]\Z")
_AS_NAME = re.compile(
    r"(?i)(?P<value>[^\s\"'`,;]{3,100})[\"'`]?[ \t]+(?:as|is|for)[ \t]+"
    r"(?:the[ \t]+|our[ \t]+|my[ \t]+|its[ \t]+|your[ \t]+)?(?:\w+[ \t]+){0,2}[\"'`]?\Z"
)


def names(text: str) -> list[Named]:
    """The names that say anything, in order."""
    found: list[Named] = []
    for match in _RUN.finditer(text):
        name = match[0]
        if len(name) < _SHORTEST_NAME or len(name) > _LONGEST_NAME or not strength(name):
            continue
        start, name = match.start(), name.rstrip(".-")
        first = _TWO_WORDS.search(text, max(0, start - 12), start)
        if first is not None:
            start, name = first.start(), first[0] + name
        found.append(Named(strength(name), name, start, start + len(name)))
    return found


def following(text: str, found: Iterable[Named], *, is_code: bool) -> Iterator[Span]:
    """The values that follow names. In code, what has no quotes and may be an expression is none."""
    for named in found:
        yield from _separated(text, named, is_code)
        yield from _in_markup(text, named)
        tag = _TAG.match(text, named.end)
        if tag is not None and keeps_back(named.says, tag["value"]):
            yield Span(*tag.span("value"))
        if not is_code or named.name.startswith("-"):
            yield from _spaced(text, named)


def _line_start(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place) + 1, place - _LONGEST_START)


def _separated(text: str, named: Named, is_code: bool) -> Iterator[Span]:
    separator = _SEPARATOR.match(text, named.end)
    enclosed = None if is_code else _ENCLOSED.match(text, named.end)
    if enclosed is not None and is_strong(enclosed["value"]) and keeps_back(named.says, enclosed["value"]):
        yield Span(*enclosed.span("value"))
        return
    if separator is None:
        if not is_code:
            yield from _in_cells(text, named)
        return
    sign, quote, start = separator["sign"].strip(), separator["quote"], separator.end()
    if quote:
        end = _quoted_end(text, start, quote)
        if end > start:
            value = text[start:end]
            if keeps_back(named.says, value) and not (sign.isalpha() and is_prose(value)):
                yield Span(start, end)
            return
    in_words = sign[:1].isalpha() or separator.end("sign") - separator.start() > 4 or " " in named.name
    if (
        not in_words
        and not is_code
        and sign != "->"
        and _LINE_START.fullmatch(text, _line_start(text, named.start), named.start)
    ):
        yield from _whole_line(text, named, start)
        return
    yield from _bare(text, named, start, sign, is_code, in_words)


def _in_cells(text: str, named: Named) -> Iterator[Span]:
    """`| DB_PASSWORD | x |`, and the same with a question mark and a colon in YAML."""
    before = text[_line_start(text, named.start) : named.start].lstrip()
    match = _CELL.match(text, named.end) if before.startswith("|") else None
    if before.strip() == "?":
        match = _QUESTION.match(text, named.end)
    if match is not None and keeps_back(named.says, match["value"], key_like=True):
        yield Span(*match.span("value"))


def _quoted_end(text: str, start: int, quote: str) -> int:
    limit = start + 2000
    place = start
    while True:
        place = text.find(quote, place, limit)
        if place < 0 or (len(quote) == 1 and "\n" in text[start:place]):
            return -1
        if text[place - 1] != "\\" or len(quote) > 1:
            return place
        place += 1


def _whole_line(text: str, named: Named, start: int) -> Iterator[Span]:
    """The value of a setting, which ends with its line."""
    rest = _REST.match(text, start)
    if rest is None or text[start - 1 : start] in "\"'`":
        return
    value = _COMMENT.sub("", rest["value"]).rstrip()
    if value.endswith("\\"):
        continued = _CONTINUED.match(text, start)
        if continued is not None:
            offset = start
            for line in continued[0].split("\n"):
                part = line.rstrip("\\").strip()
                place = text.find(part, offset) if part else offset
                if part and (offset == start or len(part) >= 2) and keeps_back(named.says, part):
                    yield Span(place, place + len(part))
                offset += len(line) + 1
            return
    value = value.rstrip(",;") if not any(letter in value[:-1] for letter in ";,") else value
    if not value or _looks_like_code(value) or value.lower().split()[0] in _ORDINARY:
        return
    if keeps_back(named.says, value) or (
        " " in value
        and not is_prose(value)
        and is_strong(value.split()[0])
        and keeps_back(named.says, value.split()[0])
    ):
        yield Span(start, start + len(value))


def _looks_like_code(value: str) -> bool:
    """True for calls, members in brackets and openings of blocks."""
    if DEFAULT.fullmatch(value):
        return False
    return bool(re.match(r"[\[{(<&*]|[A-Za-z_$][\w$.:]*(?:\(|\[)|new\b|await\b|\$\(|\$\{|\w+\|", value)) and (
        value[0] in "[{("
        or bool(re.search(r"[)\]}>;,({\[]$", value))
        or value.startswith(("$", "new ", "await ", "&", "*"))
        or bool(re.match(r"[A-Za-z_$][\w$.]*\([\w\s,.\"'=]*\)", value))
    )


def _bare(text: str, named: Named, start: int, sign: str, is_code: bool, in_words: bool) -> Iterator[Span]:
    match = _BARE.match(text, start)
    if match is None:
        return
    value = match[0]
    scheme = re.match(r"(?i)(?:bearer|basic|token|digest|apikey|negotiate)[ \t]+", text[start : start + 20])
    if scheme is not None and (after := _BARE.match(text, start + scheme.end())) is not None:
        start, value = start + scheme.end(), after[0]
        if len(value) >= 5 and any(map(str.isalnum, value)) and keeps_back(Strength.CERTAIN, value):
            yield Span(start, start + len(value.rstrip(",.)]}:")))
        return
    value = value.rstrip(",:") if value.endswith((",", ":")) else value
    if "," in value and not any(mark in text[max(0, start - 60) : start] for mark in ";"):
        value = value if is_strong(value) else value.split(",")[0]
    while (
        value
        and value[-1] in ").]}"
        and value.count(value[-1])
        > value.count({")": "(", "]": "[", "}": "{"}.get(value[-1], value[-1])) - (value[-1] == ".")
    ):
        value = value[:-1]
    if not value or value.lower().strip("(*_") in _ORDINARY or _EXPRESSION_START.match(value):
        return
    if re.match(r"[A-Za-z_$][\w.$]*[(\[]", value) and not is_strong(value):
        return
    if is_code and (is_expression(value) or ((len(value) < 6 or _OPERATORS.search(value)) and not is_strong(value))):
        return
    in_sentence = in_words or sign in (":", "–", "—", "→")
    if (
        in_sentence
        and value.isalpha()
        and (value.islower() or value.istitle())
        and not _is_password(text, start, value, sign)
    ):
        return
    if value[:1] == "=" or (len(value) < 4 and not any(map(str.isdigit, value))):
        return
    if keeps_back(named.says, value):
        yield Span(start, start + len(value))


def _is_password(text: str, start: int, value: str, sign: str) -> bool:
    """For a plain word after a name in a sentence: whether it is the last one of its sentence, and no usual word."""
    if value.lower() in _ORDINARY or re.search(r"(?:ed|ing|ly|able|ible|tion|ment|less)\Z", value):
        return False
    rest = text[start + len(value) : start + len(value) + 2]
    return len(value) >= 4 and bool(re.match(r"\Z|[\s.,;)!]*\Z|\n|[.,;)!\]](?:\s|\Z)", rest)) and bool(sign)


def _spaced(text: str, named: Named) -> Iterator[Span]:
    """Values with nothing but white space before them: flags, directives, `login x password y`."""
    line = _line_start(text, named.start)
    before = text[line : named.start]
    match = _FLAG.match(text, named.end)
    if match is None:
        said_before = named.says is Strength.CERTAIN and _NAMED_BEFORE.search(before[-30:])
        reverse = _AS_NAME.search(before[-120:]) if said_before else None
        if reverse is not None and is_strong(reverse["value"]):
            offset = named.start - min(len(before), 120)
            yield Span(offset + reverse.start("value"), offset + reverse.end("value"))
        return
    if match["quote"]:
        end = _quoted_end(text, match.end(), match["quote"])
        value = text[match.end() : end] if end > 0 else ""
    else:
        bare = _BARE.match(text, match.end())
        value = bare[0].rstrip(",") if bare is not None else ""
        value = value if "(" in value else value.rstrip(")")
    if not value or value in ("=", ":", "is", "|", "{", "as") or re.search(r"[()]", value):
        return
    is_flag = bool(re.search(r"(?:^|[\s\"'`])(?:--?|/)[\w.\-]*\Z", before + named.name[:1])) or named.name.startswith(
        "-"
    )
    said = named.says
    if named.name.lower() in _VERBS and not (is_strong(value) and any(map(str.isdigit, value))):
        return
    if (
        is_flag
        or _DIRECTIVE.search(before + named.name[:1])
        or _NETRC.search(text[max(0, named.start - 300) : named.start])
    ):
        ordinary = (
            value.lower() in _ORDINARY
            or value.startswith("-")
            or (not is_flag and is_prose(text[named.start : named.start + 80].split("\n")[0]))
        )
        metavariable = is_flag and value.isupper() and value.isalpha()
        stated = is_flag or not value.isalpha() or _DIRECTIVE.search(before + named.name[:1]) or _NETRC.search(before)
        if stated and not ordinary and not metavariable and keeps_back(said, value):
            yield Span(match.end(), match.end() + len(value))
    elif said is Strength.POSSIBLE and len(value) >= 8 and is_strong(value) and any(map(str.isdigit, value)):
        yield Span(match.end(), match.end() + len(value))
    elif said is Strength.CERTAIN and ends_with_secret(named.name):
        alone = not before.strip(" \t#;") and text[match.end() + len(value) : match.end() + len(value) + 1] in (
            "",
            "\n",
        )
        if (
            is_strong(value)
            or (alone and not value.isalpha() and len(value) > 4 and keeps_back(said, value))
            or (match["quote"] is not None and keeps_back(said, value) and not value.isalpha())
        ):
            yield Span(match.end(), match.end() + len(value))


def _in_markup(text: str, named: Named) -> Iterator[Span]:
    """`<password>x</password>`, `name="password" value="x"`, `<key>Password</key><string>x</string>`."""
    tag = text.rfind("<", max(0, named.start - 200), named.start)
    if tag < 0:
        return
    closed = text.find(">", tag, named.start)
    if closed >= 0 and not _NAMING_TAG.fullmatch(text, tag, closed + 1):
        return
    if text[tag + 1 : tag + 2] == "/":
        return
    match = _ELEMENT.match(text, named.end) if closed < 0 else None
    if match is None and closed >= 0:
        match = re.compile(r"\s{0,20}</[\w\-]+>\s{0,80}<[\w\-]+[^<>\n]{0,80}>(?P<value>[^<>]{3,500}?)</").match(
            text, named.end
        )
    if match is not None and keeps_back(named.says, match["value"]):
        yield Span(*match.span("value"))
    match = _ATTRIBUTE.match(text, named.end)
    if match is not None and keeps_back(named.says, match["value"]):
        yield Span(*match.span("value"))
    match = _ATTRIBUTE_BEFORE.search(text, tag, named.start)
    if match is not None and keeps_back(named.says, match["value"]) and not is_prose(match["value"]):
        yield Span(*match.span("value"))
