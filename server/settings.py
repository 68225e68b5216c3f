"""All settings, with their defaults. `configuration.py` reads them from files, environment and editor."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.setting import about
from reread.rag.settings import IndexSettings

SeverityName = Literal["error", "warning", "info", "hint", "off"]


class RuleSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Which rules run. `profile` is how much the built-in ones say. `paths` are more rule files or folders, besides
    `.reread/rules/` of the workspace folder. `options` are thresholds of rules, by rule id and name.
    """

    enable: Annotated[bool, about("Run the rules.")] = True
    select: Annotated[
        tuple[str, ...], about("Run only these rules. Identifiers; all rules run when this is empty.")
    ] = ()
    ignore: Annotated[tuple[str, ...], about("Do not run these rules. Identifiers.")] = ()
    paths: Annotated[
        tuple[str, ...],
        about(
            "More rule files or folders, besides `.reread/rules/` of the workspace folder. Not "
            "taken from a workspace's settings; a repository names its own in `reread.toml`."
        ),
    ] = ()
    severity: Annotated[
        dict[str, SeverityName],
        about(
            "How severe the findings of a rule are, by rule identifier (`py/sql-injection`, or "
            "`sql-injection` for every language); `off` switches the rule off."
        ),
    ] = {}
    options: Annotated[
        dict[str, dict[str, Annotated[int, Meta(ge=0)]]],
        about('Thresholds of rules, by rule identifier and name: `{ "function-too-long": { "limit": 80 } }`.'),
    ] = {}
    profile: Annotated[
        Literal["quiet", "standard", "pedantic"],
        about(
            "How much the built-in rules say.",
            {
                "quiet": "What was nearly always right on code of others.",
                "standard": "Also all data flows, what is often right, and security in test code.",
                "pedantic": "Also maintainability, and generated and vendored code.",
            },
        ),
    ] = "quiet"


class ExternalTool(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Another tool whose findings join ours: a `preset`, or a `command` that writes SARIF to standard output.

    In the command the argument `{files}` stands for the files, `{workspace}` within an argument for the folder. It runs
    for files that match `files` (patterns as in .gitignore; none: all) and only in workspaces that are, or are below,
    one of the `folders`: tools run what the repository says. After `timeout` seconds it is ended.
    """

    preset: Literal["", "ruff", "bandit", "eslint", "golangci-lint", "gosec", "semgrep", "trivy"] = ""
    command: tuple[str, ...] = ()
    folders: Annotated[tuple[str, ...], Meta(min_length=1)]
    files: tuple[str, ...] = ()
    timeout: Annotated[float, Meta(gt=0)] = 120.0


class PullRequestSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Which host `reread pr` asks where no CI system says it. `url` is the address of its API."""

    host: Annotated[
        Literal["", "github", "gitlab", "gitea", "bitbucket", "bitbucket-server"],
        about(
            "The host of pull requests that `reread pr` asks outside of CI. By default the one that a token is set for."
            " Not taken from a workspace's settings."
        ),
    ] = ""
    url: Annotated[
        str,
        about(
            "Where the API of that host is, such as `https://gitlab.example.org/api/v4`. By default the public one. Not"
            " taken from a workspace's settings."
        ),
    ] = ""


class LogSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What is kept of what Reread does. `code` is about the texts of errors and of libraries."""

    level: Annotated[
        Literal["off", "error", "warning", "info", "debug"],
        about("What is written to the log that `reread logs` shows. Taken from your settings file alone."),
    ] = "info"
    code: Annotated[
        bool,
        about(
            "Write texts of errors too, which may quote your code; without it their types are written. Taken from your "
            "settings file alone."
        ),
    ] = False


class TelemetrySettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Where telemetry is sent: nowhere, unless an address is set. `headers_variable` names a variable."""

    endpoint: Annotated[
        str,
        about(
            "Send traces and metrics to this OpenTelemetry collector (OTLP over HTTP), such as "
            "`http://127.0.0.1:4318`. Empty: nothing is sent. Taken from your settings file alone."
        ),
    ] = ""
    headers_variable: Annotated[
        str,
        about(
            "The environment variable that has the headers for it, `name=value,...`, such as a token. Taken from your "
            "settings file alone."
        ),
    ] = ""
    sentry_dsn: Annotated[
        str,
        about("Report bugs of Reread to this project of a Sentry server. Taken from your settings file alone."),
    ] = ""


class Settings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The settings of one workspace folder.

    `run` says when rules run in the editor. Sizes are in bytes. `exclude` has patterns as in .gitignore, of files that
    are neither checked, nor indexed, nor reviewed. `external` are other tools that are asked.
    """

    enable: Annotated[bool, about("Check files.")] = True
    run: Annotated[
        Literal["on-type", "on-save", "manual"],
        about(
            "When the rules run.",
            {
                "on-type": "While you type.",
                "on-save": "Whenever a file is opened or saved.",
                "manual": "Only when you ask, with a command.",
            },
        ),
    ] = "on-type"
    hover: Annotated[bool, about("Explain a finding when the mouse rests on it.")] = True
    code_lens: Annotated[
        bool, about("Show above each changed definition whether it was reviewed, and how many findings are in it.")
    ] = True
    workspace_files_per_minute: Annotated[
        int,
        Meta(ge=0, le=60_000),
        about(
            "Check files that are not open too, so many a minute, while nothing else is to be done. 0 checks open "
            "files alone. Notebooks are checked when they are open."
        ),
    ] = 0
    max_file_size: Annotated[int, Meta(ge=1), about("Files larger than this, in bytes, are not read.")] = 1_000_000
    exclude: Annotated[
        tuple[str, ...],
        about("Files that are neither checked, nor indexed, nor reviewed. Patterns as in `.gitignore`."),
    ] = ()
    external: Annotated[
        tuple[ExternalTool, ...],
        about(
            "Other tools whose findings join those of Reread, when a file is opened and saved. Not taken from a "
            "workspace's settings."
        ),
    ] = ()
    rules: RuleSettings = field(default_factory=RuleSettings)
    index: IndexSettings = field(default_factory=IndexSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    pr: PullRequestSettings = field(default_factory=PullRequestSettings)
    logs: LogSettings = field(default_factory=LogSettings)
    telemetry: TelemetrySettings = field(default_factory=TelemetrySettings)
