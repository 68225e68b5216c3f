"""Has a change from a fork reviewed with the settings, rules and known findings of the commit that it is based on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from reread.server import git, trusted
from reread.server.cli import writing
from reread.server.exits import UsageError
from reread.server.external import copying
from reread.server.external.copying import Judged
from reread.server.pull_requests import continuous_integration
from reread.server.trusted import Base
from reread.server.verification.copies import CopyError

_DECIDING = (".toml", ".yaml", ".yml", ".json", ".jsonl", ".rereadignore", ".semgrepignore")
"""Endings of settings, rules, models, known findings and ignore files, wherever settings and options name them."""


def _decides(path: str) -> bool:
    """Whether a file may decide about a review. Of a large repository nothing else is copied."""
    return path.endswith(_DECIDING) or not {".reread", ".semgrep"}.isdisjoint(path.split("/"))


def where_untrusted(base: str) -> AbstractContextManager[None]:
    """Those of the base, if the CI system says that the change comes from a fork, or does not say where from."""
    return of_base(os.getcwd(), base) if continuous_integration.is_untrusted(os.environ) else nullcontext()


@contextmanager
def of_base(folder: str, base: str) -> Iterator[None]:
    """Within it, what decides about the review of a folder is read from the commit where the branch left `base`; "" is
    the default branch.

    Raises UsageError and GitError: without that commit there is no review that could be believed.
    """
    if trusted.is_replaced():
        yield
        return
    root = git.root_of(folder)
    reference = base or git.default_base(root) or ""
    if not reference:
        raise UsageError("--base needs a branch name: no remote names a default branch, nor is there another main")
    commit = git.merge_base(root, reference)
    try:
        judged = Judged(root, commit, only=_decides)
        with copying.copied(judged, root, ()) as place, trusted.read_instead(Base(root, commit, place.folder)):
            writing.say(f"the change comes from a fork: settings, rules and known findings are those of {commit[:12]}")
            yield
    except CopyError as error:
        raise UsageError(f"the settings of {commit[:12]} cannot be read: {error}") from error
