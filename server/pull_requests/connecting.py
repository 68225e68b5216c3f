"""Selects the host and repository to connect to, and the token to use.

The kind of the host and its address come from the CI system or from the user's own settings, never from the repository:
otherwise the author of its files or its `.git` would get the token. The remote of git only says which repository of
that host it is, and a remote of another host is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from reread.analyzers import parts
from reread.analyzers.network.proxies import is_loopback
from reread.analyzers.review.keys import token_of
from reread.server import git
from reread.server.pull_requests import continuous_integration
from reread.server.pull_requests.advice import Advice
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Description
from reread.server.pull_requests.hosts import descriptions
from reread.server.pull_requests.rest import Rest

if TYPE_CHECKING:
    from reread.server.settings import PullRequestSettings

_SCP = re.compile(r"(?:[^@/]+@)?([^:/]+):(?!//)(.+)")


class Target(NamedTuple):
    """The selected pull request, and how to reach its host."""

    description: Description
    url: str
    repository: str
    number: int

    def open(self) -> Rest:
        """A connection with the token. Raises HostError if there is none."""
        parts.require("pr")
        name = urlsplit(self.url).hostname or ""
        token = token_of(self.description.tokens, f"pull-requests:{name}")
        if not token:
            variables = " or ".join(self.description.tokens)
            raise HostError(f"no token for {self.description.title}: set {variables}, or keep one in the keyring")
        if not self.url.startswith("https://") and not is_loopback(name):
            raise HostError(f"{self.url}: a token is only sent by https")
        advice = Advice(self.description.tokens, self.description.needs)
        pause = self.description.pause * (not is_loopback(name))
        return Rest(self.url, self.description.headers(token), advice=advice, pause=pause)


class UntrustedChangeError(Exception):
    """The change comes from a fork: no request may use a token. The text is one line."""


def target(folder: str, chosen: int | None, settings: PullRequestSettings, environment: Mapping[str, str]) -> Target:
    """The pull request for a number (None: that of the CI job). Raises HostError, UntrustedChangeError."""
    job = continuous_integration.job(environment)
    if job is not None and job.untrusted:
        raise UntrustedChangeError("the change comes from a fork: no token is used, and nothing is posted")
    # Whoever sets both in their own settings means them, in CI too.
    kind = settings.host or (job.host if job is not None else "") or _by_token(environment)
    description = descriptions()[kind]
    said = job.url if job is not None and job.host == kind else ""
    url = settings.url or said or description.url
    if not url:
        raise HostError(f"pr.url in your own settings has to say where the API of {description.title} is")
    repository = (job.repository if job is not None and job.host == kind else "") or _of_remote(folder, url)
    number = chosen if chosen is not None else job.number if job is not None else None
    if number is None:
        raise HostError("which pull request? Its number is needed where no CI system says it")
    return Target(description, url.rstrip("/"), repository, number)


def _by_token(environment: Mapping[str, str]) -> str:
    """The kind of host that a token is set for, if it is only one."""
    named = [
        each.name
        for each in descriptions().values()
        if each.url and any(environment.get(name) for name in each.tokens if name != "REREAD_PR_TOKEN")
    ]
    if len(named) != 1:
        known = ", ".join(descriptions())
        raise HostError(f"which host? Set pr.host in your own settings to one of {known}")
    return named[0]


def _of_remote(folder: str, url: str) -> str:
    """The repository that the remote `origin` names. Raises HostError for one of another host."""
    address = git.remote(folder)
    host, path = _split(address)
    if not path:
        raise HostError("which repository? git has no remote `origin` that says it")
    wanted = urlsplit(url).hostname or ""
    if not is_loopback(wanted) and wanted not in (host, f"api.{host}"):
        raise HostError(f"the remote `origin` is at {host} and not at {wanted}: pr.host and pr.url say what is meant")
    return path


def _split(address: str) -> tuple[str, str]:
    """The host and the repository of an address as git takes it, with or without a scheme."""
    if "://" in address:
        try:
            found = urlsplit(address)
            host, path = found.hostname or "", found.path
        except ValueError:
            return "", ""
    else:
        match = _SCP.fullmatch(address)
        host, path = (match[1], match[2]) if match is not None else ("", "")
    path = path.strip("/").removesuffix(".git").removeprefix("scm/")
    plain = all(re.fullmatch(r"[\w.~-]+", each) and each not in (".", "..") for each in path.split("/"))
    return (host.lower(), path) if plain and "/" in path else ("", "")
