"""The direction of imports, which module alone may know which library, and how large modules and folders are."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

import pytest

from tests.our_code import MODULES, ROOT, nodes, tree

MAY_IMPORT_OF_US = {
    "analyzers": ("reread.analyzers",),
    "rag": (
        "reread.rag",
        "reread.analyzers.databases",
        "reread.analyzers.file_lock",
        "reread.analyzers.inside",
        "reread.analyzers.owned_files",
        "reread.analyzers.parts",
        "reread.analyzers.network",
        "reread.analyzers.data_directories",
        "reread.analyzers.retention",
        "reread.analyzers.roles",
        "reread.analyzers.setting",
        "reread.analyzers.spans",
        "reread.analyzers.text",
        "reread.analyzers.syntax",
        "reread.analyzers.languages",
        "reread.analyzers.wildcards",
    ),
    "server": ("reread.server", "reread.rag", "reread.analyzers"),
    "tools": ("reread.rag", "reread.analyzers"),
}

ONLY_IN = {
    "tree_sitter": "analyzers/syntax.py",
    "tree_sitter_language_pack": "analyzers/syntax.py",
    "chromadb": "rag/index/store.py",
    "onnxruntime": "rag/embedders/onnx.py",
    "tokenizers": "rag/embedders/onnx.py",
    "openai": "analyzers/review/providers/openai.py",
    "anthropic": "analyzers/review/providers/anthropic.py",
    "opentelemetry": "server/telemetry/",
    "prometheus_client": "server/telemetry/prometheus.py",
    "sentry_sdk": "server/telemetry/sentry.py",
    "pygls": "server/lsp/",
    "lsprotocol": "server/lsp/",
}


STARTS_GIT = "rag/git/running.py"


@cache
def imports(path: Path) -> frozenset[str]:
    names = set()
    for node in nodes(path.read_text(encoding="utf-8")):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import; write it out"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return frozenset(names)


def is_allowed(name: str, imported: str) -> bool:
    library = imported.split(".")[0]
    if library == "reread":
        allowed = MAY_IMPORT_OF_US[name.split("/")[0]]
        return imported.startswith(allowed) or any(module.startswith(f"{imported}.") for module in allowed)
    return library not in ONLY_IN or name.startswith(ONLY_IN[library])


def test_imports_point_in_one_direction():
    found = [(path.relative_to(ROOT).as_posix(), imported) for path in MODULES for imported in imports(path)]
    assert [f"{name} imports {imported}" for name, imported in found if not is_allowed(name, imported)] == []


@pytest.mark.parametrize(
    ("name", "imported"),
    [
        ("analyzers/fixes.py", "reread.server.settings"),
        ("rag/index.py", "reread.analyzers.engine.engine"),
        ("server/main.py", "chromadb"),
    ],
)
def test_what_is_not_allowed_is_seen(name, imported):
    assert not is_allowed(name, imported)


def programs_named(code: str) -> list[int]:
    """The lines on which git is the first of a list of arguments, the first word of a command or what is located."""
    found = []
    for node in nodes(code):
        firsts = (
            node.elts[:1]
            if isinstance(node, ast.List | ast.Tuple)
            else node.args[:1]
            if isinstance(node, ast.Call)
            else []
        )
        words = [first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)]
        if any(word.split(" ")[0].removesuffix(".exe") == "git" for word in words):
            found.append(node.lineno)
    return found


def test_one_module_alone_starts_git():
    others = [path for path in MODULES if path != ROOT / STARTS_GIT and "packs" not in path.parts]
    named = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in others
        for line in programs_named(path.read_text(encoding="utf-8"))
    ]
    assert named == []
    assert programs_named((ROOT / STARTS_GIT).read_text(encoding="utf-8"))


def test_one_module_alone_opens_databases():
    """The others would have to wait for other processes, and to keep the file private, by themselves."""
    opening = [path for path in MODULES if "sqlite3.connect(" in path.read_text(encoding="utf-8")]
    own = [path.relative_to(ROOT).as_posix() for path in opening if {"sample", "packs"}.isdisjoint(path.parts)]
    assert own == ["analyzers/databases.py"]


@pytest.mark.parametrize(
    "code", ['run(["git", "status"])', 'os.system("git status")', 'which("git")', 'Popen(("git.exe", *words))']
)
def test_git_that_is_started_elsewhere_is_seen(code):
    assert programs_named(code)


def test_every_package_is_part_of_the_wheel():
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"])
    shipped = [path for path in MODULES if path.name == "__init__.py" and not path.is_relative_to(ROOT / "tools")]
    folders = {path.parent.relative_to(ROOT) for path in shipped}
    assert {".".join(("reread", *folder.parts)) for folder in folders if "sample" not in folder.parts} == listed


def depth(name: str, bases: dict[str, list[str]]) -> int:
    """How many classes of ours stand above each other in a class hierarchy, the class itself counted."""
    return 1 + max((depth(base, bases) for base in bases[name]), default=0) if name in bases else 0


def test_constants_and_data_flow_are_below_rules():
    above = in_(tuple(f"reread.analyzers.{name}" for name in ("pattern", "rules", "taint", "engine")))
    paths = [path for name in ("constants", "dataflow") for path in (ROOT / "analyzers" / name).rglob("*.py")]
    assert [path.name for path in paths if any(map(above, imports(path)))] == []
    assert not any(map(in_(("reread.analyzers.dataflow",)), graph()["reread.analyzers.constants.propagation"]))


def in_(prefixes: tuple[str, ...]):
    return lambda name: name.startswith(prefixes)


def deep_classes(codes: Mapping[str, str]) -> list[str]:
    """The classes, with the modules that they are in, that stand above one of ours that stands above another one."""
    found: dict[str, list[str]] = {}
    for module, code in codes.items():
        origins = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in nodes(code)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in nodes(code):
            if isinstance(node, ast.ClassDef):
                names = [ast.unparse(base).partition("[")[0] for base in node.bases]
                found[f"{module}.{node.name}"] = [origins.get(name, f"{module}.{name}") for name in names]
    return [name for name in found if depth(name, found) > 2]


def test_no_class_of_ours_is_deeper_than_two():
    own = [path for path in MODULES if "sample" not in path.parts and "packs" not in path.parts]
    assert deep_classes({module_name(path): path.read_text(encoding="utf-8") for path in own}) == []


def test_a_deep_class_is_seen():
    above = "from x import B\nclass C(B): ...\nclass D: ..."
    assert deep_classes({"x": "class A(Protocol[T]): ...\nclass B(A): ...", "y": above}) == ["y.C"]


@pytest.mark.parametrize("package", ["domain", "memory", "sanitizers", "declarations", "languages"])
def test_nothing_below_the_interpreter_imports_it(package):
    paths = (ROOT / "analyzers/dataflow" / package).rglob("*.py")
    upper = in_(("reread.analyzers.dataflow.interpreter", "reread.analyzers.dataflow.summaries"))
    found = [path.name for path in paths if any(map(upper, imports(path)))]
    assert found == []


MOST_MODULES = 25


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(("reread", *parts)).removesuffix(".__init__")


@cache
def graph() -> Mapping[str, AbstractSet[str]]:
    """Each module with those that it imports, wherever the import stands: in a function or for types only, too."""
    paths = {module_name(path): path for path in MODULES}
    return {name: (imports(path) & paths.keys()) - {name} for name, path in paths.items()}


def reachable(edges: Mapping[str, AbstractSet[str]], start: str) -> set[str]:
    """All that is reached from a module by one import or more."""
    found: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += edges[name]
    return found


def circles(edges: Mapping[str, AbstractSet[str]]) -> Iterator[list[str]]:
    """The largest sets of modules in which each reaches each other, sorted."""
    reached = {name: reachable(edges, name) for name in edges}
    in_circles = {name for name in edges if name in reached[name]}
    while in_circles:
        name = min(in_circles)
        circle = {other for other in reached[name] if name in reached[other]}
        in_circles -= circle
        yield sorted(circle)


def test_there_are_no_import_circles():
    assert list(circles(graph())) == []


def test_a_circle_is_seen_whole():
    edges = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": {"d"}, "f": {"a"}}
    assert list(circles(edges)) == [["a", "b", "c"], ["d", "e"]]


def by_folder(edges: Mapping[str, AbstractSet[str]], packages: AbstractSet[str]) -> Mapping[str, AbstractSet[str]]:
    """The same imports between folders; of a folder that has others in it each module counts by itself."""
    folder = {name: name if name in packages else name.rpartition(".")[0] for name in edges}
    above = {name.rpartition(".")[0] for name in packages}
    own = {name: name if folder[name] in above else folder[name] for name in edges}
    found: dict[str, set[str]] = {each: set() for each in own.values()}
    for name, imported in edges.items():
        found[own[name]] |= {own[each] for each in imported} - {own[name]}
    return found


def test_folders_form_no_circle():
    packages = {module_name(path) for path in MODULES if path.name == "__init__.py"}
    assert list(circles(by_folder(graph(), packages))) == []


def test_folders_with_others_in_them_count_by_module():
    edges = {"p.a": {"p.in.x"}, "p.b": set(), "p.in.x": {"p.b"}, "p.in.y": {"p.out.x"}, "p.out.x": {"p.in.x"}}
    assert list(circles(by_folder(edges, {"p", "p.in", "p.out"}))) == [["p.in", "p.out"]]


def test_imports_in_functions_and_for_types_count(tmp_path):
    path = tmp_path / "module.py"
    path.write_text("if TYPE_CHECKING:\n    import reread.a\n\ndef f():\n    from reread import b\n")
    assert {"reread.a", "reread.b"} <= imports(path)


LAYERS_OF_PATTERN = (
    ("shared_values", "source", "bindings", "edit_region"),
    ("regex",),
    ("matching",),
    ("patterns",),
    ("metavariables",),
    ("compilation", "text"),
    ("prefilter",),
    ("formulas",),
)
"""The folders and modules of `analyzers/pattern`, from the lowest: each imports only what is below it or beside it, in the same layer."""


LAYERS_OF_RULES = (
    ("confidence", "definition", "globs", "locations", "other_linter_ids", "taint_spec", "weaknesses"),
    ("rule",),
    ("admission", "examples", "loading"),
    ("models", "profiles"),
    ("check_options", "reporting"),
    ("checks", "pages"),
    ("lazy_formula",),
    ("cache",),
    ("ruleset",),
    ("prebuild", "quiet_profile"),
)


LAYERS_OF_TAINT = (
    ("bound_names",),
    ("doubtful", "nested_sinks", "program_users", "resolution", "spec_formulas"),
    ("rules", "shown"),
    ("context", "labelling"),
    ("direct", "flow_report", "taint_prefilter"),
    ("analysis",),
)


LAYERS_OF_ENGINE = (
    ("cross_file_delta", "place"),
    ("dispatch",),
    ("incremental", "text_rules"),
    ("analysis",),
    ("cross_file",),
    ("engine",),
    ("testing",),
    ("model_testing",),
)


LAYERS_OF_DATAFLOW = (
    ("models",),
    ("ir",),
    ("domain",),
    ("declarations",),
    ("memory",),
    ("sanitizers",),
    ("interpreter",),
    ("summaries",),
    ("cross_file",),
    ("languages",),
)
"""The interpreter finds what is in `languages` by file name, and imports none of it."""


def pointing_up(edges: Mapping[str, AbstractSet[str]], package: str, layers: Sequence[Sequence[str]]) -> list[str]:
    """The imports within a package that point up, and what has no layer."""
    height = {name: number for number, layer in enumerate(layers) for name in layer}
    inside = {module: _part(module, package) for module in edges if module.startswith(f"{package}.")}
    found = [f"{module} has no layer" for module, own in inside.items() if own not in height]
    for module, own in inside.items():
        others = {inside[each] for each in edges[module] & inside.keys()}
        found += [f"{module} imports {each}" for each in others if height.get(each, 0) > height.get(own, len(height))]
    return sorted(found)


def _part(module: str, package: str) -> str:
    return module.removeprefix(f"{package}.").split(".")[0]


LAYERS_OF_LSP = (
    ("memory", "transport"),
    ("documents",),
    ("client",),
    ("analysis",),
    ("parts",),
    ("features",),
    ("handlers", "questions"),
    ("protocol",),
    ("server",),
    ("main",),
)
"""The same of `server/lsp`: no part knows the server, and no feature is known but to the table of handlers."""


LAYERS = {
    "analyzers/pattern": LAYERS_OF_PATTERN,
    "analyzers/rules": LAYERS_OF_RULES,
    "analyzers/taint": LAYERS_OF_TAINT,
    "analyzers/engine": LAYERS_OF_ENGINE,
    "analyzers/dataflow": LAYERS_OF_DATAFLOW,
    "server/lsp": LAYERS_OF_LSP,
}
STOREYS = ("constants", "pattern", "rules", "taint", "engine")
"""What a rule goes through, from the lowest: data flow stands beside the first two, and taint brings it to rules."""


@pytest.mark.parametrize("folder", LAYERS)
def test_folders_in_layers_import_downwards(folder):
    assert pointing_up(graph(), f"reread.{folder.replace('/', '.')}", LAYERS[folder]) == []


def test_what_code_matches_knows_no_rule_and_rules_run_nothing():
    edges = {name: found for name, found in graph().items() if _part(name, "reread.analyzers") in STOREYS}
    assert pointing_up(edges, "reread.analyzers", [[storey] for storey in STOREYS]) == []


def test_an_import_that_points_up_is_seen():
    edges = {"p.low.a": {"p.high.b", "p.low.c"}, "p.high.b": {"p.low.a"}, "p.new": {"p.low.a"}, "q.low": {"p.high.b"}}
    assert pointing_up(edges, "p", [["low"], ["high"]]) == ["p.low.a imports high", "p.new has no layer"]


@pytest.mark.parametrize("folder", LAYERS)
def test_every_layer_is_there(folder):
    names = {path.stem for path in (ROOT / folder).iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert names - {"__init__"} == {name for layer in LAYERS[folder] for name in layer}


def folders_of(edges: Mapping[str, AbstractSet[str]], package: str) -> Mapping[str, AbstractSet[str]]:
    """The folders and modules directly in a package, each with those that something in it imports."""
    inside = {module: _part(module, package) for module in edges if module.startswith(f"{package}.")}
    found: dict[str, set[str]] = {own: set() for own in inside.values()}
    for module, own in inside.items():
        found[own] |= {inside[each] for each in edges[module] & inside.keys()} - {own}
    return found


MUTUAL = (["cli", "mcp"],)
"""A command starts the server for agents, which answers with what commands share."""


def test_folders_of_the_server_form_no_circle():
    assert list(circles(folders_of(graph(), "reread.server"))) == list(MUTUAL)


def test_folders_that_import_each_other_are_seen():
    edges = {"p.a.x": {"p.b.x"}, "p.b.x": {"p.b.y", "q.a"}, "p.b.y": {"p.a.y"}, "p.a.y": set(), "q.a": {"p.a.x"}}
    assert folders_of(edges, "p") == {"a": {"b"}, "b": {"a"}}


MAY_BE_BELOW = {"report": {"textfile"}, "rpc": {"settings"}, "exits": set(), "table": set(), "settings": set()}
"""What everybody in the server may import, with all that it may import there itself."""


@pytest.mark.parametrize("name", MAY_BE_BELOW)
def test_what_everybody_uses_is_below_everybody(name):
    assert folders_of(graph(), "reread.server")[name] == MAY_BE_BELOW[name]


def test_no_folder_has_more_modules_than_one_can_survey():
    modules = [path for path in MODULES if path.name != "__init__.py" and "packs" not in path.parts]
    folders = [path.parent for path in modules]
    assert {str(folder) for folder in folders if folders.count(folder) > MOST_MODULES} == set()


LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


def too_long(code: str) -> list[str]:
    """The functions of a module that do not fit on a screen, and the module itself as "" if it is too long."""
    functions = [each for each in nodes(code) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [each.name for each in functions if (each.end_lineno or 0) - each.lineno >= LONGEST_FUNCTION]
    return long if code.count("\n") <= LONGEST_MODULE else ["", *long]


def test_modules_and_functions_can_be_surveyed():
    own = [path for path in MODULES if "sample" not in path.parts and "packs" not in path.parts]
    found = {path.relative_to(ROOT).as_posix(): too_long(path.read_text(encoding="utf-8")) for path in own}
    assert {name: each for name, each in found.items() if each} == {}


def test_what_is_too_long_is_seen():
    assert too_long("def f():\n" + "    pass\n" * LONGEST_FUNCTION) == ["f"]
    assert too_long("def f():\n" + "    pass\n" * (LONGEST_FUNCTION - 1)) == []
    assert too_long("pass\n" * (LONGEST_MODULE + 1)) == [""]


UNTYPED_DOORS = {"analyzers/network/clients.py"}
"""The class of a client is that of the HTTP library that it is given, of which there are two."""


def doors() -> list[str]:
    """The modules by which packages are entered, as the table of `ARCHITECTURE.md` says."""
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("## Packages")[1].split("\n## ")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| `")]
    return [name for row in rows for name in re.findall(r"`([\w/]+\.py)`", row[3])]


def untyped(code: str) -> list[str]:
    """The public functions and methods of a module that take or give `Any` or an `argparse.Namespace`."""
    body = tree(code).body
    functions = [node for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            functions += [each for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [each.name for each in functions if not each.name.startswith("_") and _is_untyped(each)]


def _is_untyped(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    annotations = [node for each in ast.walk(function.args) if isinstance(each, ast.arg) for node in [each.annotation]]
    named = {
        part.id if isinstance(part, ast.Name) else part.attr
        for annotation in (*annotations, function.returns)
        if annotation is not None
        for part in ast.walk(annotation)
        if isinstance(part, ast.Name | ast.Attribute)
    }
    return not named.isdisjoint({"Any", "Namespace"})


def test_what_goes_through_the_door_of_a_package_has_a_type():
    found = {name: untyped((ROOT / name).read_text(encoding="utf-8")) for name in doors()}
    assert len(found) > 20
    assert {name for name, functions in found.items() if functions} == UNTYPED_DOORS


@pytest.mark.parametrize(
    "code", ["def f(x: Any): ...", "def f() -> list[Any]: ...", "class A:\n    def f(self, x: argparse.Namespace): ..."]
)
def test_a_door_without_types_is_seen(code):
    assert untyped(code) == ["f"]


@pytest.mark.parametrize(
    "code", ["def f(x: int) -> str: ...", "def _f(x: Any): ...", "class _A:\n    def f(self, x: Any): ..."]
)
def test_a_door_with_types_is_let_through(code):
    assert untyped(code) == []


def test_taint_decides_nothing_by_regular_expressions():
    """What is certain follows from data flow and from what names stand for, never from how the source text reads."""
    modules = sorted((ROOT / "analyzers" / "taint").glob("*.py"))
    texts = {path.name: path.read_text("utf-8") for path in modules}
    assert "analysis.py" in texts
    assert [
        name for name, text in texts.items() if re.search(r"^\s*(?:import re\b|from re\b|import regex\b)", text, re.M)
    ] == []
