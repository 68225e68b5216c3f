"""The kinds besides mismatched calls, in the languages that they know, and what looks like a case and is none."""

from __future__ import annotations

import pytest

from tests.rag.findings.workspaces import found_in, lines_of

UNREFERENCED, COPY_PASTE = "index/unreferenced", "index/copy-paste"
DEVIATION, MISSED_FIX, CO_CHANGE = "index/deviation", "index/missed-fix", "index/co-change"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "def round_up(x):\n    return x\n\n\ndef total(x):\n    return {}x\n"),
        ("a.js", "function round_up(x) {{\n  return x;\n}}\n\nfunction total(x) {{\n  return {}x;\n}}\n"),
        ("a.ts", "export function round_up(x: number) {{ return x; }}\nexport const total = (x: number) => {}x;\n"),
        ("a.go", "package a\n\nfunc round_up(x int) int {{ return x }}\n\nfunc total(x int) int {{ return {}x }}\n"),
    ],
)
def test_a_definition_lost_its_last_use(path: str, text: str):
    old = text.format("round_up(1) + ")
    [found] = found_in({path: text.format("")}, {path: old}, UNREFERENCED)
    assert text.format("")[found.span.start : found.span.end] == "round_up"
    assert found.unnecessary and found.related[0].path == path


@pytest.mark.parametrize(
    "other",
    [
        {"b.py": "from a import round_up\n"},
        {"b.py": "# round_up is for later\n"},
        {"page.html": "{{ round_up(1) }}\n"},
        {"README.md": "Use `round_up`.\n"},
    ],
)
def test_a_name_that_stands_anywhere_else_is_used(other: dict[str, str]):
    text = "def round_up(x):\n    return x\n"
    files = {"a.py": text, "c.py": "x = 1\n", **other}
    assert found_in(files, {"c.py": "from a import round_up\n"}, UNREFERENCED) == []


@pytest.mark.parametrize(
    "definition",
    [
        "@task\ndef round_up(x):\n    return x\n",
        "def round_up(x):\n    warn('deprecated')\n",
        "class Shop(View):\n    def round_up(self):\n        return 1\n",
        "class Shop:\n    def round_up(self):\n        return 1\n",
        "def round_up(x):\n    return x\nround_up = wrap(round_up)\n",
    ],
)
def test_definitions_that_others_may_use(definition: str):
    files = {"a.py": definition, "c.py": "x = 1\n"}
    assert found_in(files, {"c.py": "from a import round_up\n"}, UNREFERENCED) == []


def test_a_definition_that_only_used_itself_lost_nothing():
    old = "def walk_down(x):\n    return walk_down(x) + walk_down(x)\n"
    files = {"a.py": "def walk_down(x):\n    return walk_down(x)\n"}
    assert found_in(files, {"a.py": old}, UNREFERENCED) == []


def test_a_new_definition_without_uses_is_not_one_that_lost_them():
    assert found_in({"a.py": "def round_up(x):\n    return x\n"}, {"a.py": "x = 1\n"}, UNREFERENCED) == []


COPIES = {
    "a.js": (
        "function widthOf(items) {\n  let width = 0;\n  for (const item of items) {\n"
        "    if (item.width > width) { width = item.width; }\n  }\n  log(width);\n  return width;\n}\n",
        "width",
        "height",
    ),
    "a.go": (
        "func widthOf(items []Item) int {\n\twidth := 0\n\tfor _, item := range items {\n"
        "\t\tif item.width > width {\n\t\t\twidth = item.width\n\t\t}\n\t}\n\tlog(width)\n\treturn width\n}\n",
        "width",
        "height",
    ),
}


@pytest.mark.parametrize("path", COPIES)
def test_the_one_name_that_a_copy_kept(path: str):
    first, old, new = COPIES[path]
    copy = first.replace(old, new)
    start = "package a\n\n" if path.endswith(".go") else ""
    wrong = f"item.{old};" if path.endswith(".js") else f"= item.{old}\n"
    slip = copy.replace(wrong.replace(old, new), wrong)
    files = {path: start + first + "\n" + slip}
    [found] = found_in(files, {path: start + first}, COPY_PASTE)
    assert found.span.start > len(start + first) and files[path][found.span.start : found.span.end] == old
    assert found_in({path: start + first + "\n" + copy}, {path: start + first}, COPY_PASTE) == []


def test_a_copy_that_speaks_of_both_is_meant():
    first, old, new = COPIES["a.js"]
    both = first.replace(old, new).replace(f"log({new})", f"log({old} + {new})")
    assert found_in({"a.js": first + both}, {"a.js": first}, COPY_PASTE) == []


def test_copies_that_the_change_left_alone_are_not_looked_at():
    first, old, new = COPIES["a.js"]
    slip = first.replace(old, new).replace(f"item.{new};", f"item.{old};")
    assert found_in({"a.js": first + slip, "b.js": "x\n"}, {"b.js": "y\n"}, COPY_PASTE) == []


LINES = {
    "py": ("from net import {0}\n\n\n{1}def page{2}():\n", "    {0}\n"),
    "js": ("import {{ {0} }} from 'net';\n\n\n{1}function page{2}() {{\n", "  {0}\n"),
}
CALLS = [
    ("py", "fetch", "x = await fetch(1)", "fetch(1)", "async "),
    ("py", "run", "run(1, check=True)", "run(1)", ""),
    ("py", "make", "x = make(1)", "make(1)", ""),
    ("js", "fetch", "await fetch(1);", "fetch(1);", "async "),
    ("js", "make", "x = make(1);", "make(1);", ""),
]


def callers(language: str, name: str, usual: str, prefix: str, files: int = 5) -> dict[str, str]:
    head, line = LINES[language]
    end = "}\n" if language == "js" else ""
    return {
        f"page{number}.{language}": head.format(name, prefix, number) + line.format(usual) * 4 + end
        for number in range(files)
    }


@pytest.mark.parametrize(("language", "name", "usual", "other", "prefix"), CALLS)
def test_a_call_unlike_all_others(language: str, name: str, usual: str, other: str, prefix: str):
    files = callers(language, name, usual, prefix)
    path = f"page0.{language}"
    before = {path: files[path]}
    files[path] = files[path].replace(usual, other, 1)
    [found] = found_in(files, before, DEVIATION)
    assert lines_of([found], files) == [(path, 5)]
    assert found.message.startswith("19 of 19 other calls")


@pytest.mark.parametrize(("language", "name", "usual", "other", "prefix"), CALLS)
def test_too_few_others_are_no_custom(language: str, name: str, usual: str, other: str, prefix: str):
    files = callers(language, name, usual, prefix, files=2)
    path = f"page0.{language}"
    before = {path: files[path]}
    files[path] = files[path].replace(usual, other, 1)
    assert found_in(files, before, DEVIATION) == []


def test_an_error_that_is_thrown_away_in_go():
    head = 'package p{0}\n\nimport "example.org/net"\n\nfunc f{0}() {{\n'
    files = {f"p{n}/a.go": head.format(n) + "\tx, err := net.Get(1)\n" * 4 + "}\n" for n in range(5)}
    before = {"p0/a.go": files["p0/a.go"]}
    files["p0/a.go"] = files["p0/a.go"].replace("x, err :=", "x, _ :=", 1)
    [found] = found_in(files, before, DEVIATION)
    assert "check the error" in found.message and lines_of([found], files) == [("p0/a.go", 6)]


def test_arguments_that_are_another_each_time_are_no_custom():
    files = {
        f"page{n}.py": "from net import var\n" + "".join(f"x = var({n}, bound=T{n}{m})\n" for m in range(4))
        for n in range(5)
    }
    before = {"page0.py": files["page0.py"]}
    files["page0.py"] = files["page0.py"].replace("var(0, bound=T00)", "var(0)")
    assert found_in(files, before, DEVIATION) == []


READ = {
    "a.js": (
        "function read{0}(path, limit) {{\n  const lines = open(path).split('x');\n  const result = [];\n"
        "  for (const line of lines) {{\n    const fields = line.split('y');\n    if ({1}) {{ continue; }}\n"
        "    result.push(make{0}(fields[0], fields[1], limit));\n  }}\n  return result;\n}}\n"
    ),
    "a.go": (
        "func read{0}(path string, limit int) []Item {{\n\tlines := open(path).split(1)\n\tresult := list()\n"
        "\tfor _, line := range lines {{\n\t\tfields := line.split(2)\n\t\tif {1} {{\n\t\t\tcontinue\n\t\t}}\n"
        "\t\tresult.add(make{0}(fields[0], fields[1], limit))\n\t}}\n\treturn result\n}}\n"
    ),
    "a.java": (
        "class Read{0} {{\n  List<Item> read{0}(String path, int limit) {{\n    Lines lines = open(path).split(1);\n"
        "    Result result = list();\n    for (Line line : lines) {{\n      Fields fields = line.split(2);\n"
        "      if ({1}) {{ continue; }}\n      result.add(make{0}(fields.first, fields.second, limit));\n    }}\n"
        "    return result;\n  }}\n}}\n"
    ),
}


@pytest.mark.parametrize("path", READ)
def test_a_copy_that_was_not_mended_with_the_other(path: str):
    ending = path.partition(".")[2]
    mended = READ[path].format("Order", "fields.length < 2")
    broken = READ[path].format("Order", "fields.length < 1")
    copy = READ[path].format("Refund", "fields.length < 1")
    files = {path: mended, f"b.{ending}": copy}
    [found] = found_in(files, {path: broken}, MISSED_FIX)
    assert found.path == f"b.{ending}" and "fields.length < 1" in copy[found.span.start : found.span.end]
    other = copy.replace("result", "items").replace("line", "row").replace("fields", "parts").replace("limit", "most")
    assert found_in({**files, f"b.{ending}": other}, {path: broken}, MISSED_FIX) == [], "too little is the same"


def test_one_more_of_a_list_is_no_fix():
    table = "def kinds(x):\n" + "".join(f"    if x.kind == {n}: return make_kind_{n}(x)\n" for n in range(12))
    more = table.replace("    if x.kind == 5", "    if x.kind == 50: return make_kind_50(x)\n    if x.kind == 5")
    assert found_in({"a.py": more, "b.py": table}, {"a.py": table}, MISSED_FIX) == []


BOTH = frozenset({"a.py", "b.py"})


@pytest.mark.parametrize(
    ("together", "count"),
    [((BOTH,) * 8, 1), ((BOTH,) * 20 + (frozenset({"a.py"}),) * 2, 1), ((BOTH,) * 8 + (frozenset({"a.py"}),), 0)],
)
def test_nearly_all_commits_have_to_agree(together: tuple[frozenset[str], ...], count: int):
    files = {"a.py": "x = 1\n", "b.py": "y = 1\n"}
    assert len(found_in(files, {"a.py": "x = 0\n"}, CO_CHANGE, together=together)) == count


def test_a_file_that_is_gone_is_not_missed():
    assert found_in({"a.py": "x = 1\n"}, {"a.py": "x = 0\n"}, CO_CHANGE, together=(BOTH,) * 9) == []
