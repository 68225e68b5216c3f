"""The settings of the model review. Which of them a repository may set is decided in `server/configuration.py`."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Count = Annotated[int, Meta(ge=0)]
Money = Annotated[float, Meta(ge=0)]
Seconds = Annotated[float, Meta(gt=0)]
Share = Annotated[float, Meta(ge=0, le=1)]


class ReviewSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """How, when and at what price a model reviews.

    `provider` "auto" takes the first that is set up: Anthropic or OpenAI by the key in the environment, else an Ollama
    that OLLAMA_HOST names. `timeout` is in seconds without any progress; `concurrency` is how many questions are open
    at once. Limits of 0 mean none. Tokens are input and output together, money is in US dollars.
    Besides secrets, what `redact` names and the `redact_words` are kept back.
    """

    enable: bool = True
    run: Literal["manual", "on-save"] = "manual"
    provider: Literal["auto", "anthropic", "openai", "ollama"] = "auto"
    model: str = ""
    base_url: str = ""
    timeout: Seconds = 120.0
    minimum_confidence: Share = 0.6
    max_findings_per_file: Count = 5
    context_tokens: Count = 2_000
    concurrency: Annotated[int, Meta(ge=1, le=64)] = 4
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
