"""The settings of the model review. Which of them a repository may set is decided in `server/configuration.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from msgspec import Meta, Struct, field

from reread.analyzers.review.providers import provider_names
from reread.analyzers.setting import about

if TYPE_CHECKING:
    ProviderName = str
    ProviderChoice = str
else:
    ProviderName = Literal[provider_names()]
    ProviderChoice = Literal[("auto", *provider_names())]

Count = Annotated[int, Meta(ge=0)]
Money = Annotated[float, Meta(ge=0)]
Seconds = Annotated[float, Meta(gt=0)]
Share = Annotated[float, Meta(ge=0, le=1)]


class Fallback(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A provider to use when the ones before it fail.

    A custom endpoint (`base_url`) gets the key in the variable `key_variable`, never the vendor's key.
    """

    provider: ProviderName
    model: str = ""
    small_model: str = ""
    base_url: str = ""
    key_variable: str = ""


class VerifyCommand(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A tool of the project that verifies fixes: a linter, a type checker, tests.

    `command` is started without a shell; the argument `{files}` stands for the files that a fix edits, `{workspace}`
    within an argument for the folder itself. It runs in a copy of the workspace, for fixes of files that match `files`
    (patterns as in .gitignore; default: all), and only in workspaces in or below one of the `folders`, since tests run
    code of the repository. It is stopped after `timeout` seconds.
    """

    command: Annotated[tuple[str, ...], Meta(min_length=1)]
    folders: Annotated[tuple[str, ...], Meta(min_length=1)]
    files: tuple[str, ...] = ()
    timeout: Seconds = 60.0


class Guideline(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A team rule in plain language, for the files that `path` matches (as in .gitignore; default: all).

    A finding that quotes it gets its `severity`.
    """

    text: Annotated[str, Meta(min_length=1, max_length=1_000)]
    path: tuple[str, ...] | str = ()
    severity: Literal["warning", "info", "hint"] = "info"


class PolicySettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The policy by which `reread review` approves, comments or requests changes."""

    fail_on: Annotated[
        Literal["error", "warning", "info", "hint", "never"],
        about("Request changes if a change adds a finding of this severity or above."),
    ] = "error"
    max_findings: Annotated[
        Count, about("Request changes if a change adds more findings than this. 0 means no limit.")
    ] = 0
    needs_owner: Annotated[
        tuple[str, ...],
        about(
            "Files that need a review by one of their owners (`CODEOWNERS`); changes to them are "
            "never approved automatically. Patterns as in `.gitignore`."
        ),
    ] = ()
    approve: Annotated[
        Literal["no-findings", "warnings", "never"],
        about(
            "What is approved where nothing requests changes and no owner has to look.",
            {
                "no-findings": "Changes without new findings; hints do not count.",
                "warnings": "Also changes whose new findings are warnings or below.",
                "never": "Nothing: a person approves.",
            },
        ),
    ] = "no-findings"


class ReviewSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The model review: provider, timing, limits and cost.

    `provider` "auto" uses the first that is set up, by the ranks of `providers/`; `fallback` are used in order when it
    fails. `small_model` answers short requests: whether a change needs a review (`triage`; "auto" if this saves
    money), and whether a finding holds (`second_pass`); without it, `model` answers them. `timeout` is in seconds
    without progress, `total_timeout` in seconds for a whole request; `concurrency` is the number of simultaneous
    requests. `profile` sets the minimum confidence and the number of findings unless the three settings for them do.
    Up to `parts_per_request` small units share a request. Limits of 0 mean none. Tokens are input and output together,
    money is in US dollars. Besides secrets, the data in `redact` and the `redact_words` are removed. The `verify`
    commands check fixes before they are offered.
    """

    enable: Annotated[
        bool,
        about("Allow reviews by a language model. Nothing is sent until a model is set up and a review is requested."),
    ] = True
    run: Annotated[
        Literal["manual", "on-save"],
        about(
            "When the model reviews.",
            {
                "manual": "Only on command.",
                "on-save": "Review the changes in a file whenever it is saved.",
            },
        ),
    ] = "manual"
    provider: Annotated[
        ProviderChoice,
        about(
            "The provider of the model.",
            {
                "auto": "The first provider that is set up: Anthropic or OpenAI with a key in the "
                "environment, otherwise Ollama at `OLLAMA_HOST`."
            },
        ),
    ] = "auto"
    model: Annotated[str, about("The name of the model. If empty, the provider's default.")] = ""
    small_model: Annotated[
        str,
        about(
            "The model for short requests: whether a change needs a review, and whether a finding"
            " holds. If empty, the provider's default if it is cheap enough, otherwise the main "
            "model."
        ),
    ] = ""
    base_url: Annotated[str, about("The address of the provider's service. If empty, the official address.")] = ""
    command: Annotated[
        tuple[str, ...],
        about(
            "The program of the provider `command`, with its arguments: it reads the prompt and "
            "writes the answer. `claude`, `codex`, `gemini` and `llm` without arguments get the "
            "right ones. Ignored in workspace settings."
        ),
    ] = ()
    fallback: Annotated[
        tuple[Fallback, ...],
        about("Providers to use, in this order, when the main provider fails. They get your code too."),
    ] = ()
    triage: Annotated[
        Literal["auto", "on", "off"],
        about(
            "First decide whether a change needs a review.",
            {
                "auto": "If a small model makes this cheaper.",
                "on": "Always.",
                "off": "Never: every change is reviewed.",
            },
        ),
    ] = "auto"
    second_pass: Annotated[bool, about("Try to refute each finding of the model before it is shown.")] = True
    leads: Annotated[
        bool,
        about(
            "Ask the model about hints of rules in the code under review. A confirmed hint gets the severity of its "
            "rule; a refuted one is not shown until the code changes."
        ),
    ] = True
    looks: Annotated[
        int,
        Meta(ge=1, le=5),
        about(
            "Number of independent reviews of each change. Findings of several reviews get a "
            "higher confidence; a finding of only one has to withstand a stricter attempt to "
            "refute it. Each review costs about as much as the first."
        ),
    ] = 1
    panel: Annotated[
        tuple[Fallback, ...],
        about("Additional models that review each change once. Their providers get your code too."),
    ] = ()
    evidence: Annotated[
        Literal["off", "refuting", "always"],
        about(
            "When the model may look up definitions, callers, lines, words and history in the workspace.",
            {
                "off": "Never; it only gets the code that was retrieved beforehand.",
                "refuting": "While it tries to refute a finding.",
                "always": "Also during the review, as with `reread review --thorough`.",
            },
        ),
    ] = "refuting"
    lookups: Annotated[int, Meta(ge=0, le=20), about("Maximum number of lookups per answer.")] = 4
    lookup_tokens: Annotated[Count, about("Maximum size of all lookup results for one answer, in tokens.")] = 2_000
    profile: Annotated[
        Literal["quiet", "standard", "pedantic"],
        about(
            "How much the model review reports.",
            {
                "quiet": "A confidence of at least 0.6, up to 5 findings per file and 20 per review.",
                "standard": "A confidence of at least 0.4, up to 10 findings per file and 60 per review.",
                "pedantic": "A confidence of at least 0.2, any number of findings.",
            },
        ),
    ] = "quiet"
    timeout: Annotated[Seconds, about("Abort a request after this many seconds without progress.")] = 120.0
    total_timeout: Annotated[Seconds, about("Abort a request that is not complete after this many seconds.")] = 900.0
    minimum_confidence: Annotated[
        Share | None,
        about("Minimum confidence of the model's findings, from 0 to 1. By default, set by `#reread.review.profile#`."),
    ] = None
    precision: Annotated[
        Share | None,
        about(
            "Minimum precision of the model's findings, from 0 to 1, by the calibration of "
            "`reread eval --calibrate`. Without a calibration, "
            "`#reread.review.minimumConfidence#` applies."
        ),
    ] = None
    max_findings_per_file: Annotated[
        Count | None,
        about(
            "Maximum number of the model's findings per file. 0 means no limit. By default, set "
            "by `#reread.review.profile#`."
        ),
    ] = None
    max_findings: Annotated[
        Count | None,
        about(
            "Maximum number of the model's findings per review. 0 means no limit. By default, set"
            " by `#reread.review.profile#`."
        ),
    ] = None
    context_tokens: Annotated[Count, about("Maximum amount of related code sent with a change, in tokens.")] = 2_000
    change_tokens: Annotated[
        Count,
        about("Maximum size of the request that reviews a change as a whole, in tokens. 0 disables this request."),
    ] = 8_000
    parts_per_request: Annotated[
        int, Meta(ge=1, le=16), about("Maximum number of small changed definitions per request.")
    ] = 8
    concurrency: Annotated[int, Meta(ge=1, le=64), about("Number of simultaneous requests.")] = 4
    requests_per_minute: Annotated[Count, about("Maximum number of requests per minute. 0 means no limit.")] = 0
    tokens_per_minute: Annotated[
        Count, about("Approximate maximum number of tokens per minute, sent and received. 0 means no limit.")
    ] = 0
    max_output_tokens: Annotated[int, Meta(ge=256), about("Maximum length of an answer, in tokens.")] = 4_096
    ollama_context_size: Annotated[int, Meta(ge=2_048), about("The context size for Ollama, in tokens.")] = 16_384
    tokens_per_run: Annotated[
        Count,
        about("Maximum number of tokens per review, input and output together. 0 means no limit."),
    ] = 100_000
    tokens_per_day: Annotated[Count, about("Maximum number of tokens per day. 0 means no limit.")] = 1_000_000
    tokens_per_month: Annotated[Count, about("Maximum number of tokens per month. 0 means no limit.")] = 10_000_000
    cost_per_run: Annotated[Money, about("Maximum cost per review, in US dollars. 0 means no limit.")] = 1.0
    cost_per_day: Annotated[Money, about("Maximum cost per day, in US dollars. 0 means no limit.")] = 5.0
    cost_per_month: Annotated[Money, about("Maximum cost per month, in US dollars. 0 means no limit.")] = 50.0
    cache: Annotated[bool, about("Use cached answers for code that was reviewed before.")] = True
    exclude: Annotated[
        tuple[str, ...], about("Files that are never sent to a model. Patterns as in `.gitignore`.")
    ] = ()
    redact: Annotated[
        tuple[Literal["emails", "phones", "ip-addresses", "names"], ...],
        about("Data that is removed for the model besides secrets. `names` is your Git user name."),
    ] = ("emails",)
    redact_words: Annotated[
        tuple[str, ...], about("Words that are removed for the model, such as names of customers.")
    ] = ()
    guideline: Annotated[
        tuple[Guideline, ...],
        about(
            "Team rules in plain language, for the files that `path` matches. The model reports "
            "code that violates a rule and quotes the rule; rules cannot silence a finding."
        ),
    ] = ()
    policy: PolicySettings = field(default_factory=PolicySettings)
    verify: Annotated[
        tuple[VerifyCommand, ...],
        about(
            "Tools of the project (linters, type checkers, tests) that verify the model's fixes "
            "in a copy of the workspace before they are offered. Ignored in workspace settings."
        ),
    ] = ()

    @property
    def selection(self) -> Selection:
        """The selection of a model's findings to show."""
        usual = _PROFILES[self.profile]
        return Selection(
            usual.minimum_confidence if self.minimum_confidence is None else self.minimum_confidence,
            usual.per_file if self.max_findings_per_file is None else self.max_findings_per_file,
            usual.per_review if self.max_findings is None else self.max_findings,
        )


class Selection(NamedTuple):
    """The least confidence, and the most findings of a file and of a review; 0 is no limit."""

    minimum_confidence: float
    per_file: int
    per_review: int


_PROFILES = {
    "quiet": Selection(0.6, 5, 20),
    "standard": Selection(0.4, 10, 60),
    "pedantic": Selection(0.2, 0, 0),
}
