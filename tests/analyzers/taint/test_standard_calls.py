"""What a user gives is reported where it comes to a function of a standard library that does something with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules import profiles
from reread.analyzers.rules.admission.profile import admitted
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document
from tests.analyzers.taint.standard_calls import calls, unreported
from tests.analyzers.taint.test_certainty import QUIET, STANDARD

_GIVEN = re.compile(r"\bX\b")
_PLACE = re.compile(r"[#*]call (\d+)\.")
Call = tuple[str, tuple[str, ...], str]
LANGUAGES = ["python", "javascript", pytest.param("typescript", marks=pytest.mark.slow), "go", "java"]
"""TypeScript has the calls of JavaScript."""
ENDINGS = {"python": "py", "javascript": "js", "typescript": "ts", "go": "go", "java": "java"}


def code_of(language: str, modules: tuple[str, ...], given: Sequence[str]) -> str:
    """A program in which a function for each call gives what a request brought to it, on a line with its number."""
    if language == "python":
        head = "".join(f"import {module}\n" for module in modules)
        views = (
            f"@app.route('/{at}')\ndef view{at}():\n    value = request.args['value']\n"
            f"    result = {call}  #call {at}.\n    return 'done'\n\n\n"
            for at, call in enumerate(given)
        )
        return f"from flask import Flask, request\n{head}app = Flask(__name__)\n\n\n{''.join(views)}"
    if language in ("javascript", "typescript"):
        made = "import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync('a');\n"
        head = "".join(
            made if name == "node_sqlite" else f"import * as {name.split('/')[-1]} from 'node:{name}';\n"
            for name in modules
        )
        cast = " as string" if language == "typescript" else ""
        views = (
            f"app.get('/{at}', (req, res) => {{\n  const value = req.query.value{cast};\n"
            f"  {call}; /*call {at}.*/\n  res.send('done');\n}});\n"
            for at, call in enumerate(given)
        )
        return f"import express from 'express';\n{head}const app = express();\n{''.join(views)}"
    if language == "go":
        imports = "".join(f'\t"{module}"\n' for module in sorted({"net/http", *modules}))
        views = (
            f"func f{at}(w http.ResponseWriter, r *http.Request) {{\n"
            f'\tvalue := r.FormValue("value")\n\t{call} /*call {at}.*/\n}}\n'
            for at, call in enumerate(given)
        )
        return f"package main\n\nimport (\n{imports})\n\nvar theDB *sql.DB\n\n{''.join(views)}"
    imports = "".join(f"import {module};\n" for module in ("jakarta.servlet.http.*", *modules))
    views = (
        f"class A{at} extends HttpServlet {{\n  private java.sql.Connection connection;\n"
        "  public void doGet(HttpServletRequest req, HttpServletResponse res) throws Exception {\n"
        f'    String value = req.getParameter("value");\n    {call}; /*call {at}.*/\n  }}\n}}\n'
        for at, call in enumerate(given)
    )
    return f"{imports}{''.join(views)}"


@cache
def rules_by_call(
    engine: Engine, language: str, modules: tuple[str, ...], given: tuple[str, ...]
) -> dict[str, set[str]]:
    """The rules that report each of the calls with a way to it."""
    code = code_of(language, modules, given)
    document = Document(f"file:///a.{ENDINGS[language]}", code, language=language)
    calls = {line: given[int(found[1])] for line, text in enumerate(code.split("\n")) if (found := _PLACE.search(text))}
    assert list(calls.values()) == list(given)
    rules: dict[str, set[str]] = {call: set() for call in given}
    for each in engine.check(document, f"a.{ENDINGS[language]}").findings:
        line = document.lines.line_of(each.span.start)
        if each.related and line in calls:
            rules[calls[line]].add(each.rule)
    return rules


def rules_at(
    engine: Engine, language: str, given: str = "value", chosen: Sequence[Call] | None = None
) -> dict[str, set[str]]:
    """The rules that report each call of a language, or of those chosen, with `given` in place of `X`.

    Calls that import the same stand in one program.
    """
    by_modules: dict[tuple[str, ...], list[str]] = {}
    for _, modules, call in calls(language) if chosen is None else chosen:
        by_modules.setdefault(modules, []).append(call)
    found: dict[str, set[str]] = {}
    for modules, written in by_modules.items():
        filled = tuple(_GIVEN.sub(given, call) for call in written)
        rules = rules_by_call(engine, language, modules, filled)
        found |= {call: rules[code] for call, code in zip(written, filled, strict=True)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_user_gives_to_a_function_of_a_standard_library_is_reported(language):
    assert {call for call, rules in rules_at(STANDARD, language).items() if not rules} == unreported(language)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_constant_is_reported_by_nothing(language):
    assert {call: rules for call, rules in rules_at(STANDARD, language, '"constant"').items() if rules} == {}


COMMANDS = {"python": "py", "javascript": "js", "typescript": "js", "java": "java"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_quiet_reports_each_call_of_a_rule_that_the_record_admits(language):
    quiet = rules_at(QUIET, language)
    assert quiet == {call: rules & admitted().keys() for call, rules in rules_at(STANDARD, language).items()}
    assert len({rule for rules in quiet.values() for rule in rules}) >= 2


@pytest.mark.parametrize(("language", "folder"), COMMANDS.items())
def test_the_record_admits_commands(language, folder):
    assert f"{folder}/command-injection" in admitted()


def test_commands_of_go_are_proven_and_it_is_the_record_alone_that_keeps_them_from_quiet(monkeypatch):
    """One finding of the rule was read, and it was debatable."""
    assert "go/command-injection" not in admitted()
    commands = [each for each in calls("go") if each[0] == "command-injection"]
    assert not any(rules_at(QUIET, "go", chosen=commands).values())
    monkeypatch.setattr(profiles, "admitted", lambda: {"go/command-injection": "error"})
    quiet = Engine(load(()), CheckOptions(profile=Profile.QUIET))
    reported = {call for call, rules in rules_at(quiet, "go", chosen=commands).items() if rules}
    assert reported == {call for _, _, call in commands} - unreported("go")


OTHERS = [
    ("python", ("pandas",), "pandas.Series([]).str.extractall(X)"),
    ("python", ("mailbox",), "mailbox.mboxMessage(X)"),
    ("python", ("io",), "io.BytesIO().write(X)"),
    ("python", ("zipfile",), 'zipfile.ZipFile("a").writestr("b", X)'),
    ("python", ("subprocess",), 'subprocess.run(["ls"], input=X)'),
    ("python", ("tempfile",), 'tempfile.NamedTemporaryFile(dir="/tmp").write(X)'),
    ("python", ("sys",), "sys.argv.append(X)"),
    ("javascript", (), "module.register(X)"),
    ("javascript", ("net",), "new net.Socket().write(X)"),
    ("javascript", ("child_process",), 'child_process.fork("a", [], { env: X })'),
    ("go", ("text/template", "os"), 'template.New("a").ExecuteTemplate(os.Stdout, X, nil)'),
    ("go", ("os",), 'os.OpenInRoot("a", X)'),
    ("java", ("java.util.*",), 'new Formatter(new StringBuilder(X)).format("a")'),
    ("java", ("javax.net.ssl.*",), 'SSLSocketFactory.getDefault().createSocket("a", Integer.parseInt(X))'),
]


@pytest.mark.parametrize(("language", "modules", "call"), OTHERS)
def test_what_only_has_the_name_of_such_a_function_or_gives_it_something_else_is_silent(language, modules, call):
    said = rules_at(STANDARD, language, chosen=[("", modules, call)])[call]
    assert not any(rule.endswith(("-injection", "path-traversal", "ssrf")) for rule in said)
