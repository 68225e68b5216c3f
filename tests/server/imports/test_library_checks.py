"""The name of a function in another file says that it checks; that of a known library's function says nothing."""

from __future__ import annotations

import pytest

JAVA_APP = "package a;\n\nclass App {\n  void f() {\n    Helpers.run(source());\n  }\n}\n"


def files(language: str, imported: str, call: str) -> dict[str, str]:
    """A program that hands what it got to a function of another file, which makes a call before it uses it."""
    match language:
        case "python":
            return {
                "app.py": "from helpers import run\n\n\n\nrun(source())\n",
                "helpers.py": f"{imported}\n\ndef run(value):\n    {call}\n    sink(value)\n",
            }
        case "javascript" | "typescript":
            ending = "js" if language == "javascript" else "ts"
            return {
                f"app.{ending}": "import { run } from './helpers';\n\n\n\nrun(source());\n",
                f"helpers.{ending}": f"{imported}\nexport function run(value) {{\n  {call};\n  sink(value);\n}}\n",
            }
        case "go":
            return {
                "app.go": "package a\n\nfunc main() {\n\n\trun(source())\n}\n",
                "helpers.go": f"package a\n\n{imported}\n\nfunc run(value string) {{\n\t{call}\n\tsink(value)\n}}\n",
            }
    code = f"class Helpers {{\n  static void run(String value) {{\n    {call};\n    sink(value);\n  }}\n}}\n"
    return {"a/App.java": JAVA_APP, "a/Helpers.java": f"package a;\n\n{imported}\n{code}"}


OF_LIBRARIES = [
    ("python", "import subprocess", "subprocess.check_call(value, shell=True)"),
    ("python", "from subprocess import check_output as check", "check(value)"),
    ("python", "from django.core import validators", "validators.validate_ipv4_address(value)"),
    ("javascript", "import assert from 'node:assert';", "assert(value)"),
    ("javascript", "const http = require('http');", "http.validateHeaderName(value)"),
    ("typescript", "import assert from 'assert';", "assert(value)"),
    ("typescript", "import { verify } from 'node:crypto';", "verify(value)"),
    ("go", 'import "crypto/ed25519"', "ed25519.Verify(key, value, signature)"),
    ("go", 'import sign "crypto/rsa"', "sign.VerifyPSS(key, 1, value, signature, nil)"),
    ("java", "import java.util.Objects;", "Objects.requireNonNull(value)"),
    ("java", "import com.google.common.base.Verify;", "Verify.verifyNotNull(value)"),
]
OF_OTHERS = [
    ("python", "from house import subprocess", "subprocess.check_call(value)"),
    ("python", "import house", "house.os.check_call(value)"),
    ("javascript", "import assert from './assert';", "assert(value)"),
    ("typescript", "import { verify } from 'house';", "verify(value)"),
    ("go", 'import "example.org/ed25519"', "ed25519.Verify(key, value, signature)"),
    ("java", "import com.example.Objects;", "Objects.requireNonNull(value)"),
]


@pytest.mark.parametrize(("language", "imported", "call"), OF_LIBRARIES)
def test_a_function_of_a_known_library_is_no_check_in_another_file(look, language, imported, call):
    assert look(files(language, imported, call)) == [5]


@pytest.mark.parametrize(("language", "imported", "call"), OF_OTHERS)
def test_a_function_of_any_other_library_is_one_by_its_name(look, language, imported, call):
    assert look(files(language, imported, call)) == []


def test_a_sink_is_no_check_of_what_it_is_given(look):
    """What comes to it is found as well as what comes to the sink after it."""
    assert look(files("python", "from house import check_sink", "check_sink(value)")) == [5, 5]


def test_a_check_within_what_a_sink_is_given_is_none_of_the_value(look):
    assert look(files("python", "from house import check", "sink(check(value))")) == [5]


def test_it_is_asked_again_when_the_import_has_changed(project):
    project.write(files("python", "from house import check", "check(value)"))
    assert project.lines("app.py") == []
    project.write(files("python", "from subprocess import check_output as check", "check(value)"))
    project.files.refresh()
    project.across.forget()
    assert project.lines("app.py") == [5]


@pytest.mark.parametrize("count", [1, 2])
def test_it_holds_in_files_further_away(look, count):
    """The last of the levels knows of no other files, but of its own imports."""
    between = {
        f"step{number}.py": f"from step{number + 1} import run as on\n\ndef run(value):\n    on(value)\n"
        for number in range(count)
    }
    last = files("python", "import subprocess", "subprocess.check_call(value)")["helpers.py"]
    app = {"app.py": "from step0 import run\n\nrun(source())\n"}
    assert look({**app, **between, f"step{count}.py": last}) == [3]
