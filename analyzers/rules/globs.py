"""The globs under `paths:` of a rule: `*` within a folder, `**` across folders, a bare name anywhere in the path."""

from __future__ import annotations

from functools import lru_cache

from reread.analyzers.wildcards import Matcher, compiled, expression_of


def is_included(path: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    """True when a rule with these globs looks at the file; `path` is relative, with `/`."""
    if include and not any(_matches(glob, path) for glob in include):
        return False
    return not any(_matches(glob, path) for glob in exclude)


def _matches(glob: str, path: str) -> bool:
    return _expression(glob).search(path) is not None


@lru_cache(maxsize=1_000)
def _expression(glob: str) -> Matcher:
    """Matches the file itself and everything below a folder of that name."""
    anchored = glob.startswith("/")
    body = expression_of(glob.strip("/").removeprefix("./"))
    return compiled(("^" if anchored else "(?:^|/)") + body + "(?:/|$)")
