"""Where Reread keeps what it may forget (cache), what it must not (state), and the user's own data files."""

from __future__ import annotations

import os


def cache_directory(part: str) -> str:
    """The folder of one kind of cached data ("responses"). `REREAD_CACHE_DIR` names another parent. Not created."""
    return os.path.join(os.environ.get("REREAD_CACHE_DIR") or _platform("cache"), part)


def state_directory() -> str:
    """The folder of the ledger and the audit log. `REREAD_STATE_DIR` names another. Not created."""
    return os.environ.get("REREAD_STATE_DIR") or _platform("state")


def user_file(name: str) -> str:
    """A data file of the user, beside the user's `config.toml` (which `REREAD_CONFIG` may name)."""
    named = os.environ.get("REREAD_CONFIG")
    return os.path.join(os.path.dirname(os.path.abspath(named)) if named else _platform("config"), name)


def _platform(kind: str) -> str:
    import platformdirs

    function = {
        "cache": platformdirs.user_cache_dir,
        "state": platformdirs.user_state_dir,
        "config": platformdirs.user_config_dir,
    }[kind]
    return function("reread", appauthor=False)
