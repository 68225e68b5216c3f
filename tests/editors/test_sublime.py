"""The package for Sublime Text: its plug-in is loaded with a stand-in for what Sublime Text and LSP offer packages."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from reread.analyzers import syntax
from reread.server.lsp.handlers import collected

PACKAGE = Path(__file__).parents[2] / "editors" / "sublime"
NAME = "LSP-reread"


class LspStandIn:
    """The plug-ins that are registered."""

    def __init__(self) -> None:
        self.plugins: list[Any] = []

    def modules(self) -> dict[str, ModuleType]:
        """What a package imports, by name."""
        made = {name: ModuleType(name) for name in ("sublime", "LSP", "LSP.plugin")}
        made["sublime"].load_settings = lambda name: {"loaded": name}  # type: ignore[attr-defined]
        interface: Any = made["LSP.plugin"]
        interface.AbstractPlugin = type("AbstractPlugin", (), {})
        interface.register_plugin = self.plugins.append
        interface.unregister_plugin = self.plugins.remove
        return made


@pytest.fixture
def lsp(monkeypatch: pytest.MonkeyPatch) -> LspStandIn:
    standin = LspStandIn()
    for name, module in standin.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
    return standin


@pytest.fixture
def plugin(lsp: LspStandIn) -> Any:
    spec = importlib.util.spec_from_file_location(f"{NAME}.plugin", PACKAGE / "plugin.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(name: str) -> Any:
    return json.loads((PACKAGE / name).read_text())


def test_the_plug_in_is_registered_while_the_package_is_loaded(plugin: Any, lsp: LspStandIn) -> None:
    plugin.plugin_loaded()
    assert [each.name() for each in lsp.plugins] == [NAME]
    plugin.plugin_unloaded()
    assert lsp.plugins == []


def test_its_settings_are_those_of_the_package(plugin: Any) -> None:
    file = f"{NAME}.sublime-settings"
    assert plugin.LspReread.configuration() == ({"loaded": file}, f"Packages/{NAME}/{file}")
    assert (PACKAGE / file).is_file()


def test_a_missing_program_is_said_before_the_start(plugin: Any) -> None:
    def start(program: str) -> str | None:
        asked: str | None = plugin.LspReread.can_start(None, None, [], SimpleNamespace(command=[program, "server"]))
        return asked

    assert start(sys.executable) is None
    assert (start("no-such-program") or "").startswith("no-such-program was not found on the PATH")


def test_it_starts_the_server_for_the_languages_of_the_built_in_rules() -> None:
    settings = read(f"{NAME}.sublime-settings")
    assert settings["command"] == ["reread", "server"]
    scopes = {scope.strip().rsplit(".", 1)[-1] for scope in settings["selector"].split("|")}
    assert scopes == {"python", "js", "jsx", "ts", "tsx", "vue", "svelte", "go", "java"}
    assert all(syntax.language_of(f"file.{'py' if scope == 'python' else scope}") for scope in scopes)


def test_its_commands_are_those_of_the_server() -> None:
    ours = [each["args"] for each in read(f"{NAME}.sublime-commands") if each["command"] == "lsp_execute"]
    assert {each["session_name"] for each in ours} == {NAME}
    assert {each["command_name"] for each in ours} == {"reread.reviewFile", "reread.reviewChanges"}
    assert {each["command_name"] for each in ours} <= collected().commands.keys()


def test_its_messages_are_there() -> None:
    messages = read("messages.json")
    assert [name for name in messages.values() if not (PACKAGE / name).is_file()] == []
    assert "uv tool install ." in (PACKAGE / messages["install"]).read_text()
