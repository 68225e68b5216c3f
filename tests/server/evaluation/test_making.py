"""Data sets that are made of a repository: what its tests notice becomes a case, and nothing else."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from reread.server.evaluation.dataset import load
from reread.server.evaluation.making import mutants, writing
from reread.server.evaluation.making.case_folder import CaseFolder, MakingError
from reread.server.evaluation.making.fixes import BugFix, bug_fixes
from reread.server.evaluation.making.making import Making, Order
from reread.server.evaluation.making.trying import Trials
from reread.server.evaluation.making.writing import Flaw, Versions
from reread.server.evaluation.readers.files import case_in
from reread.server.evaluation.values import AnnotatedLines, Case
from tests.rag.conftest import git, write

WRONG = """def total(prices):
    return sum(prices[1:])


def is_cheap(price):
    return price < 10


def is_dear(price):
    return price > 100


def label(price):
    return str(price)
"""
RIGHT = WRONG.replace("prices[1:]", "prices")
TEST = """import unittest

from shop.prices import is_cheap, total


class PricesTest(unittest.TestCase):
    def test_cheap(self):
        self.assertTrue(is_cheap(9))
        self.assertFalse(is_cheap(10))
"""
SUM = "\n    def test_sum(self):\n        self.assertEqual(total([1, 2]), 3)\n"
LABEL = "\n    def test_nothing_new(self):\n        self.assertTrue(total)\n"
UNITTEST = (sys.executable, "-m", "unittest", "-q")
FILES = {
    "shop/__init__.py": "",
    "shop/prices.py": WRONG,
    "shop/tax.py": "RATE = 19\n",
    "shop/test_helper.py": "VALUE = 3\n",
    "tests/__init__.py": "",
    "tests/test_prices.py": TEST,
}


def commit(root: Path, message: str, files: dict[str, str]) -> None:
    write(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--allow-empty", "-qm", message)


@pytest.fixture
def shop(tmp_path, monkeypatch) -> Path:
    """A fix that a test notices, and one that none does."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "shop"
    root.mkdir()
    git(root, "init", "-q")
    commit(root, "All of it", FILES)
    commit(
        root,
        "Fix the sum: it left out\n\nthe first price",
        {"shop/prices.py": RIGHT, "tests/test_prices.py": TEST + SUM},
    )
    other = RIGHT.replace("str(price)", 'f"{price}"')
    commit(root, "Fix labels", {"shop/prices.py": other, "tests/test_prices.py": TEST + SUM + LABEL})
    return root


def made(
    root: Path, out: Path, *, most: int = 20, timeout: float = 60, command: tuple[str, ...] = UNITTEST
) -> list[int]:
    """Make the cases of a repository; how many things were tried."""
    tried: list[int] = []
    making = Making(str(root), CaseFolder(str(out)), Order(command, timeout, most))
    try:
        making.require_passing_tests()
        making.fixes(tried.append)
        making.mutants(tried.append)
    finally:
        making.close()
    return tried


def cases(out: Path, sort: str) -> list[Case]:
    return load(str(out), (f"shop/{sort}/*",))


def test_a_fix_whose_test_turns_red_without_it_becomes_a_case(shop, tmp_path):
    made(shop, tmp_path / "out", most=20)
    (case,) = cases(tmp_path / "out", "fixes")
    assert (case.before["shop/prices.py"], case.after["shop/prices.py"]) == (RIGHT, WRONG)
    (annotation,) = case.annotations
    assert (annotation.kind, annotation.places) == ("wrong-result", (AnnotatedLines("shop/prices.py", 2, 2),))
    assert annotation.why == "It takes back a fix: Fix the sum: it left out"
    assert (case.changed, case.intent) == (["shop/prices.py"], "Change shop/prices.py")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_the_language_of_the_repository_does_not_matter(shop, tmp_path):
    git(shop, "rm", "-q", "-r", ".")
    module = "exports.total = (prices) => prices.reduce((sum, price) => sum + price);\n"
    test = "const { total } = require('../shop/total');\nconst same = require('assert').strictEqual;\nsame(total([1, 2]), 3);\n"
    commit(shop, "Rewrite it", {"shop/total.js": module, "tests/total.test.js": test})
    empty = {
        "shop/total.js": module.replace("price);", "price, 0);"),
        "tests/total.test.js": f"{test}same(total([]), 0);\n",
    }
    commit(shop, "Fix the crash without prices", empty)
    made(shop, tmp_path / "out", command=("node", "tests/total.test.js"))
    (case,) = cases(tmp_path / "out", "fixes")
    assert (case.language, case.annotations[0].kind) == ("javascript", "crash")
    assert case.after == {"shop/total.js": module}


@pytest.mark.slow
def test_files_beside_a_change_are_in_its_case_and_tests_are_not(shop, tmp_path):
    made(shop, tmp_path / "out")
    for case in load(str(tmp_path / "out")):
        assert case.before.keys() == case.after.keys() == {"shop/prices.py", "shop/tax.py"}


@pytest.mark.slow
def test_the_fix_itself_is_a_clean_case(shop, tmp_path):
    made(shop, tmp_path / "out")
    (case,) = cases(tmp_path / "out", "clean")
    assert (case.before["shop/prices.py"], case.after["shop/prices.py"]) == (WRONG, RIGHT)
    assert case.annotations == ()


@pytest.mark.slow
def test_a_mutant_that_a_test_notices_becomes_a_case_and_others_do_not(shop, tmp_path):
    made(shop, tmp_path / "out")
    (case,) = cases(tmp_path / "out", "mutants")
    assert "return price <= 10" in case.after["shop/prices.py"]
    (annotation,) = case.annotations
    assert (annotation.kind, annotation.places) == ("off-by-one", (AnnotatedLines("shop/prices.py", 6, 6),))


@pytest.mark.slow
def test_nothing_is_tried_or_made_twice(shop, tmp_path):
    tried = made(shop, tmp_path / "out")
    assert len(tried) == 4
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "out/shop").rglob("*.yaml")}
    assert made(shop, tmp_path / "out") == []
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out/shop").rglob("*.yaml")} == files


@pytest.mark.slow
def test_there_are_no_more_cases_than_wanted(shop, tmp_path):
    write(shop, {"shop/prices.py": RIGHT.replace("price > 100", "not is_cheap(price)")})
    write(shop, {"tests/test_prices.py": TEST.replace("import is_cheap", "import is_cheap, is_dear") + SUM
                 + "\n    def test_dear(self):\n        self.assertTrue(is_dear(10))\n"})  # fmt: skip
    git(shop, "commit", "-qam", "More tests")
    made(shop, tmp_path / "out", most=1)
    assert len(cases(tmp_path / "out", "mutants")) == 1
    made(shop, tmp_path / "out", most=2)
    assert len(cases(tmp_path / "out", "mutants")) == 2


@pytest.mark.slow
def test_what_is_interrupted_keeps_what_is_made(shop, tmp_path):
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    making = Making(str(shop), CaseFolder(str(tmp_path / "out")), Order(UNITTEST, 60, 20))
    with pytest.raises(KeyboardInterrupt):
        making.mutants(stop)
    making.close()
    assert len(made(shop, tmp_path / "out")) == 3
    assert len(cases(tmp_path / "out", "mutants")) == 1


@pytest.mark.slow
def test_neither_the_repository_nor_the_copy_has_anything_left(shop, tmp_path):
    before = sorted(str(path) for path in shop.rglob("*"))
    made(shop, tmp_path / "out")
    assert sorted(str(path) for path in shop.rglob("*")) == before
    assert list((tmp_path / "cache/verify").iterdir()) == []


def test_the_command_sees_no_secret(shop, tmp_path, monkeypatch):
    for name in ("OPENAI_API_KEY", "OWN_KEY_OF_TEAM", "REREAD_CONFIG", "GITHUB_TOKEN"):
        monkeypatch.setenv(name, "sk-proj-abcdefghijklmnopqrstuvwx")
    code = "import os; names = sorted(os.environ); print(names); exit(any('KEY' in n or 'TOKEN' in n for n in names))"
    runs = Trials(str(shop), (sys.executable, "-c", code), 60, ("OWN_KEY_OF_TEAM",))
    ran = runs.ran()
    runs.remove()
    assert ran.passed, ran.output


@pytest.mark.slow
def test_tests_that_hang_are_ended_and_tell_nothing(shop, tmp_path):
    with pytest.raises(MakingError, match=r"they do not end within 0\.5 s"):
        made(shop, tmp_path / "out", timeout=0.5, command=(sys.executable, "-c", "import time; time.sleep(600)"))
    hangs = "import time\nfrom shop.prices import is_cheap\nif is_cheap(10): time.sleep(600)\n"
    made(shop, tmp_path / "out", timeout=3, command=(sys.executable, "-c", hangs))
    assert not (tmp_path / "out/shop").exists()


@pytest.mark.slow
def test_tests_that_fail_as_the_code_is_are_refused(shop, tmp_path):
    with pytest.raises(MakingError, match="the tests do not pass in a copy of the last commit: no such thing"):
        made(shop, tmp_path / "out", command=(sys.executable, "-c", "exit('no such thing')"))
    with pytest.raises(MakingError, match="no-such-program: is not installed"):
        made(shop, tmp_path / "out", command=("no-such-program",))


def test_a_test_that_fails_by_chance_makes_no_case(shop, tmp_path):
    """It fails each second time, whatever the code is."""
    flag = shlex.quote(str(tmp_path / "flag"))
    code = (
        f"import os, sys; p = {flag!r}; there = os.path.exists(p); os.unlink(p) if there else open(p, 'w'); exit(there)"
    )
    runs = Trials(str(shop), (sys.executable, "-W", "ignore", "-c", code), 60)
    runs.show("HEAD")
    try:
        assert not runs.notice({"shop/prices.py": WRONG}, {"shop/prices.py": RIGHT})
    finally:
        runs.remove()


def test_a_repository_without_history(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "shop"
    root.mkdir()
    git(root, "init", "-q")
    with pytest.raises(MakingError, match="has no commit yet"):
        made(root, tmp_path / "out")
    commit(root, "Fix all of it", {**FILES, "shop/prices.py": RIGHT})
    made(root, tmp_path / "out")
    assert [case.name.split("/")[1] for case in load(str(tmp_path / "out"))] == ["mutants"]


@pytest.mark.slow
def test_a_case_that_cannot_be_written_is_said_and_tried_again(shop, tmp_path):
    made(shop, tmp_path / "out", most=1, command=(sys.executable, "-c", ""))
    (tmp_path / "out/shop").touch()
    with pytest.raises(MakingError, match="cannot be written"):
        made(shop, tmp_path / "out")
    (tmp_path / "out/shop").unlink()
    made(shop, tmp_path / "out")
    assert len(cases(tmp_path / "out", "fixes")) == 1


def test_a_folder_with_anything_else_is_refused(tmp_path):
    write(tmp_path, {"notes/todo.txt": "", "list/tried.json": "{}", "damaged/tried.json": "["})
    for name in ("notes", "list", "damaged"):
        with pytest.raises(MakingError):
            CaseFolder(str(tmp_path / name))


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Fix crash on empty input", "crash"),
        ("Fix memory leak in the pool", "resource-leak"),
        ("fix race condition of the cache", "race"),
        ("Fix the docs test", "wrong-result"),
        ("Fix bug #12", "wrong-result"),
    ],
)
def test_words_of_the_message_name_the_class(subject, kind):
    assert BugFix("", subject, {}, {}).kind == kind


def mistakes(path: str, text: str) -> dict[str, set[str]]:
    """The lines that mutants of a file have and it has not, by the kind of mistake."""
    found: dict[str, set[str]] = {}
    for each in mutants.mutants({path: text}, 1):
        new = [line.strip() for line in each.applied(text).splitlines()]
        old = [line.strip() for line in text.splitlines()]
        found.setdefault(each.kind, set()).add("\n".join(line for line in new if line not in old))
    return found


def test_mistakes_in_python():
    text = """async def f(a, b, c):
    if a is None:
        return 0
    if not b and c:
        g(a, b, key=c)
    return await h(a[b + 1])
"""
    assert mistakes("a.py", text) == {
        "condition": {"if b and c:", "if not b or c:"},
        "missing": {""},
        "arguments": {"g(b, a, key=c)"},
        "await": {"return h(a[b + 1])"},
        "bound": {"return await h(a[b])"},
    }


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        ("a is None", "missing"),
        ("a.b == None", "missing"),
        ("a is not None", "guard"),
        ("f(a, None)", "guard"),
        ("a is None or b", "guard"),
    ],
)
def test_a_guard_against_a_missing_value_has_a_class_of_its_own(condition, kind):
    text = f"def f(a, b):\n    x = 1\n\n    if {condition}:\n        return 0\n\n    return x\n"
    (found,) = [each for each in mutants.mutants({"a.py": text}, 1) if each.kind in ("missing", "guard")]
    assert (found.kind, found.applied(text)) == (kind, "def f(a, b):\n    x = 1\n\n    return x\n")


@pytest.mark.parametrize(
    "text",
    [
        "def f(a):\n    if a:\n        return 0\n",
        "def f(a):\n    if a:\n        return 0\n    else:\n        return 1\n    return 2\n",
        "def f(a):\n    if a:\n        g()\n        return 0\n    return 2\n",
        "def f(a):\n    x = 1; y = 2 if a else 3\n    return x\n",
    ],
    ids=["nothing left", "else", "does more", "expression"],
)
def test_what_is_no_guard(text):
    assert "guard" not in mistakes("a.py", text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.js", "function f(a, b) {\n  if (a < b && !a) {\n    return 1;\n  }\n  return g(a, b);\n}\n"),
        ("a.ts", "function f<T>(a: T[], b: number) {\n  if (a < b && !a) {\n    return 1;\n  }\n  return g<T>(a, b);\n}\n"),
        ("a.go", "package a\n\nfunc f(a, b int) int {\n\tif a < b && !c {\n\t\treturn 1\n\t}\n\treturn g(a, b)\n}\n"),
        ("A.java", "class A {\n  int f(int a, int b) {\n    if (a < b && !c) {\n      return 1;\n    }\n    return g(a, b);\n  }\n}\n"),
        ("a.rb", "def f(a, b)\n  if a < b && !c\n    return 1\n  end\n  g(a, b)\nend\n"),
        ("a.rs", "fn f(a: i32, b: i32) -> i32 {\n    if a < b && !c {\n        return 1;\n    }\n    g(a, b)\n}\n"),
        ("A.cs", "class A {\n  int F(int a, int b) {\n    if (a < b && !c) {\n      return 1;\n    }\n    return G(a, b);\n  }\n}\n"),
        ("a.kt", "fun f(a: Int, b: Int): Int {\n    if (a < b && !c) {\n        return 1\n    }\n    return g(a, b)\n}\n"),
        ("a.php", "<?php\nfunction f($a, $b) {\n  if ($a < $b && !$c) {\n    return 1;\n  }\n  return g($a, $b);\n}\n"),
    ],
    ids=lambda each: each if len(each) < 9 else "",
)  # fmt: skip
def test_the_same_mistakes_in_each_language(path, text):
    found = mistakes(path, text)
    assert {kind: len(each) for kind, each in found.items()} == {"bound": 1, "condition": 2, "guard": 1, "arguments": 1}
    assert all(mutants.is_well_formed(each, text) for each in mutants.mutants({path: text}, 1))


def test_mutants_are_the_same_each_time_and_change_with_the_seed():
    texts = {"a.py": "".join(f"x{i} = a < {i}\n" for i in range(9))}
    assert mutants.mutants(texts, 1) == mutants.mutants(texts, 1) != mutants.mutants(texts, 2)


def test_where_lines_are_gone_the_place_is_from_the_line_before_to_the_line_after(tmp_path):
    after = "def f(x):\n    y = g(x)\n\n    return y + x\n"
    before = after.replace("\n\n", "\n\n    if y is None:\n        return x\n\n")
    assert writing.write(
        str(tmp_path / "a.yaml"), Versions({"a.py": before}, {"a.py": after}, {}), Flaw("crash", "x" * 20)
    )
    (case,) = load(str(tmp_path))
    assert case.annotations[0].places == (AnnotatedLines("a.py", 2, 4),)


def test_the_place_is_where_code_was_changed_and_no_import_or_comment(tmp_path):
    before = "import a\n\n# One.\nx = a.b\ny = 1\nz = 2\n"
    after = before.replace("import a", "import a, b").replace("One", "Two").replace("y = 1", "y = 3")
    assert writing.write(
        str(tmp_path / "a.yaml"), Versions({"a.py": before}, {"a.py": after}, {}), Flaw("crash", "x" * 20)
    )
    (case,) = load(str(tmp_path))
    assert case.annotations[0].places == (AnnotatedLines("a.py", 5, 5),)


@pytest.mark.parametrize(
    "change",
    [
        {"shop/prices.py": RIGHT + "\n\ndef new():\n    return 1\n"},
        {"shop/prices.py": RIGHT.replace("prices):", 'prices):\n    """Their sum."""')},
        {"shop/new.py": "x = 1\n"},
        {"shop/prices.py": RIGHT + "".join(f"X{i} = 1\n" for i in range(31))},
        {"shop/prices.py": RIGHT + "y = '\x0c'\n"},
        {f"shop/{name}.py": "x = 1\n" for name in ("a", "b", "c", "d")},
        {"tests/test_other.py": "", "shop/__init__.py": ""},
    ],
    ids=["new definition", "another description", "new file", "many lines", "no plain lines", "many files", "no code"],
)
def test_what_is_no_small_fix(shop, change):
    git(shop, "reset", "-q", "--hard", "HEAD~2")
    commit(
        shop, "Files", {name: "" for name in change if "shop" in name and "new" not in name and "prices" not in name}
    )
    commit(shop, "Fix it", {**change, "tests/test_prices.py": TEST + SUM})
    assert list(bug_fixes(str(shop))) == []


def test_a_fix_without_a_test_or_a_word_is_none(shop):
    git(shop, "reset", "-q", "--hard", "HEAD~2")
    commit(shop, "Fix the sum", {"shop/prices.py": RIGHT})
    commit(shop, "Change labels", {"shop/prices.py": RIGHT + "x = 1\n", "tests/test_prices.py": TEST + SUM})
    assert list(bug_fixes(str(shop))) == []


def test_a_quote_takes_in_what_it_needs_to_be_unique(tmp_path):
    before = "def a():\n    return 1\n\n\ndef b():\n    return 2\n"
    after = before.replace("2", "1")
    assert writing.write(
        str(tmp_path / "a.yaml"), Versions({"a.py": before}, {"a.py": after}, {}), Flaw("crash", "x" * 20)
    )
    (case,) = load(str(tmp_path))
    (annotation,) = case.annotations
    (place,) = annotation.places
    assert place.first <= 6 <= place.last


def test_what_the_format_cannot_hold_is_not_written(tmp_path):
    same = "x = 1\n" * 50
    for text in (same, "x = 1\x85y = 2\n"):
        versions = Versions({"a.py": f"{text}a\n"}, {"a.py": text}, {})
        assert not writing.write(str(tmp_path / "a.yaml"), versions, Flaw("crash", "x" * 20))
    assert os.listdir(tmp_path) == []
    assert case_in("", "", {"language": "python", "intent": "x", "clean": "y", "files": {"a.py": "-a\n+b\n"}})
