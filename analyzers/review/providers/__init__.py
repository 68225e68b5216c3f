"""The providers, one module each, found by file name. A module defines `PROVIDER`, a `Description`.

Reading descriptions imports no vendor's library; `connect` does.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread.analyzers.review.description import Description
    from reread.analyzers.review.provider import Provider


@cache
def provider_names() -> tuple[str, ...]:
    """The names of all providers, sorted. Imports none of them."""
    files = [file for folder in __path__ for file in os.listdir(folder)]
    return tuple(sorted({name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")}))


def description(name: str) -> Description:
    """The description in the module of a provider. Raises MissingKeyError if there is none of that name."""
    if name not in provider_names():
        from reread.analyzers.review.provider import MissingKeyError

        raise MissingKeyError(f"there is no provider {name!r}; there are {', '.join(provider_names())}")
    found: Description = importlib.import_module(f"{__name__}.{name}").PROVIDER
    return found


def descriptions() -> tuple[Description, ...]:
    """All of them, those that "auto" tries first in front."""
    return tuple(sorted(map(description, provider_names()), key=lambda each: (each.rank, each.name)))


def connect(name: str, base_url: str, key: str, options: Mapping[str, Any]) -> Provider:
    """A provider ready to be asked. Imports the vendor's library, which may take seconds the first time."""
    from reread.analyzers.review.provider import EndpointError

    try:
        return description(name).connect(base_url, key, options)
    except Exception as error:
        # Each HTTP library has its own class of this name.
        if type(error).__name__ != "InvalidURL" and not isinstance(error, ValueError):
            raise
        raise EndpointError(f"{name}: {base_url} is not an address: {error}") from error
