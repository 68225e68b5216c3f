"""Calls that no longer fit, in each language; and all that must not be taken for one."""

from __future__ import annotations

import pytest

from reread.rag.findings.kind import IndexFinding
from tests.rag.findings.workspaces import found_in, lines_of

RULE = "index/call-mismatch"


def found(files: dict[str, str], before: dict[str, str | None]) -> list[tuple[str, int]]:
    return lines_of(said(files, before), files)


def said(files: dict[str, str], before: dict[str, str | None]) -> list[IndexFinding]:
    return found_in(files, before, RULE)


def python(old: str, new: str, caller: str) -> list[int]:
    """The lines of the caller that are reported when `lib/tools.py` changes from `old` to `new`."""
    files = {"lib/__init__.py": "", "lib/tools.py": new, "use.py": caller}
    places = found(files, {"lib/tools.py": old})
    assert all(path == "use.py" for path, _ in places)
    return [line for _, line in places]


@pytest.mark.parametrize(
    ("old", "new", "call"),
    [
        ("a, b", "a", "f(1, 2)"),
        ("a", "a, b", "f(1)"),
        ("a, b=0", "a, c=0", "f(1, b=2)"),
        ("a, b", "a, *, b", "f(1, 2)"),
        ("a, b", "a, b, /", "f(1, b=2)"),
        ("a, *rest", "a", "f(1, 2, 3)"),
        ("a, **more", "a", "f(1, x=2)"),
        ("a", "b, a", "f(a=1)"),
    ],
)
def test_python_arguments(old: str, new: str, call: str):
    caller = f"from lib.tools import f\n\n{call}\n"
    assert python(f"def f({old}):\n    pass\n", f"def f({new}):\n    pass\n", caller) == [3]


def test_calls_in_the_file_of_a_python_function_are_left_to_the_rule_about_them():
    old, new = "def f(a):\n    pass\n\nf(1)\n", "def f(a, b):\n    pass\n\nf(1)\n"
    assert found({"tools.py": new}, {"tools.py": old}) == []


@pytest.mark.parametrize(
    ("old", "new", "call"),
    [
        ("a, b", "a, b, c=0", "f(1, 2)"),
        ("a, b", "a, *rest", "f(1, 2)"),
        ("a, b", "a, **more", "f(1, b=2)"),
        ("a", "a, b", "f(*values)"),
        ("a", "a, b", "f(1, **values)"),
        ("a", "a, b", "f(1, 2, 3)"),
        ("a: int", "a: str", "f(1)"),
    ],
)
def test_python_calls_that_fit_or_may(old: str, new: str, call: str):
    """The last but one did not fit before either: then it is not this change that breaks it."""
    caller = f"from lib.tools import f\n\n{call}\n"
    assert python(f"def f({old}):\n    pass\n", f"def f({new}):\n    pass\n", caller) == []


@pytest.mark.parametrize(
    "caller",
    [
        "from lib.tools import f as g\n\ng(1, 2)\n",
        "import lib.tools\n\nlib.tools.f(1, 2)\n",
        "import lib.tools as t\n\nt.f(1, 2)\n",
        "from lib import tools\n\ntools.f(1, 2)\n",
        "from lib.tools import *\n\nf(1, 2)\n",
    ],
)
def test_python_ways_to_import(caller: str):
    assert python("def f(a, b):\n    pass\n", "def f(a):\n    pass\n", caller) == [3]


def test_what_a_file_has_itself_hides_what_it_imports_with_everything_else():
    caller = "from lib.tools import *\n\ndef f(a, b): ...\n\nf(1, 2)\n"
    assert python("def f(a, b):\n    pass\n", "def f(a):\n    pass\n", caller) == []


@pytest.mark.parametrize(
    "caller",
    [
        "from other.tools import f\n\nf(1, 2)\n",
        "def f(a, b):\n    pass\nf(1, 2)\n",
        "from lib.tools import f\n\ndef g(f):\n    f(1, 2)\n",
        "from lib.tools import f\nf = wrap(f)\nf(1, 2)\n",
        "x.f(1, 2)\n",
    ],
)
def test_python_names_that_mean_something_else(caller: str):
    assert python("def f(a, b):\n    pass\n", "def f(a):\n    pass\n", caller) == []


def test_a_name_is_followed_through_a_package():
    files = {
        "lib/__init__.py": "from .tools import f\n",
        "lib/tools.py": "def f(a):\n    pass\n",
        "use.py": "from lib import f\nf(1, 2)\n",
    }
    assert found(files, {"lib/tools.py": "def f(a, b):\n    pass\n"}) == [("use.py", 2)]


@pytest.mark.parametrize("decorator", ["@app.route('/')", "@overload", "@property"])
def test_a_decorator_may_change_what_is_taken(decorator: str):
    caller = "from lib.tools import f\nf(1, 2)\n"
    assert python("def f(a, b):\n    pass\n", f"{decorator}\ndef f(a):\n    pass\n", caller) == []


CLASS = (
    "class Shop:\n    def __init__(self, {0}):\n        pass\n\n    def order(self, {1}):\n        self.order(1, 2)\n"
)


def test_constructors_and_methods_through_the_object():
    caller = "from lib.tools import Shop\nclass Own(Shop):\n    def x(self):\n        self.order(1, 2)\nShop(1, 2)\n"
    files = {"lib/tools.py": CLASS.format("a", "a"), "use.py": caller}
    places = found(files, {"lib/tools.py": CLASS.format("a, b", "a, b")})
    assert places == [("lib/tools.py", 6), ("use.py", 4), ("use.py", 5)]


def test_a_method_that_an_heir_has_anew_is_the_heir_s():
    caller = "from lib.tools import Shop\nclass Own(Shop):\n    def order(self, a, b):\n        self.order(1, 2)\n"
    files = {"lib/tools.py": CLASS.format("a", "a"), "use.py": caller}
    assert ("use.py", 4) not in found(files, {"lib/tools.py": CLASS.format("a", "a, b")})


def test_a_long_name_that_only_one_definition_has_is_enough():
    old = "class Shop:\n    def place_an_order(self, a, b):\n        pass\n"
    files = {"shop.py": old.replace("a, b", "a"), "use.py": "def f(shop):\n    shop.place_an_order(1, 2)\n"}
    assert found(files, {"shop.py": old}) == [("use.py", 2)]
    files["other.py"] = "class Bar:\n    def place_an_order(self, a, b):\n        pass\n"
    assert found(files, {"shop.py": old}) == []


@pytest.mark.parametrize(("base", "expected"), [("", [("use.py", 2)]), ("(Base)", []), ("(Own)", [("use.py", 2)])])
def test_a_removed_method_that_nothing_else_can_give(base: str, expected: list[tuple[str, int]]):
    text = "class Own:\n    pass\n\n\nclass Shop{}:\n    def {}(self):\n        return 1\n"
    files = {"shop.py": text.format(base, "take_the_order"), "use.py": "def f(shop):\n    shop.place_an_order()\n"}
    [*places] = said(files, {"shop.py": text.format(base, "place_an_order")})
    assert lines_of(places, files) == expected
    assert all("`take_the_order` now?" in place.message for place in places)


def test_an_import_of_what_is_gone():
    caller = "from lib.tools import f, g\n"
    assert python("def f():\n    pass\ndef g():\n    return 2\n", "def f():\n    pass\n", caller) == [1]


@pytest.mark.parametrize(
    "new",
    ["from lib.more import g\n", "from lib.more import *\n", "g = 1\n", "def __getattr__(name):\n    return name\n"],
)
def test_what_a_module_has_in_another_way_is_not_gone(new: str):
    assert python("def g():\n    return 2\n", new, "from lib.tools import g\n") == []


def test_a_module_that_became_a_package_is_not_gone():
    files = {"lib/tools/__init__.py": "def f():\n    pass\n", "use.py": "from lib.tools import f\n"}
    assert found(files, {"lib/tools/__init__.py": None, "lib/tools.py": "def f():\n    pass\n"}) == []


def test_a_new_call_of_an_old_definition():
    files = {"tools.py": "def f(a):\n    pass\n", "use.py": "from tools import f\nf(1)\nf(1, 2)\n"}
    assert found(files, {"use.py": "from tools import f\nf(1)\n"}) == [("use.py", 3)]


def test_an_old_call_that_was_wrong_before_is_left_alone():
    files = {"tools.py": "def f(a):\n    pass\n", "use.py": "from tools import f\nf(1, 2)\nx = 1\n"}
    assert found(files, {"use.py": "from tools import f\nf(1, 2)\n"}) == []


JAVASCRIPT = [
    ("import {f} from './tools';\nf(1, 2);\n", [2]),
    ("import {f as g} from './tools.js';\ng(1, 2);\n", [2]),
    ("import * as t from './tools';\nt.f(1, 2);\n", [2]),
    ("const {f} = require('./tools');\nf(1, 2);\n", [2]),
    ("const t = require('./tools');\nt.f(1, 2);\n", [2]),
    ("import {f} from './tools';\nf(...x);\n", []),
    ("import {f} from './tools';\nf();\n", []),
    ("import {f} from 'tools';\nf(1, 2);\n", []),
    ("import {f} from './other';\nf(1, 2);\n", []),
    ("import {f} from './tools';\nconst g = (f) => f(1, 2);\n", []),
]


@pytest.mark.parametrize(("caller", "lines"), JAVASCRIPT)
def test_javascript(caller: str, lines: list[int]):
    files = {"src/tools.js": "export function f(a) {}\n", "src/use.js": caller}
    assert found(files, {"src/tools.js": "export function f(a, b) {}\n"}) == [("src/use.js", line) for line in lines]


@pytest.mark.parametrize(
    ("new", "call", "count"),
    [
        ("(a: string, b: number)", "f('x')", 1),
        ("(a: string, b?: number)", "f('x')", 0),
        ("(a: string, b = 1)", "f('x')", 0),
        ("(a: string, ...b: number[])", "f('x')", 0),
    ],
)
def test_typescript_parameters(new: str, call: str, count: int):
    caller = f"import {{f}} from './tools';\n{call};\n"
    files = {"tools.ts": f"export const f = {new} => {{}};\n", "use.tsx": caller}
    assert found(files, {"tools.ts": "export const f = (a: string) => {};\n"}) == [("use.tsx", 2)] * count


def test_an_overload_that_fits_is_enough():
    both = "export function f(a: string): void;\nexport function f(a: string, b: string): void;\n"
    files = {"tools.ts": both, "use.ts": "import {f} from './tools';\nf('x');\n"}
    assert found(files, {"tools.ts": "export function f(a: string): void;\n"}) == []


def test_an_export_that_is_gone():
    files = {"tools.ts": "export function g() {}\n", "use.ts": "import {f} from './tools';\n"}
    assert found(files, {"tools.ts": "export function f() {}\n"}) == [("use.ts", 1)]
    files["tools.ts"] = "export * from './more';\n"
    assert found(files, {"tools.ts": "export function f() {}\n"}) == []


GO = 'package use\n\nimport "example.org/shop/tools"\n\nfunc g() {{\n\t{}\n}}\n'


@pytest.mark.parametrize(
    ("call", "count"),
    [("tools.F(1, 2)", 1), ("tools.F(xs...)", 0), ("tools.F(pair())", 0), ("other.F(1, 2)", 0), ("tools.F(1)", 0)],
)
def test_go(call: str, count: int):
    files = {"tools/tools.go": "package tools\n\nfunc F(a int) {}\n", "use/use.go": GO.format(call)}
    before = {"tools/tools.go": "package tools\n\nfunc F(a, b int) {}\n"}
    assert found(files, before) == [("use/use.go", 6)] * count


def test_go_files_of_one_package_share_their_names():
    files = {"a/x.go": "package a\n\nfunc f(a int) {}\n", "a/y.go": "package a\n\nfunc g() { f(1, 2) }\n"}
    assert found(files, {"a/x.go": "package a\n\nfunc f(a, b int) {}\n"}) == [("a/y.go", 3)]


JAVA = "package shop;\n\nclass Prices {{\n  static int total({}) {{ return 0; }}\n  Prices({}) {{}}\n}}\n"


def test_java():
    use = "package shop;\n\nclass Page {\n  void show() {\n    Prices.total(1, 2);\n    new Prices(1, 2);\n  }\n}\n"
    files = {"shop/Prices.java": JAVA.format("int a", "int a"), "shop/Page.java": use}
    before = {"shop/Prices.java": JAVA.format("int a, int b", "int a, int b")}
    assert found(files, before) == [("shop/Page.java", 5), ("shop/Page.java", 6)]


def test_java_overloads_and_varargs():
    use = "package shop;\n\nclass Page {\n  void show() {\n    Prices.total(1, 2);\n  }\n}\n"
    files = {"shop/Prices.java": JAVA.format("int... a", ""), "shop/Page.java": use}
    assert found(files, {"shop/Prices.java": JAVA.format("int a, int b", "")}) == []


def test_tests_and_scripts_of_another_language_are_not_callers():
    files = {"tools.py": "def f(a):\n    pass\n", "use.js": "import {f} from './tools';\nf(1, 2);\n"}
    assert found(files, {"tools.py": "def f(a, b):\n    pass\n"}) == []


def test_imports_mean_what_the_settings_of_a_compiler_say():
    files = {
        "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
        "src/prices.ts": "export function total(items: number[], tax: number) {\n  return tax;\n}\n",
        "web/page.ts": 'import { total } from "@/prices";\n\ntotal([1]);\n',
        "web/other.ts": 'import { total } from "~/prices";\n\ntotal([1]);\n',
    }
    before = {"src/prices.ts": "export function total(items: number[]) {\n  return 0;\n}\n"}
    assert found(files, before) == [("web/page.ts", 3)]


def test_java_classes_are_known_by_the_package_that_their_file_declares():
    method = "public class Prices {{\n  public static int total({}) {{ return 0; }}\n}}\n"
    caller = "import org.shop.Prices;\nclass Page {\n  int shown = Prices.total(1);\n}\n"
    files = {
        "core/Prices.java": "package org.shop;\n" + method.format("int a, int b"),
        "web/Page.java": "package org.web;\n" + caller,
        "web/Star.java": "package org.web;\n" + caller.replace(".Prices;", ".*;").replace("Page", "Star"),
        "web/Other.java": "package org.web;\n" + caller.replace(".shop.", ".shops.").replace("Page", "Other"),
    }
    before = {"core/Prices.java": "package org.shop;\n" + method.format("int a")}
    assert found(files, before) == [("web/Page.java", 4), ("web/Star.java", 4)]


@pytest.mark.parametrize(("package", "lines"), [({}, [3]), ({"bin/__init__.py": ""}, [])])
def test_a_python_script_imports_what_is_beside_it_but_a_package_does_not(package: dict[str, str], lines: list[int]):
    files = {"bin/tools.py": "def f(a):\n    pass\n", "bin/use.py": "from tools import f\n\nf(1, 2)\n", **package}
    assert found(files, {"bin/tools.py": "def f(a, b):\n    pass\n"}) == [("bin/use.py", line) for line in lines]
