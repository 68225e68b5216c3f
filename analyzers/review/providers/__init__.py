"""The providers, one file each: it defines `connect(base_url, key, options) -> Provider` and has its name."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from reread.analyzers.review.provider import MissingKeyError, Provider


@cache
def provider_names() -> tuple[str, ...]:
    """The names of all providers, sorted."""
    files = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")))


def connect(name: str, base_url: str, key: str, options: Mapping[str, Any]) -> Provider:
    """A provider ready to be asked. Imports the vendor's library, which may take seconds the first time."""
    if name not in provider_names():
        raise MissingKeyError(f"there is no provider {name!r}; there are {', '.join(provider_names())}")
    module = importlib.import_module(f"reread.analyzers.review.providers.{name}")
    provider: Provider = module.connect(base_url, key, options)
    return provider
