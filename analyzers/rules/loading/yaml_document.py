"""Reads YAML within limits: nothing in a file can take long, use much memory, or have side effects."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any

from reread.analyzers import inside
from reread.analyzers.data_directories import workspace_of_rule
from reread.analyzers.rules.loading.field_values import Wrong

LONGEST_FILE = 2_000_000
_MOST_VALUES = 200_000


def load(data: bytes) -> Any:
    """The content of a document. Raises Wrong for what is no YAML, or too much."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = yaml.load(data, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark is not None else ""
        text = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
        raise Wrong("", f"not valid YAML: {where}{text}") from None
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Wrong("", f"not valid YAML: {str(error).split(chr(10), 1)[0]}") from None
    _limit(content)
    return content


def load_file(path: str) -> Any:
    """The content of a file, as `load` returns it; the caller must not change it. Raises OSError as well."""
    status = os.stat(path)
    return _loaded(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=200)
def _loaded(path: str, _modified: int, _size: int) -> Any:
    data = inside.read(workspace_of_rule(path), path, LONGEST_FILE + 1)
    if len(data) > LONGEST_FILE:
        raise Wrong("", f"the file is longer than {LONGEST_FILE:,} bytes")
    return load(data)


def _limit(content: Any) -> None:
    """Refuses a file whose aliases multiply into more values than any rule file has, or contain themselves."""
    stack = [content]
    count = 0
    while stack:
        value = stack.pop()
        count += 1
        if count > _MOST_VALUES:
            raise Wrong("", f"the file holds more than {_MOST_VALUES:,} values")
        if isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, (list, tuple, set)):
            stack.extend(value)
