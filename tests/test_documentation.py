"""Every rule has a page on which it explains itself in full, and what pages name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reread.analyzers.identifiers import names_of
from reread.analyzers.rules import pages
from reread.analyzers.rules.rule import LazyDetails
from reread.analyzers.rules.ruleset import load
from reread.server.cli.rules.pages import documentation
from reread.server.other_rules import with_others

ROOT = Path(__file__).parent.parent
RULES = {rule.id: rule for rule in with_others(load().rules)}
PAGES = documentation()
_CODE = re.compile(r"```|`[^`]+`")
_LEAST_WORDS = 8


def test_the_index_leads_to_a_page_of_each_rule_and_to_no_other():
    of_rules = {f"{rule}.md" for rule in RULES}
    assert set(PAGES) == {*of_rules, "README.md"}
    assert sorted(re.findall(r"\]\(([^)]+)\)", PAGES["README.md"])) == sorted(of_rules)


def lacking(rule):
    """What the explanation of a rule does not have."""
    page = pages.page(rule)
    for part in ("Bad", "Good"):
        after = re.split(rf"\*?\*?{part}:", page, maxsplit=1)[-1]
        own = re.split(r"\n\n\*?\*?(?:Bad|Good|References):|\n\nTo silence", after, maxsplit=1)[0]
        if not _CODE.search(own):
            yield f"{rule.id}: {part}: has no code"
    if len(rule.explanation.split()) < _LEAST_WORDS:
        yield f"{rule.id}: an explanation says what is wrong, why, and how to fix it"
    if rule.category == "security" and not pages.references(rule):
        yield f"{rule.id}: a weakness has a reference"


def test_every_rule_explains_itself_in_full():
    assert [what for rule in RULES.values() for what in lacking(rule)] == []


def test_an_explanation_without_code_lacks_it():
    rule = next(iter(RULES.values()))
    details = rule.details()._replace(explanation="Bad: it.\n\nGood: this.")
    assert len(list(lacking(rule._replace(details=LazyDetails(details), category="")))) == 3


def test_links_of_rules_are_addresses():
    links = {(rule.id, link) for rule in RULES.values() for link in pages.references(rule)}
    assert [each for each in sorted(links) if not re.fullmatch(r"https?://[^\s<>]+", each[1])] == []


_FOR_USERS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


@pytest.mark.parametrize("path", _FOR_USERS, ids=lambda path: path.name)
def test_what_is_written_for_users_names_rules_that_there_are(path):
    named = re.findall(
        r"reread: ignore(?:-file)?\[([^\]]+)\]|rules\.options\.([\w/-]+)\.", path.read_text(encoding="utf-8")
    )
    ids = {one.strip() for pair in named for one in ",".join(pair).split(",") if one.strip()}
    assert {one for one in ids if not one.startswith("model/")} - {"rule-id", "my-rule"} <= names_of(RULES)


_MAP = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    *(path for part in ("analyzers", "rag", "server", "tools") for path in (ROOT / part).rglob("README.md")),
]
_PATH = re.compile(r"`((?:[\w.-]+/)+|[\w./-]+\.py)(?::(\w+))?`")


def not_there(page, text):
    """The paths in a page that lead nowhere from its folder or from the root, and names that their module lacks."""
    for path, name in _PATH.findall(text):
        found = next((file for file in (page.parent / path, ROOT / path) if file.exists()), None)
        if found is None:
            yield path
        elif name and not re.search(rf"^\s*(?:async )?(?:def|class) {name}\b", found.read_text(encoding="utf-8"), re.M):
            yield f"{path}:{name}"


@pytest.mark.parametrize("page", _MAP, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_modules_named_in_the_architecture_exist(page):
    assert list(not_there(page, page.read_text(encoding="utf-8"))) == []


def test_a_module_or_function_that_is_not_there_is_seen():
    page = ROOT / "ARCHITECTURE.md"
    text = "`rag/embed.py`, `rag/gone.py`, `gone/`, `rag/embed.py:gone`"
    assert list(not_there(page, text)) == ["rag/gone.py", "gone/", "rag/embed.py:gone"]


@pytest.mark.parametrize("page", [*_FOR_USERS, *_MAP], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


_ROW = re.compile(r"^\| (?P<what>a\w*|[^|]+?) \| (?P<files>[^|]+) \|$", re.M)
_PLACEHOLDER = re.compile(r"`((?:analyzers|rag|server|tests|editors|docs)/[^`]*)`")
PLANTED = {
    "a model provider": ("tests/e2e/test_one_file.py", "test_a_provider"),
    "a command": ("tests/e2e/test_one_file.py", "test_a_command"),
    "an output format": ("tests/e2e/test_one_file.py", "test_an_output_format"),
    "a rule in Python": ("tests/e2e/test_one_file.py", "test_a_rule_in_python"),
    "an LSP request, notification or command": (
        "tests/server/lsp/test_handlers.py",
        "test_a_planted_module_is_announced_and_answers",
    ),
    "a setting": ("tests/editors/test_vscode_package.py", "test_a_setting_that_changes_is_written_anew"),
}
"""What `CONTRIBUTING.md` promises of a number of files, and the test that plants one."""


def rows() -> dict[str, str]:
    """The table of what can be added: what, and in which files."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Adding")[1].split("###")[0]
    return {row["what"]: row["files"] for row in _ROW.finditer(text) if row["what"] not in ("what", "---")}


def places(files: str) -> set[str]:
    """The files or folders to change that a row names, up to what is found or made by itself; alternatives are one."""
    changed = re.split(r"found by itself|; then `make docs`", re.sub(r"\([^)]*\)", "", files))[0]
    return {
        re.split(r", `| or `", part)[0]
        for part in re.findall(r"`(?:[^`]+/)+[^`]*`(?:(?:, | or )`[^`]+/[^`]*`)*", changed)
    }


@pytest.mark.parametrize("what", sorted(PLANTED))
def test_what_is_promised_to_take_one_file_names_one_and_is_planted(what):
    assert len(places(rows()[what])) == 1, places(rows()[what])
    path, name = PLANTED[what]
    assert re.search(rf"^(?:async )?def {name}\b", (ROOT / path).read_text(encoding="utf-8"), re.M)


def test_files_of_the_table_of_what_can_be_added_exist():
    named = {path for files in rows().values() for path in _PLACEHOLDER.findall(files)}
    fixed = {re.split(r"<", path)[0].rpartition("/")[0] if "<" in path else path for path in named}
    assert {path for path in fixed if not (ROOT / path).exists()} == set()


def test_places_are_counted_and_alternatives_are_one():
    assert len(places("`server/a.py`, `rag/b.py` or `rag/c.py`; then `make docs` writes `docs/x.md`")) == 1
    assert len(places("`server/a.py` and its name in `rag/b.py`")) == 2
    assert len(places("one file in `server/output/`, found by itself (`server/x.py`)")) == 1


def test_the_architecture_is_short():
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) < 150


_SEPARATOR = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+")


def broken_rows(text):
    """The lines (from 1) that a table in a page cannot show: other cells than its head has, or two rows in one."""
    fenced, cells = False, 0
    for number, line in enumerate(text.splitlines(), start=1):
        fenced ^= line.lstrip().startswith("```")
        is_separator = _SEPARATOR.fullmatch(line) is not None
        if fenced or not line.lstrip().startswith("|"):
            cells = 0
        elif is_separator or cells:
            found = len(re.findall(r"(?<!\\)\|", re.sub(r"`[^`]*`", "", line))) - 1
            cells = found if is_separator else cells
            if found != cells:
                yield number
        elif _SEPARATOR.search(line) is not None:
            yield number


_WITH_TABLES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("editors/*/*.md")]


@pytest.mark.parametrize("page", _WITH_TABLES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_tables_have_as_many_cells_in_each_row(page):
    assert list(broken_rows(page.read_text(encoding="utf-8"))) == []


def test_tables_in_the_pages_of_rules_do_too():
    assert [name for name, text in PAGES.items() if list(broken_rows(text))] == []


def test_broken_tables_are_seen():
    assert list(broken_rows("| a | b |\n|---|---|\n| 1 | 2 |\n| `x|y` | a \\| b |\n\n| no | table\n")) == []
    assert list(broken_rows("| a | b |\n|---|---|\n| 1 | 2 | | 3 | 4 |\n| 5\n")) == [3, 4]
    assert list(broken_rows("| a | b | |---|---| | 1 | 2 |\n")) == [1]
