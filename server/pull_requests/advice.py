"""What a person can do about an answer of a host that is no success, in the same line as the answer."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from reread.analyzers.shown.lines import line

_NAMES = (
    re.compile(r"/projects/([^/]+/repos/[^/]+)"),
    re.compile(r"/projects/([^/]+%2F[^/]+)", re.IGNORECASE),
    re.compile(r"/repos(?:itories)?/([^/]+/[^/]+)"),
)
"""Repositories in the addresses of Bitbucket Data Center, of GitLab, and of the others."""
_ID = re.compile(r"/repositories/\d+(?=/|$)")


class Advice(NamedTuple):
    """`tokens` are the variables of the environment for a token, `needs` is what it has to allow."""

    tokens: tuple[str, ...] = ()
    needs: str = ""


def refused(status: int, asked: str, host: str, said: str, advice: Advice) -> str:
    """The line about a refusal. `asked` is the method and the path, `host` the address of the API."""
    if status in (401, 403):
        todo = f"set {' or '.join(advice.tokens)} to one that is" if status == 401 and advice.tokens else ""
        todo = f"it needs {advice.needs}" if status == 403 and advice.needs else todo
        return "; ".join(filter(None, (f"{host}: the token is not accepted for this: {said}", todo)))
    answer = f"{asked}: HTTP {status}: {said}"
    if status == 404:
        return f"{answer}; check the number and the repository, and whether the token may see it"
    return answer


def web_page(host: str) -> str:
    """The line about a page for people where data was expected."""
    return f"{host}: the answer is a web page: a proxy wants a login, or pr.url is not the address of an API"


def moved(asked: str, location: str, name: str) -> str:
    """The line about a redirect; `name` is what the repository is called now, "" where that is not known."""
    if name:
        return f"{asked}: the repository is now {line(name, 100)}: change the remote (git remote set-url origin ...)"
    where = urlsplit(location).netloc.rpartition("@")[2] or "somewhere else"
    todo = "check pr.url and the name of the repository, and whether a proxy wants a login"
    return f"{asked}: redirects to {line(where, 100)}, which is not followed; {todo}"


def name_in(location: str) -> str:
    """The repository that an address of an API is about; "" if it does not name one."""
    if numbered(location):
        return ""
    found = (each.search(urlsplit(location).path) for each in _NAMES)
    return next((unquote(match[1]).replace("/repos/", "/") for match in found if match is not None), "")


def numbered(location: str) -> str:
    """The address of the repository itself, where GitHub leads to one by its number alone; else ""."""
    match = _ID.search(location)
    return location[: match.end()] if match is not None else ""
