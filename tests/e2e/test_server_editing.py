"""The server as an editor has it: a real process, real rules, text that changes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.language_client import LanguageClient, apply_edits

Make = Callable[..., LanguageClient]


def codes(diagnostics: list[dict[str, Any]]) -> list[str]:
    return [diagnostic["code"] for diagnostic in diagnostics]


def titled(actions: list[dict[str, Any]], words: str) -> dict[str, Any]:
    return next(action for action in actions if words in action["title"])


@pytest.mark.parametrize("tcp", [False, True])
def test_diagnostics_follow_the_text(client: Make, project: Path, tcp: bool) -> None:
    server = client(tcp=tcp)
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, "x = 1\nassert (x, 'always true')\n")
    (found,) = server.diagnostics(uri, 1)
    assert (found["code"], found["source"], found["range"]["start"]["line"]) == ("py/assert-tuple", "Reread", 1)
    server.change(uri, 2, (0, 0), (0, 0), "\n\n")
    (found,) = server.diagnostics(uri, 2)
    assert found["range"]["start"]["line"] == 3
    server.change(uri, 3, (3, 0), (3, 6), "print")
    assert server.diagnostics(uri, 3) == []
    server.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert server.diagnostics(uri, None) == []
    assert server.shut_down() == 0
    assert "always true" not in server.log, "pygls logs every message in full where it may"


@pytest.mark.slow
@pytest.mark.parametrize(("encoding", "columns"), [("utf-8", 10), ("utf-16", 7), ("utf-32", 6)])
def test_columns_are_right_in_every_encoding(client: Make, project: Path, encoding: str, columns: int) -> None:
    server = client()
    announced = server.start(project, encodings=[encoding, "utf-16"])
    assert announced["capabilities"]["positionEncoding"] == encoding
    uri = (project / "a.py").as_uri()
    prefix = "'🙂é'; "
    server.open(uri, f"{prefix}assert (1, 'x')\n")
    (found,) = server.diagnostics(uri, 1)
    assert found["range"]["start"] == {"line": 0, "character": columns}
    server.change(uri, 2, (0, columns), (0, columns), "x = 1; ")
    (found,) = server.diagnostics(uri, 2)
    assert found["range"]["start"]["character"] == columns + 7


def test_a_quick_fix_is_offered_resolved_and_applied(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    text = "'🙂'; assert (1, 'x')\n"
    server.open(uri, text)
    (found,) = server.diagnostics(uri, 1)
    fix = titled(server.actions(uri, (0, 8), (0, 8), diagnostics=[found]), "unsafe: may change")
    assert fix["diagnostics"] == [found] and fix["title"].endswith(
        "(Reread: py/assert-tuple, unsafe: may change behaviour)"
    )
    resolved = server.request("codeAction/resolve", fix)
    (change,) = resolved["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    fixed = apply_edits(text, change["edits"])
    document = {"uri": uri, "version": 2}
    server.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": fixed}]})
    assert server.diagnostics(uri, 2) == []


@pytest.mark.slow
def test_a_quick_fix_brings_its_import_and_keeps_doing_so_while_one_types_above(client: Make, project: Path) -> None:
    server = client(settings={"rules": {"profile": "standard"}})
    server.start(project)
    uri = (project / "a.py").as_uri()
    text = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
    server.open(uri, text)
    assert codes(server.diagnostics(uri, 1)) == ["py/blocking-sleep-in-async"]
    server.change(uri, 2, (0, 0), (0, 0), "import os\n")
    assert codes(server.diagnostics(uri, 2)) == ["py/blocking-sleep-in-async"]
    fix = titled(server.actions(uri, (5, 6), (5, 6)), "unsafe: may change")
    edits = server.request("codeAction/resolve", fix)["edit"]["documentChanges"][0]["edits"]
    fixed = apply_edits("import os\n" + text, edits)
    assert fixed == "import asyncio\nimport os\n\n\nasync def f():\n    await asyncio.sleep(1)\n"


@pytest.mark.slow
@pytest.mark.parametrize("words", ["for this line", "in this file"])
def test_ignoring_a_finding_silences_it(client: Make, project: Path, words: str) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    text = "import os\n\nassert (1, 'x')\n"
    server.open(uri, text)
    assert codes(server.diagnostics(uri, 1)) == ["py/assert-tuple"]
    action = titled(server.actions(uri, (2, 3), (2, 3)), f"Ignore {words} (Reread: py/assert-tuple)")
    edits = server.request("codeAction/resolve", action)["edit"]["documentChanges"][0]["edits"]
    document = {"uri": uri, "version": 2}
    change = [{"text": apply_edits(text, edits)}]
    server.notify("textDocument/didChange", {"textDocument": document, "contentChanges": change})
    assert "py/assert-tuple" not in codes(server.diagnostics(uri, 2))


SAFE_RULE = """
rules:
  - id: loud
    languages: [python]
    severity: WARNING
    message: Say it.
    pattern: shout($X)
    fix: say($X)
    metadata: {applicability: safe}
"""


def test_fix_all_fixes_what_is_safe_and_nothing_else(client: Make, project: Path) -> None:
    (project / ".reread" / "rules").mkdir(parents=True)
    (project / ".reread" / "rules" / "loud.yaml").write_text(SAFE_RULE)
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    text = "import say, shout; shout('🙂')\nassert (1, 'x')\nshout(shout(2))\n"
    server.open(uri, text)
    assert codes(server.diagnostics(uri, 1)) == ["loud", "py/assert-tuple", "loud", "loud"]
    (action,) = server.actions(uri, (0, 0), (0, 0), only=["source.fixAll"])
    edits = server.request("codeAction/resolve", action)["edit"]["documentChanges"][0]["edits"]
    assert apply_edits(text, edits) == "import say, shout; say('🙂')\nassert (1, 'x')\nsay(say(2))\n"


def test_hover_and_the_command_explain_a_finding(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, "assert (1, 'x')\n")
    server.diagnostics(uri, 1)
    position = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}}
    said = server.request("textDocument/hover", position)["contents"]["value"]
    assert "**py/assert-tuple**" in said
    assert (
        "- Fix: Replace with `assert 1, 'x'` (unsafe). The assertion works, and may fail where it passed before."
        in said
    )
    action = titled(server.actions(uri, (0, 3), (0, 3)), "Explain this finding (Reread: py/assert-tuple)")
    page = server.command(action["command"]["command"], *action["command"]["arguments"])
    shown = server.wait(lambda message: message.get("method") == "window/showDocument")
    path = Path(shown["params"]["uri"].removeprefix("file://"))
    assert path.name == "py-assert-tuple.md" and path.read_text() == page
    assert "reread: ignore[py/assert-tuple]" in page
    server.command("reread.explain", "no-such-rule")
    server.shown("no-such-rule")


def test_settings_come_into_force_at_once(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, "assert (1, 'x')\n")
    assert codes(server.diagnostics(uri, 1)) == ["py/assert-tuple"]
    server.settings = {**server.settings, "rules": {"ignore": ["py/assert-tuple"]}}
    server.notify("workspace/didChangeConfiguration", {"settings": None})
    server.until(uri, lambda found: not found)
    server.settings = {**server.settings, "rules": {"severity": {"py/assert-tuple": "hint"}}}
    server.notify("workspace/didChangeConfiguration", {"settings": None})
    server.until(uri, lambda found: found and found[0]["severity"] == 4)
    server.settings = {"rules": {"select": "everything"}}
    server.notify("workspace/didChangeConfiguration", {"settings": None})
    assert "rules.select" in server.shown("editor settings")


def test_folders_have_their_own_rules(client: Make, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    rules = two / ".reread" / "rules"
    one.mkdir()
    rules.mkdir(parents=True)
    rule = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: nap(...)}\n"
    (rules / "nap.yaml").write_text(rule)
    server = client()
    server.start(one, two)
    for folder in (one, two):
        server.open((folder / "a.py").as_uri(), "import nap; nap()\n")
    assert server.diagnostics((one / "a.py").as_uri(), 1) == []
    assert codes(server.diagnostics((two / "a.py").as_uri(), 1)) == ["no-nap"]
    (rules / "nap.yaml").write_text("rules: [{id: no-nap}]\n")
    changed = [{"uri": (rules / "nap.yaml").as_uri(), "type": 2}]
    server.notify("workspace/didChangeWatchedFiles", {"changes": changed})
    assert "nap.yaml" in server.shown("no-nap")
    server.until((two / "a.py").as_uri(), lambda found: not found)
    removed = {"added": [], "removed": [{"uri": two.as_uri(), "name": "two"}]}
    server.notify("workspace/didChangeWorkspaceFolders", {"event": removed})
    server.change((two / "a.py").as_uri(), 2, (0, 0), (0, 0), "assert (1, 'x')\n")
    assert codes(server.diagnostics((two / "a.py").as_uri(), 2)) == ["py/assert-tuple"]


def test_documents_that_are_no_files_of_the_folder(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    for uri in ("untitled:Untitled-1", "file:///c%3A/x/a%20b.py", "file://server/share/a.py", "file:///nowhere/%FF.py"):
        server.open(uri, "assert (1, 'x')\n")
        assert codes(server.diagnostics(uri, 1)) == ["py/assert-tuple"]
        fix = titled(server.actions(uri, (0, 3), (0, 3)), "unsafe: may change")
        change = server.request("codeAction/resolve", fix)["edit"]["documentChanges"][0]
        assert change["textDocument"]["uri"] == uri


def test_a_huge_document_gets_a_note_and_costs_nothing(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    uri = (project / "big.py").as_uri()
    server.open(uri, "assert (1, 'x')\n" * 70_000)
    (note,) = server.diagnostics(uri, 1)
    assert note["code"] == "file-too-large" and "1,000,000" in note["message"]
    server.change(uri, 2, (10, 0), (70_000, 0), "")
    assert codes(server.diagnostics(uri, 2)) == ["py/assert-tuple"] * 10


def test_broken_text_does_no_harm(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    texts = ("(" * 5_000, "\0" * 1_000, "\ufeffassert (1, 'x')\n", "def f(:\n  \x0c\n\u2028")
    for number, text in enumerate(texts):
        uri = (project / f"odd{number}.py").as_uri()
        server.open(uri, text)
        server.diagnostics(uri, 1)
        server.change(uri, 2, (0, 0), (0, 1), "")
        server.diagnostics(uri, 2)


@pytest.mark.slow
def test_after_a_storm_of_edits_the_findings_are_those_of_the_text(client: Make, project: Path) -> None:
    """Compared with the same text opened anew, which is analysed from scratch."""
    chance = random.Random(7)
    pieces = [
        "assert (1, 'x')\n",
        "def f(a=[]):\n    a.append(1)\n    return a\n",
        "'🙂'; assert (1, '漢')\r\n",
        "x = eval(input())\n",
        "import os\n",
        "class A:\n    def g(self):\n        if self is 'a':\n            pass\n",
        '"""\n',
        "# comment\r",
    ]
    lines = [chance.choice(pieces) for _ in range(60)]
    server = client()
    server.start(project)
    uri = (project / "storm.py").as_uri()
    server.open(uri, "".join(lines))
    version = 1
    for _ in range(150):
        text = "".join(lines)
        at = chance.randrange(len(lines))
        count = chance.randint(0, 2)
        new = [chance.choice(pieces) for _ in range(chance.randint(0, 2))]
        start, end = len("".join(lines[:at])), len("".join(lines[: at + count]))
        lines[at : at + count] = new
        version += 1
        server.change(uri, version, position(text, start), position(text, end), "".join(new))
        lines = lines or ["\n"]
    final = "".join(lines)
    fresh = (project / "fresh.py").as_uri()
    server.open(fresh, final)
    assert plain(server.settled(uri, version)) == plain(server.settled(fresh, 1))


def plain(diagnostics: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(found["code"], found["message"], str(found["range"])) for found in diagnostics]


def position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(before) - 1, len(before[-1].encode("utf-16-le")) // 2


def test_debug_information_names_what_matters(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    text = server.command("reread.printDebugInformation")
    assert str(project) in text and "position encoding: utf-16" in text and "Python" in text
