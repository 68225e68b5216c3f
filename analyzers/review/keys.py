"""Where the keys of providers come from: the vendor's variable, the user's `keys.toml`, or the system keyring.

`keys.toml` is beside the user's `config.toml` and has a line for each provider, `openai = "..."`; nobody but its owner
may be able to read it. The keyring is asked when the library `keyring` is installed, for the service "reread" and the
name of the provider. None of them can be in a repository.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import stat
import tomllib
from collections.abc import Iterable
from functools import cache

from reread.analyzers.data_directories import user_file
from reread.analyzers.review.providers import description

SERVICE = "reread"


def key_of(provider: str) -> str:
    """The key of a provider, or "" where there is none."""
    return os.environ.get(description(provider).key_variable, "") or _in_file(provider) or _in_keyring(provider)


def problem() -> str:
    """One line when there is a `keys.toml` that is not used, else ""."""
    return _read()[1]


def _in_file(provider: str) -> str:
    key = _read()[0].get(provider, "")
    return key if isinstance(key, str) else ""


def _read() -> tuple[dict[str, object], str]:
    path = user_file("keys.toml")
    try:
        with open(path, "rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                return {}, f"{path}: others can read it, so it is not used (`chmod 600` makes it yours alone)"
            return tomllib.load(file), ""
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError) as error:
        return {}, f"{path}: {error}"


def token_of(variables: Iterable[str], name: str) -> str:
    """The token for a host: of the first of the variables that is set, else what the keyring has under a name; ""."""
    return next(filter(None, (os.environ.get(each, "") for each in variables)), "") or _in_keyring(name)


@cache
def _in_keyring(provider: str) -> str:
    if importlib.util.find_spec("keyring") is None:
        return ""
    try:
        return importlib.import_module("keyring").get_password(SERVICE, provider) or ""
    except Exception:
        # No keyring that could be asked is as good as an empty one, whatever its library says.
        return ""
