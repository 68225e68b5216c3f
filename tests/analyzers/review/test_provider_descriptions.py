"""A provider is one module that describes itself; everything else asks the registry."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from reread.analyzers.review import providers
from reread.analyzers.review.description import Key
from reread.analyzers.review.provider import MissingKeyError
from reread.analyzers.review.providers import description, descriptions, provider_names
from reread.analyzers.review.spend import models
from tests.our_code import nodes

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", provider_names())
def test_a_provider_is_described_under_the_name_of_its_file(name):
    about = description(name)
    assert about.name == name
    assert about.title
    assert about.setup or about.key_variable
    assert about.key is Key.NEVER or about.key_variable


@pytest.mark.parametrize("name", provider_names())
def test_the_small_model_costs_at_most_half_of_the_default(name):
    models = description(name).models
    assert not models.small or models.prices[models.small].input <= models.prices[models.default].input / 2


def test_auto_tries_providers_by_their_ranks():
    assert [about.name for about in descriptions()] == [
        "anthropic",
        "openai",
        "ollama",
        "command",
        "editor",
        "sampling",
    ]


def test_a_name_without_a_module_is_one_clear_line():
    with pytest.raises(
        MissingKeyError, match="there is no provider 'nobody'; there are anthropic, command, editor, ollama, openai"
    ):
        description("nobody")


def test_describing_the_providers_imports_no_library_of_theirs():
    script = (
        "import sys; from reread.analyzers.review.providers import descriptions; descriptions();"
        "print(sorted({'openai', 'anthropic', 'httpx', 'httpx2', 'asyncio'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_no_other_module_names_a_provider():
    """Embedders have names of their own, secrets have formats, and parts of the installation name libraries.

    "command" is a word of every command line as well.
    """
    elsewhere = (
        "analyzers/review/providers/",
        "analyzers/secrets/",
        "analyzers/parts/",
        "analyzers/checks/",
        "rag/",
        "server/worker/embedding.py",
    )
    named = [
        f"{name}:{node.lineno}"
        for part in ("analyzers", "rag", "server")
        for path in sorted((ROOT / part).rglob("*.py"))
        if not (name := path.relative_to(ROOT).as_posix()).startswith(elsewhere) and "packs" not in path.parts
        for node in nodes(path.read_text(encoding="utf-8"))
        if isinstance(node, ast.Constant) and node.value in set(provider_names()) - {"command"}
    ]
    assert named == []


def test_a_provider_has_a_row_in_the_documentation():
    page = (ROOT / "docs" / "providers.md").read_text(encoding="utf-8")
    for about in descriptions():
        settings = (f'review.provider = "{about.name}"',) if about.needs or about.by_client else ()
        variables = ", ".join(f"`{name}`" for name in (*settings, about.key_variable, about.url_variable) if name)
        assert f"| `{about.name}` | {variables} |" in page


def test_the_registry_finds_a_module_by_its_file(tmp_path, monkeypatch):
    (tmp_path / "house.py").write_text("PROVIDER = 'described'\n")
    (tmp_path / "_shared.py").write_text("")
    monkeypatch.setattr(providers, "__path__", [*providers.__path__, str(tmp_path)])
    provider_names.cache_clear()
    try:
        assert "house" in provider_names()
        assert "_shared" not in provider_names()
        assert description("house") == "described"
    finally:
        monkeypatch.undo()
        provider_names.cache_clear()


COMPATIBLE = """
from reread.analyzers.review.description import Description, Models, Price
from reread.analyzers.review.providers.openai import Service

SERVICE = Service("household", "HOUSE_API_KEY", "https://house.invalid/v1")
PROVIDER = Description(
    name=SERVICE.name,
    title="House",
    connect=SERVICE.connect,
    rank=9,
    models=Models(default="m", prices={"m": Price(1.0, 2.0)}),
    official_url=SERVICE.official_url,
)
"""


async def test_a_service_that_speaks_chat_completions_is_booked_under_its_own_name(tmp_path, monkeypatch):
    (tmp_path / "household.py").write_text(COMPATIBLE)
    monkeypatch.setattr(providers, "__path__", [*providers.__path__, str(tmp_path)])
    provider_names.cache_clear()
    try:
        connected = providers.connect("household", "", "key", {})
        assert (connected.name, str(connected._client.base_url)) == ("household", "https://house.invalid/v1/")
        price = models.price(connected.name, "m")
        assert price is not None
        assert price.output == 2.0
        await connected.close()
    finally:
        monkeypatch.undo()
        provider_names.cache_clear()
        sys.modules.pop(f"{providers.__name__}.household", None)
