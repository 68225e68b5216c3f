"""Tells model files from rule files, and reads them."""

from __future__ import annotations

import os
import re
from typing import Any

from reread.analyzers.data_directories import MODELS_FOLDER
from reread.analyzers.rules.models.model import LibraryModel
from reread.analyzers.rules.rule import Problem

_LIBRARY = re.compile(rb"^[\"']?library[\"']?\s*:", re.MULTILINE)


def model_in(path: str, data: bytes) -> tuple[LibraryModel, list[Problem]] | None:
    """The library model in a file, and the problems with it. None for a file of rules, and for one that cannot be read
    as YAML, of which the reader of rules says so.

    A file in a folder of models is one whatever it says; elsewhere one that has the key `library` and no `rules`.
    """
    expected = f"{os.sep}{MODELS_FOLDER}{os.sep}" in os.path.abspath(path)
    if not expected and _LIBRARY.search(data) is None:
        return None
    from reread.analyzers.rules.loading.field_values import Wrong
    from reread.analyzers.rules.loading.yaml_document import LONGEST_FILE, load
    from reread.analyzers.rules.models.compile_models import compiled
    from reread.analyzers.rules.models.parse_models import read_model

    if len(data) > LONGEST_FILE:
        return None
    try:
        content = load(data)
    except Wrong:
        return None
    if not isinstance(content, dict):
        return (LibraryModel("", (), (), path), [_no_mapping(path)]) if expected else None
    return read_model(path, data, content, compiled) if _is_model(content, expected=expected) else None


def _is_model(content: dict[Any, Any], *, expected: bool) -> bool:
    return "rules" not in content and (expected or "library" in content)


def _no_mapping(path: str) -> Problem:
    return Problem(path, "", "", "line 1, column 1: expected a mapping with the keys of a library model")
