"""Methods of objects that a function has made, in this file or in another one; those of a harmless class are silent."""

from __future__ import annotations

import pytest

PYTHON = "class Shell:\n    def run(self, value):\n        {}(value)\n\ndef made():\n    return Shell()\n"
JAVASCRIPT = (
    "export class Shell {{\n  run(value) {{ {}(value); }}\n}}\nexport function made() {{ return new Shell(); }}\n"
)
JAVA = "package a;\npublic class Shell {{\n  void run(String value) {{ {}(value); }}\n}}\n"
GO = "package sh\n\ntype Shell struct{{}}\n\nfunc (s *Shell) Run(v string) {{ {}(v) }}\n\nfunc Made() *Shell {{ return &Shell{{}} }}\n"


def check(look, files, name, template, lines):
    assert look({**files, name: template.format("sink")}) == lines
    assert look({**files, name: template.format("show")}) == []


@pytest.mark.parametrize(
    "code",
    [
        "from shell import made\n\ndef handler():\n    shell = made()\n    shell.run(source())\n",
        "import shell as s\n\ndef handler():\n    shell = s.made()\n    shell.run(source())\n",
        "from shell import made\nshell = made()\n\ndef handler():\n    shell.run(source())\n",
        "import shell\n\ndef own():\n    return shell.Shell()\ndef handler(): own().run(source())\n",
        "from shell import made\nclass Service:\n    def __init__(self): self.shell = made()\n    def handler(self):\n"
        "        self.shell.run(source())\n",
    ],
)
def test_python(look, code):
    check(look, {"app.py": code}, "shell.py", PYTHON, [5])


@pytest.mark.parametrize(
    "body",
    [
        "return Shell()",
        "shell = Shell()\n    shell.name = 1\n    return shell",
        "if name:\n        return None\n    return Shell()",
        "global _shell\n    if _shell is None:\n        _shell = Shell()\n    return _shell",
        "return made()",
    ],
)
def test_a_function_of_a_third_file(look, body):
    middle = f"from shell import Shell, made\n_shell = None\n\ndef get(name=None):\n    {body}\n"
    app = "from middle import get\n\ndef handler():\n    shell = get()\n    shell.run(source())\n"
    check(look, {"app.py": app, "middle.py": middle}, "shell.py", PYTHON, [5])


@pytest.mark.parametrize("ending", ["js", "ts"])
@pytest.mark.parametrize(
    "code",
    [
        "import { made } from './shell';\nfunction handler() {\n  const shell = made();\n  shell.run(source());\n}\n",
        "import * as s from './shell';\nfunction handler() {\n  const shell = s.made();\n  shell.run(source());\n}\n",
        "import { made } from './shell';\nconst shell = made();\nfunction handler() {\n  shell.run(source());\n}\n",
        "import { made } from './shell';\nclass Service {\n  constructor() { this.shell = made(); }\n"
        "  handler() { this.shell.run(source()); }\n}\n",
        "import { made } from './shell';\nclass Service {\n  shell = made();\n"
        "  handler() { this.shell.run(source()); }\n}\n",
    ],
)
def test_javascript(look, code, ending):
    check(look, {f"app.{ending}": code}, f"shell.{ending}", JAVASCRIPT, [4])


@pytest.mark.parametrize("call", ["var shell = Shells.made(); shell.run(source());", "Shells.made().run(source());"])
def test_java(look, call):
    shells = "package a;\npublic class Shells {\n  static Shell made() { return new Shell(); }\n}\n"
    app = f"package a;\nclass App {{\n  void handler() {{\n    {call}\n  }}\n}}\n"
    check(look, {"a/App.java": app, "a/Shells.java": shells}, "a/Shell.java", JAVA, [4])


@pytest.mark.parametrize(
    ("call", "own"),
    [
        ("s := sh.Made()\n\ts.Run(source())", ""),
        ("s := own()\n\ts.Run(source())", "func own() *sh.Shell { return &sh.Shell{} }\n"),
        ("s := own()\n\ts.Run(source())", "func own() *sh.Shell { return sh.Made() }\n"),
    ],
)
def test_go(look, call, own):
    app = f'package main\n\nimport "m/sh"\n\nfunc handler() {{\n\t{call}\n}}\n{own}'
    check(look, {"app.go": app, "go.mod": "module m\n"}, "sh/sh.go", GO, [7])


def test_what_a_function_gives_that_is_not_known_has_no_class(look):
    app = "from shell import made\nfrom library import get\n\ndef handler():\n    shell = get(made)\n    shell.run(source())\n"
    assert look({"app.py": app, "shell.py": PYTHON.format("sink")}) == []
