"""Reads the SARIF 2.1.0 of other tools: from a log to findings with places, by file.

What a tool says of a result that it suppressed, that is not a failure, or that is gone is left out. Places are confined
to the workspace folder. A log may come with a repository: nothing in it is trusted, and wrong types are left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

import msgspec

from reread.analyzers import inside
from reread.analyzers.findings import Severity

LARGEST_LOG = 500_000_000
"""Bytes."""

_LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.INFO, "none": Severity.HINT}
_HIGH = 7.0
"""As a score of CVSS: from here on a weakness is high, and its finding an error."""


class SarifError(Exception):
    """This is no SARIF that can be read. The text is one line for the user."""


class Region(NamedTuple):
    """Lines from 0, columns from 0 in the run's units; a column of None is the start or the end of its line."""

    line: int
    column: int | None
    end_line: int
    end_column: int | None


class Step(NamedTuple):
    """A place that explains a result.

    `path` is absolute; `flow` distinguishes the steps of a data flow from other places.
    """

    path: str
    line: int
    message: str
    flow: bool


class Result(NamedTuple):
    """One result. `rule` begins with the tool's name, "ruff/F401"; `utf16` gives the units of its columns."""

    rule: str
    message: str
    severity: Severity
    region: Region
    utf16: bool
    steps: tuple[Step, ...] = ()
    explanation: str = ""
    documentation: str = ""
    weaknesses: tuple[str, ...] = ()


class _Rule(NamedTuple):
    severity: Severity
    explanation: str
    documentation: str
    weaknesses: tuple[str, ...]


def read(path: str, folder: str) -> dict[str, list[Result]]:
    """The results of a file, by the path of their file below the workspace folder, with `/`. Raises SarifError."""
    try:
        data = inside.read("", os.path.abspath(path), LARGEST_LOG + 1)
    except OSError as error:
        raise SarifError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    if len(data) > LARGEST_LOG:
        raise SarifError(f"{path}: larger than {LARGEST_LOG:,} bytes")
    return results(data, folder, path)


def results(data: bytes, folder: str, name: str = "output") -> dict[str, list[Result]]:
    """The same, of the content of a file. Raises SarifError."""
    try:
        log = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SarifError(f"{name}: not JSON: {error}") from error
    if not isinstance(log, dict) or not isinstance(log.get("runs"), list):
        raise SarifError(f"{name}: not SARIF: it has no runs")
    if not str(log.get("version", "")).startswith("2.1"):
        raise SarifError(f"{name}: SARIF of version {log.get('version')!r}; 2.1.0 can be read")
    found: dict[str, list[Result]] = {}
    for run in _dicts(log["runs"]):
        reader = _Run(run, folder)
        for result in _dicts(run.get("results")):
            for path, made in reader.read(result):
                found.setdefault(path, []).append(made)
    return found


class _Run:
    """One run of a log: its tool, its rules, and where its paths count from."""

    def __init__(self, run: Mapping[str, Any], folder: str) -> None:
        driver = _dict(_dict(run.get("tool")).get("driver"))
        self._folder = os.path.abspath(folder)
        self._real = os.path.realpath(folder)
        self._tool = _identifier(_text(driver.get("name"))).lower() or "tool"
        self._utf16 = run.get("columnKind") != "unicodeCodePoints"
        self._bases = _dict(run.get("originalUriBaseIds"))
        extensions = _dicts(_dict(run.get("tool")).get("extensions"))
        self._numbered = [_rule(rule) for rule in _dicts(driver.get("rules"))]
        listed = [rule for part in (driver, *extensions) for rule in _dicts(part.get("rules"))]
        self._rules = {_text(rule.get("id")): _rule(rule) for rule in listed}
        self._paths: dict[tuple[str, str], str | None] = {}

    def read(self, result: Mapping[str, Any]) -> Iterator[tuple[str, Result]]:
        """The result with its file, unless it is none to show or has no place in the workspace."""
        if result.get("kind", "fail") != "fail" or result.get("baselineState") == "absent" or _is_suppressed(result):
            return
        place = next(iter(_dicts(result.get("locations"))), {})
        physical = _dict(place.get("physicalLocation"))
        path = self._path(_dict(physical.get("artifactLocation")))
        if path is None:
            return
        identifier = _text(result.get("ruleId")) or _text(_dict(result.get("rule")).get("id"))
        rule = self._rule(identifier, result)
        level = _LEVELS.get(_text(result.get("level")))
        yield (
            os.path.relpath(path, self._folder).replace(os.sep, "/"),
            Result(
                f"{self._tool}/{_identifier(identifier) or 'result'}",
                _message(result.get("message")) or identifier,
                rule.severity if level is None or rule.severity is Severity.ERROR else level,
                _region(_dict(physical.get("region"))),
                self._utf16,
                tuple(self._steps(result)),
                rule.explanation,
                rule.documentation,
                rule.weaknesses,
            ),
        )

    def _rule(self, identifier: str, result: Mapping[str, Any]) -> _Rule:
        number = result.get("ruleIndex")
        if identifier in self._rules:
            return self._rules[identifier]
        if isinstance(number, int) and 0 <= number < len(self._numbered):
            return self._numbered[number]
        return _Rule(Severity.WARNING, "", "", ())

    def _steps(self, result: Mapping[str, Any]) -> Iterator[Step]:
        flow = next(iter(_dicts(result.get("codeFlows"))), {})
        thread = next(iter(_dicts(flow.get("threadFlows"))), {})
        for step in _dicts(thread.get("locations")):
            yield from self._step(_dict(step.get("location")), flow=True)
        for place in _dicts(result.get("relatedLocations")):
            yield from self._step(place, flow=False)

    def _step(self, place: Mapping[str, Any], *, flow: bool) -> Iterator[Step]:
        physical = _dict(place.get("physicalLocation"))
        path = self._path(_dict(physical.get("artifactLocation")))
        if path is not None:
            yield Step(path, _region(_dict(physical.get("region"))).line, _message(place.get("message")), flow)

    def _path(self, artifact: Mapping[str, Any]) -> str | None:
        """The absolute path in the workspace folder that a location names; None for any other."""
        key = _text(artifact.get("uri")), _text(artifact.get("uriBaseId"))
        if key not in self._paths:
            self._paths[key] = self._resolved(*key)
        return self._paths[key]

    def _resolved(self, uri: str, base: str) -> str | None:
        parts, above_parts = _split(uri), _split(_text(_dict(self._bases.get(base)).get("uri")))
        if parts is None or above_parts is None:
            return None
        if not uri or parts.scheme not in ("", "file") or parts.netloc not in ("", "localhost"):
            return None
        above = "" if parts.scheme else unquote(above_parts.path)
        path = os.path.normpath(os.path.join(self._folder, above, unquote(parts.path)))
        if "\0" in path:
            return None
        # A tool may spell the folder otherwise, with links resolved.
        if path.startswith(os.path.join(self._real, "")):
            path = os.path.join(self._folder, path[len(os.path.join(self._real, "")) :])
        return path if path.startswith(os.path.join(self._folder, "")) else None


def _split(uri: str) -> SplitResult | None:
    """The parts of an address; None for what is none."""
    try:
        return urlsplit(uri)
    except ValueError:
        return None


def _rule(rule: Mapping[str, Any]) -> _Rule:
    properties = _dict(rule.get("properties"))
    level = _LEVELS.get(_text(_dict(rule.get("defaultConfiguration")).get("level")), Severity.WARNING)
    try:
        is_high = float(properties.get("security-severity", 0)) >= _HIGH
    except (TypeError, ValueError, OverflowError):
        is_high = False
    texts = (rule.get("help"), rule.get("fullDescription"), rule.get("shortDescription"))
    explanation = next((text for part in texts if (text := _text(_dict(part).get("markdown")) or _message(part))), "")
    tags = properties.get("tags")
    weaknesses = tuple(sorted({found for tag in tags if (found := weakness(tag))})) if isinstance(tags, list) else ()
    return _Rule(Severity.ERROR if is_high else level, explanation, _text(rule.get("helpUri")), weaknesses)


def weakness(tag: object) -> str:
    """ "CWE-89" for "external/cwe/cwe-089", "CWE-89: SQL Injection" and such; "" for any other tag."""
    text = str(tag).upper().rpartition("CWE-")[2]
    digits = text[: next((place for place, letter in enumerate(text) if not letter.isdecimal()), len(text))]
    return f"CWE-{int(digits)}" if "CWE-" in str(tag).upper() and digits and len(digits) < 6 else ""


def _region(region: Mapping[str, Any]) -> Region:
    line = _number(region.get("startLine"), 1) - 1
    end_line = max(line, _number(region.get("endLine"), line + 1) - 1)
    column, end_column = region.get("startColumn"), region.get("endColumn")
    return Region(
        line,
        _number(column, 1) - 1 if column is not None else None,
        end_line,
        _number(end_column, 1) - 1 if end_column is not None else None,
    )


def _is_suppressed(result: Mapping[str, Any]) -> bool:
    given = _dicts(result.get("suppressions"))
    return bool(given) and all(each.get("status", "accepted") == "accepted" for each in given)


def _message(value: object) -> str:
    return _text(_dict(value).get("text")).strip()


def _identifier(name: str) -> str:
    """A name that can be in an ignore comment."""
    return re.sub(r"[^\w./@-]+", "-", name.strip(), flags=re.ASCII).strip("-")


def _number(value: object, usual: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000_000 else usual


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
