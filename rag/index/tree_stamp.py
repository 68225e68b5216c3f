"""What a folder looks like from outside: another text when one of its files was changed, added or taken away."""

from __future__ import annotations

import os


def stamp(folder: str) -> str:
    """Names, sizes and times of all files below a folder; "" where there is none."""
    found = []
    for inside, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(inside, name)
            try:
                status = os.stat(path)
            except FileNotFoundError:
                continue  # Gone since it was listed, as a database's journal is.
            found.append(f"{os.path.relpath(path, folder)} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(sorted(found))
