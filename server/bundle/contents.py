"""The content of an archive for a bug report: texts by file name."""

from __future__ import annotations

import json
import platform
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from reread.analyzers.review.spend.ledger import Ledger, LedgerError
from reread.analyzers.review.spend.stats import groups
from reread.server import __version__
from reread.server.bundle.cleaning import Cleaner
from reread.server.configuration import Configuration, load
from reread.server.logs import reading, writing
from reread.server.logs.lines import LEFT_OUT, Line
from reread.server.review.spending import ledger_path

MOST_LINES = 500
"""The last lines of the log that go in."""
_PRIVATE = frozenset({"review.redact-words"})
"""Settings whose values are private by what they are for: only their number is written."""

Diagnoses = Iterable[tuple[str, str, str]]
"""Status, topic and text of what the doctor says."""


def contents(folder: str, diagnoses: Diagnoses) -> dict[str, str]:
    """The texts of the archive, clean, for a workspace folder."""
    configuration = load(folder)
    cleaner = Cleaner(configuration.settings.review, folder)
    parts: dict[str, Any] = {
        "about.json": _about(),
        "doctor.txt": "".join(f"{status:<4}  {topic}: {text}\n" for status, topic, text in diagnoses),
        "settings.txt": "".join(_settings(configuration)),
        "ledger.json": _ledger(),
        "log.jsonl": _log(),
    }
    return {name: _written(name, parts[name], cleaner) for name in parts}


def _written(name: str, value: Any, cleaner: Cleaner) -> str:
    """The text of a file. Of data the texts are cleaned before it is written, since JSON has to stay JSON."""
    if name.endswith(".txt"):
        return cleaner.clean(value)
    data = cleaner.clean_data(value)
    return "".join(map(_line, data)) if name.endswith(".jsonl") else _json(data)


def _about() -> dict[str, str]:
    return {
        "reread": __version__,
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": f"{platform.system()} {platform.release()}",
        "machine": platform.machine(),
        "encoding": sys.getfilesystemencoding(),
    }


def _settings(configuration: Configuration) -> Iterator[str]:
    """What somebody has set, one per line with what set it, and what is wrong."""
    values = msgspec.to_builtins(configuration.settings)
    for key, origin in sorted(configuration.origins.items()):
        value = _value(values, key)
        shown = f"{len(value)} words" if key in _PRIVATE else json.dumps(value, ensure_ascii=False)
        yield f"{key} = {shown}  # {origin}\n"
    for problem in configuration.problems:
        yield f"problem: {problem}\n"


def _value(values: Mapping[str, Any], key: str) -> Any:
    """The value of a setting; names of rules have dots of their own."""
    name, _, rest = key.partition(".")
    if key in values or not rest or not isinstance(values.get(name), Mapping):
        return values.get(key, values.get(name))
    return _value(values[name], rest)


def _ledger() -> Any:
    """Calls, tokens and cost by provider, model and purpose."""
    try:
        entries = Ledger(ledger_path()).entries()
    except LedgerError as error:
        return {"problem": str(error)}
    return [{**group._asdict(), "statistics": group.statistics._asdict()} for group in groups(entries)]


def _log() -> Any:
    last = deque(reading.lines(writing.folder(), reading.Wanted()), maxlen=MOST_LINES)
    return [msgspec.to_builtins(without_code(line)) for line in last]


def without_code(line: Line) -> Line:
    """The line as it would be if code were not enabled."""
    if not line.code:
        return line
    error = msgspec.structs.replace(line.error, text="") if line.error is not None else None
    return msgspec.structs.replace(line, message=LEFT_OUT, error=error, code=False)


def _line(value: Any) -> str:
    return f"{msgspec.json.encode(value).decode()}\n"


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n"
