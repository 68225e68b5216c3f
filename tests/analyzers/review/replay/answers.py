"""Answers to a request about such a file, each with several findings of which most are wrong in some way."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

OTHER = "lib/b.py"
OTHER_TEXT = "def helper(values):\n    return max(values)\n\n\ndef unused():\n    return 0\n"


class Answer(NamedTuple):
    """The words of a model; `findings` are those that it has whole, `cut` says that the limit of tokens ended it."""

    text: str
    findings: list[dict[str, Any]]
    cut: bool = False


def answer(chance: Random, codes: Sequence[str]) -> Answer:
    """An answer about units with these texts. Each finding has a category of its own, by which to know it again."""
    findings = [_finding(chance, codes, number) for number in range(chance.randint(1, 4))]
    if chance.random() < 0.15:
        findings.append({**findings[0], "confidence": 0.8})
    if len(codes) == 1 and chance.random() < 0.15:
        return _cut(chance, findings)
    text = json.dumps({"findings": findings}, ensure_ascii=chance.random() < 0.5 or _has_halves(findings))
    wrap = chance.choice(
        ("{}", "{}", "{}", "```json\n{}\n```", "Here it is:\n{}\nDone.", "\ufeff{}", "<think>[{</think>{}")
    )
    return Answer(wrap.replace("{}", text), findings)


def _cut(chance: Random, findings: list[dict[str, Any]]) -> Answer:
    text = '{"findings": ['
    ends = []
    for finding in findings:
        text += json.dumps(finding)
        ends.append(len(text))
        text += ", "
    length = chance.randrange(len(text))
    return Answer(text[:length], [one for one, end in zip(findings, ends, strict=True) if end <= length], cut=True)


def _finding(chance: Random, codes: Sequence[str], number: int) -> dict[str, Any]:
    unit = chance.randrange(len(codes))
    lines = _lines(codes[unit])
    first = chance.randrange(len(lines))
    quote = "\n".join(lines[first : first + chance.choice((1, 1, 1, 2, 3))])
    return {
        "unit": chance.choice((unit + 1, unit + 1, unit + 1, unit + 1, chance.randint(0, len(codes) + 1))),
        "title": "T",
        "message": chance.choice(("It fails.", "It fails \ud800 here.", "e\u0301 \0 \u202e🎉")),
        "severity": chance.choice(("warning", "info", "critical")),
        "category": f"c{number}",
        "confidence": 0.9,
        "quote": _misquoted(chance, quote),
        "why": "w",
        "edits": [_edit(chance, lines) for _ in range(chance.choice((0, 1, 1, 1, 2)))],
    }


def _edit(chance: Random, lines: list[str]) -> dict[str, str]:
    first = chance.randrange(len(lines))
    search = "\n".join(lines[first : first + chance.choice((1, 1, 2))])
    file = "" if chance.random() < 0.7 else chance.choice(("a.py", "./a.py", "A.java", "a.js", OTHER, OTHER, *_FOREIGN))
    if file == OTHER:
        search = chance.choice(_lines(OTHER_TEXT))
    replace = chance.choice(_REPLACEMENTS)(search)
    return {"file": file, "search": search if chance.random() < 0.6 else _misquoted(chance, search), "replace": replace}


def _misquoted(chance: Random, text: str) -> str:
    return chance.choice(_QUOTES)(chance, text)


_FOREIGN = ("../a.py", "/etc/passwd", "C:\\a.py", "a.py/../../b.py", "lib/c.py", "\0", "a.py\n", "A.PY")

_QUOTES: tuple[Callable[[Random, str], str], ...] = (
    *[lambda _, text: text] * 8,
    lambda _, text: text.strip(),
    lambda _, text: f"\n{text}\n\n",
    lambda _, text: text.replace("\n", "\r\n"),
    lambda _, text: text.replace("    ", "\t"),
    lambda _, text: text.replace(" ", "  "),
    lambda _, text: text + "   ",
    lambda _, text: text[:-1],
    lambda _, text: text.replace("a", "b", 1),
    lambda _, text: unicodedata.normalize("NFC", text),
    lambda _, text: unicodedata.normalize("NFKC", text),
    lambda chance, text: f"{chance.randint(1, 9)}: {text}",
    lambda _, text: f"+{text}",
    lambda _, text: f"`{text}`",
    lambda _, text: f"{text}\nand more",
    lambda _, text: text + "\ud83c",
    lambda _, text: text + "\0",
    lambda _, text: "\u200b" + text,
    lambda _, text: "line 3",
    lambda _, text: " ",
)

_REPLACEMENTS: tuple[Callable[[str], str], ...] = (
    *[lambda text: text + "  "] * 4,
    *[lambda text: f"{text}\n{text}"] * 3,
    *[lambda text: text.replace("values", "items")] * 3,
    lambda text: text.replace("0", "1"),
    lambda text: text.replace("\n", "\r\n") + "\r\n",
    lambda text: "",
    lambda text: "\n",
    lambda text: text.replace(")", "", 1),
    lambda text: text + " ((",
    lambda text: text + " '",
    lambda text: "}" + text,
    lambda text: text + "\0",
    lambda text: text + " # \ud800",
    lambda text: text + " # REREAD_SECRET_4_value",
    lambda text: "\t \t" + text,
    lambda text: "e\u0301🎉",
)


def _lines(text: str) -> list[str]:
    return [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]


def _has_halves(findings: list[dict[str, Any]]) -> bool:
    """Whether a word has half of a letter, which can only be written as an escape."""
    return "\\ud8" in ascii(findings)
