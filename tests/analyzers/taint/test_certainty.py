"""Which taint flows are proven, and so reported in the profile `quiet`: those that pass nothing like a check."""

from __future__ import annotations

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.taint.doubtful import POSSIBLE
from reread.analyzers.text import Document

QUIET, STANDARD = (Engine(load(()), CheckOptions(profile=profile)) for profile in (Profile.QUIET, Profile.STANDARD))


def errors_of(findings):
    return [finding for finding in findings if finding.confidence > POSSIBLE]


HEAD = "import os\nfrom flask import Flask, request\nfrom house import known_names, verify\napp = Flask(__name__)\n"


def certain(engine: Engine, body: str) -> list[bool]:
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    code = f"{HEAD}@app.route('/')\ndef view():\n    name = request.args['name']\n{lines}"
    found = engine.check(Document("file:///a.py", code, language="python"), "a.py").findings
    return [each.confidence > POSSIBLE for each in found if each.rule == "py/command-injection"]


@pytest.mark.parametrize(
    "body",
    [
        "os.system('ls ' + name)",
        "path = name.strip()\nos.system('ls ' + path)",
        "if name is None:\n    return\nos.system('ls ' + name)",
        "if not name:\n    return\nos.system('ls ' + name)",
        "if len(name) > 3:\n    return\nos.system('ls ' + name)",
        "if verify(other):\n    return\nos.system('ls ' + name)",
        "os.system('ls ' + name)\nverify(name)",
        "first = name.partition(':')\nos.system('ls ' + first[0])",
        # The condition holds for what is in the block alone.
        "if verify(name):\n    print(name)\nos.system('ls ' + name)",
    ],
)
def test_proven(body: str) -> None:
    assert certain(STANDARD, body) == [True]
    assert certain(QUIET, body) == [True]


@pytest.mark.parametrize(
    "body",
    [
        "verify(name)\nos.system('ls ' + name)",
        "if verify(name):\n    os.system('ls ' + name)",
        "if not verify(name):\n    return\nos.system('ls ' + name)",
        "if verify(name):\n    print(name)\nelse:\n    stop()\nos.system('ls ' + name)",
        "if verify(name):\n    fail('no ' + name)\nos.system('ls ' + name)",
        "if verify(name):\n    name = name[1:]\nos.system('ls ' + name)",
        "if verify(name):\n    stop()\nos.system('ls ' + name)",
        "if name in known_names():\n    raise ValueError(name)\nos.system('ls ' + name)",
        "path = local(name)\nos.system('ls ' + path)",
        "path = name.sanitized()\nos.system('ls ' + path)",
        "path = name.replace_all('[^a-z]', '')\nos.system('ls ' + path)",
    ],
)
def test_doubtful(body: str) -> None:
    assert certain(QUIET, body) == []
    assert certain(STANDARD, body) == [False]


SCRIPT = "const fs = require('fs');\nconst express = require('express');\nconst app = express();\n"


def script(engine: Engine, code: str, rule: str = "js/path-traversal") -> list[bool]:
    found = engine.check(Document("file:///a.js", SCRIPT + code, language="javascript"), "a.js").findings
    return [each.confidence > POSSIBLE for each in found if each.rule == rule]


@pytest.mark.parametrize(
    "code",
    [
        # Another handler asks of a variable of its own.
        "app.post('/a', (req, res) => { const p = req.body; if (p.kind === other) return; });\n"
        "app.post('/b', (req, res) => { const p = req.body; fs.unlinkSync('/srv/up/' + p.id); });\n",
        # Another field says nothing of this one.
        "app.post('/b', (req, res) => { const p = req.body; if (p.action == 'x') fs.unlinkSync('/srv/' + p.id); });\n",
        "app.post('/b', (req, res) => { if (req.body.action === 'x') fs.unlinkSync('/srv/' + req.body.id); });\n",
    ],
)
def test_other_values_prove_nothing(code: str) -> None:
    assert script(STANDARD, code) == [True]


@pytest.mark.parametrize(
    "code",
    [
        "app.post('/b', (req, res) => { const p = req.body; if (p.id === other) fs.unlinkSync('/srv/' + p.id); });\n",
        # Only the program itself comes further.
        "app.post('/b', (req, res) => { const key = req.get('key'); if (key !== process.env.INTERNAL_API_KEY) return;\n"
        "  fs.unlinkSync('/srv/' + req.body.id); });\n",
        # What a function of the program finds by a value is not that value, in a variable or not.
        "app.get('/x', (req, res) => { const p = feed.pathOf(req.params.id); res.sendFile(p); });\n",
        "app.get('/x', (req, res) => { const id = req.params.id; const p = feed.pathOf(id); res.sendFile(p); });\n",
    ],
)
def test_these_may_be_checked(code: str) -> None:
    assert True not in script(STANDARD, code)


GO = """package a
import ("archive/zip"; "os"; "path/filepath")
func unpack(from string, to string) error {
	archive, err := zip.OpenReader(from)
	if err != nil { return err }
	for _, entry := range archive.File {
		CHECK
		os.MkdirAll(filepath.Join(to, entry.Name), 0o755)
	}
	return nil
}
"""


@pytest.mark.parametrize(("check", "errors"), [("", 1), ("if containsDotDot(entry.Name) { return os.ErrInvalid }", 0)])
def test_a_variable_of_a_loop_is_checked(check: str, errors: int) -> None:
    found = QUIET.check(Document("file:///a.go", GO.replace("CHECK", check), language="go"), "a.go").findings
    assert [each.rule for each in found if "slip" in each.rule] == ["go/zip-slip"] * errors


JAVA = """import java.nio.file.*;
class Upload extends javax.servlet.http.HttpServlet {
  void doGet(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse answer) {
    Path folder = Paths.get(request.getParameter("folder"));
    CHECK
    Files.delete(folder);
  }
}
"""


@pytest.mark.parametrize(("check", "errors"), [("", 1), ("checkUploadAllowed(user, folder);", 0)])
def test_a_path_that_is_made_may_be_checked_afterwards(check: str, errors: int) -> None:
    code = JAVA.replace("CHECK", check)
    found = STANDARD.check(Document("file:///Upload.java", code, language="java"), "Upload.java").findings
    assert [each.rule for each in errors_of(found) if "path" in each.rule] == ["java/path-traversal"] * errors


ADDRESS = """import java.net.http.*;
import org.springframework.web.bind.annotation.*;
@RestController
class Proxy {
  @GetMapping("/")
  Object get(@RequestParam String host) { return HttpRequest.newBuilder(ADDRESS).build(); }
}
"""


@pytest.mark.parametrize(
    ("address", "errors"),
    [
        ('java.net.URI.create("https://%s/x".formatted(host))', 1),
        ("java.net.URI.create(host)", 1),
        ("house.net.Address.create(host)", 0),
    ],
)
def test_what_the_libraries_of_java_make_is_still_the_value(address: str, errors: int) -> None:
    code = ADDRESS.replace("ADDRESS", address)
    found = STANDARD.check(Document("file:///Proxy.java", code, language="java"), "Proxy.java").findings
    assert [each.rule for each in errors_of(found)] == ["java/ssrf"] * errors


UNPACK = """import java.nio.file.*;
import java.util.zip.*;
class Unpack {
  static void unpack(ZipInputStream from, Path folder) throws Exception {
    ZipEntry entry = from.getNextEntry();
    Path made = folder.resolve(entry.getName());
    inside(folder, made);
    Files.copy(from, made);
  }
  static void inside(Path folder, Path path) { CHECK }
}
"""


@pytest.mark.parametrize(
    ("check", "errors"),
    [
        ("", 1),
        ("if (path.normalize().startsWith(folder)) { System.out.println(path); }", 1),
        ("if (path.normalize().startsWith(folder)) { return; } throw new SecurityException();", 0),
        ("if (!path.normalize().startsWith(folder)) { throw new SecurityException(); }", 0),
    ],
)
def test_a_function_that_throws_checks_a_path_that_was_made_before(check: str, errors: int) -> None:
    code = UNPACK.replace("CHECK", check)
    found = STANDARD.check(Document("file:///Unpack.java", code, language="java"), "Unpack.java").findings
    assert [each.rule for each in errors_of(found)] == ["java/zip-slip"] * errors


@pytest.mark.parametrize(
    ("check", "errors"),
    [
        ("if (made == null) { return; }", 1),
        ("if (made != null) { other(made); }", 1),
        ("if (!(made == null)) { other(made); }", 1),
        ('if (made == null || !made.getCanonicalPath().startsWith("/srv/")) { return; }', 0),
        ('if (made.getCanonicalPath().startsWith("/srv/")) { made.delete(); } made = null;', 0),
        ('boolean inside = made.getCanonicalPath().startsWith("/srv/"); if (!inside) { return; }', 0),
    ],
)
def test_a_test_for_nothing_is_no_check_of_a_path_that_was_made(check: str, errors: int) -> None:
    code = "import java.io.File;\n" + JAVA.replace(
        'Path folder = Paths.get(request.getParameter("folder"));',
        'File made = new File("/srv", request.getParameter("folder"));',
    ).replace("Files.delete(folder)", "made.delete()")
    found = STANDARD.check(
        Document("file:///Upload.java", code.replace("CHECK", check), language="java"), "Upload.java"
    ).findings
    assert [each.rule for each in errors_of(found) if "path" in each.rule] == ["java/path-traversal"] * errors
