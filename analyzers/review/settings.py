"""The settings of the model review. Which of them a repository may set is decided in `server/configuration.py`."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

Count = Annotated[int, Meta(ge=0)]
Money = Annotated[float, Meta(ge=0)]
Seconds = Annotated[float, Meta(gt=0)]
Share = Annotated[float, Meta(ge=0, le=1)]


class Fallback(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Whom to ask when the providers before fail.

    An endpoint of one's own (`base_url`) gets the key from the variable that `key_variable` names, never the vendor's.
    """

    provider: Literal["anthropic", "openai", "ollama"]
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


class ReviewSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """How, when and at what price a model reviews.

    `provider` "auto" takes the first that is set up: Anthropic or OpenAI by the key in the environment, else an Ollama
    that OLLAMA_HOST names. `fallback` are those to ask when it fails, in order. `small_model` answers short questions:
    whether a change is worth a review (`triage`; "auto" asks where that saves money), and whether a finding holds
    (`second_pass`); without one `model` does. `timeout` is in seconds without any progress, `total_timeout` in seconds
    for a whole request; `concurrency` is how many questions are open at once. `profile` says how sure a finding must be
    and how many are shown, as far as the three settings for it do not. Up to `parts_per_request` small units are asked
    about together. Limits of 0 mean none. Tokens are input and output together, money is in US dollars. Besides
    secrets, what `redact` names and the `redact_words` are kept back. Fixes are tried with the `verify` commands before
    they are offered.
    """

    enable: bool = True
    run: Literal["manual", "on-save"] = "manual"
    provider: Literal["auto", "anthropic", "openai", "ollama"] = "auto"
    model: str = ""
    small_model: str = ""
    base_url: str = ""
    fallback: tuple[Fallback, ...] = ()
    triage: Literal["auto", "on", "off"] = "auto"
    second_pass: bool = True
    profile: Literal["quiet", "standard", "pedantic"] = "quiet"
    timeout: Seconds = 120.0
    total_timeout: Seconds = 900.0
    minimum_confidence: Share | None = None
    max_findings_per_file: Count | None = None
    max_findings: Count | None = None
    context_tokens: Count = 2_000
    parts_per_request: Annotated[int, Meta(ge=1, le=16)] = 8
    concurrency: Annotated[int, Meta(ge=1, le=64)] = 4
    requests_per_minute: Count = 0
    tokens_per_minute: Count = 0
    max_output_tokens: Annotated[int, Meta(ge=256)] = 4_096
    ollama_context_size: Annotated[int, Meta(ge=2_048)] = 16_384
    tokens_per_run: Count = 100_000
    tokens_per_day: Count = 1_000_000
    tokens_per_month: Count = 10_000_000
    cost_per_run: Money = 1.0
    cost_per_day: Money = 5.0
    cost_per_month: Money = 50.0
    cache: bool = True
    exclude: tuple[str, ...] = ()
    redact: tuple[Literal["emails", "phones", "ip-addresses", "names"], ...] = ("emails",)
    redact_words: tuple[str, ...] = ()
    verify: tuple[VerifyCommand, ...] = ()

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
