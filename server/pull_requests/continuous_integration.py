"""Detects the pull request that a CI system runs for, and whether its author may push.

Only the environment set by the CI system is used. Its statement about a fork is trusted; if it is missing where it is
expected, the change is treated as one from a fork.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.server.pull_requests.shapes import at, number, text

_LARGEST_EVENT = 5_000_000


class CiJob(NamedTuple):
    """The pull request data from a CI system. `host` is the kind of host, `url` its API, "" where it does not say.

    `untrusted` is True for a change from a fork: no key and no token is used for it.
    """

    host: str
    url: str
    repository: str
    number: int | None
    untrusted: bool


def job(environment: Mapping[str, str]) -> CiJob | None:
    """The job of this process; None outside a CI system that is known."""
    if environment.get("GITHUB_ACTIONS") == "true" or environment.get("GITEA_ACTIONS") == "true":
        return _of_actions(environment)
    if environment.get("GITLAB_CI"):
        return _of_gitlab(environment)
    if environment.get("BITBUCKET_PIPELINE_UUID") or environment.get("BITBUCKET_BUILD_NUMBER"):
        return _of_bitbucket(environment)
    return None


def is_untrusted(environment: Mapping[str, str]) -> bool:
    """Whether this is a job for a change from a fork."""
    found = job(environment)
    return found is not None and found.untrusted


def base(environment: Mapping[str, str]) -> str:
    """The target branch of this job's change, as `git fetch` names it; "" if the CI system does not provide it."""
    names = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "BITBUCKET_PR_DESTINATION_BRANCH")
    branch = next(filter(None, (environment.get(name, "") for name in names)), "")
    return f"origin/{branch}" if branch else ""


def _of_actions(environment: Mapping[str, str]) -> CiJob:
    """GitHub Actions, and those of Gitea and Forgejo, which are made like them."""
    is_gitea = any(environment.get(name) == "true" for name in ("GITEA_ACTIONS", "FORGEJO_ACTIONS"))
    event = _event(environment.get("GITHUB_EVENT_PATH", ""))
    url = environment.get("GITHUB_API_URL", "")
    if is_gitea:
        server = environment.get("GITHUB_SERVER_URL", "").rstrip("/")
        url = f"{server}/api/v1" if server else url
    return CiJob(
        "gitea" if is_gitea else "github",
        url,
        environment.get("GITHUB_REPOSITORY", ""),
        number(event, "pull_request", "number") or number(event, "number") or _of_reference(environment),
        _is_from_fork(environment.get("GITHUB_EVENT_NAME", ""), event),
    )


def _of_reference(environment: Mapping[str, str]) -> int | None:
    parts = environment.get("GITHUB_REF", "").split("/")
    return int(parts[2]) if parts[:2] == ["refs", "pull"] and len(parts) > 2 and parts[2].isdecimal() else None


def _is_from_fork(name: str, event: Any) -> bool:
    """`pull_request_target` and `workflow_run` have the secrets of the repository, whatever change they are about."""
    if name.startswith("pull_request") or at(event, "pull_request") is not None:
        head = text(event, "pull_request", "head", "repo", "full_name")
        base = text(event, "pull_request", "base", "repo", "full_name")
    elif name == "workflow_run":
        head = text(event, "workflow_run", "head_repository", "full_name")
        base = text(event, "repository", "full_name")
    else:
        # A comment on a pull request runs with secrets too, and does not say where the change comes from.
        return name == "issue_comment"
    return not head or head.lower() != base.lower()


def _of_gitlab(environment: Mapping[str, str]) -> CiJob:
    found = environment.get("CI_MERGE_REQUEST_IID", "")
    source, target = (environment.get(f"CI_MERGE_REQUEST_{side}_ID", "") for side in ("SOURCE_PROJECT", "PROJECT"))
    return CiJob(
        "gitlab",
        environment.get("CI_API_V4_URL", ""),
        environment.get("CI_MERGE_REQUEST_PROJECT_PATH") or environment.get("CI_PROJECT_PATH", ""),
        int(found) if found.isdecimal() else None,
        bool(found) and (not source or source != target),
    )


def _of_bitbucket(environment: Mapping[str, str]) -> CiJob:
    """Bitbucket runs no pipeline of a repository for a fork's pull request."""
    found = environment.get("BITBUCKET_PR_ID", "")
    return CiJob(
        "bitbucket",
        "",
        environment.get("BITBUCKET_REPO_FULL_NAME", ""),
        int(found) if found.isdecimal() else None,
        False,
    )


def _event(path: str) -> Any:
    """What has happened, as GitHub Actions tells it in a file; None if it cannot be read."""
    if not os.path.isabs(path):
        return None
    try:
        with open(path, encoding="utf-8") as file:
            return json.loads(file.read(_LARGEST_EVENT))
    except (OSError, ValueError):
        return None
