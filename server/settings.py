"""All settings, with their defaults. `configuration.py` reads them from files, environment and editor."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.setting import about
from reread.rag.settings import IndexSettings

SeverityName = Literal["error", "warning", "info", "hint", "off"]


class RuleSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Which rules run. `profile` is how much the built-in ones report. `paths` are additional rule files or folders
    besides `.reread/rules/` in the workspace folder. `options` are thresholds of rules, by rule id and name.
    """

    enable: Annotated[bool, about("Run the rules.")] = True
    select: Annotated[tuple[str, ...], about("Run only these rules, by identifier. If empty, all rules run.")] = ()
    ignore: Annotated[tuple[str, ...], about("Do not run these rules, by identifier.")] = ()
    paths: Annotated[
        tuple[str, ...],
        about(
            "Additional rule files or folders besides `.reread/rules/` in the workspace folder. "
            "Ignored in workspace settings; repositories set their own in `reread.toml`."
        ),
    ] = ()
    severity: Annotated[
        dict[str, SeverityName],
        about(
            "Severity of a rule's findings, by rule identifier (`py/sql-injection`, or `sql-"
            "injection` for all languages); `off` disables the rule."
        ),
    ] = {}
    options: Annotated[
        dict[str, dict[str, Annotated[int, Meta(ge=0)]]],
        about('Thresholds of rules, by rule identifier and name: `{ "function-too-long": { "limit": 80 } }`.'),
    ] = {}
    profile: Annotated[
        Literal["quiet", "standard", "pedantic"],
        about(
            "How much the built-in rules report.",
            {
                "quiet": "Errors and warnings: rules with high measured precision on third-party code.",
                "standard": "Also hints, which fail no run: possible flows, hardening, what depends on context.",
                "pedantic": "Also maintainability, and generated and vendored code.",
            },
        ),
    ] = "standard"


class ExternalTool(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Another tool whose findings are merged with Reread's: a `preset`, or a `command` that writes SARIF to standard
    output.

    In the command, the argument `{files}` stands for the files, `{workspace}` within an argument for the folder. The
    tool runs for files that match `files` (patterns as in .gitignore; default: all) and only in workspaces in or below
    one of the `folders`, since tools may run code of the repository. It is stopped after `timeout` seconds.
    """

    preset: Literal["", "ruff", "bandit", "eslint", "golangci-lint", "gosec", "semgrep", "trivy"] = ""
    command: tuple[str, ...] = ()
    folders: Annotated[tuple[str, ...], Meta(min_length=1)]
    files: tuple[str, ...] = ()
    timeout: Annotated[float, Meta(gt=0)] = 120.0


class PullRequestSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The host of `reread pr` outside CI. `url` is the address of its API, `mail` a command that gets notices."""

    host: Annotated[
        Literal["", "github", "gitlab", "gitea", "bitbucket", "bitbucket-server"],
        about(
            "The host of pull requests for `reread pr` outside of CI. By default, the host with a"
            " token. Ignored in workspace settings."
        ),
    ] = ""
    url: Annotated[
        str,
        about(
            "The API address of that host, such as `https://gitlab.example.org/api/v4`. By "
            "default, the public one. Ignored in workspace settings."
        ),
    ] = ""
    mail: Annotated[
        tuple[str, ...],
        about(
            "The command by which `reread pr watch` sends mail: it gets the text on standard input, and `{subject}` in "
            'its arguments is replaced, as in `["mail", "-s", "{subject}", "team@example.org"]`. Ignored in workspace '
            "settings."
        ),
    ] = ()


class LogSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The log. `code` includes the texts of errors and of libraries."""

    level: Annotated[
        Literal["off", "error", "warning", "info", "debug"],
        about("The log level for `reread logs`. Can only be set in your user settings file."),
    ] = "info"
    code: Annotated[
        bool,
        about(
            "Also log error messages, which may quote your code; otherwise, only their types are "
            "logged. Can only be set in your user settings file."
        ),
    ] = False


class TelemetrySettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Telemetry, which is sent only if an address is set. `headers_variable` is the name of a variable."""

    endpoint: Annotated[
        str,
        about(
            "Send traces and metrics to this OpenTelemetry collector (OTLP over HTTP), such as "
            "`http://127.0.0.1:4318`. If empty, nothing is sent. Can only be set in your user "
            "settings file."
        ),
    ] = ""
    headers_variable: Annotated[
        str,
        about(
            "The environment variable with HTTP headers for the collector, such as a token, as "
            "`name=value,...`. Can only be set in your user settings file."
        ),
    ] = ""
    sentry_dsn: Annotated[
        str,
        about("Report bugs in Reread to this Sentry project. Can only be set in your user settings file."),
    ] = ""


class Settings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The settings of one workspace folder.

    `run` is when rules run in the editor. Sizes are in bytes. `exclude` has patterns as in .gitignore for files that
    are neither checked, indexed nor reviewed. `external` are other tools to run.
    """

    enable: Annotated[bool, about("Check files.")] = True
    run: Annotated[
        Literal["on-type", "on-save", "manual"],
        about(
            "When the rules run.",
            {
                "on-type": "While you type.",
                "on-save": "Whenever a file is opened or saved.",
                "manual": "Only on command.",
            },
        ),
    ] = "on-type"
    hover: Annotated[bool, about("Explain findings on hover.")] = True
    code_lens: Annotated[
        bool, about("Show above each changed definition whether it was reviewed and the number of its findings.")
    ] = True
    workspace_files_per_minute: Annotated[
        int,
        Meta(ge=0, le=60_000),
        about(
            "Number of unopened files to check per minute while the server is idle. 0 checks only"
            " open files. Notebooks are checked only when they are open."
        ),
    ] = 0
    max_file_size: Annotated[int, Meta(ge=1), about("Maximum file size in bytes; larger files are skipped.")] = (
        1_000_000
    )
    exclude: Annotated[
        tuple[str, ...],
        about("Files that are neither checked, nor indexed, nor reviewed. Patterns as in `.gitignore`."),
    ] = ()
    external: Annotated[
        tuple[ExternalTool, ...],
        about(
            "Other tools whose findings are merged with Reread's when a file is opened or saved. "
            "Ignored in workspace settings."
        ),
    ] = ()
    rules: RuleSettings = field(default_factory=RuleSettings)
    index: IndexSettings = field(default_factory=IndexSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    pr: PullRequestSettings = field(default_factory=PullRequestSettings)
    logs: LogSettings = field(default_factory=LogSettings)
    telemetry: TelemetrySettings = field(default_factory=TelemetrySettings)
