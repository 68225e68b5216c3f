"""Prepares the built-in rules and library names: `python -m reread.analyzers.rules.prebuild FILE`.

The rules go into FILE, the names beside their models. Where FILE is there already and no code is newer, only rules that
have changed since are prepared again.
"""

from __future__ import annotations

import os
import sys

from reread.analyzers.dataflow.models import library_names
from reread.analyzers.rules.cache.cache_file import save
from reread.analyzers.rules.cache.engine_version import newest_code
from reread.analyzers.rules.cache.prebuilt import digest_of, version_of_code
from reread.analyzers.rules.cache.rule_cache import fresh
from reread.analyzers.rules.locations import ANALYZERS
from reread.analyzers.rules.ruleset import builtin_files


def write(path: str) -> int:
    """Prepares the built-in rules of this installation; returns how many files they are in."""
    source, files = builtin_files()
    entries = {
        os.path.relpath(file, ANALYZERS): {
            **entry,
            "shared": {os.path.relpath(each, ANALYZERS): digest_of(each) for each in entry["shared"]},
        }
        for file, entry in fresh(source, files, path if _is_newer_than_code(path) else "").items()
    }
    save(path, version_of_code(), entries)
    return len(entries)


def _is_newer_than_code(path: str) -> bool:
    try:
        return os.stat(path).st_mtime_ns > newest_code()
    except OSError:
        return False


if __name__ == "__main__":
    write(sys.argv[1])
    library_names.prepare()
