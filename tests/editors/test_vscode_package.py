"""The extension's package.json against what the server knows: settings, defaults, commands, languages, trust."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from editors import vscode_settings
from reread.analyzers.languages.files import FILES
from reread.analyzers import syntax
from reread.server.configuration import FILE_ONLY, REPOSITORY_MAY_SET
from reread.server.lsp.handlers import collected
from reread.server.settings import Settings

EDITORS = Path(__file__).parents[2] / "editors"
PACKAGE = json.loads((EDITORS / "vscode" / "package.json").read_text())
DECLARED: dict[str, dict[str, Any]] = {
    key: value for group in PACKAGE["contributes"]["configuration"] for key, value in group["properties"].items()
}
COMMANDS = collected().commands
MIRRORED = sorted(set(DECLARED) - vscode_settings.FOR_CLIENT)


def camel(name: str) -> str:
    return re.sub(r"-(\w)", lambda match: match[1].upper(), name)


def kebab(name: str) -> str:
    return re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name)


def leaves(schema: dict[str, Any], definitions: dict[str, Any], prefix: str = "reread") -> dict[str, dict[str, Any]]:
    """The JSON schemas of all settings, by the name that an editor uses."""
    found = {}
    for name, property_schema in schema["properties"].items():
        key = f"{prefix}.{camel(name)}"
        reference = property_schema.get("$ref") or property_schema.get("allOf", [{}])[0].get("$ref")
        if reference:
            found |= leaves(definitions[reference.rsplit("/", 1)[1]], definitions, key)
        else:
            found[key] = flat(property_schema)
    return found


def flat(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value that may be null, as the extension writes it."""
    if "anyOf" not in schema:
        return schema
    value = schema["anyOf"][0]
    return {**value, "type": [value["type"], "null"]}


def expected() -> dict[str, dict[str, Any]]:
    (top,), definitions = msgspec.json.schema_components([Settings])
    return leaves(definitions[top["$ref"].rsplit("/", 1)[1]], definitions)


def default_of(key: str) -> Any:
    value: Any = msgspec.to_builtins(Settings())
    for name in key.split(".")[1:]:
        value = value[kebab(name)]
    return list(value) if isinstance(value, tuple) else value


def test_the_settings_are_made_from_those_of_the_server() -> None:
    assert vscode_settings.written(PACKAGE) == PACKAGE, "`make docs` writes them"


def test_a_setting_that_changes_is_written_anew() -> None:
    """Also where the package has nothing of it yet: a setting is described in one place."""
    package = json.loads(json.dumps(PACKAGE))
    for group in package["contributes"]["configuration"]:
        for key in list(group["properties"]):
            if key in ("reread.hover", "reread.rules.select", "reread.review.profile", "reread.index.embedder"):
                del group["properties"][key]
    package["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] = []
    assert vscode_settings.written(package) == PACKAGE


def test_the_settings_are_the_servers() -> None:
    """But those of the user's own file alone, which are for all workspaces at once."""
    mirrored = {key for key in expected() if not key.removeprefix("reread.").startswith(FILE_ONLY)}
    assert set(MIRRORED) == mirrored


@pytest.mark.parametrize("key", MIRRORED)
def test_a_setting_has_the_servers_default_and_limits(key: str) -> None:
    schema, declared = expected()[key], DECLARED[key]
    assert declared["default"] == default_of(key)
    assert declared["type"] == schema.get("type", "string")
    for limit in ("minimum", "exclusiveMinimum", "maximum"):
        assert declared.get(limit) == schema.get(limit), limit
    assert set(declared.get("enum", [])) == set(schema.get("enum", []))


@pytest.mark.parametrize("key", sorted(DECLARED))
def test_a_setting_is_described(key: str) -> None:
    assert DECLARED[key]["markdownDescription"].endswith(".")
    assert len(DECLARED[key].get("enumDescriptions", [])) in (0, len(DECLARED[key].get("enum", [])))


def test_a_workspace_cannot_name_programs_and_addresses_or_decide_what_is_sent_and_paid() -> None:
    sensitive = {"reread.path", "reread.interpreter", "reread.rules.paths"}
    sensitive |= {key for key in MIRRORED if key.startswith("reread.review.") and not harmless(key)}
    from_machine_only = {key for key, value in DECLARED.items() if value["scope"] == "machine"}
    assert sensitive <= from_machine_only
    assert {"reread.review.baseUrl", "reread.review.costPerDay", "reread.review.enable"} <= sensitive
    trust = PACKAGE["capabilities"]["untrustedWorkspaces"]
    assert trust["supported"] == "limited"
    assert set(trust["restrictedConfigurations"]) == from_machine_only


def harmless(key: str) -> bool:
    """What a repository may set freely; limits it may only lower, which an editor cannot enforce."""
    name = ".".join(kebab(part) for part in key.split(".")[1:])
    return name in REPOSITORY_MAY_SET and not re.search(r"-per-(run|day|month)$", name)


def test_every_command_of_the_server_is_in_the_palette_while_it_runs() -> None:
    commands = {command["command"] for command in PACKAGE["contributes"]["commands"]}
    assert {*COMMANDS, "reread.fixAll", "reread.restart", "reread.showLogs"} <= commands
    conditions = {entry["command"]: entry["when"] for entry in PACKAGE["contributes"]["menus"]["commandPalette"]}
    assert all(conditions[command].startswith("reread.running") for command in COMMANDS)


def test_every_menu_and_key_leads_to_a_command_with_a_title() -> None:
    titles = {command["command"]: command["title"] for command in PACKAGE["contributes"]["commands"]}
    menus = [entry for entries in PACKAGE["contributes"]["menus"].values() for entry in entries]
    used = {entry["command"] for entry in (*menus, *PACKAGE["contributes"]["keybindings"]) if "command" in entry}
    assert used <= titles.keys()
    links = re.findall(r"\(command:(reread\.\w+)", json.dumps(PACKAGE["contributes"]))
    views = {f"{view['id']}.focus" for views in PACKAGE["contributes"]["views"].values() for view in views}
    assert {link for link in links if f"{link}.focus" not in views} <= titles.keys()


def test_the_pictures_of_the_walkthrough_are_there_and_small() -> None:
    for step in PACKAGE["contributes"]["walkthroughs"][0]["steps"]:
        file = EDITORS / "vscode" / (step["media"].get("image") or step["media"]["markdown"])
        assert file.stat().st_size < 150_000
        assert step["media"].get("altText") or "markdown" in step["media"]


def test_every_command_is_implemented() -> None:
    sources = "".join(path.read_text() for path in (EDITORS / "vscode" / "src").rglob("*.ts"))
    of_server = COMMANDS.keys() | collected().following_commands.keys()
    commands = {command["command"] for command in PACKAGE["contributes"]["commands"]} - of_server
    assert [command for command in sorted(commands) if f'"{command}"' not in sources] == []


def test_it_starts_for_every_language_that_the_server_reads() -> None:
    identifiers = {name for each in FILES.values() for name in each.identifiers}
    assert {event.removeprefix("onLanguage:") for event in PACKAGE["activationEvents"]} == identifiers


@pytest.mark.parametrize("folder", ["vscode", "test-tools"])
def test_lock_files_name_versions_and_hashes_but_no_address(folder: str) -> None:
    text = (EDITORS / folder / "package-lock.json").read_text()
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in entry and "version" in entry for path, entry in packages.items() if path)


PREFIX = "ctrl+k g "
"""Free in the editor's own defaults (`test_vscode_attention.py`), and with Ctrl it types nothing on any layout."""
MODES = {"reread.previewingFix": {"ctrl+enter", "escape"}, "reread.stepping": {"escape"}}
"""Keys that hold only as long as a fix is shown, or a data flow is stepped through."""


def test_all_keys_have_one_prefix_but_those_that_end_a_mode() -> None:
    for binding in PACKAGE["contributes"]["keybindings"]:
        of_mode = MODES.get(binding["when"].split(" ")[0], set())
        assert binding["key"].startswith(PREFIX) or binding["key"] in of_mode, binding
        assert binding.get("mac", binding["key"]) in (binding["key"].replace("ctrl", "cmd"), binding["key"])


def test_no_two_commands_have_a_key_at_once() -> None:
    """What shares a key differs in its condition."""
    used = [(binding["key"], binding["when"]) for binding in PACKAGE["contributes"]["keybindings"]]
    assert len(used) == len(set(used))


def test_settings_are_in_groups_that_one_can_survey_and_are_found_by_tags() -> None:
    for group in PACKAGE["contributes"]["configuration"]:
        assert 0 < len(group["properties"]) <= 15, group["title"]
        tags = [value["tags"] for value in group["properties"].values()]
        assert all(each[0] == "reread" for each in tags)
    assert "cost" in DECLARED["reread.review.costPerDay"]["tags"]
    assert "usesOnlineServices" in DECLARED["reread.review.enable"]["tags"]
