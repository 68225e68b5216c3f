"""Single-file components of Vue: their scripts are TypeScript, which takes JavaScript as well.

What a template shows as raw HTML is code, too: ` v-html="a"` is seen as `_=>html( a)`, a function that nobody calls, so
that taint reaches it as it is in the end.
"""

from __future__ import annotations

import re

from reread.analyzers.languages import typescript

# A comment, or a script or style with its attributes and content. What nothing closes goes on to the end.
_PART = re.compile(
    rb"<!--(?P<comment>.*?)(?:-->|\Z)"
    rb"|<(?P<tag>script|style)\b(?P<attributes>(?:[^>\"']|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+)(?:>|\Z)"
    rb"(?P<content>.*?)(?=</(?P=tag)\b|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"(?:^|\s)(?:lang|type)\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_SCRIPT = re.compile(rb"(?:(?:text|application)/)?(?:[jt]sx?|module|(?:java|ecma|type)script)?$", re.IGNORECASE)
_HTML = re.compile(
    rb"[ \t]v-html=(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)')|[^\w\r\n]\{@html\s(?P<svelte>[^{}]+)\}", re.IGNORECASE
)
_FUNCTION = b"_=>html("
_BLANK = bytes(byte if byte in b"\r\n" else ord(" ") for byte in range(256))


def scripts(data: bytes) -> bytes:
    """The text with nothing left but its scripts and raw HTML, and its comments as theirs: `/*` and `*/` for `<!--` and
    `-->`.

    All other bytes are spaces, so that everything stays where it is.
    """
    parts, done = [], 0
    for match in _PART.finditer(data):
        if match["comment"] is not None:
            start, end = match.span()
            inner = match["comment"].replace(b"*/", b"  ")
            seen = b"/*  " + inner + (b" */" if end > match.end("comment") else b"")
        elif match["tag"].lower() == b"script" and _is_script(match["attributes"]):
            start, end = match.span("content")
            seen = match["content"]
        else:
            continue
        parts += [_template(data[done:start]), seen]
        done = end
    return b"".join([*parts, _template(data[done:])])


def _template(data: bytes) -> bytes:
    """What is between scripts and comments, with nothing left but what is shown as raw HTML."""
    seen = bytearray(data.translate(_BLANK))
    for match in _HTML.finditer(data):
        start, end = match.span()
        value = match.lastgroup or ""
        seen[start : start + len(_FUNCTION)] = _FUNCTION
        seen[match.start(value) : end] = match[value] + b")"
        if end < len(seen) and seen[end : end + 1] == b" ":
            seen[end : end + 1] = b";"
    return bytes(seen)


def _is_script(attributes: bytes) -> bool:
    """Whether a script is in JavaScript or TypeScript, and not data or a template."""
    return all(_SCRIPT.match(each) for each in _LANGUAGE.findall(attributes))


LANGUAGE = typescript.LANGUAGE._replace(name="vue", read_as="typescript", code=scripts)
