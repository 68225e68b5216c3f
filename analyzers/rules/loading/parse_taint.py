"""Parses and checks the YAML of rules with `mode: taint`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from reread.analyzers.pattern import source
from reread.analyzers.pattern.patterns.options import changed, with_options
from reread.analyzers.pattern.prefilter.requirement import Requirement, all_of, any_of
from reread.analyzers.pattern.source import Formula, Part
from reread.analyzers.rules.loading.field_values import Wrong
from reread.analyzers.rules.loading.keyword_arguments import Signatures, signatures_of, with_keywords
from reread.analyzers.rules.loading.parse_operators import STARTS, read_formula, validated
from reread.analyzers.rules.loading.parse_options import taint_options
from reread.analyzers.rules.loading.parse_requires import read_requires
from reread.analyzers.rules.loading.vocabulary import JOINED
from reread.analyzers.rules.rule import Taint
from reread.analyzers.rules.taint_spec import DEFAULT_LABEL, HasAll, HasAny, ModelJoin, OnLabels, TaintSpec

GROUPS = {
    "pattern-sources": "source",
    "pattern-sinks": "sink",
    "pattern-sanitizers": "sanitizer",
    "pattern-propagators": "propagator",
}
_NEWER = {"sources": "source", "sinks": "sink", "sanitizers": "sanitizer", "propagators": "propagator"}
_MATCH_KEYS = frozenset({"pattern", "regex", "all", "any", "inside", "anywhere", "not", "where"})
_KEYS: dict[str, frozenset[str]] = {
    "source": frozenset({"exact", "by-side-effect", "label", "requires", "control", "interfile", "only-unresolved"}),
    "sink": frozenset({"exact", "requires", "at-exit"}),
    "sanitizer": frozenset(
        {
            "exact",
            "by-side-effect",
            "label",
            "not-conflicting",
            "not_conflicting",
            "guard",
            "part",
            "only-unresolved",
            "as-a-whole",
        }
    ),
    "propagator": frozenset({"from", "to", "by-side-effect", "label", "requires", "replace-labels"}),
}
_EFFECTS: dict[Any, int] = {False: 0, True: 1, "only": 2}
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")
_MOST_LEVELS = 8
_MOST_ALTERNATIVES = 200
_MOST_CACHED = 20_000
_CACHE: dict[tuple[str, str, tuple[str, ...], frozenset[str]], tuple[TaintSpec, ...]] = {}


Shared = Callable[[str, str], Any]
"""Gives the content of the shared file of a name, for entries of a kind ("" for any). Raises `Wrong`."""
_FOLDERS = {"source": "sources", "sink": "sinks", "sanitizer": "sanitizers", "propagator": "propagators"}


class _Reading(NamedTuple):
    """What the entries of a rule are read with; of the kinds in `exact` they are exact unless they say otherwise."""

    languages: tuple[str, ...]
    shared: Shared
    exact: frozenset[str]
    signatures: Signatures


def read_taint(entry: dict[Any, Any], languages: tuple[str, ...], shared: Shared) -> Taint:
    """The specification of a taint rule, in the older syntax or in the newer one under `taint`. Raises `Wrong`."""
    options = {**taint_options(_defaults(shared)), **taint_options(entry.get("options"))}
    exact = frozenset({"sink", "sanitizer"} if options.get("taint_exact_sanitizers") else {"sink"})
    reading = _Reading(languages, shared, exact, signatures_of(shared))
    found: list[TaintSpec | ModelJoin] = []
    block, groups = entry, GROUPS
    if "taint" in entry:
        block, groups = entry["taint"], _NEWER
        if not isinstance(block, dict):
            raise Wrong("taint", "expected a mapping with `sources` and `sinks`")
        for key in block:
            if key not in groups:
                raise Wrong(f"taint.{key}", f"expected some of {', '.join(groups)}")
    for key, kind in groups.items():
        if key in block:
            found += _entries(key, kind, block[key], reading, ())
        elif kind in ("source", "sink"):
            raise Wrong(key, f"the key `{key}` is missing, which a rule with `mode: taint` needs")
    matching = _matching(entry)
    own = (each for each in found if isinstance(each, TaintSpec))
    specs = tuple(each._replace(formula=with_options(each.formula, matching)) for each in own)
    return Taint(specs, options, tuple(each for each in found if isinstance(each, ModelJoin)))


def _matching(entry: dict[Any, Any]) -> source.Options:
    """The options of a rule about how its patterns are compared with code."""
    options = entry.get("options")
    return changed(options) if isinstance(options, dict) else ()


def _defaults(shared: Shared) -> Any:
    """The options for all taint rules of a folder, in `shared/defaults.yaml`, if there is one."""
    try:
        content = shared("defaults", "")
    except Wrong as wrong:
        if wrong.key == "use":
            return None
        raise
    return content.get("options") if isinstance(content, dict) else None


def requirement(rule: Taint) -> Requirement:
    """The words that a file must hold: those of a source and those of a sink."""
    return all_of(
        parts=[
            any_of(parts=[each.words for each in rule.specs if isinstance(each, TaintSpec) and each.role == role])
            for role in ("source", "sink")
        ]
    )


def shared_reader(path: str, root: str, load: Callable[[str], Any], asked: Callable[[str], None]) -> Shared:
    """Looks for `shared/KINDS/NAME.yaml` (`sources`, `sinks` ...), then `shared/NAME.yaml`, beside a rule file and in
    the folders above it, up to `root`.

    `load` reads a file and raises OSError or `Wrong`; `asked` is informed of each file that was looked for.
    """

    def read(name: str, kind: str) -> Any:
        names = [os.path.join(_FOLDERS[kind], name), name] if kind else [name]
        folder = os.path.dirname(os.path.abspath(path))
        top = os.path.abspath(root) if root else folder
        for _ in range(_MOST_LEVELS):
            for each in names:
                file = os.path.join(folder, "shared", f"{each}.yaml")
                asked(file)
                try:
                    return load(file)
                except FileNotFoundError:
                    continue
                except OSError as error:
                    raise Wrong("use", f"shared/{each}.yaml cannot be read: {error.strerror or error}") from None
            if folder == top or not folder.startswith(top):
                break
            folder = os.path.dirname(folder)
        raise Wrong("use", f"there is no shared/{name}.yaml beside the rule or above it")

    return read


def _entries(key: str, kind: str, value: Any, reading: _Reading, using: tuple[str, ...]) -> list[TaintSpec | ModelJoin]:
    if not isinstance(value, list) or not value:
        raise Wrong(key, "expected a list that is not empty")
    found: list[TaintSpec | ModelJoin] = []
    for item in value:
        if isinstance(item, dict) and "use" in item:
            found += _used(key, kind, item, reading, using)
        elif isinstance(item, dict) and "models" in item:
            found.append(_join(key, kind, item))
        else:
            found += _alternatives_of(key, kind, item, reading)
    return found


def _alternatives_of(key: str, kind: str, item: Any, reading: _Reading) -> tuple[TaintSpec, ...]:
    """An entry for each alternative of an item; kept by its text, since dozens of rules use the same shared files."""
    text = (kind, repr(item), reading.languages, reading.exact)
    found = _CACHE.get(text)
    if found is None:
        found = tuple(_apart(_entry(key, kind, item, reading), reading.languages))
        if len(_CACHE) >= _MOST_CACHED:
            _CACHE.clear()
        _CACHE[text] = found
    return found


def _apart(entry: TaintSpec, languages: tuple[str, ...]) -> list[TaintSpec]:
    """An entry for each alternative of its formula, so that those whose words a file does not have cost nothing."""
    from reread.analyzers.pattern.prefilter.required_tokens import required_words

    alternatives = _alternatives(entry.formula)
    if not 1 < len(alternatives) <= _MOST_ALTERNATIVES:
        return [entry]
    return [
        entry._replace(formula=each, words=required_words(each, languages), focused=_is_focused(each))
        for each in alternatives
    ]


def _is_focused(formula: Part) -> bool:
    """True when the matches are those of metavariables in focus."""
    if not isinstance(formula, source.SEVERAL):
        return False
    return any(isinstance(part, source.Focus) or _is_focused(part) for part in formula.parts)


def _alternatives(formula: Formula) -> list[Formula]:
    if isinstance(formula, source.Any):
        return [inner for part in formula.parts for inner in _alternatives(part)]
    if not isinstance(formula, source.All):
        return [formula]
    for at, part in enumerate(formula.parts):
        if isinstance(part, source.Any):
            rest = formula.parts[:at], formula.parts[at + 1 :]
            found: list[Formula] = [source.All((*rest[0], inner, *rest[1])) for inner in part.parts]
            return [each for one in found for each in _alternatives(one)] if len(found) < 20 else found
    return [formula]


def _used(
    key: str, kind: str, item: dict[Any, Any], reading: _Reading, using: tuple[str, ...]
) -> list[TaintSpec | ModelJoin]:
    """The entries of a shared file; other keys beside `use` hold for all of them."""
    name = item["use"]
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise Wrong(f"{key}.use", "expected the name of a shared file")
    if name in using:
        raise Wrong(f"{key}.use", f"shared files use each other: {' -> '.join((*using, name))}")
    try:
        content = reading.shared(name, kind)
        entries = content.get("entries") if isinstance(content, dict) else None
        if not isinstance(entries, list) or not entries:
            raise Wrong("entries", "expected a list that is not empty")
        more = {each: item[each] for each in item if each != "use"}
        merged = [{**each, **more} if isinstance(each, dict) else each for each in entries]
        return _entries("entries", kind, merged, reading, (*using, name))
    except Wrong as wrong:
        where = wrong.message if wrong.key == "use" else f"shared/{name}.yaml: {wrong.key}: {wrong.message}"
        raise Wrong(key if using else f"{key}.use", where) from None


def _join(key: str, kind: str, item: dict[Any, Any]) -> ModelJoin:
    """`models: CLASS`: what library models say of that class. Other keys beside it hold for all of it."""
    name, known = item["models"], JOINED.get(kind, ())
    if name not in known:
        raise Wrong(
            f"{key}.models", f"expected one of {', '.join(sorted(known))}" if known else "is not supported here"
        )
    if strange := item.keys() - {"models"} - _KEYS[kind]:
        raise Wrong(f"{key}.{min(map(str, strange))}", "is not supported beside `models`")
    requires, needs = _requires(key, item.get("requires"))
    if needs:
        raise Wrong(f"{key}.requires", "expected a condition on labels beside `models`")
    _flag(key, item, "exact")
    return ModelJoin(
        kind,
        name,
        label=_label(key, item.get("label"), DEFAULT_LABEL if kind == "source" else ""),
        requires=requires,
        interfile=_flag(key, item, "interfile", default=True),
    )


def _entry(key: str, kind: str, item: Any, reading: _Reading) -> TaintSpec:
    from reread.analyzers.pattern.prefilter.required_tokens import required_words

    if isinstance(item, str):
        item = {"pattern": item}
    if not isinstance(item, dict):
        raise Wrong(key, "expected each entry to be a pattern with its options")
    own = _KEYS[kind]
    for name in item:
        if name not in STARTS and name not in own and name not in _MATCH_KEYS:
            raise Wrong(f"{key}.{name}", f"`{name}` is not supported here")
    formula = _formula({name: item[name] for name in item if name not in own})
    formula = validated(with_keywords(formula, reading.signatures), reading.languages)
    if kind != "sink":
        formula = _as_values(formula, reading.languages)
    requires, needs = _requires(key, item.get("requires"))
    entry = TaintSpec(
        kind,
        formula,
        required_words(formula, reading.languages),
        exact=_flag(key, item, "exact", default=kind in reading.exact),
        effect=_effect(key, item, default=kind == "propagator"),
        label=_label(key, item.get("label"), DEFAULT_LABEL if kind == "source" else ""),
        requires=requires,
        needs=needs,
        control=_flag(key, item, "control"),
        at_exit=_flag(key, item, "at-exit"),
        not_conflicting=_flag(key, item, "not-conflicting") or _flag(key, item, "not_conflicting"),
        focused=_is_focused(formula),
        interfile=_flag(key, item, "interfile", default=True),
        only_unresolved=_flag(key, item, "only-unresolved"),
        as_a_whole=_flag(key, item, "as-a-whole"),
    )
    if "guard" in item:
        return _guard(key, entry, item["guard"], item.get("part", 0))
    return _propagator(key, entry, item) if kind == "propagator" else entry


def _as_values(part: Any, languages: tuple[str, ...]) -> Any:
    """A formula with expressions that are written as statements, `f(...);`, as the values that they are."""
    if isinstance(part, source.PatternText):
        text = part.text.rstrip()
        is_statement = text.endswith(";") and any(_is_expression(text, language) for language in languages)
        return part._replace(text=text.rstrip("; \t\n")) if is_statement else part
    if isinstance(part, source.SEVERAL):
        return part._replace(parts=tuple(_as_values(each, languages) for each in part.parts))
    return part


def _is_expression(text: str, language: str) -> bool:
    """Whether a text is one expression that is written as a statement, and a pattern without that as well."""
    from reread.analyzers.pattern.compilation.compile import compile_pattern
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    try:
        compile_pattern(text.rstrip("; \t\n"), language)
        return compile_pattern(text, language).statement
    except PatternError:
        return False


def _formula(item: dict[Any, Any]) -> Formula:
    """The formula of an entry, in the older or in the newer syntax."""
    if item and all(name in STARTS for name in item):
        return read_formula(item)
    from reread.analyzers.rules.loading.parse_match import read_match

    return read_match(item)


def _guard(key: str, entry: TaintSpec, value: Any, part: Any) -> TaintSpec:
    """`guard: $X` or `guard: not $X`."""
    if part not in (0, 1, 2):
        raise Wrong(f"{key}.part", "expected 1 or 2")
    found = re.fullmatch(r"(not\s+)?(\$[A-Z_][A-Z_0-9]*)", value) if isinstance(value, str) else None
    if found is None:
        raise Wrong(f"{key}.guard", "expected a metavariable such as $X, or `not $X`")
    return entry._replace(role="guard", subject=found[2], holds=found[1] is None, part=part)


def _propagator(key: str, entry: TaintSpec, item: dict[Any, Any]) -> TaintSpec:
    origin, target = item.get("from"), item.get("to")
    if not all(isinstance(each, str) and each.startswith("$") for each in (origin, target)):
        raise Wrong(key, "expected the keys `from` and `to`, each with a metavariable")
    replaced = item.get("replace-labels")
    if replaced is not None and not (isinstance(replaced, list) and all(isinstance(each, str) for each in replaced)):
        raise Wrong(f"{key}.replace-labels", "expected a list of labels")
    labels = None if replaced is None else tuple(replaced)
    return entry._replace(origin=str(origin), target=str(target), replaced=labels)


def _flag(key: str, item: dict[Any, Any], name: str, *, default: bool = False) -> bool:
    value = item.get(name, default)
    if not isinstance(value, bool):
        raise Wrong(f"{key}.{name}", "expected true or false")
    return value


def _effect(key: str, item: dict[Any, Any], *, default: bool) -> int:
    value = item.get("by-side-effect", default)
    if value not in (True, False, "only", "true", "false"):
        raise Wrong(f"{key}.by-side-effect", "expected true, false or only")
    return _EFFECTS.get({"true": True, "false": False}.get(value, value) if isinstance(value, str) else value, 0)


def _label(key: str, value: Any, default: str) -> str:
    if value is None:
        return default
    if not isinstance(value, str) or not value.isidentifier():
        raise Wrong(f"{key}.label", "expected a name")
    return value


def _requires(key: str, value: Any) -> tuple[OnLabels | None, tuple[tuple[str, OnLabels], ...]]:
    """The condition of an entry, and those of single metavariables."""
    if value is None:
        return None, ()
    if isinstance(value, str):
        return read_requires(f"{key}.requires", value), ()
    if isinstance(value, bool):
        return (HasAll() if value else HasAny()), ()
    if not isinstance(value, list) or not value:
        raise Wrong(f"{key}.requires", "expected a condition on labels, or a list of them by metavariable")
    needs: list[tuple[str, OnLabels]] = []
    for item in value:
        if not isinstance(item, dict) or not all(isinstance(each, str) for each in (*item, *item.values())):
            raise Wrong(f"{key}.requires", "expected metavariables with a condition on labels each")
        needs += ((name, read_requires(f"{key}.requires", text)) for name, text in item.items())
    return None, tuple(needs)
