"""The data-flow engine names no language and no library: both are data, in folders of their own."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest
from tree_sitter_language_pack import get_language

from tests.our_code import ROOT, nodes
from tests.test_layers import imports

FOLLOWED = frozenset({"python", "javascript", "typescript", "tsx", "go", "java"})


def languages_asked_for(code: str) -> list[int]:
    """The lines that compare something with the name of a language with data-flow analysis."""
    compared = [node for node in nodes(code) if isinstance(node, ast.Compare)]
    inside = [(node.lineno, part) for node in compared for part in ast.walk(node)]
    return [line for line, part in inside if isinstance(part, ast.Constant) and part.value in FOLLOWED]


def test_data_flow_and_taint_analysis_ask_for_no_language_by_name():
    asked = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for folder in ("analyzers/dataflow", "analyzers/taint")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in languages_asked_for(path.read_text(encoding="utf-8"))
    ]
    assert asked == []


@pytest.mark.parametrize("code", ['language == "go"', 'name not in ("java", "python")', '"tsx" == a'])
def test_a_language_that_is_asked_for_is_seen(code):
    assert languages_asked_for(code)


def engine_files() -> list[Path]:
    """The modules of data-flow analysis that are for all languages."""
    root = ROOT / "analyzers/dataflow"
    return [path for path in sorted(root.rglob("*.py")) if not path.is_relative_to(root / "languages")]


def test_only_the_registry_imports_modules_of_one_language():
    found = [
        path.name
        for path in engine_files()
        if any(name.startswith("reread.analyzers.dataflow.languages") for name in imports(path))
    ]
    assert found == []


NAMES_OF_LANGUAGES = frozenset({"python", "java", "javascript", "typescript", "golang"})


def names_with_languages(code: str) -> list[str]:
    """The identifiers in which a language is named."""
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    names = {token.string for token in tokens if token.type == tokenize.NAME}
    return sorted(name for name in names if not NAMES_OF_LANGUAGES.isdisjoint(name.lower().split("_")))


def test_no_identifier_of_the_engine_names_a_language():
    files = [*engine_files(), *(ROOT / "analyzers/taint").rglob("*.py")]
    found = {path.name: names_with_languages(path.read_text(encoding="utf-8")) for path in files}
    assert {name: names for name, names in found.items() if names} == {}
    assert [path.name for path in engine_files() if not NAMES_OF_LANGUAGES.isdisjoint(path.stem.split("_"))] == []


@pytest.mark.parametrize("code", ["_JAVA_WORDS = 1", "def of_python(): pass"])
def test_a_language_in_an_identifier_is_seen(code):
    assert names_with_languages(code)


OWN_WORDS = frozenset(
    [
        "self",
        "this",
        "cls",
        "super",
        "and",
        "or",
        "not",
        "in",
        "is",
        "instanceof",
        "typeof",
        "void",
        "delete",
        "break",
        "continue",
        "source",
        "sink",
    ]
) | {"not in", "is not"}
"""Words of the languages themselves, which the forms of the IR share."""
NAME = re.compile(r"(?:[A-Za-z$]|__)[\w$]+(?:\.[A-Za-z_$][\w$]*)*")
LOOKUPS = {"table.py", "dependencies.py"}
"""Their keys are the questions that a function asks of its file."""


@cache
def grammar_words() -> frozenset[str]:
    """The kinds of nodes and the fields of the grammars whose values are interpreted."""
    grammars = [get_language(name) for name in ("python", "javascript", "typescript", "go", "java")]
    kinds = {each.node_kind_for_id(number) for each in grammars for number in range(each.node_kind_count)}
    fields = {each.field_name_for_id(number) for each in grammars for number in range(1, each.field_count + 1)}
    return frozenset(word for word in kinds | fields if word)


def literals_in(node: ast.AST) -> list[str]:
    """The texts of a collection that is written out, the keys of a dictionary, or the words of a text that is split."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        text = node.func.value
        return text.value.split() if isinstance(text, ast.Constant) and isinstance(text.value, str) else []
    parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
    return [each.value for each in parts if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def name_tables(code: str) -> list[int]:
    """The lines with collections of names that are neither words of a language nor of its grammar nor attributes."""
    every = nodes(code)
    attributes = {node.attr for node in every if isinstance(node, ast.Attribute)}
    attributes |= {node.target.id for node in every if isinstance(node, ast.AnnAssign) if hasattr(node.target, "id")}
    slots = [
        node.value for node in every if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__"
    ]
    found = []
    for node in every:
        words = [word for word in literals_in(node) if NAME.fullmatch(word)] if node not in slots else []
        is_known = any(set(words) <= known for known in (OWN_WORDS, grammar_words(), attributes))
        if words and not is_known and getattr(node, "ctx", None).__class__ is not ast.Store:
            found.append(node.lineno)
    return found


def test_what_libraries_do_is_data_and_no_table_of_the_engine():
    engine = [path for path in engine_files() if "models" not in path.parts and path.name not in LOOKUPS]
    found = {path.name: name_tables(path.read_text(encoding="utf-8")) for path in engine}
    assert {name: lines for name, lines in found.items() if lines} == {}


def names_asked_for(code: str) -> list[int]:
    """The lines that compare a name in the code that is analysed with a text, or look up a method by a text."""
    found = []
    for node in nodes(code):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            roles = {id(each) for side in sides for call in ast.walk(side) for each in _arguments_of_names(call)}
            inside = [each for side in sides for each in ast.walk(side) if id(each) not in roles]
            words = [each.value for each in inside if isinstance(each, ast.Constant)]
            is_name = any(ast.unparse(side).split(".")[-1].endswith("name") for side in sides)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = ast.unparse(node.func.value).split(".")[-1]
            is_name = node.func.attr == "summary_of" or (of.endswith("name") and node.func.attr.endswith("swith"))
            words = [each.value for each in node.args if isinstance(each, ast.Constant)]
        else:
            continue
        if is_name and any(isinstance(word, str) and NAME.fullmatch(word) and word not in OWN_WORDS for word in words):
            found.append(node.lineno)
    return found


def test_the_engine_compares_names_with_words_of_languages_alone():
    engine = [path for path in engine_files() if "models" not in path.parts]
    found = {path.name: names_asked_for(path.read_text(encoding="utf-8")) for path in engine}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    [
        'callee.name == "issuperset"',
        'name in ("get", "pop")',
        '"get" != name',
        'name.startswith("read")',
        'functions.summary_of(type_, "__getitem__")',
    ],
)
def test_a_comparison_with_a_name_is_seen(code):
    assert names_asked_for(code) == [1]


@pytest.mark.parametrize(
    "code",
    [
        'name == "self"',
        'name != ""',
        'node.type == "class_definition"',
        "name in _SETTERS",
        'name in names("fold", own)',
    ],
)
def test_a_comparison_with_a_word_of_a_language_is_none(code):
    assert names_asked_for(code) == []


_SYNTAX_OF_REGEXES = re.compile(r"\\[A-Za-z](?:[0-9a-f]{2})?|\(\?P?<\w+>|\(\?[a-z]+[:)]|\[[^\]]*\]|\{[^}]*\}")
_REGEX_FUNCTIONS = {"compile", "search", "match", "fullmatch", "sub", "finditer", "findall", "split"}


def names_in_regexes(code: str) -> list[str]:
    """The words of regular expressions that are of no language, without those that come from the models."""
    found = []
    for node in nodes(code):
        called = ast.unparse(node.func).split(".") if isinstance(node, ast.Call) else []
        if called[:1] != ["re"] or called[-1] not in _REGEX_FUNCTIONS:
            continue
        from_models = {id(each) for call in ast.walk(node) for each in _arguments_of_names(call)}
        texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) if id(each) not in from_models]
        for text in texts:
            pattern = text.decode() if isinstance(text, bytes) else text if isinstance(text, str) else ""
            words = re.findall(r"[A-Za-z_]{2,}", _SYNTAX_OF_REGEXES.sub(" ", pattern))
            found += [word for word in words if word not in OWN_WORDS and word.lower() not in grammar_words()]
    return found


def _arguments_of_names(node: ast.AST) -> list[ast.expr]:
    return node.args if isinstance(node, ast.Call) and ast.unparse(node.func) == "names" else []


def test_regular_expressions_of_the_engine_have_no_names():
    engine = [path for path in engine_files() if "models" not in path.parts]
    found = {path.name: names_in_regexes(path.read_text(encoding="utf-8")) for path in engine}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (r'X = re.compile(r"\b(?:namedtuple|NamedTuple)\(")', ["namedtuple", "NamedTuple"]),
        (r'X = re.compile(rb"\bcontext\.WithValue\(")', ["context", "WithValue"]),
        (r"""X = re.compile(rf"(?i)(?:{either(names('client-name'))}|httpx)\d?")""", ["httpx"]),
        (r're.search("@Rest", text)', ["Rest"]),
    ],
)
def test_a_name_in_a_regular_expression_is_seen(code, words):
    assert names_in_regexes(code) == words


@pytest.mark.parametrize(
    "code", [r're.compile(r"^(class)[ \t]+(?P<name>[A-Z_]\w*)")', 're.compile(either(names("fold")))', '"httpx"']
)
def test_a_regular_expression_without_names_is_let_through(code):
    assert names_in_regexes(code) == []


@pytest.mark.parametrize(
    "code",
    [
        'A = frozenset({"get", "getOrDefault"})',
        'f in ("pickle.loads", "yaml.load")',
        '{"b64": 1, "quote": 2}',
        '"encode decode".split()',
        '{"cleaned_data": value}',
    ],
)
def test_a_table_of_library_functions_is_seen(code):
    assert name_tables(code) == [1]


@pytest.mark.parametrize(
    "code",
    [
        '("self", "cls")',
        '{"class_definition", "superclasses"}',
        '{"<": ">", "<=": ">="}',
        '"get"',
        '__slots__ = ("own", "kept")',
    ],
)
def test_words_of_a_language_are_no_table(code):
    assert name_tables(code) == []


def kinds_of_nodes(code: str) -> list[str]:
    """The texts that are kinds of nodes of a grammar, and no field of one."""
    texts = {node.value for node in nodes(code) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    grammars = [get_language(name) for name in ("python", "javascript", "typescript", "go", "java", "csharp", "rust")]
    kinds = {each.node_kind_for_id(number) for each in grammars for number in range(each.node_kind_count)}
    return sorted(text for text in texts & kinds if "_" in text)


def test_taint_analysis_leaves_the_nodes_of_a_language_to_its_table():
    found = {path.name: kinds_of_nodes(path.read_text("utf-8")) for path in (ROOT / "analyzers/taint").rglob("*.py")}
    assert {name: kinds for name, kinds in found.items() if kinds} == {}


def test_a_kind_of_nodes_is_seen():
    assert kinds_of_nodes('node.type == "with_statement" or node.child_by_field_name("name")') == ["with_statement"]
