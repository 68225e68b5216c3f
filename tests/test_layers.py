"""The direction of imports, which module alone may know which library, and where languages are told apart."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for part in ("analyzers", "rag", "server") for path in (ROOT / part).rglob("*.py"))

MAY_IMPORT_OF_US = {
    "analyzers": ("reread.analyzers",),
    "rag": (
        "reread.rag",
        "reread.analyzers.inside",
        "reread.analyzers.owned_files",
        "reread.analyzers.network",
        "reread.analyzers.data_directories",
        "reread.analyzers.roles",
        "reread.analyzers.text",
        "reread.analyzers.syntax",
        "reread.analyzers.languages",
        "reread.analyzers.wildcards",
    ),
    "server": ("reread.server", "reread.rag", "reread.analyzers"),
}

ONLY_IN = {
    "tree_sitter": "analyzers/syntax.py",
    "tree_sitter_language_pack": "analyzers/syntax.py",
    "chromadb": "rag/index/store.py",
    "onnxruntime": "rag/embedders/onnx.py",
    "tokenizers": "rag/embedders/onnx.py",
    "openai": "analyzers/review/providers/openai.py",
    "anthropic": "analyzers/review/providers/anthropic.py",
    "pygls": "server/lsp/",
    "lsprotocol": "server/lsp/",
}


STARTS_GIT = "rag/git/running.py"


FOLLOWED = frozenset({"python", "javascript", "typescript", "tsx", "go", "java"})


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import; write it out"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names


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
        ("rag/index.py", "reread.analyzers.rules.engine"),
        ("server/main.py", "chromadb"),
    ],
)
def test_what_is_not_allowed_is_seen(name, imported):
    assert not is_allowed(name, imported)


def languages_asked_for(code: str) -> list[int]:
    """The lines that compare something with the name of a language whose values are followed."""
    compared = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Compare)]
    inside = [(node.lineno, part) for node in compared for part in ast.walk(node)]
    return [line for line, part in inside if isinstance(part, ast.Constant) and part.value in FOLLOWED]


def test_following_values_asks_for_no_language_by_name():
    asked = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in sorted((ROOT / "analyzers/dataflow").rglob("*.py"))
        for line in languages_asked_for(path.read_text(encoding="utf-8"))
    ]
    assert asked == []


@pytest.mark.parametrize("code", ['language == "go"', 'name not in ("java", "python")', '"tsx" == a'])
def test_a_language_that_is_asked_for_is_seen(code):
    assert languages_asked_for(code)


def programs_named(code: str) -> list[int]:
    """The lines on which git is the first of a list of arguments, the first word of a command or what is located."""
    found = []
    for node in ast.walk(ast.parse(code)):
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


@pytest.mark.parametrize(
    "code", ['run(["git", "status"])', 'os.system("git status")', 'which("git")', 'Popen(("git.exe", *words))']
)
def test_git_that_is_started_elsewhere_is_seen(code):
    assert programs_named(code)


def test_every_package_is_part_of_the_wheel():
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"])
    folders = {path.parent.relative_to(ROOT) for path in MODULES if path.name == "__init__.py"}
    assert {".".join(("reread", *folder.parts)) for folder in folders if "sample" not in folder.parts} == listed
