"""Quotes code in messages: one line, at most `LIMIT` characters, so that the words around it stay visible.

A message may name three places besides its metavariables: `$MATCH`, what the rule matched, and in taint rules `$SOURCE`
and `$SINK`. A metavariable of the rule with such a name comes first.
"""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.rules.rule import Rule

LIMIT = 40
IN_GENERAL = {"$MATCH": "this code", "$SOURCE": "input", "$SINK": "this call"}
"""What stands for the places where there is no code, as on the page of a rule."""
_MORE = "…"


def excerpt(code: str) -> str:
    """The code on one line; of a call that is too long the arguments are left out, of other code the end."""
    text = " ".join(code.split())
    if len(text) <= LIMIT:
        return text
    return _tail(called(text)) if text.endswith(")") else text[: LIMIT - 1] + _MORE


def called(code: str) -> str:
    """The code of a call without its arguments; other code as `excerpt` has it."""
    text = " ".join(code.split())
    start = _opening(text)
    if start <= 0:
        return text if len(text) <= LIMIT else text[: LIMIT - 1] + _MORE
    inner = text[start + 1 : -1].strip()
    return _tail(f"{text[:start]}({_MORE if inner else ''})")


def with_excerpts(message: str, excerpts: Mapping[str, str]) -> str:
    """The message with the code of each place."""
    for name, code in excerpts.items():
        message = message.replace(name, code)
    return message


def in_general(rule: Rule) -> str:
    """The general description of what a rule reports: its summary, else its message without code."""
    if rule.summary:
        return rule.summary
    message = rule.message
    for name, words in IN_GENERAL.items():
        message = message.replace(f"`{name}`", words)
    return message[:1].upper() + message[1:]


def _tail(text: str) -> str:
    """The end of a text, where a call has its name."""
    return text if len(text) <= LIMIT else _MORE + text[len(text) - LIMIT + 1 :]


def _opening(text: str) -> int:
    """Where the last argument list begins, -1 where the text does not end with one."""
    if not text.endswith(")"):
        return -1
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return -1
