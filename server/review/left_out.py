"""What the review of a change leaves out, and why: code that nobody writes by hand, and what tools record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reread.analyzers.roles import Role, role_of
from reread.server import git
from reread.server.report.review import ReviewDocument, document_of

_LOCK_FILES = frozenset(
    {"package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock"}
    | {"poetry.lock", "Pipfile.lock", "pdm.lock", "uv.lock", "conda-lock.yml", "pixi.lock", "pylock.toml"}
    | {"Cargo.lock", "go.sum", "go.work.sum", "composer.lock", "Gemfile.lock", "mix.lock", "pubspec.lock"}
    | {"packages.lock.json", "gradle.lockfile", "Package.resolved", "Podfile.lock", "flake.lock", "Chart.lock"}
    | {".terraform.lock.hcl", "MODULE.bazel.lock", "Manifest.toml", "paket.lock", "shard.lock"}
)
_MIGRATION = re.compile(
    r"(?:^|/)(?:migrations?|migrate|versions)/(?:[\w.-]+/)?(?:V?\d|[0-9a-f]{12}_)[\w.-]*\.\w+$", re.IGNORECASE
)
_RECORDED = re.compile(r"(?:^|/)(?:(?:vcr_)?cassettes|__snapshots__)/|\.snap$")
_BUILT = re.compile(r"(?:^|/)dist/.*\.(?:[cm]?js|css|map)$")


def left_out(folder: str, documents: Sequence[ReviewDocument]) -> Mapping[str, str]:
    """The reasons by the paths of documents that are left out. Runs git.

    `linguist-generated` and `linguist-vendored` in `.gitattributes` go before all other marks, in both senses.
    """
    try:
        attributes = git.written_elsewhere(folder, [each.relative for each in documents])
    except git.GitError:
        attributes = {}
    reasons = {each.relative: _reason(each, attributes) for each in documents}
    return {path: reason for path, reason in reasons.items() if reason}


def _reason(asked: ReviewDocument, attributes: Mapping[str, str]) -> str:
    said = attributes.get(asked.relative)
    if said is not None:
        return said and f"{said} (.gitattributes)"
    if asked.relative.rpartition("/")[2] in _LOCK_FILES:
        return "lock file"
    if _MIGRATION.search(asked.relative):
        return "migration"
    if _RECORDED.search(asked.relative):
        return "recorded by a tool"
    if _BUILT.search(asked.relative) or role_of(asked.relative, document_of(asked).data) is Role.FOREIGN:
        return Role.FOREIGN.described
    return ""
