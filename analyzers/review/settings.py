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
    """Whom to ask when the providers before fail.

    An endpoint of one's own (`base_url`) gets the key from the variable that `key_variable` names, never the vendor's.
    """

    provider: ProviderName
    model: str = ""
    small_model: str = ""
    base_url: str = ""
    key_variable: str = ""


class VerifyCommand(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A tool of the project that fixes are tried with: a linter, a type checker, tests.

    `command` is started without a shell; the argument `{files}` stands for the files that a fix edits, `{workspace}`
    within an argument for the folder itself. It runs in a copy of the workspace, for fixes of files that match `files`
    (patterns as in .gitignore; none: all), and only in workspaces that are, or are below, one of the `folders`: tests
    run what is in the repository. After `timeout` seconds it is ended.
    """

    command: Annotated[tuple[str, ...], Meta(min_length=1)]
    folders: Annotated[tuple[str, ...], Meta(min_length=1)]
    files: tuple[str, ...] = ()
    timeout: Seconds = 60.0


class Guideline(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A rule of the team in plain words, for the files that `path` matches (as in .gitignore; none: all).

    A finding that quotes it gets its `severity`.
    """

    text: Annotated[str, Meta(min_length=1, max_length=1_000)]
    path: tuple[str, ...] | str = ()
    severity: Literal["warning", "info", "hint"] = "info"


class PolicySettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """By what `reread review` decides between approval, comment and request for changes."""

    fail_on: Annotated[
        Literal["error", "warning", "info", "hint", "never"],
        about("The verdict on a change is a request for changes when it brings a finding of this severity or above."),
    ] = "error"
    max_findings: Annotated[
        Count, about("The verdict is a request for changes when a change brings more findings than this. 0: no limit.")
    ] = 0
    needs_owner: Annotated[
        tuple[str, ...],
        about(
            "Files that one of their owners (`CODEOWNERS`) has to look at: a change of them is never approved. Patterns"
            " as in `.gitignore`."
        ),
    ] = ()


class ReviewSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """How, when and at what price a model reviews.

    `provider` "auto" takes the first that is set up, by the ranks of `providers/`. `fallback` are those to ask when it
    fails, in order. `small_model` answers short questions: whether a change is worth a review (`triage`; "auto" asks
    where that saves money), and whether a finding holds (`second_pass`); without one `model` does. `timeout` is in
    seconds without any progress, `total_timeout` in seconds for a whole request; `concurrency` is how many questions
    are open at once. `profile` says how sure a finding must be and how many are shown, as far as the three settings for
    it do not. Up to `parts_per_request` small units are asked about together. Limits of 0 mean none. Tokens are input
    and output together, money is in US dollars. Besides secrets, what `redact` names and the `redact_words` are kept
    back. Fixes are tried with the `verify` commands before they are offered.
    """

    enable: Annotated[
        bool,
        about("Allow reviews by a language model. Nothing is sent before a model is set up and a review is asked for."),
    ] = True
    run: Annotated[
        Literal["manual", "on-save"],
        about(
            "When the model reviews.",
            {
                "manual": "Only when you ask, with a command.",
                "on-save": "Whenever a file is saved, of what changed in it.",
            },
        ),
    ] = "manual"
    provider: Annotated[
        ProviderChoice,
        about(
            "Whose model reviews.",
            {
                "auto": "The first that is set up: Anthropic or OpenAI by the key in the environment, else "
                "an Ollama that `OLLAMA_HOST` names."
            },
        ),
    ] = "auto"
    model: Annotated[str, about("The name of the model. Empty: the provider's usual one.")] = ""
    small_model: Annotated[
        str,
        about(
            "The model for short questions: whether a change is worth a review, and whether a "
            "finding holds. Empty: the provider's usual one, if it is cheaper by enough; else the "
            "model itself."
        ),
    ] = ""
    base_url: Annotated[str, about("The address of the provider's service. Empty: the provider's own.")] = ""
    command: Annotated[
        tuple[str, ...],
        about(
            "The program that the provider `command` starts, with its arguments: it reads the prompt and writes the "
            "answer. `claude`, `codex`, `gemini` and `llm` alone are started as they have to be. Not taken from a "
            "workspace's settings."
        ),
    ] = ()
    fallback: Annotated[
        tuple[Fallback, ...],
        about("Whom to ask, in this order, when the provider fails. Your code then goes there too."),
    ] = ()
    triage: Annotated[
        Literal["auto", "on", "off"],
        about(
            "Ask first whether a change is worth a review.",
            {
                "auto": "Where a small model makes it cheaper.",
                "on": "Always.",
                "off": "Never: every change is reviewed.",
            },
        ),
    ] = "auto"
    second_pass: Annotated[bool, about("Try to refute each finding of the model before it is shown.")] = True
    looks: Annotated[
        int,
        Meta(ge=1, le=5),
        about(
            "How many times each change is looked at, independently. What several looks find is surer, what one alone "
            "finds has to stand a stricter attempt to refute it. Each look costs about as much as the first."
        ),
    ] = 1
    panel: Annotated[
        tuple[Fallback, ...],
        about("Other models that look at each change as well, once each. Your code goes to their providers too."),
    ] = ()
    evidence: Annotated[
        Literal["off", "refuting", "always"],
        about(
            "When the model may look up definitions, callers, lines, words and history in the workspace.",
            {
                "off": "Never: it is shown what was looked up for it beforehand.",
                "refuting": "While it tries to refute a finding.",
                "always": "While it reviews, too. `reread review --thorough` does that.",
            },
        ),
    ] = "refuting"
    lookups: Annotated[int, Meta(ge=0, le=20), about("How many lookups there are for one answer at most.")] = 4
    lookup_tokens: Annotated[Count, about("How much the lookups for one answer may show, in tokens.")] = 2_000
    profile: Annotated[
        Literal["quiet", "standard", "pedantic"],
        about(
            "How much the model's review says.",
            {
                "quiet": "A confidence of 0.6 or more, 5 findings a file, 20 a review.",
                "standard": "A confidence of 0.4 or more, 10 findings a file, 60 a review.",
                "pedantic": "A confidence of 0.2 or more, any number of findings.",
            },
        ),
    ] = "quiet"
    timeout: Annotated[Seconds, about("Give up on an answer after so many seconds without any progress.")] = 120.0
    total_timeout: Annotated[Seconds, about("Give up on an answer that is not complete after so many seconds.")] = 900.0
    minimum_confidence: Annotated[
        Share | None,
        about(
            "Findings of the model that it is less sure of are not shown. From 0 to 1; by default "
            "as `#reread.review.profile#` says."
        ),
    ] = None
    precision: Annotated[
        Share | None,
        about(
            "Show only findings of the model of which so large a share is right, from 0 to 1, by the calibration that "
            "`reread eval --calibrate` has made of it; without one, `#reread.review.minimumConfidence#` decides."
        ),
    ] = None
    max_findings_per_file: Annotated[
        Count | None,
        about(
            "Show no more findings of the model in one file than this. 0 means no limit; by default"
            " as `#reread.review.profile#` says."
        ),
    ] = None
    max_findings: Annotated[
        Count | None,
        about(
            "Show no more findings of the model in one review than this. 0 means no limit; by "
            "default as `#reread.review.profile#` says."
        ),
    ] = None
    context_tokens: Annotated[
        Count, about("How much code from elsewhere in the workspace the model is shown, in tokens.")
    ] = 2_000
    change_tokens: Annotated[
        Count,
        about(
            "How much of a change the model is shown at once, in tokens, when it looks at the change as a whole. "
            "0 means no such look."
        ),
    ] = 8_000
    parts_per_request: Annotated[
        int, Meta(ge=1, le=16), about("How many small changed definitions are asked about in one request at most.")
    ] = 8
    concurrency: Annotated[int, Meta(ge=1, le=64), about("Ask for so many answers at a time.")] = 4
    requests_per_minute: Annotated[Count, about("Send no more requests a minute than this. 0 means no limit.")] = 0
    tokens_per_minute: Annotated[
        Count, about("Send and receive no more than about so many tokens a minute. 0 means no limit.")
    ] = 0
    max_output_tokens: Annotated[int, Meta(ge=256), about("How long an answer may be, in tokens.")] = 4_096
    ollama_context_size: Annotated[
        int, Meta(ge=2_048), about("The context size that Ollama is asked for, in tokens.")
    ] = 16_384
    tokens_per_run: Annotated[
        Count,
        about("Stop a review before it takes more tokens than this, input and output together. 0 means no limit."),
    ] = 100_000
    tokens_per_day: Annotated[
        Count, about("Stop reviewing for the day before it takes more tokens than this. 0 means no limit.")
    ] = 1_000_000
    tokens_per_month: Annotated[
        Count, about("Stop reviewing for the month before it takes more tokens than this. 0 means no limit.")
    ] = 10_000_000
    cost_per_run: Annotated[
        Money, about("Stop a review before it costs more than this, in US dollars. 0 means no limit.")
    ] = 1.0
    cost_per_day: Annotated[
        Money, about("Stop reviewing for the day before it costs more than this, in US dollars. 0 means no limit.")
    ] = 5.0
    cost_per_month: Annotated[
        Money, about("Stop reviewing for the month before it costs more than this, in US dollars. 0 means no limit.")
    ] = 50.0
    cache: Annotated[bool, about("Answer from the cache when the same code was reviewed before.")] = True
    exclude: Annotated[
        tuple[str, ...], about("Files that are never sent to a model. Patterns as in `.gitignore`.")
    ] = ()
    redact: Annotated[
        tuple[Literal["emails", "phones", "ip-addresses", "names"], ...],
        about("What is kept from the model besides secrets. `names` is the name that git commits with."),
    ] = ("emails",)
    redact_words: Annotated[
        tuple[str, ...], about("Words that are kept from the model, such as names of customers.")
    ] = ()
    guideline: Annotated[
        tuple[Guideline, ...],
        about(
            "Rules of the team in plain words, for the files that `path` matches. The model reports code that breaks "
            "one and quotes it; they cannot silence a finding."
        ),
    ] = ()
    policy: PolicySettings = field(default_factory=PolicySettings)
    verify: Annotated[
        tuple[VerifyCommand, ...],
        about(
            "Tools of the project (linters, type checkers, tests) that fixes by the model are tried"
            " with, in a copy of the workspace, before they are offered. Not taken from a "
            "workspace's settings."
        ),
    ] = ()

    @property
    def selection(self) -> Selection:
        """What is shown of what a model finds."""
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
