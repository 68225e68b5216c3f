"""Parses a model file in YAML to a checked `LibraryModel` and `Problem`s. Nothing in a file can make this fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from reread.analyzers.rules.loading.field_values import Wrong
from reread.analyzers.rules.loading.vocabulary import ANY, CERTAINTIES, LANGUAGES, SINKS, SOURCES
from reread.analyzers.rules.models.model import LibraryModel, ModelEntry, ModelExample
from reread.analyzers.rules.models.patterns import Subject, subject_of
from reread.analyzers.rules.models.yaml_lines import Path, YamlLines
from reread.analyzers.rules.rule import Problem

_PORT = re.compile(r"(argument (?P<argument>\d+|[A-Za-z_]\w*)|receiver|result)(?P<path>(\.[A-Za-z_]\w*|\[\])*)")
_STEP = re.compile(r"\.(\w+)|\[\]")
MOST_ARGUMENTS = 20
_LONGEST_PATH = 4
KINDS = ("taint", "value")


def port_of(text: object) -> tuple[str, tuple[str, ...]] | None:
    """The base of a port (`receiver`, `result`, `argument 0`, `argument name`) and the way from there, with "" for any
    element; None for what is none.
    """
    match = _PORT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        return None
    path = tuple(step[1] or "" for step in _STEP.finditer(match["path"]))
    argument = match["argument"] or ""
    if len(path) > _LONGEST_PATH or (argument.isdecimal() and int(argument) > MOST_ARGUMENTS):
        return None
    return (f"argument {argument}" if argument else match[1]), path


SECTIONS = ("sources", "sinks", "sanitizers", "summaries", "neutral")
KEYS = ("library", "languages", *SECTIONS, "examples")
_FUNCTIONS = ("function", "method")
_HANDLERS = ("decorator", "parameter-decorator", "callback")
_FORMS = {
    "sources": (*_FUNCTIONS, "attribute", "field", *_HANDLERS),
    "sinks": _FUNCTIONS,
    "sanitizers": _FUNCTIONS,
    "summaries": _FUNCTIONS,
    "neutral": _FUNCTIONS,
}
_MORE = {
    "sources": ("class", "parameter", "argument"),
    "sinks": ("class", "argument"),
    "sanitizers": ("class", "guard"),
    "summaries": ("from", "to", "kind"),
    "neutral": (),
}
_CLASSES = {"sources": tuple(SOURCES), "sinks": tuple(SINKS), "sanitizers": (*SINKS, ANY)}
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_MODULE = re.compile(r"[A-Za-z0-9_@$-][\w@$.~-]*")
_LONGEST_NAME = 200
_MOST_ENTRIES = 2_000
_MOST_EXAMPLES = 200
_LONGEST_EXAMPLE = 20_000


class ModelItem(NamedTuple):
    """One checked item of a section. `values` are what stands under the keys beside name, languages and certainty."""

    section: str
    subject: str
    form: str
    languages: tuple[str, ...]
    certainty: str
    values: dict[str, Any]


class _BadValue(Exception):  # noqa: N818
    """What is wrong, and at which key: the way to it from the top of the file."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


def is_model(content: Any) -> bool:
    """True for the content of a model file; rule files have a list of `rules`."""
    return isinstance(content, dict) and "rules" not in content and "library" in content


def read_model(
    path: str, data: bytes, content: Any, compiled: Callable[[ModelItem], Iterator[ModelEntry]]
) -> tuple[LibraryModel, list[Problem]]:
    """The model in a file, given its bytes and what YAML makes of them, and the problems with it.

    What is wrong is left out, the rest of the file holds. `compiled` makes the entries of an item; raises `Wrong`.
    """
    found: list[ModelEntry] = []
    examples: list[ModelExample] = []
    wrong: list[_BadValue] = []
    library = ""
    try:
        library = _text((), content, "library")
        _known_keys((), content, KEYS)
        languages = _languages((), content, ())
        left = _MOST_ENTRIES
        for section in SECTIONS:
            items = _list((section,), content.get(section, []), _MOST_ENTRIES)
            left -= len(items)
            if left < 0:
                raise _BadValue((section,), f"the file has more than {_MOST_ENTRIES:,} entries from here on")
            for number, item in enumerate(items):
                try:
                    wanted = _wanted((section, number), section, item, languages)
                    found += _compiled((section, number), wanted, compiled)
                except _BadValue as error:
                    wrong.append(error)
        lines = YamlLines(data) if "examples" in content else None
        for number, item in enumerate(_list(("examples",), content.get("examples", []), _MOST_EXAMPLES)):
            try:
                examples.append(_example(("examples", number), item, languages, lines))
            except _BadValue as error:
                wrong.append(error)
    except _BadValue as error:
        wrong.append(error)
    problems = [_problem(path, error, YamlLines(data)) for error in wrong]
    return LibraryModel(library, tuple(found), tuple(examples), path), problems


def _compiled(path: Path, wanted: ModelItem, compiled: Callable[[ModelItem], Iterator[ModelEntry]]) -> list[ModelEntry]:
    try:
        return list(compiled(wanted))
    except Wrong as error:
        raise _BadValue((*path, wanted.form), f"`{wanted.subject}` cannot be looked for: {error.message}") from None


def _wanted(path: Path, section: str, item: Any, languages: tuple[str, ...]) -> ModelItem:
    forms = _FORMS[section]
    if not isinstance(item, dict):
        raise _BadValue(path, f"expected a mapping with one of the keys {', '.join(forms)}")
    _known_keys(path, item, (*forms, *_MORE[section], "languages", "certainty"))
    named = [form for form in forms if form in item]
    if len(named) != 1:
        raise _BadValue(path, f"expected one of the keys {', '.join(forms)}")
    form = named[0]
    languages = _languages(path, item, languages)
    subject = _name((*path, form), item[form])
    for language in languages:
        _check_form((*path, form), form, language)
    is_bare = any(subject_of(form, subject, language).is_bare for language in languages)
    certainty = item.get("certainty", "" if is_bare else "high")
    if is_bare and not certainty:
        raise _BadValue(
            (*path, form),
            f"`{subject}` has no module or type: qualify it, or add `certainty` ({', '.join(CERTAINTIES)})",
        )
    _among((*path, "certainty"), certainty, tuple(CERTAINTIES))
    return ModelItem(section, subject, form, languages, certainty, _values(path, section, form, item))


def _check_form(path: Path, form: str, language: str) -> None:
    spoken = {"decorator": ("python", "java"), "parameter-decorator": ("java",), "callback": ("javascript",)}
    if form in spoken and language not in spoken[form]:
        raise _BadValue(path, f"`{form}` is only for {', '.join(spoken[form])}, not for {language}")


def _values(path: Path, section: str, form: str, item: dict[Any, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if section in _CLASSES:
        values["classes"] = _classes((*path, "class"), item.get("class"), _CLASSES[section])
    if section == "sinks":
        values["arguments"] = _places((*path, "argument"), item.get("argument", 0))
    elif section == "sources":
        if "parameter" in item and form not in _HANDLERS:
            raise _BadValue((*path, "parameter"), f"`parameter` is for {', '.join(_HANDLERS)}; a {form} has none")
        if "argument" in item and form not in _FUNCTIONS:
            raise _BadValue((*path, "argument"), f"`argument` is for {', '.join(_FUNCTIONS)}")
        parameter = item.get("parameter", "all")
        values["parameters"] = ("all",) if parameter == "all" else _places((*path, "parameter"), parameter, names=False)
        values["arguments"] = _places((*path, "argument"), item["argument"]) if "argument" in item else ()
    elif section == "sanitizers" and "guard" in item:
        values["guard"] = _places((*path, "guard"), item["guard"])[0]
    elif section == "summaries":
        values["kind"] = item.get("kind", "taint")
        _among((*path, "kind"), values["kind"], KINDS)
        for key in ("from", "to"):
            values[key] = item.get(key)
            port = port_of(values[key])
            if port is None or (key == "from" and port[0] == "result"):
                bases = "`argument 0`, `argument name` or `receiver`" + (", or `result`" if key == "to" else "")
                raise _BadValue((*path, key), f"expected {bases}, with `.field` or `[]` behind it")
    return values


def _example(path: Path, item: Any, languages: tuple[str, ...], lines: YamlLines | None) -> ModelExample:
    if not isinstance(item, dict):
        raise _BadValue(path, "expected a mapping with the key `code`")
    _known_keys(path, item, ("language", "code"))
    code = _text(path, item, "code", _LONGEST_EXAMPLE)
    language = item.get("language", languages[0])
    tables = tuple(table for names in LANGUAGES.values() for table in names)
    _among((*path, "language"), language, tables)
    place = lines.line_of((*path, "code"), value=True) if lines is not None else 0
    return ModelExample(language, code, place + 1)


def _languages(path: Path, item: dict[Any, Any], default: tuple[str, ...]) -> tuple[str, ...]:
    value = item.get("languages", list(default))
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names:
        raise _BadValue((*path, "languages"), f"expected a list of languages: {', '.join(LANGUAGES)}")
    for name in names:
        _among((*path, "languages"), name, tuple(LANGUAGES))
    return tuple(dict.fromkeys(names))


def _classes(path: Path, value: Any, known: tuple[str, ...]) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names:
        raise _BadValue(path if value is not None else path[:-1], f"expected a `class`: {', '.join(known)}")
    for name in names:
        _among(path, name, known)
    return tuple(dict.fromkeys(names))


def _places(path: Path, value: Any, *, names: bool = True) -> tuple[int | str, ...]:
    """Positions from 0 or names of arguments."""
    found = value if isinstance(value, list) and value else [value]
    for each in found:
        is_name = names and isinstance(each, str) and _NAME.fullmatch(each) is not None and len(each) <= _LONGEST_NAME
        if not is_name and not (type(each) is int and 0 <= each <= MOST_ARGUMENTS):
            raise _BadValue(path, f"expected a position from 0 to {MOST_ARGUMENTS}" + (" or a name" if names else ""))
    return tuple(found[:MOST_ARGUMENTS])


def _name(path: Path, value: Any) -> str:
    """A name such as `acme.db.run` or `@acme/db.run`: nothing in it can be anything else in a pattern."""
    if isinstance(value, str) and len(value) <= _LONGEST_NAME:
        *modules, last = value.split("/")
        if all(_MODULE.fullmatch(part) for part in modules):
            first, *rest = last.split(".")
            if all(_NAME.fullmatch(part) for part in rest) and (_MODULE if rest else _NAME).fullmatch(first):
                return value
    raise _BadValue(path, "expected a name such as `module.function` or `module.Type.method`")


def _text(path: Path, item: Any, key: str, longest: int = _LONGEST_NAME) -> str:
    value = item.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise _BadValue((*path, key), f"expected a text of at most {longest:,} characters under `{key}`")
    return value


def _list(path: Path, value: Any, most: int) -> Sequence[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _BadValue(path, f"expected a list of at most {most:,}")
    return value


def _known_keys(path: Path, item: dict[Any, Any], known: tuple[str, ...]) -> None:
    for key in item:
        if key not in known:
            raise _BadValue((*path, key), f"`{key}` is not a key here{_hint(key, known)}")


def _among(path: Path, value: Any, known: tuple[str, ...]) -> None:
    if not isinstance(value, str) or value not in known:
        raise _BadValue(path, f"`{value}` is not known{_hint(value, known)}")


def _hint(value: Any, known: tuple[str, ...]) -> str:
    near = get_close_matches(str(value)[:_LONGEST_NAME], known, 1)
    return f". Did you mean `{near[0]}`?" if near else f"; expected one of {', '.join(known)}"


def _problem(path: str, error: _BadValue, lines: YamlLines) -> Problem:
    line, column = lines.place_of(error.path)
    return Problem(path, "", "", f"line {line + 1}, column {column + 1}: {error.message}")


def subjects(wanted: ModelItem) -> Iterator[tuple[str, Subject]]:
    """The subjects that an item names, by language."""
    for language in wanted.languages:
        yield language, subject_of(wanted.form, wanted.subject, language)
