"""A place of the demo's own for settings, caches and state: nothing of the user is read or written."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reread.analyzers import owned_files, parts
from reread.analyzers.review.providers import descriptions
from reread.server.demo.canned_model import MODEL
from reread.server.exits import UsageError

_USERS = ("REREAD_CONSENT", "REREAD_MODEL", "REREAD_PROVIDER", "REREAD_REVIEW", "REREAD_CHROMA_TOKEN")

_PRICES = f"[openai.prices.{MODEL}]\ninput = 0.0\noutput = 0.0\n"


@contextmanager
def private(folder: str, project: str, url: str) -> Iterator[None]:
    """While the block runs, processes have their files in `folder`, and the model is that at `url` ("": there is none).

    Fixes are verified with the tests of the project. Raises UsageError.
    """
    own = {
        "REREAD_CACHE_DIR": os.path.join(folder, "cache"),
        "REREAD_STATE_DIR": os.path.join(folder, "state"),
        "REREAD_CONFIG": os.path.join(folder, "config.toml"),
    }
    try:
        _write(folder, own["REREAD_STATE_DIR"], _settings(project, url))
    except OSError as error:
        raise UsageError(owned_files.unwritten(folder, error)) from error
    providers = {name for each in descriptions() for name in (each.key_variable, each.url_variable) if name}
    changed = {**dict.fromkeys((*_USERS, *providers)), **own}
    before = {name: os.environ.get(name) for name in changed}
    _set(changed)
    try:
        yield
    finally:
        _set(before)


def _write(folder: str, state: str, settings: str) -> None:
    for name, text in (("config.toml", settings), ("models.toml", _PRICES)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    os.makedirs(state)
    if os.path.isdir(parts.root()):
        # What `reread setup` has installed is used, not installed again. Windows may forbid links; then it is missing.
        with suppress(OSError):
            os.symlink(parts.root(), os.path.join(state, "parts"), target_is_directory=True)


def _settings(project: str, url: str) -> str:
    if not url:
        return "[review]\nenable = false\n"
    python = (shutil.which("python3") and "python3") if sys.platform != "win32" else None
    verify = [python or sys.executable, "-m", "unittest", "tests.test_prices"]
    # A string in JSON is one in TOML too.
    return (
        f'[review]\nprovider = "openai"\nmodel = "{MODEL}"\nbase-url = {json.dumps(url)}\n'
        f"[[review.verify]]\ncommand = {json.dumps(verify)}\nfolders = [{json.dumps(project)}]\n"
    )


def _set(variables: dict[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
