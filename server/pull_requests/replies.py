"""Verdicts in replies to Reread's comments: `@reread dismiss: reason`, and `@reread undo`.

Only accounts with write access count: the author of a pull request must not be able to silence its review.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from reread.analyzers.owned_files import digest
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.shown.lines import line as on_one_line
from reread.server.known import feedback
from reread.server.known.feedback import Event
from reread.server.pull_requests.errors import RefusedError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import Marker, marker_of
from reread.server.pull_requests.values import Reply

_COMMAND = re.compile(r"^[ \t]*@reread[ \t]+(dismiss|undo)\b[ \t]*[:,-]?[ \t]*(.*)$", re.IGNORECASE | re.MULTILINE)
_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
_MOST = 1_000
"""Characters of a reply that are looked at."""


class Command(NamedTuple):
    """`action` is "dismiss" or "undo"."""

    action: str
    reason: str = ""


class ReplyVerdicts(NamedTuple):
    """The verdicts of replies, and the reasons why others do not count, in lines for the user."""

    events: tuple[Event, ...] = ()
    problems: tuple[str, ...] = ()


def command_of(body: str) -> Command | None:
    """The command in a reply, the last of several; None if there is none. A quoted line (`> ...`) is none."""
    found = list(_COMMAND.finditer(body[:_MOST].replace("\r", "")))
    return Command(found[-1][1].lower(), on_one_line(found[-1][2].strip())) if found else None


def verdicts_of_replies(host: Host, number: int, folder_of: str = "") -> ReplyVerdicts:
    """The verdicts in the replies on a pull request. `folder_of` is the workspace folder below the repository's root,
    or "".

    Raises HostError, but if the token may not ask who an account is: those replies do not count, and that is said.
    """
    ours = {each.thread: each for each in host.threads(number) if each.mine}
    about = {thread: marker for thread, each in ours.items() if (marker := marker_of(each.body)) is not None}
    said = [each for each in host.replies(number) if each.thread in about and each.id != ours[each.thread].id]
    commands = [(each, command) for each in said if (command := command_of(each.body)) is not None]
    if not commands:
        return ReplyVerdicts()
    permitted, problems = _permitted(host, sorted({each.account for each, _ in commands}))
    paths = {thread: _below(ours[thread].path, folder_of) for thread in about}
    found = [
        (each, command) for each, command in commands if permitted.get(each.account) and paths[each.thread] is not None
    ]
    ignored = sorted({each.author for each, _ in commands if permitted.get(each.account) is False})
    refusal = "may not change the repository, so that replies do not count"
    problems += [f"{on_one_line(name)}: {refusal}" for name in ignored]
    return ReplyVerdicts(
        tuple(_events(found, about, {k: v for k, v in paths.items() if v is not None})), tuple(problems)
    )


def record(folder: str, events: Iterable[Event]) -> list[Event]:
    """Adds those verdicts that the feedback file does not have yet; one that was taken back since stays so.

    Raises FeedbackError.
    """
    known = {each.id for each in feedback.read(folder)}
    fresh = [each for each in events if each.id not in known]
    if fresh:
        feedback.append(folder, fresh)
    return fresh


def _permitted(host: Host, accounts: Sequence[str]) -> tuple[dict[str, bool], list[str]]:
    permitted: dict[str, bool] = {}
    problems: list[str] = []
    for account in accounts:
        try:
            permitted[account] = bool(account) and host.may_write(account)
        except RefusedError as error:
            problems.append(f"replies with @reread do not count, since the token may not ask who may write: {error}")
            return {}, problems
    return permitted, problems


def _events(
    commands: Iterable[tuple[Reply, Command]], about: Mapping[str, Marker], paths: Mapping[str, str]
) -> Iterable[Event]:
    redactor = Redactor()
    dismissals: dict[str, list[str]] = {}
    for each, command in commands:
        marker = about[each.thread]
        made = feedback.event("dismissed")._replace(at=_time(each.at), who=on_one_line(each.author))
        if command.action == "undo":
            for old in dismissals.pop(each.thread, ()):
                yield made._replace(id=_id(each, old), verdict="undone", of=old)
            continue
        dismissals.setdefault(each.thread, []).append(_id(each))
        yield made._replace(
            id=_id(each),
            rule=marker.rule,
            path=paths[each.thread],
            text=marker.text,
            line=marker.line,
            reason=redactor.redact(command.reason),
        )


def _id(reply: Reply, of: str = "") -> str:
    """The same whenever a reply is read, so that it counts once."""
    return digest(f"reply {reply.thread} {reply.id} {of}".encode(errors="replace"))[:6].hex()


def _time(at: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone(UTC).strftime(_FORMAT)
    except ValueError:
        return datetime.now(UTC).strftime(_FORMAT)


def _below(path: str, folder: str) -> str | None:
    """A path of the repository as the workspace folder has it; None outside that."""
    if not folder:
        return path
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else None
