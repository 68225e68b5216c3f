"""What `CONTRIBUTING.md` says takes one file: planted in a copy of the package, the program knows it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.standin import StandIn

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
Reread = Callable[..., subprocess.CompletedProcess[str]]

PROVIDER = """
from reread.analyzers.network.clients import async_client
from reread.analyzers.review.description import Description, Key, Models, Price
from reread.analyzers.review.provider import Completion, Stop, Usage


class House:
    name = "house"

    def __init__(self, base_url, key, options):
        import httpx

        self.base_url = base_url
        self._client = async_client(httpx, base_url, headers={"authorization": f"Bearer {key}"})

    async def prepare(self):
        pass

    async def stream(self, request):
        messages = [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}]
        body = {"model": request.model, "messages": messages, "max_tokens": request.max_output_tokens}
        answer = (await self._client.post("chat/completions", json=body, timeout=request.timeout)).json()
        yield answer["choices"][0]["message"]["content"]
        yield Completion(Stop.END, Usage(answer["usage"]["prompt_tokens"], answer["usage"]["completion_tokens"]))

    async def close(self):
        await self._client.aclose()


PROVIDER = Description(
    name="house", title="The house's own", connect=House, rank=9, key_variable="HOUSE_KEY", url_variable="HOUSE_URL",
    models=Models("house-large", prices={"house-large": Price(1.0, 2.0)}), priced_everywhere=True,
)
"""


COMMAND = '''
"""Say hello."""
from typing import NamedTuple

SUMMARY = "say hello"


class Options(NamedTuple):
    name: str


def add_arguments(parser):
    parser.add_argument("name", help="whom to greet")


def run(options):
    print(f"hello {options.name}")
    return 0
'''

FORMAT = """
def render(report, style):
    for file, located in report.shown(existing=style.existing):
        yield f"HOUSE {file.path} {located.finding.rule}\\n"
"""

CHECK = """
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Found

RULE = Definition(
    id="house-print", message="A print.", severity=Severity.WARNING, kinds={"python": ("call",)},
    category="correctness", explanation="-", invalid=(), valid=(),
)


def at(node, context, options):
    if node.text.startswith(b"print"):
        yield Found(node.start_byte, node.end_byte, {})
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "a.py").write_text("def total(items):\n    return sum(items[i] for i in range(len(items) + 1))\n")
    return folder


@pytest.fixture
def planted(tmp_path: Path, workspace: Path, environment: dict[str, str]) -> Callable[[str, str], Reread]:
    """Runs `reread` from a copy of the package with one file more, of this path and text."""

    def plant(path: str, text: str) -> Reread:
        installed = tmp_path / "installed"
        _copy(installed / "reread", path)
        (installed / "reread" / path).write_text(text)

        def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
            command = [sys.executable, "-P", "-m", "reread.server", *arguments]
            outside = {**environment, **variables, "PYTHONPATH": str(installed)}
            return subprocess.run(
                command, cwd=workspace, env=outside, capture_output=True, text=True, timeout=300, check=False
            )

        return run

    return plant


def _copy(package: Path, path: str) -> None:
    """The package of this checkout: folders on the way to the path are made, all else is a link."""
    opened = [parent.as_posix() for parent in Path(path).parents]
    for name in reversed(opened):
        (package / name).mkdir(parents=True, exist_ok=True)
        for entry in (ROOT / name).iterdir():
            below = entry.relative_to(ROOT).as_posix()
            if below not in opened and entry.name != "__pycache__":
                (package / below).symlink_to(entry)


def test_a_provider(planted, environment, tmp_path) -> None:
    reread = planted("analyzers/review/providers/house.py", PROVIDER)
    (tmp_path / "home" / "config.toml").write_text("[index]\nenable = false\n[review]\nprovider = 'house'\n")
    review = ("review", "--whole", "a.py", "--provider", "house")
    with StandIn() as model:
        variables = {"HOUSE_KEY": "a-key", "HOUSE_URL": f"{model.openai_url}/"}

        planned = json.loads(reread(*review, "--plan", "--format", "json", **variables).stdout)
        assert (planned["provider"], planned["model"]) == ("house", "house-large")
        assert planned["cost"] > 0
        assert planned["recipients"] == [f"house (127.0.0.1:{model.port})"]
        assert model.requests == []

        found = reread(*review, **variables)
        assert "model/" in found.stdout, found.stderr
        assert model.requests[0].headers["authorization"] == "Bearer a-key"

    doctor = reread("doctor", "--format", "json", **variables)
    said = {check["topic"]: check["text"] for check in json.loads(doctor.stdout)["checks"]}
    assert "house, house-large at http://127.0.0.1" in said["model review"]


def test_a_provider_without_a_file_is_refused(planted) -> None:
    refused = planted("analyzers/review/providers/_other.py", PROVIDER)("review", "--provider", "house", "--plan")
    assert refused.returncode == 2
    known = "auto, anthropic, command, editor, ollama, openai, sampling"
    assert f"--provider: expected {known}; got 'house'" in refused.stderr


def test_a_command(planted) -> None:
    reread = planted("server/cli/commands/hello.py", COMMAND)
    assert reread("hello", "you").stdout == "hello you\n"
    assert re.search(r"^  hello +say hello$", reread("--help").stdout, re.M)


def test_an_output_format(planted, workspace) -> None:
    (workspace / "a.py").write_text("assert (1, 'x')\n")
    found = planted("server/output/house.py", FORMAT)("check", "--format", "house", "a.py")
    assert "HOUSE a.py py/" in found.stdout, found.stderr


def test_a_rule_in_python(planted, workspace) -> None:
    (workspace / "a.py").write_text("print(1)\n")
    found = planted("analyzers/checks/correctness/house_print.py", CHECK)("check", "--select", "py/house-print", "a.py")
    assert "py/house-print A print." in found.stdout, found.stderr
