"""What a user gives is reported where it comes to a function of a standard library that does something with it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from reread.analyzers.rules.admission.profile import admitted
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.engine import Engine
from reread.analyzers.rules.prefilter import profiles
from reread.analyzers.rules.prefilter.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document
from tests.analyzers.taint.standard_calls import calls, unreported
from tests.analyzers.taint.test_certainty import QUIET, STANDARD

_GIVEN = re.compile(r"\bX\b")
ENDINGS = {"python": "py", "javascript": "js", "typescript": "ts", "go": "go", "java": "java"}


def code_of(language: str, modules: tuple[str, ...], call: str) -> str:
    """A program whose line with the remark `call` gives what a request brought to a function."""
    if language == "python":
        head = "".join(f"import {module}\n" for module in modules)
        call = _GIVEN.sub("value", call)
        return (
            f"from flask import Flask, request\n{head}app = Flask(__name__)\n\n\n@app.route('/')\ndef view():\n"
            f"    value = request.args['value']\n    result = {call}  #call\n    return 'done'\n"
        )
    if language in ("javascript", "typescript"):
        made = "import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync('a');\n"
        head = "".join(
            made if name == "node_sqlite" else f"import * as {name.split('/')[-1]} from 'node:{name}';\n"
            for name in modules
        )
        call = _GIVEN.sub("value", call)
        return (
            f"import express from 'express';\n{head}const app = express();\napp.get('/', (req, res) => {{\n"
            f"  const value = req.query.value as string;\n  {call}; /*call*/\n  res.send('done');\n}});\n"
        ).replace(" as string" if language == "javascript" else "\0", "")
    if language == "go":
        imports = "".join(f'\t"{module}"\n' for module in sorted({"net/http", *modules}))
        call = _GIVEN.sub("value", call)
        return (
            f"package main\n\nimport (\n{imports})\n\nvar theDB *sql.DB\n\nfunc f(w http.ResponseWriter, r *http.Request) {{\n"
            f'\tvalue := r.FormValue("value")\n\t{call} /*call*/\n}}\n'
        )
    imports = "".join(f"import {module};\n" for module in ("jakarta.servlet.http.*", *modules))
    call = _GIVEN.sub("value", call)
    return (
        f"{imports}public class A extends HttpServlet {{\n  private java.sql.Connection connection;\n"
        "  public void doGet(HttpServletRequest req, HttpServletResponse res) throws Exception {\n"
        f'    String value = req.getParameter("value");\n    {call}; /*call*/\n  }}\n}}\n'
    )


@cache
def rules_at(engine: Engine, language: str, modules: tuple[str, ...], call: str) -> set[str]:
    """The rules that report the call with a way to it."""
    code = code_of(language, modules, call)
    document = Document(f"file:///a.{ENDINGS[language]}", code, language=language)
    line = next(at for at, text in enumerate(code.split("\n")) if "/*call*/" in text or "#call" in text)
    found = engine.check(document, f"a.{ENDINGS[language]}").findings
    return {each.rule for each in found if each.related and document.lines.line_of(each.span.start) == line}


@pytest.mark.parametrize("language", ENDINGS)
def test_what_a_user_gives_to_a_function_of_a_standard_library_is_reported(language):
    silent = {call for _, modules, call in calls(language) if not rules_at(STANDARD, language, modules, call)}
    assert silent == unreported(language)


@pytest.mark.parametrize("language", ENDINGS)
def test_what_is_constant_is_reported_by_nothing(language):
    for _, modules, call in calls(language):
        assert rules_at(STANDARD, language, modules, _GIVEN.sub('"constant"', call)) == set()


COMMANDS = {"python": "py", "javascript": "js", "typescript": "js", "java": "java"}


@pytest.mark.parametrize("language", ENDINGS)
def test_quiet_reports_each_call_of_a_rule_that_the_record_admits(language):
    told = {
        call: (
            rules_at(QUIET, language, modules, call),
            rules_at(STANDARD, language, modules, call) & admitted().keys(),
        )
        for _, modules, call in calls(language)
    }
    assert {call for call, (quiet, expected) in told.items() if quiet != expected} == set()
    assert len({rule for quiet, _ in told.values() for rule in quiet}) >= 2


@pytest.mark.parametrize(("language", "folder"), COMMANDS.items())
def test_the_record_admits_commands(language, folder):
    assert f"{folder}/command-injection" in admitted()


def test_commands_of_go_are_proven_and_it_is_the_record_alone_that_keeps_them_from_quiet(monkeypatch):
    """One finding of the rule was read, and it was debatable."""
    assert "go/command-injection" not in admitted()
    commands = [(modules, call) for group, modules, call in calls("go") if group == "command-injection"]
    assert [call for modules, call in commands if rules_at(QUIET, "go", modules, call)] == []
    monkeypatch.setattr(profiles, "admitted", lambda: {"go/command-injection": "error"})
    quiet = Engine(load(()), CheckOptions(profile=Profile.QUIET))
    reported = {call for modules, call in commands if rules_at(quiet, "go", modules, call)}
    assert reported == {call for _, call in commands} - unreported("go")


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
    said = rules_at(STANDARD, language, modules, call)
    assert not any(rule.endswith(("-injection", "path-traversal", "ssrf")) for rule in said)
