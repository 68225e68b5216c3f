"""Writes the server's settings and languages into the extension's `package.json`: `python -m editors.vscode_settings`.

All that the settings say of themselves is made anew: types, defaults, limits, values with what they mean, descriptions,
scopes. The members of tables in lists (`items`) are written by hand; only the values that they may have are made.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from reread.analyzers.languages.files import FILES
from reread.analyzers.review.providers import description, provider_names
from reread.server.configuration import FILE_ONLY, REPOSITORY_MAY_SET
from reread.server.settings import Settings

PACKAGE = Path(__file__).parent / "vscode" / "package.json"
FOR_CLIENT = frozenset({"reread.path", "reread.interpreter", "reread.trace.server", "reread.focusOnNewCode"})
"""Settings that only the extension reads: they are written by hand, in the group where they are."""


class Group(NamedTuple):
    """A group of settings: those whose names begin so, unless another group has a longer beginning of them."""

    title: str
    beginnings: tuple[str, ...]
    tags: tuple[str, ...] = ()


def _review(*names: str) -> tuple[str, ...]:
    return tuple(f"reread.review.{name}" for name in names)


GROUPS = (
    Group("General", ("reread.",)),
    Group("Rules", ("reread.rules.",), ("rules",)),
    Group("Index", ("reread.index.",), ("index",)),
    Group("Model review", _review(""), ("model",)),
    Group(
        "Model review: thoroughness",
        _review("triage", "secondPass", "leads", "looks", "panel", "evidence", "lookup", "verify", "guideline"),
        ("model", "thoroughness"),
    ),
    Group(
        "Model review: findings",
        _review("profile", "minimumConfidence", "precision", "maxFindings", "policy."),
        ("model", "findings"),
    ),
    Group(
        "Model review: what is sent",
        _review("contextTokens", "changeTokens", "partsPerRequest", "exclude", "redact"),
        ("model", "privacy"),
    ),
    Group(
        "Model review: limits and cost",
        _review("tokens", "cost", "requests", "concurrency", "timeout", "totalTimeout", "maxOutput", "ollama", "cache"),
        ("model", "cost"),
    ),
    Group("Server", (), ("server",)),
)
"""In the order of the settings editor."""
_ONLINE = "usesOnlineServices"
_SENDING = frozenset({"reread.review.enable", "reread.review.run", "reread.review.provider", "reread.index.embedder"})
"""Settings that decide whether something is sent; the editor has a tag for such."""
_LIMIT = re.compile(r"-per-(run|day|month)$")


def written(package: dict[str, Any]) -> dict[str, Any]:
    """The package with the settings as they are now."""
    made = _properties(Settings, "", _declared(package))
    before = {group["title"]: group["properties"] for group in package["contributes"]["configuration"]}
    groups = []
    for order, group in enumerate(GROUPS, 1):
        by_hand = {key: value for key, value in before.get(group.title, {}).items() if key in FOR_CLIENT}
        own = {**{key: value for key, value in made.items() if _group(key) is group}, **by_hand}
        properties = {key: {**value, "tags": _tags(key, group)} for key, value in own.items()}
        groups.append({"order": order, "title": group.title, "properties": properties})
    result = json.loads(json.dumps(package))
    result["contributes"]["configuration"] = groups
    trust = result["capabilities"]["untrustedWorkspaces"]
    scopes = [(key, value["scope"]) for group in groups for key, value in group["properties"].items()]
    trust["restrictedConfigurations"] = [key for key, scope in scopes if scope == "machine"]
    result["activationEvents"] = [f"onLanguage:{name}" for name in _languages(package["activationEvents"])]
    copied: dict[str, Any] = json.loads(json.dumps(result))
    return copied


def _languages(before: list[str]) -> list[str]:
    """The identifiers of all languages that the server reads; those that were there already keep their order."""
    known = [event.removeprefix("onLanguage:") for event in before]
    return sorted({name for files in FILES.values() for name in files.identifiers}, key=_order_of(known))


def _declared(package: dict[str, Any]) -> dict[str, Any]:
    groups = package["contributes"]["configuration"]
    return {key: value for group in groups for key, value in group["properties"].items()}


def _group(key: str) -> Group:
    return max(
        GROUPS, key=lambda group: max((len(each) for each in group.beginnings if key.startswith(each)), default=0)
    )


def _tags(key: str, group: Group) -> list[str]:
    """What the settings editor finds it by (`@tag:`)."""
    return ["reread", *group.tags, *([_ONLINE] if key in _SENDING else [])]


def _properties(table: type, prefix: str, before: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The properties of a table of settings and those in it, by the names that editors use."""
    (reference,), definitions = msgspec.json.schema_components([table])
    schemas = definitions[reference["$ref"].rsplit("/", 1)[1]]["properties"]
    info = msgspec.inspect.type_info(table)
    assert isinstance(info, msgspec.inspect.StructType)
    found: dict[str, dict[str, Any]] = {}
    for field in info.fields:
        name = f"{prefix}{field.encode_name}"
        if f"{name}.".startswith(FILE_ONLY):
            continue
        if isinstance(field.type, msgspec.inspect.StructType):
            found |= _properties(field.type.cls, f"{name}.", before)
        else:
            key = f"reread.{_camel(name)}"
            found[key] = _property(name, field.type, schemas[field.encode_name], before.get(key, {}), definitions)
    return found


def _property(
    name: str, type_: msgspec.inspect.Type, schema: dict[str, Any], before: dict[str, Any], definitions: dict[str, Any]
) -> dict[str, Any]:
    choices = _choices(type_)
    values = _in_order(schema, choices)
    made = {"type": "string", **(_flat(schema)), "scope": _scope(name)}
    if values:
        made["enum"] = values
        meanings = [choices.get(value) or _provider(value) for value in values]
        made |= {"enumDescriptions": meanings} if all(meanings) else {}
    made["markdownDescription"] = made.pop("description")
    if "default" not in made or isinstance(made["default"], dict):
        made["default"] = schema.get("default", [] if made["type"] == "array" else None)
    order = ("type", "enum", "enumDescriptions", "default", "minimum", "exclusiveMinimum", "maximum")
    kept = {part: before[part] for part in ("items", "additionalProperties", "uniqueItems") if part in before}
    if made["type"] == "array":
        kept.setdefault("items", {"type": "string"})
        _with_values(kept["items"], schema.get("items", {}), definitions)
    front = {part: made[part] for part in order if part in made}
    return {**front, **kept, "markdownDescription": made["markdownDescription"], "scope": made["scope"]}


def _with_values(items: dict[str, Any], schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    """The values that members of a list may have, made anew; of tables those of their fields."""
    if "enum" in schema:
        items["enum"] = sorted(schema["enum"], key=_order_of(items.get("enum", [])))
    inner = definitions.get(schema.get("$ref", "").rsplit("/", 1)[-1], {}).get("properties", {})
    for name, field in inner.items():
        if "enum" in field:
            known = items["properties"][_camel(name)]
            known["enum"] = sorted(field["enum"], key=_order_of(known.get("enum", [])))


def _in_order(schema: dict[str, Any], choices: dict[str, str]) -> list[str]:
    return sorted(schema.get("enum", []), key=_order_of([*choices, *(each for each in _ranked())]))


def _order_of(known: list[str]) -> Any:
    return lambda value: (known.index(value) if value in known else len(known), value)


def _ranked() -> list[str]:
    return sorted(provider_names(), key=lambda name: description(name).rank)


def _provider(name: str) -> str:
    if name not in provider_names():
        return ""
    about = description(name)
    key = f", with the key in `{about.key_variable}`" if about.key_variable else ""
    return f"{about.title}{key}."


def _choices(type_: msgspec.inspect.Type) -> dict[str, str]:
    extra = type_.extra if isinstance(type_, msgspec.inspect.Metadata) else None
    found: dict[str, str] = (extra or {}).get("choices", {})
    return found


def _flat(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value that may be null, as one with two types."""
    if "anyOf" not in schema:
        return schema
    value = schema["anyOf"][0]
    return {**schema, **value, "type": [value["type"], "null"]}


def _scope(name: str) -> str:
    """A workspace may set what a repository may, but limits, which an editor cannot keep from being raised."""
    if name.startswith("review.") and (name not in REPOSITORY_MAY_SET or _LIMIT.search(name)):
        return "machine"
    return "machine" if name == "rules.paths" or name in _NEVER_OF_A_WORKSPACE else "resource"


_NEVER_OF_A_WORKSPACE = frozenset(
    f"index.{name}" for name in ("embedder", "embedder-model", "embedder-base-url", "embedder-dimensions", "store-url")
)


def _camel(name: str) -> str:
    return re.sub(r"-(\w)", lambda match: match[1].upper(), name)


def text(package: dict[str, Any]) -> str:
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    PACKAGE.write_text(text(written(package)), encoding="utf-8")


if __name__ == "__main__":
    main()
