"""The environment of a project's tool: that of this process without secrets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from reread.analyzers.review.privacy.redact import secrets
from reread.analyzers.review.providers import descriptions
from reread.server.verification.running import MARK

_NEEDED = frozenset({"HOME", "PATH", "SYSTEMROOT"})
_OURS = "REREAD_"
_OF_A_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""What git sets for its hooks: a tool must not find the repository that the copy was made of."""


def environment(
    outside: Mapping[str, str], mark: str, temporary: str, key_variables: Iterable[str] = ()
) -> dict[str, str]:
    """The variables for a tool that runs in the copy `mark` and keeps its temporary files in the folder `temporary`.

    Keys and addresses of model providers, the variables that the settings name for keys, and whatever else looks like a
    secret by its name or its value are not among them.
    """
    providers = descriptions()
    about_providers = {name for each in providers for name in (each.key_variable, each.url_variable)}
    ours = (_OURS, *(f"{each.name.upper()}_" for each in providers))
    named = {*key_variables, *about_providers, *_OF_A_REPOSITORY, "PYTHONPATH", "PYTHONHOME"}
    kept = {
        name: value
        for name, value in outside.items()
        if name in _NEEDED or not (name in named or name.startswith(ours) or secrets(f"{name}={value}"))
    }
    for name in ("TMPDIR", "TEMP", "TMP"):
        kept[name] = temporary
    # Above the copy there is no repository either.
    return {**kept, MARK: mark, "GIT_CEILING_DIRECTORIES": os.path.dirname(mark)}
