"""Learns the style of commit messages from a repository's log, and formats messages in it."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.review.generation.forms import Message

_CONVENTIONAL = re.compile(r"(?P<type>[a-z]{2,12})(?:\((?P<scope>[^()]{1,40})\))?!?: \S")
_BY_GIT = re.compile(r"Merge |Revert \"|fixup! |squash! |amend! ")
_TRAILER = re.compile(r"[A-Za-z][A-Za-z0-9-]*: \S")
_MOST_NAMES = 12
_USUAL_LENGTH = 72
_SHORTEST_LIMIT, _LONGEST_LIMIT = 50, 100
_FEW = 5
"""Commits from which nothing can be learned."""
_WIDTH = 72


class LoggedCommit(NamedTuple):
    """A commit of the log: author (`name <address>`), first line, and the rest."""

    author: str
    subject: str
    body: str

    @property
    def text(self) -> str:
        return f"{self.subject}\n\n{self.body}".strip()


class LogStyle(NamedTuple):
    """The common style of the messages. `longest` is in characters, of all of the first line.

    `types` and `scopes` are those of Conventional Commits, the usual ones first. `trailers` are whole lines.
    """

    conventional: bool = False
    types: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    longest: int = _USUAL_LENGTH
    capitalised: bool = True
    full_stop: bool = False
    has_body: bool = True
    trailers: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [f"The first line has at most {self.longest} characters."]
        if self.conventional:
            lines.append("Conventional Commits: type(scope): subject.")
            lines.append(f"Types in use: {', '.join(self.types)}.")
            lines.append(f"Scopes in use: {', '.join(self.scopes) or 'none; leave the scope empty'}.")
        else:
            lines.append("No type and no scope.")
        lines.append(f"The subject begins with {'a capital' if self.capitalised else 'a small'} letter.")
        lines.append(f"The subject ends {'with' if self.full_stop else 'without'} a full stop.")
        lines.append("Most messages have a body." if self.has_body else "Most messages have no body.")
        return "\n".join(lines)


def style_of(log: Iterable[LoggedCommit], author: str = "") -> LogStyle:
    """The style of a log, the latest commit first. `author` is who is about to commit, for trailers that name them."""
    commits = [commit for commit in log if commit.subject and not _BY_GIT.match(commit.subject)]
    if len(commits) < _FEW:
        return LogStyle()
    matches = [match for commit in commits if (match := _CONVENTIONAL.match(commit.subject))]
    conventional = len(matches) * 2 > len(commits)
    subjects = [_plain(commit.subject) if conventional else commit.subject for commit in commits]
    lengths = sorted(len(commit.subject) for commit in commits)
    usual = lengths[int(len(lengths) * 0.95) - 1]
    return LogStyle(
        conventional,
        _names(match["type"] for match in matches) if conventional else (),
        _names(match["scope"] for match in matches if match["scope"]) if conventional else (),
        min(_LONGEST_LIMIT, max(_SHORTEST_LIMIT, usual)),
        _most(subject[0].isupper() for subject in subjects if subject[0].isalpha()),
        _most(subject.endswith(".") for subject in subjects),
        _most(bool(_body(commit)) for commit in commits),
        _trailers_in_use(commits, author),
    )


def composed(style: LogStyle, message: Message) -> str:
    """The text of a commit message in the style, which is met by what a program can decide."""
    subject = " ".join(message.subject.split())
    if not style.full_stop:
        subject = subject.rstrip(". ")
    lead = _lead(style, message)
    if subject and (lead or not style.conventional):
        first = subject[0].upper() if style.capitalised else subject[0].lower()
        # A name such as README or HTTPClient keeps its letters.
        subject = subject if subject[:2].isupper() else first + subject[1:]
    paragraphs = [lead + subject, *_paragraphs(message.body), "\n".join(style.trailers)]
    return "\n\n".join(part for part in paragraphs if part) + "\n"


def objection(style: LogStyle, text: str) -> str:
    """The problem with a composed message, in one line; "" if there is none."""
    subject = text.partition("\n")[0]
    if not subject.strip() or subject.endswith(": "):
        return "it has no subject"
    if style.conventional and not _CONVENTIONAL.match(subject):
        return "it has no type as Conventional Commits have it"
    if len(subject) > style.longest:
        return f"the first line has {len(subject)} characters, and at most {style.longest} are usual here"
    return ""


def _lead(style: LogStyle, message: Message) -> str:
    kind = re.sub(r"[^a-z]", "", message.type.lower())
    if not style.conventional or not kind:
        return ""
    scope = re.sub(r"[()\s:]+", "", message.scope)
    return f"{kind}({scope}): " if scope and style.scopes else f"{kind}: "


def _plain(subject: str) -> str:
    """The subject without type and scope."""
    return subject.partition(": ")[2] or subject if _CONVENTIONAL.match(subject) else subject


def _paragraphs(body: str) -> Iterable[str]:
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        lines = paragraph.strip().split("\n")
        if any(re.match(r"\s*[-*] |\s{4}", line) for line in lines):
            # Lists and code keep their lines.
            yield "\n".join(line.rstrip() for line in lines)
        elif not all(map(_TRAILER.match, lines)):
            yield textwrap.fill(" ".join(paragraph.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _body(commit: LoggedCommit) -> str:
    return commit.body.removesuffix("\n".join(_trailers(commit))).strip()


def _trailers(commit: LoggedCommit) -> Sequence[str]:
    """The lines of the last paragraph, where all of them are trailers."""
    lines = commit.body.strip().rpartition("\n\n")[2].split("\n")
    return lines if all(map(_TRAILER.match, lines)) else ()


def _trailers_in_use(commits: Sequence[LoggedCommit], author: str) -> tuple[str, ...]:
    """The trailers of most commits that a program can write: those that name the author, and those that are always
    the same.
    """
    counts: Counter[str] = Counter()
    for commit in commits:
        own = f": {commit.author}"
        for line in dict.fromkeys(_trailers(commit)):
            counts[line.removesuffix(own) + ": " if commit.author and line.endswith(own) else line] += 1
    usual = [line for line, count in counts.items() if count * 2 > len(commits)]
    return tuple(line + author if line.endswith(": ") else line for line in usual if author or not line.endswith(": "))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(names).most_common(_MOST_NAMES))


def _most(values: Iterable[bool]) -> bool:
    values = list(values)
    return sum(values) * 2 > len(values)
