"""Single-file components of Vue: their scripts are TypeScript, which takes JavaScript as well."""

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
_BLANK = bytes(byte if byte in b"\r\n" else ord(" ") for byte in range(256))


def scripts(data: bytes) -> bytes:
    """The text with nothing left but its scripts, and its comments as theirs: `/*` and `*/` for `<!--` and `-->`.

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
        parts += [data[done:start].translate(_BLANK), seen]
        done = end
    return b"".join([*parts, data[done:].translate(_BLANK)])


def _is_script(attributes: bytes) -> bool:
    """Whether a script is in JavaScript or TypeScript, and not data or a template."""
    return all(_SCRIPT.match(each) for each in _LANGUAGE.findall(attributes))


LANGUAGE = typescript.LANGUAGE._replace(
    name="vue", identifiers=("vue",), extensions=(".vue",), read_as="typescript", code=scripts
)
