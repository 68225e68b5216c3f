"""Data-flow analysis across files: what is found, what stays silent, and where it is reported."""

from __future__ import annotations

import gc

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load

SINKING = "def run(value):\n    sink(value)\n"
GIVING = "def read():\n    return source()\n"
HANDS_ON = "from helpers import run\n\nrun(source())\n"


def test_a_value_handed_to_a_function_that_uses_it_badly(look):
    assert look({"app.py": HANDS_ON, "helpers.py": SINKING}) == [3]


def test_the_finding_is_about_the_call_and_shows_the_way_into_the_other_file(project):
    project.write({"app.py": HANDS_ON, "helpers.py": SINKING})
    (finding,) = project.analysis("app.py").findings
    assert HANDS_ON[finding.span.start : finding.span.end] == "run(source())"
    assert (finding.related[-1].path, finding.related[-1].line) == (str(project.root / "helpers.py"), 1)


def test_a_value_that_another_file_gives(look):
    assert look({"app.py": "import helpers\n\nsink(helpers.read())\n", "helpers.py": GIVING}) == [3]


def test_the_place_of_a_source_in_another_file_is_shown(project):
    project.write({"app.py": "import helpers\n\nsink(helpers.read())\n", "helpers.py": GIVING})
    (finding,) = project.analysis("app.py").findings
    assert finding.related[0].path == str(project.root / "helpers.py")


def test_a_constant_handed_on_is_silent(look):
    assert look({"app.py": "from helpers import run\n\nrun('constant')\n", "helpers.py": SINKING}) == []


def test_a_function_that_cleans_what_it_uses_is_silent(look):
    assert look({"app.py": HANDS_ON, "helpers.py": "def run(value):\n    sink(clean(value))\n"}) == []


@pytest.mark.parametrize(
    ("name", "lines"), [("validate_name", []), ("checkName", []), ("validation", [3]), ("use", [3])]
)
def test_a_check_in_another_file_is_believed_by_its_name(look, name, lines):
    helpers = f"from checks import {name}\n\ndef run(value):\n    {name}(value)\n    sink(value)\n"
    assert look({"app.py": HANDS_ON, "helpers.py": helpers}) == lines


def test_what_a_function_puts_into_all_that_it_is_given_stays_there(look):
    files = {
        "app.py": "from helpers import set_up\n\nstore = Store()\nset_up(store)\nsink(store.name)\n",
        "helpers.py": "def set_up(store):\n    def handler():\n        store.name = source()\n    return handler\n",
    }
    assert look(files) == []


def test_what_a_function_hands_from_one_parameter_to_another(look):
    files = {
        "app.py": "from helpers import put, run\n\nstore = Store()\nput(store, source())\nrun(store.name)\n",
        "helpers.py": SINKING + "\n\ndef put(store, value):\n    store.name = value\n",
    }
    assert look(files) == [5]


def test_another_parameter_is_silent(look):
    files = {
        "app.py": "from helpers import run\n\nrun(source(), 'ls')\n",
        "helpers.py": "def run(label, command):\n    sink(command)\n",
    }
    assert look(files) == []


def test_what_another_file_cleans_is_no_finding_any_more(project):
    project.write({"app.py": "from helpers import safe\n\nsink(safe(source()))\n"})
    assert project.lines("app.py") == [3]
    project.write({"helpers.py": "def safe(value):\n    return clean(value)\n"})
    project.files.refresh()
    project.across.forget()
    assert project.lines("app.py") == []


def test_a_function_that_is_only_declared_says_nothing(look):
    files = {
        "app.py": "from helpers import read\n\nsink(read(source()))\n",
        "helpers.py": "def read(value):\n    raise NotImplementedError\n",
    }
    assert look(files) == [3]


def test_a_mere_suspicion_does_not_leave_its_file(look):
    code = "from helpers import run\n\nrun(suspicion())\nsink(suspicion())\n"
    assert look({"app.py": code, "helpers.py": SINKING}) == [4]


def test_a_rule_that_does_not_say_so_stays_in_its_file(look):
    code = "from helpers import run\n\nrun(own_source())\nsink(own_source())\n"
    assert look({"app.py": code, "helpers.py": SINKING}) == [4]


def test_what_may_be_a_suspicion_is_not_taken_back(look):
    code = "from helpers import fixed\n\nsink(fixed(suspicion()))\n"
    assert look({"app.py": code, "helpers.py": "def fixed(value):\n    return 'fixed'\n"}) == [3]


def test_a_file_that_is_not_there_changes_nothing(look):
    assert look({"app.py": HANDS_ON}) == []


def test_a_file_that_does_not_parse_changes_nothing(look):
    assert look({"app.py": HANDS_ON, "helpers.py": "def run(value:\n    ((\n"}) == []


def test_a_name_of_the_file_itself_comes_first(look):
    own = "from helpers import run\n\ndef run(value):\n    print(value)\n\nrun(source())\n"
    assert look({"app.py": own, "helpers.py": SINKING}) == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_through_several_files(look, count):
    files = {"app.py": "from m1 import f1\n\nf1(source())\n"}
    for number in range(1, count):
        files[f"m{number}.py"] = f"from m{number + 1} import f{number + 1}\n\ndef f{number}(v):\n    f{number + 1}(v)\n"
    files[f"m{count}.py"] = f"def f{count}(v):\n    sink(v)\n"
    assert look(files) == [3]


def test_not_through_any_number_of_files(look):
    files = {"app.py": "from m1 import f1\n\nf1(source())\n"}
    for number in range(1, 9):
        files[f"m{number}.py"] = f"from m{number + 1} import f{number + 1}\n\ndef f{number}(v):\n    f{number + 1}(v)\n"
    files["m9.py"] = "def f9(v):\n    sink(v)\n"
    assert look(files) == []


def test_files_that_call_each_other_in_a_circle(project):
    files = {
        "one.py": "from two import g\n\ndef f(v):\n    g(v)\n\nf(source())\n",
        "two.py": "from one import f\n\ndef g(v):\n    f(v)\n    sink(v)\n",
    }
    project.write(files)
    assert project.lines("one.py") == [4]
    assert project.lines("two.py") == []


def test_the_answer_does_not_depend_on_which_file_was_asked_first(project):
    files = {
        "one.py": "from two import g\n\ndef f(v):\n    g(v)\n\ndef h(v):\n    f(v)\n\nh(source())\n",
        "two.py": "from one import f\n\ndef g(v):\n    f(v)\n    sink(v)\n\ng(source())\n",
        "three.py": "from one import h\nfrom two import g\n\nh(source())\ng(source())\n",
    }
    project.write(files)
    forwards = {name: project.lines(name) for name in files}
    project.across.forget()
    backwards = {name: project.lines(name) for name in reversed(files)}
    assert forwards == backwards
    assert forwards["three.py"] == [4, 5]


def test_modules_that_import_everything_from_each_other(look):
    files = {
        "app.py": "from a import *\n\nrun(source())\n",
        "a.py": "from b import *\n",
        "b.py": "from a import *\nfrom c import run\n",
        "c.py": SINKING,
    }
    assert look(files) == [3]


def test_a_method_of_a_class_of_another_file(look):
    files = {
        "app.py": "from helpers import Shell\n\nshell = Shell()\nshell.run(source())\n",
        "helpers.py": "class Shell:\n    def run(self, value):\n        sink(value)\n",
    }
    assert look(files) == [4]


def test_a_method_of_a_base_class_of_another_file(look):
    files = {
        "app.py": "from base import Base\n\nclass View(Base):\n    def get(self):\n        self.run(source())\n",
        "base.py": "class Base:\n    def run(self, value):\n        sink(value)\n",
    }
    assert look(files) == [5]


def test_what_an_object_was_made_with(look):
    files = {
        "app.py": "from helpers import Box\n\nbox = Box(source())\nsink(box.get())\n",
        "helpers.py": "class Box:\n    def __init__(self, v):\n        self.v = v\n    def get(self):\n        return self.v\n",
    }
    assert look(files) == [4]


def test_a_finding_across_files_moves_with_edits(project):
    from reread.analyzers.text import Document, Span, TextChange

    project.write({"app.py": HANDS_ON, "helpers.py": SINKING})
    before = project.analysis("app.py")
    path = before.document.path
    after = Document(path, "# new\n" + HANDS_ON, path=path, language="python")
    moved = project.engine.recheck(before, TextChange(Span(0, 0), "# new\n"), after)
    assert [each.span.start for each in moved.findings] == [before.findings[0].span.start + 6]


def test_a_suppressed_finding_stays_away(look):
    code = "from helpers import run\n\nrun(source())  # reread: ignore[reached]\n"
    assert look({"app.py": code, "helpers.py": SINKING}) == []


JAVASCRIPT = {
    "named": ("import {run} from './lib';\nrun(source());\n", "export function run(v) { sink(v); }\n"),
    "renamed": ("import {run as go} from './lib';\ngo(source());\n", "export function run(v) { sink(v); }\n"),
    "default": ("import run from './lib.js';\nrun(source());\n", "export default function run(v) { sink(v); }\n"),
    "namespace": ("import * as lib from './lib';\nlib.run(source());\n", "export const run = (v) => { sink(v); };\n"),
    "required": (
        "const {run} = require('./lib');\nrun(source());\n",
        "function run(v) { sink(v); }\nmodule.exports = {run};\n",
    ),
    "whole": (
        "const lib = require('./lib');\nlib.go(source());\n",
        "exports.go = run;\nfunction run(v) { sink(v); }\n",
    ),
    "called": ("const run = require('./lib');\nrun(source());\n", "module.exports = function (v) { sink(v); };\n"),
}


@pytest.mark.parametrize("name", JAVASCRIPT)
def test_imports_of_javascript(look, name):
    code, library = JAVASCRIPT[name]
    assert look({"app.js": code, "lib.js": library}) == [2]


def test_what_an_index_file_passes_on(look):
    files = {
        "src/app.ts": "import {run} from './lib';\nrun(source());\n",
        "src/lib/index.ts": "export * from './other';\nexport {go as run} from './shell';\n",
        "src/lib/other.ts": "export const other = 1;\n",
        "src/lib/shell.ts": "export function go(v: string) { sink(v); }\n",
    }
    assert look(files) == [2]


def test_a_class_of_typescript(look):
    files = {
        "app.ts": "import Shell from './shell';\nnew Shell().run(source());\n",
        "shell.ts": "export default class Shell {\n  run(v: string) { sink(v); }\n}\n",
    }
    assert look(files) == [2]


def test_a_look_alike_of_javascript_is_silent(look):
    files = {"app.js": "import {run} from 'lib';\nrun(source());\n", "lib.js": "export function run(v) { sink(v); }\n"}
    assert look(files) == []


GO_MAIN = 'package main\n\nimport "example.com/m/shell"\n\nfunc main() {\n\tshell.Run(source())\n}\n'


def test_a_package_of_go(look):
    files = {
        "main.go": GO_MAIN,
        "go.mod": "module example.com/m\n",
        "shell/shell.go": "package shell\n\nfunc Run(v string) {\n\tsink(v)\n}\n",
    }
    assert look(files) == [6]


def test_another_file_of_the_package_of_go(look):
    files = {
        "main.go": "package main\n\nfunc main() {\n\trun(source())\n}\n",
        "shell.go": "package main\n\nfunc run(v string) {\n\tsink(v)\n}\n",
    }
    assert look(files) == [4]


def test_a_package_of_another_module_is_not_found(look):
    files = {
        "main.go": GO_MAIN,
        "go.mod": "module example.com/other\n",
        "shell/shell.go": "package shell\n\nfunc Run(v string) {\n\tsink(v)\n}\n",
    }
    assert look(files) == []


JAVA = "package com.acme;\n\n{}\nclass App {{\n  void go() {{\n    Shell.run(source());\n  }}\n}}\n"
SHELL = "package {};\n\npublic class Shell {{\n  public static void run(String v) {{\n    sink(v);\n  }}\n}}\n"


def test_an_imported_class_of_java(look):
    files = {
        "src/main/java/com/acme/App.java": JAVA.format("import com.acme.util.Shell;"),
        "src/main/java/com/acme/util/Shell.java": SHELL.format("com.acme.util"),
    }
    assert look(files) == [6]


def test_a_class_of_the_same_package_of_java(look):
    files = {
        "src/main/java/com/acme/App.java": JAVA.format(""),
        "src/main/java/com/acme/Shell.java": SHELL.format("com.acme"),
    }
    assert look(files) == [6]


def test_a_class_of_another_module_of_java(look):
    files = {
        "web/src/main/java/com/acme/App.java": JAVA.format("import com.acme.util.Shell;"),
        "core/src/main/java/com/acme/util/Shell.java": SHELL.format("com.acme.util"),
    }
    assert look(files) == [6]


def test_a_class_of_java_that_is_not_imported(look):
    files = {
        "src/main/java/com/acme/App.java": JAVA.format(""),
        "src/main/java/com/acme/util/Shell.java": SHELL.format("com.acme.util"),
    }
    assert look(files) == []


CIRCLES = {
    "python": {
        "one.py": "from two import g\n\ndef f(v):\n    g(v)\n\nf(source())\n",
        "two.py": "from one import f\n\ndef g(v):\n    f(v)\n    sink(v)\n",
    },
    "javascript": {
        "one.js": "import {g} from './two';\nexport function f(v) { g(v); }\nf(source());\n",
        "two.js": "import {f} from './one';\nexport function g(v) { f(v); sink(v); }\n",
    },
    "go": {
        "one.go": "package main\n\nfunc f(v string) {\n\tg(v)\n}\n\nfunc main() {\n\tf(source())\n}\n",
        "two.go": "package main\n\nfunc g(v string) {\n\tf(v)\n\tsink(v)\n}\n",
    },
    "java": {
        "One.java": "class One {\n  static void f(String v) { Two.g(v); }\n  void go() { f(source()); }\n}\n",
        "Two.java": "class Two {\n  static void g(String v) { One.f(v); sink(v); }\n}\n",
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("language", CIRCLES)
def test_files_that_are_forgotten_are_gone_without_the_garbage_collector(project, language):
    files = CIRCLES[language]
    project.write(files)
    assert [bool(project.lines(name)) for name in files] == [True, False]
    project.across.forget()
    gc.collect()
    gc.disable()
    try:
        assert project.lines(next(iter(files)))
        project.across.forget()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_file_that_changed_during_a_look_is_released_before_the_next(project):
    project.write(CIRCLES["python"])
    assert project.lines("one.py") == [4]
    (project.root / "two.py").write_text("def g(v):\n    pass\n")
    project.files.refresh()
    gc.collect()
    gc.disable()
    try:
        assert project.lines("one.py") == []
        assert project.lines("one.py") == []
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_file_at_rest_hears_of_other_files_and_stays_at_rest(project):
    project.write({"app.py": HANDS_ON, "helpers.py": "def run(value):\n    pass\n"})
    rested = project.analysis("app.py").rested()
    assert rested.findings == () and project.engine.linked(rested, project.across) is rested
    (project.root / "helpers.py").write_text(SINKING)
    project.files.refresh()
    project.across.forget()
    linked = project.engine.linked(rested, project.across)
    assert linked.at_rest and linked.tree is None
    assert linked.findings == project.analysis("app.py").findings != ()


def test_entries_of_rules_that_are_regular_expressions_count_with_other_files_known(project):
    """Parameters of NestJS are sources, and parameters of numbers none, by such entries."""
    controller = (
        'import {{ Controller, Get, Query }} from "@nestjs/common";\nimport {{ execSync }} from "child_process";\n'
        '@Controller("a")\nexport class A {{\n  @Get()\n  async list(@Query("b") b: {}) {{\n    execSync("ls " + b);\n  }}\n}}\n'
    )
    project.write(
        {"text.controller.ts": controller.format("string"), "number.controller.ts": controller.format("number")}
    )
    project.engine = Engine(load(()), CheckOptions(profile=Profile.STANDARD))
    project.across = project.engine.across(project.files)
    rules = {
        name: {each.rule for each in project.analysis(f"{name}.controller.ts").findings} for name in ("text", "number")
    }
    assert "js/command-injection" in rules["text"]
    assert "js/command-injection" not in rules["number"]


@pytest.mark.parametrize(("call", "lines"), [("pass_on(source(), 1)", [2]), ("pass_on(1, source())", [])])
def test_what_a_function_passes_on_with_spread_keeps_its_places(look, call, lines):
    other = "function run(a, b) { sink(a); }\nexport function pass_on(...args) { return run(...args); }\n"
    assert look({"app.js": f"import {{ pass_on }} from './other';\n{call};\n", "other.js": other}) == lines
