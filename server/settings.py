"""All settings, with their defaults. `configuration.py` reads them from files, environment and editor."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from reread.analyzers.review.settings import ReviewSettings
from reread.rag.settings import IndexSettings

SeverityName = Literal["error", "warning", "info", "hint", "off"]


class RuleSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Which rules run. `profile` is how much the built-in ones say. `paths` are more rule files or folders, besides
    `.reread/rules/` of the workspace folder. `options` are thresholds of rules, by rule id and name.
    """

    enable: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    severity: dict[str, SeverityName] = {}
    options: dict[str, dict[str, int]] = {}
    profile: Literal["quiet", "standard", "pedantic"] = "quiet"


class Settings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The settings of one workspace folder.

    `run` says when rules run in the editor. Sizes are in bytes. `exclude` has patterns as in .gitignore, of files that
    are neither checked, nor indexed, nor reviewed.
    """

    enable: bool = True
    run: Literal["on-type", "on-save", "manual"] = "on-type"
    hover: bool = True
    max_file_size: Annotated[int, Meta(ge=1)] = 1_000_000
    exclude: tuple[str, ...] = ()
    rules: RuleSettings = field(default_factory=RuleSettings)
    index: IndexSettings = field(default_factory=IndexSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
