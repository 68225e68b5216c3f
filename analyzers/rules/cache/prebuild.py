"""Prepares the built-in rules for a wheel: `python -m reread.analyzers.rules.cache.prebuild FILE`."""

from __future__ import annotations

import os
import sys

from reread.analyzers.rules.cache.cache_file import save
from reread.analyzers.rules.cache.locations import ANALYZERS
from reread.analyzers.rules.cache.prebuilt import digest_of, version_of_code
from reread.analyzers.rules.cache.rule_cache import fresh
from reread.analyzers.rules.ruleset import builtin_files


def write(path: str) -> int:
    """Prepares the built-in rules of this installation; gives how many files they are in."""
    source, files = builtin_files()
    entries = {
        os.path.relpath(file, ANALYZERS): {
            **entry,
            "shared": {os.path.relpath(each, ANALYZERS): digest_of(each) for each in entry["shared"]},
        }
        for file, entry in fresh(source, files).items()
    }
    save(path, version_of_code(), entries)
    return len(entries)


if __name__ == "__main__":
    write(sys.argv[1])
