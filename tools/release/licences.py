"""Whether each library that Reread brings, or is developed with, has a licence of the list."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import NamedTuple

from license_expression import LicenseExpression, get_spdx_licensing

_LISTS = Path(__file__).with_name("licences.toml")
_CLASSIFIER = "License :: OSI Approved :: "
_SPDX = get_spdx_licensing()


class Allowed(NamedTuple):
    """`names` gives names of SPDX for others, `libraries` the licences of single libraries, `excepted` those that are
    allowed for a reason though their licence is not.
    """

    licences: frozenset[str]
    names: Mapping[str, str]
    libraries: Mapping[str, str]
    excepted: Mapping[str, str]


def read(path: Path = _LISTS) -> Allowed:
    """The lists in a file."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return Allowed(frozenset(lists["allowed"]), lists["names"], lists["libraries"], lists["excepted"])


def licence_of(name: str, allowed: Allowed) -> str:
    """The licence of an installed library as an expression of SPDX; "" where it is not known."""
    try:
        return allowed.libraries.get(name) or _stated(metadata(name), allowed.names)
    except PackageNotFoundError:
        return ""


def _stated(said: PackageMetadata, names: Mapping[str, str]) -> str:
    stated = [said[field] or "" for field in ("License-Expression", "License") if field in said]
    classifiers = [
        each.removeprefix(_CLASSIFIER) for each in said.get_all("Classifier") or () if each.startswith(_CLASSIFIER)
    ]
    if len(classifiers) == 1:
        stated += classifiers
    return next((found for each in stated if is_valid(found := names.get(each, each))), "")


def is_valid(expression: str) -> bool:
    """Whether a text is an expression of SPDX with licences that there are."""
    return bool(expression) and "\n" not in expression and not _SPDX.validate(expression).errors


def is_allowed(expression: str, licences: frozenset[str]) -> bool:
    """Whether one may use what is under an expression: one of what `OR` joins is enough."""
    return bool(expression) and _is_allowed(_SPDX.parse(expression), licences)


def _is_allowed(parsed: LicenseExpression, licences: frozenset[str]) -> bool:
    if parsed.isliteral:
        return parsed.render() in licences
    judged = (_is_allowed(each, licences) for each in parsed.args)
    return any(judged) if isinstance(parsed, _SPDX.OR) else all(judged)


def problems(names: Iterable[str], allowed: Allowed) -> Iterator[str]:
    """One line for each library whose licence is not known or not allowed."""
    for name in sorted(names):
        found = licence_of(name, allowed)
        if name not in allowed.excepted and not is_allowed(found, allowed.licences):
            yield f"{name}: {found or 'its licence is not known'}"
