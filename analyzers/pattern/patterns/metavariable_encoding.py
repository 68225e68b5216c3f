"""Encodes metavariables and `...` as names, because no grammar knows them."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from reread.analyzers.languages.table import Matching

ELLIPSIS_NAME = "rrEllipsis"
DEEP_NAME = "rrDeep"
_VARIABLE = re.compile(r"\$[A-Z_][A-Z_0-9]*")
_TYPED_NAME = re.compile(r"rrTyped_(\w+?)_([0-9a-f]+)_rr")
_TYPE_FIRST = re.compile(
    r"\(\s*(?:(?:final|const)\s+)?"
    r"(?P<type>(?:(?:unsigned|signed|long|short|struct|enum|union)\s+)*[$A-Za-z_][\w.$:]*(?:\s*<[^()]*>)?(?:\s*\[\s*\])*"
    # With space on both sides a `*` multiplies.
    r"(?:\s+|\s+\*+(?=\$)|\*+\s*))(?<=[\s*])(?P<name>\$[A-Z_][A-Z_0-9]*)\s*\)(?!\s*\{)"
)
_NAME_FIRST = re.compile(r"\(\s*(?P<name>\$[A-Z_][A-Z_0-9]*)\s*:\s*(?P<type>[^():=?]+?)\s*\)(?!\s*(?:=>|:|\{))")
_IN_HEADER = re.compile(r"\b(?:def|function|func|fn|fun|constructor|class|new)\s*[\w$.]*$")
_BEFORE_EXPRESSION = frozenset(
    ["return", "throw", "case", "assert", "yield", "in", "and", "or", "not", "await", "else", "of", "if", "while"]
)
_SPECIAL = re.compile(rf"\$?rrMeta_(?P<variable>\w+?)_rr|{ELLIPSIS_NAME}")
_PIECE = re.compile(rf"(\$?rrMeta_\w+?_rr|{ELLIPSIS_NAME}|\.\.\.)")
_PUNCTUATION = re.compile(r"[:;,*$(){}<=]+")
_METAVARIABLE_NAME = re.compile(r"rrMeta_(\w+)_rr|rrMeta-([\w-]+)-rr")
_ELLIPSIS_METAVARIABLE_NAME = re.compile(r"rrMany_(\w+)_rr")
_LONG_STRING = r"'''(?:\\.|(?!''').)*'''|\"\"\"(?:\\.|(?!\"\"\").)*\"\"\""
_STRING = r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`"
_TOKEN = re.compile(
    r"""
      (?P<many>\$\.\.\.[A-Z_][A-Z_0-9]*)
    | (?P<meta>\$[A-Z_][A-Z_0-9]*\b)
    | (?P<deep><\.\.\.) | (?P<deep_end>\.\.\.>)
    | (?P<ellipsis>\.\.\.)
    | (?P<string>"""
    + f"{_LONG_STRING}|{_STRING})",
    re.VERBOSE | re.DOTALL,
)
_SUBSTITUTED = re.compile(r"[$#]\{[^{}]*\}")
_SUBSTITUTED_IN_F = re.compile(r"\{[^{}]*\}")
_SUBSTITUTED_IN_SHELL = re.compile(r"\$\{[^{}]*\}|\$\([^()]*\)|`[^`]*`")
_UNQUOTED_ELLIPSIS = re.compile(r"(?<!['\"])\.\.\.|\.\.\.(?!['\"])")
"""In a substitution; `'...'` is a text there, too."""
_NAME_LETTER = re.compile(r"[\w$]")
_IN_STRING = re.compile(r"(?P<many>\$\.\.\.[A-Z_][A-Z_0-9]*)|(?P<meta>\$[A-Z_][A-Z_0-9]*\b)")


_REGEX_STRING = re.compile(r"""(["'])=~/.*?/[ims]*\1""")
_HIDDEN_BACKSLASH = "\ue05c"
"""A letter that no code has."""


class PatternError(ValueError):
    """The text of a pattern cannot be parsed; the message says what was expected."""


def bare(name: str) -> str:
    """A name in a parsed pattern without the sigil of a name that stands for something else."""
    return name[1:] if name.startswith(("$rr", "Rrr")) else name


def hidden_escapes(text: str) -> str:
    """The pattern with a letter in place of each backslash in strings that are regular expressions, `"=~/a\\.b/"`."""
    return _REGEX_STRING.sub(lambda found: found[0].replace("\\", _HIDDEN_BACKSLASH), text)


def with_escapes(text: str) -> str:
    """The text with its backslashes again."""
    return text.replace(_HIDDEN_BACKSLASH, "\\")


def is_encoded(name: str) -> bool:
    """Whether a name in a parsed pattern stands for something else."""
    return bare(name).startswith("rr")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, without the punctuation that a spelling of `...` may have."""
    return frozenset(_PUNCTUATION.sub(" ", text).split())


@lru_cache(maxsize=100)
def ellipsis_words(spellings: tuple[str, ...]) -> frozenset[frozenset[str]]:
    """The words of each way to write `...`."""
    return frozenset(words_of(spelling.format(ELLIPSIS_NAME)) for spelling in (*spellings, "{}"))


def is_ellipsis(text: str, spellings: tuple[str, ...]) -> bool:
    """Whether a piece of a parsed pattern is nothing but `...`. The `$(...)` of a shell or of jQuery is a call."""
    return "$(" not in text and words_of(text) in ellipsis_words(spellings)


def pieces_of(text: str) -> list[str]:
    """The metavariables and `...` of the text of a string, and what is between them, in their order."""
    return [piece for piece in _PIECE.split(text) if piece]


def is_template(text: str) -> bool:
    """Whether a text holds metavariables or `...` among other text."""
    return _SPECIAL.search(text) is not None


def template(text: str) -> tuple[str, tuple[str, ...]]:
    """A regular expression for such a text, and the metavariables that its groups stand for."""
    variables: list[str] = []
    pieces: list[str] = []
    position = 0
    for match in _SPECIAL.finditer(text):
        pieces.append(re.escape(text[position : match.start()]))
        position = match.end()
        if match["variable"]:
            variables.append(f"${match['variable']}")
        pieces.append(r"([^\s]+?)" if match["variable"] else r"[^\n]*?")
    return "".join([*pieces, re.escape(text[position:])]), tuple(variables)


def metavariable(name: str) -> str:
    """The metavariable (`$X`) that a name in a parsed pattern stands for, or ""."""
    match = _METAVARIABLE_NAME.fullmatch(name) if name.startswith("rrMeta") else None
    return f"${match[1] or match[2].replace('-', '_')}" if match else ""


def ellipsis_metavariable(name: str) -> str:
    """The metavariable for many things (`$...X`) that a name in a parsed pattern stands for, or ""."""
    match = _ELLIPSIS_METAVARIABLE_NAME.fullmatch(name) if name.startswith("rrMany_") else None
    return f"$...{match[1]}" if match else ""


def typed_metavariable(name: str) -> tuple[str, str]:
    """The metavariable and the type that a name in a parsed pattern stands for, or two empty texts."""
    match = _TYPED_NAME.fullmatch(name) if name.startswith("rrTyped_") else None
    return (f"${match[1]}", bytes.fromhex(match[2]).decode()) if match else ("", "")


def metavariable_of(text: str) -> str:
    """The text itself if it is a metavariable, else ""."""
    return text if _VARIABLE.fullmatch(text) else ""


_OPERATOR = re.compile(r"\s>>?$")
"""A sign at the end of a text that closes no list of types: `a >> (T $X)`."""


def with_typed_names(text: str, *, type_first: bool) -> str:
    """The pattern with a name in place of each `($X: T)`, or `(T $X)`, that is an expression and no parameter."""

    def named(match: re.Match[str]) -> str:
        before = text[: match.start()].rstrip()
        word = re.search(r"[\w$]+$", before)
        is_pointer = match["type"].rstrip().endswith("*")
        if type_first and text[match.end() :].lstrip().startswith("->") and not is_pointer:
            return match[0]  # The parameter of a lambda; what a pointer points to has members.
        encoded = f"rrTyped_{match['name'][1:]}_{match['type'].encode().hex()}_rr"
        if word is not None and word[0] not in _BEFORE_EXPRESSION:
            return match[0] if type_first or _IN_HEADER.search(before) else f"({encoded})"
        if before.endswith((")", "]")) or (before.endswith(">") and not _OPERATOR.search(before)):
            return match[0]
        return encoded

    return (_TYPE_FIRST if type_first else _NAME_FIRST).sub(named, text)


def encode(text: str, matching: Matching) -> tuple[list[str], int]:
    """The text cut at each `...`, with everything else that is special replaced by names."""
    pieces: list[str] = []
    current: list[str] = []
    position = depth = 0
    for match in _TOKEN.finditer(text):
        current.append(text[position : match.start()])
        position = match.end()
        token = match[0]
        if match.lastgroup == "ellipsis" and _is_operator(text, match, matching):
            current.append(token)
        elif match.lastgroup == "ellipsis":
            pieces.append("".join(current))
            current = []
        elif match.lastgroup == "deep":
            depth += 1
            current.append(f"{DEEP_NAME}(")
        elif match.lastgroup == "deep_end" and not depth:
            # `<div ...>`: the end of a tag.
            pieces.append("".join(current))
            current = [">"]
        elif match.lastgroup == "deep_end":
            depth -= 1
            current.append(")")
        elif token in matching.reading.no_metavariables:
            current.append(token)
        elif match.lastgroup == "string":
            form = _SUBSTITUTED_IN_F if text[: match.start()].endswith(("f", "F", "fr", "rf", "$")) else _SUBSTITUTED
            form = _SUBSTITUTED_IN_SHELL if matching.shell.pipelines else form
            plain = form.sub(lambda found: _UNQUOTED_ELLIPSIS.sub(ELLIPSIS_NAME, found[0]), token)
            sigil = "$" if token[0] in matching.reading.variable_quotes else ""
            current.append(_IN_STRING.sub(partial(_named, sigil), plain))
        else:
            before = text[: match.start()]
            has_hyphens = matching.reading.hyphens_after and re.search(matching.reading.hyphens_after, before)
            name = _name(match).replace("_", "-") if has_hyphens else _name(match)
            current.append(_sigil(before, matching) + name)
    current.append(text[position:])
    pieces.append("".join(current))
    return pieces, len(pieces) - 1


def _is_operator(text: str, match: re.Match[str], matching: Matching) -> bool:
    """True for the `...` of the language itself: `f(...args)`, `f(args...)`."""
    if matching.reading.spreads:
        return _NAME_LETTER.match(text, match.end()) is not None
    before = text[match.start() - 1 : match.start()]
    return (
        matching.reading.spreads_after
        and bool(_NAME_LETTER.match(before))
        and text[match.end() :].lstrip().startswith(")")
    )


def _sigil(before: str, matching: Matching) -> str:
    """What the grammar wants at the start of a name that stands after this text."""
    return next((sigil for expression, sigil in matching.reading.sigils if re.search(expression, before)), "")


def _named(sigil: str, match: re.Match[str]) -> str:
    return sigil + _name(match)


def _name(match: re.Match[str]) -> str:
    text = match[0]
    return f"rrMany_{text[4:]}_rr" if text.startswith("$...") else f"rrMeta_{text[1:]}_rr"
