"""Tells people what became of a pull request: to a webhook as chats take it, or to a command that sends mail."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from reread.analyzers.network.clients import client
from reread.analyzers.network.errors import AnswerRefusedError, RedirectedError
from reread.analyzers.network.limits import ResponseLimits
from reread.analyzers.network.proxies import is_loopback
from reread.analyzers.shown.lines import line

_LIMITS = ResponseLimits(seconds=15.0)
_MAIL_LIMIT = 60
"""Seconds."""
_LONGEST = 200


class Notice(NamedTuple):
    """One line about a pull request, and more lines that may be empty. Its title is untrusted text."""

    subject: str
    body: str = ""


class Notices:
    """`webhook` is an address, `mail` a command, in whose arguments `{subject}` stands for the subject. Both may be
    empty.
    """

    def __init__(self, webhook: str, mail: Sequence[str]) -> None:
        self._webhook = webhook
        self._mail = tuple(mail)

    def send(self, notice: Notice) -> list[str]:
        """Sends it. What failed, one line each: the review is posted all the same."""
        problems = []
        if self._webhook and (problem := self._to_webhook(notice)):
            problems.append(f"the webhook was not told: {problem}")
        if self._mail and (problem := self._by_mail(notice)):
            problems.append(f"no mail was sent: {problem}")
        return problems

    def _to_webhook(self, notice: Notice) -> str:
        host = urlsplit(self._webhook).hostname or ""
        if not self._webhook.startswith("https://") and not is_loopback(host):
            return "its address has to begin with https://"
        text = f"{escaped(notice.subject)}\n{escaped(notice.body)}".strip()
        try:
            with client(httpx, self._webhook, limits=_LIMITS, timeout=10.0) as sender:
                status = sender.post("", json={"text": text}).status_code
        except RedirectedError:
            return f"{host} redirects"
        except (httpx.HTTPError, httpx.InvalidURL, AnswerRefusedError) as error:
            # The address is a secret: not even a part of it may be in a message.
            return f"{host}: {type(error).__name__}"
        return "" if status < 300 else f"{host}: HTTP {status}"

    def _by_mail(self, notice: Notice) -> str:
        subject = line(notice.subject, _LONGEST)
        command = [each.replace("{subject}", subject) for each in self._mail]
        try:
            done = subprocess.run(
                command,
                input=f"{notice.subject}\n\n{notice.body}\n".encode(errors="replace"),
                capture_output=True,
                timeout=_MAIL_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"{command[0]} took longer than {_MAIL_LIMIT} seconds"
        except (OSError, ValueError) as error:
            return f"{command[0]}: {error}"
        if done.returncode:
            said = line(done.stderr.decode(errors="replace"), _LONGEST)
            return f"{command[0]} ended with {done.returncode}{f': {said}' if said else ''}"
        return ""


def escaped(text: str) -> str:
    """Text that mentions nobody and links nowhere in a chat: the three characters that begin such things there."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
