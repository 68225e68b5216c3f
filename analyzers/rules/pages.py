"""Renders the page of a rule in Markdown: for the editor, the command line and the documentation."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reread.analyzers import inside
from reread.analyzers.data_directories import workspace_of_rule
from reread.analyzers.rules.confidence import LESS_THAN_HIGH
from reread.analyzers.rules.locations import ANALYZERS
from reread.analyzers.rules.profiles import BUILTIN, is_ours, least_profile, level_of
from reread.analyzers.rules.reporting.excerpt import in_general
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.weaknesses import PAGES, weakness_pages
from reread.analyzers.shown.markdown import code, code_block, inline, link, markdown

_MOST_LINES = 8
_FENCES = {"tsx": "tsx", "csharp": "cs", "any": ""}


def page(rule: Rule) -> str:
    """The whole page: what, why, a bad and a good example, how to fix, references, how to silence it.

    What a rule that is not ours says is made harmless, and its references are no links.
    """
    parts = [f"# {rule.id}", _shown(rule, in_general(rule)), _facts(rule), explanation(rule)]
    if not has_examples(rule.explanation):
        parts += examples(rule)
    links = references(rule)
    if links:
        parts.append("\n".join(["References:", "", *(f"- {reference(rule, link)}" for link in links)]))
    parts.append(silence(rule.id))
    return "\n\n".join(part for part in parts if part) + "\n"


def explanation(rule: Rule) -> str:
    """The explanation as Markdown."""
    return _shown(rule, rule.explanation.strip())


def reference(rule: Rule, url: str) -> str:
    """An address in a rule, as Markdown: a link only in built-in rules."""
    return link(url) if is_ours(rule) or url.startswith(PAGES) else code(url)


def _shown(rule: Rule, text: str) -> str:
    return text if is_ours(rule) else markdown(text)


def silence(rule: str) -> str:
    return (
        f"To silence it on one line, end the line with a comment `reread: ignore[{rule}] -- why`. "
        f'To switch the rule off, put `rules.ignore = ["{rule}"]` into `reread.toml`.'
    )


def has_examples(explanation: str) -> bool:
    """Whether an explanation shows both a bad and a good form."""
    return "Bad:" in explanation and "Good:" in explanation


def references(rule: Rule) -> list[str]:
    """The addresses that a rule refers to, those of its weaknesses last."""
    named = rule.metadata.get("references") or ()
    links = [str(each) for each in named] if isinstance(named, list) else [str(named)]
    links = [rule.documentation, *links] if rule.documentation else links
    links += weakness_pages(rule.metadata)
    return [link for link in dict.fromkeys(links) if link.startswith(("https://", "http://"))]


def facts(rule: Rule) -> list[tuple[str, str]]:
    """Short facts about a rule, as pairs of name and value."""
    metadata = rule.metadata
    reason = str(metadata.get("fix-reason") or "")
    fix = f"{rule.applicability.value}. {reason}".rstrip(" .") + "." * bool(reason) if rule.has_fix else "none"
    values = [
        ("Severity", level_of(rule).value),
        ("Languages", ", ".join(rule.languages)),
        ("Category", rule.category),
        ("Class", rule.group),
        ("Profile", least_profile(rule).value if is_ours(rule) else ""),
        ("Confidence", _confidence(rule)),
        ("Weakness", ", ".join(_texts(metadata.get("cwe")))),
        ("OWASP", ", ".join(_texts(metadata.get("owasp")))),
        ("Fix", fix),
        ("Settings", ", ".join(f"{key} = {value}" for key, value in (metadata.get("options") or {}).items())),
    ]
    return [(name, value) for name, value in values if value]


def _confidence(rule: Rule) -> str:
    reason = LESS_THAN_HIGH.get(str(rule.metadata.get("confidence-reason")), "") if is_ours(rule) else ""
    return f"{rule.confidence.lower()}: {reason}" if reason else rule.confidence.lower()


def _facts(rule: Rule) -> str:
    return "\n".join(f"- {name}: {value if is_ours(rule) else inline(value)}" for name, value in facts(rule))


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(each) for each in value] if isinstance(value, list) else []


def examples(rule: Rule) -> Iterator[str]:
    """A bad and a good example from the example files of a rule, where it has some."""
    from reread.analyzers.rules.examples import all_marks, examples_of

    wanted = {"ruleid": "Bad:", "ok": "Good:"}
    for path in examples_of(rule._replace(path=file_of(rule))):
        text = inside.read(workspace_of_rule(path), path).decode("utf-8", "replace").replace("\r\n", "\n")
        for mark in all_marks(text):
            if mark.kind in wanted and mark.names(rule.id):
                language = os.path.splitext(path)[1][1:]
                yield f"{wanted.pop(mark.kind)}\n\n{code_block(language, _snippet(text, mark.line))}"
    return


def file_of(rule: Rule) -> str:
    """Where the file of a rule is on disk."""
    if not rule.path.startswith(BUILTIN):
        return rule.path
    below = rule.path.removeprefix(BUILTIN)
    return os.path.join(ANALYZERS, below if below.startswith("checks/") else os.path.join("packs", below))


def _snippet(text: str, line: int) -> str:
    """The line (from 1) and those that its brackets go on to, without the indentation."""
    lines = text.split("\n")[line - 1 :]
    indent = len(lines[0]) - len(lines[0].lstrip())
    taken: list[str] = []
    for each in lines[:_MOST_LINES]:
        taken.append(each[indent:] if not each[:indent].strip() else each.strip())
        so_far = "\n".join(taken)
        if sum(map(so_far.count, "([{")) <= sum(map(so_far.count, ")]}")) or so_far.endswith("{"):
            break
    return "\n".join(taken).rstrip()
