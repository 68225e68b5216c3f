"""Static facts about a provider: names, addresses, keys, models and prices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from reread.analyzers.review.provider import Provider

_MILLION = 1_000_000


class Price(NamedTuple):
    """US dollars for a million tokens.

    `cache_read` and `cache_write` are the parts of the input price for tokens from the provider's prompt cache, and for
    those that are put into it.
    """

    input: float
    output: float
    cache_read: float = 1.0
    cache_write: float = 1.0

    def of(self, input_tokens: int, output_tokens: int, cache_read: int = 0, cache_written: int = 0) -> float:
        extra = cache_read * (self.cache_read - 1) + cache_written * (self.cache_write - 1)
        return ((input_tokens + extra) * self.input + output_tokens * self.output) / _MILLION


class Models(NamedTuple):
    """A vendor's models: the one to use, and one for short questions ("" is none).

    `prices` are by model, "*" stands for all others; a model without one has no known price. `options` are request
    parameters that a model needs besides the usual ones. The user's `models.toml` adds to all of it.
    """

    default: str
    small: str = ""
    prices: Mapping[str, Price] = {}
    options: Mapping[str, Mapping[str, Any]] = {}


class Key(Enum):
    """When a provider needs a key: always, at the vendor's own address only, or never."""

    ALWAYS = "always"
    OFFICIAL = "official"
    NEVER = "never"


def _same(address: str) -> str:
    return address


def _leaves(base_url: str, models: tuple[str, ...]) -> bool:
    return False


class Description(NamedTuple):
    """A provider, in `providers/<name>.py`. `title` is its name for people.

    `key_variable` and `url_variable` name variables of the environment ("" is none). `official_url` is the vendor's own
    address, "" for a provider that is only ever asked at an address of the user's; `url_of` makes one of what the user
    wrote. `setup` says what to do to use it, where that is not to set `key_variable`. "auto" tries providers by their
    `rank`. `libraries` are what `connect` imports from other projects, by the names of their distributions.
    `stays_here(base_url, models)` is True when code that is sent there does not leave this machine, so that it needs no
    consent. `has_context_size` says that `connect` takes the option `context_size`, in tokens, and `priced_everywhere`
    that the prices hold at any address, not only at the vendor's own. `needs` names a setting of the review, a list of
    words, that `connect` takes as an option too: without it, the provider is not set up, and "auto" never takes one
    that has such a setting. `url_of` is given its words, joined by NUL. `has_tools` says that its models may be offered
    tools: those that know none are asked without. `by_client` says that the program which started us is asked, so that
    there is nothing to set up but `review.provider`; "auto" never takes it.

    `connect(base_url, key, options)` makes what can be asked; `options` go into each request.
    """

    name: str
    title: str
    connect: Callable[[str, str, Mapping[str, Any]], Provider]
    models: Models
    rank: int
    setup: str = ""
    key: Key = Key.ALWAYS
    key_variable: str = ""
    url_variable: str = ""
    official_url: str = ""
    url_of: Callable[[str], str] = _same
    libraries: tuple[str, ...] = ()
    stays_here: Callable[[str, tuple[str, ...]], bool] = _leaves
    has_context_size: bool = False
    has_tools: bool = False
    priced_everywhere: bool = False
    needs: str = ""
    by_client: bool = False
