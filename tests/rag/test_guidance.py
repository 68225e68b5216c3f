from __future__ import annotations

import pytest

from reread.rag.source.guidance import guidance
from tests.rag.conftest import write


def names(folder, path):
    return [piece.path for piece in guidance(str(folder), path)]


def test_the_nearest_folder_comes_first_and_equal_texts_count_once(folder):
    write(folder, {"AGENTS.md": "a\n", "CLAUDE.md": "a\n", "src/REVIEW.md": "b\n", ".cursorrules": "c\n"})
    assert names(folder, "src/x.py") == ["src/REVIEW.md", "AGENTS.md", ".cursorrules"]
    assert names(folder, "x.py") == ["AGENTS.md", ".cursorrules"]


@pytest.mark.parametrize(
    ("head", "path", "given"),
    [
        ("", "web/a.ts", True),
        ("---\nglobs: *.ts\n---\n", "web/a.ts", True),
        ("---\nglobs: **/*.ts, **/*.tsx\n---\n", "a.tsx", True),
        ('---\nglobs: ["*.py"]\nalwaysApply: false\n---\n', "web/a.ts", False),
        ("---\nglobs: *.py\nalwaysApply: true\n---\n", "web/a.ts", True),
        ("---\ndescription: x\nglobs:\n---\n", "web/a.ts", True),
        ("---\nno end\n", "web/a.ts", True),
        ("---\nglobs: src/**/*.py\n---\n", "src/money.py", True),
        ("---\nglobs: src/**/*.py\n---\n", "src/deep/er/money.py", True),
        ("---\nglobs: src/*.py\n---\n", "src/deep/money.py", False),
        ("---\nglobs: src/*\n---\n", "src/deep/money.py", False),
        ("---\nglobs: src/\n---\n", "src/deep/money.py", True),
        ("---\nglobs: **/*.{ts,tsx}\n---\n", "web/a.tsx", True),
        ("---\nglobs: **/*.{ts,tsx}\n---\n", "web/a.js", False),
        ("---\nglobs:\n  - src/**\n  - web/**\n---\n", "web/a.ts", True),
        ("---\nglobs:\n  - src/**\n  - lib/**\n---\n", "web/a.ts", False),
    ],
)
def test_rules_of_a_folder_say_what_they_are_for(folder, head, path, given):
    write(folder, {".cursor/rules/style.mdc": f"{head}Be brief.\n", ".cursor/rules/notes.txt": "no\n"})
    assert names(folder, path) == ([".cursor/rules/style.mdc"] if given else [])


@pytest.mark.parametrize(
    ("globs", "path", "given"),
    [("*.py", "a.py", True), ("*.py", "src/a.py", False), ("**/*.py", "src/a.py", True), ("**", "src/a.py", True)],
)
def test_instructions_for_copilot_are_read_as_their_host_reads_them(folder, globs, path, given):
    write(folder, {".github/instructions/a.instructions.md": f'---\napplyTo: "{globs}"\n---\nBe brief.\n'})
    assert names(folder, path) == ([".github/instructions/a.instructions.md"] if given else [])


def test_globs_with_many_stars_take_no_time(folder):
    write(folder, {".cursor/rules/a.mdc": f"---\nglobs: {'**/*a' * 200}{{{'b,' * 500}}}\n---\nx\n"})
    assert names(folder, "a/" * 100 + "b") == []


def test_rules_of_an_inner_folder_are_for_what_is_in_it(folder):
    write(folder, {"web/.cursor/rules/a.md": "---\nglobs: src/*.ts\n---\nx\n"})
    assert names(folder, "web/src/a.ts") == ["web/.cursor/rules/a.md"]
    assert names(folder, "web/b.ts") == []


def test_what_is_huge_is_left_out(folder):
    write(folder, {"AGENTS.md": "x" * 200_001})
    assert names(folder, "a.py") == []


def texts(folder, path):
    return [piece.text for piece in guidance(str(folder), path)]


def test_of_contributing_only_sections_about_code_count(folder):
    sections = "# Contributing\nHello.\n## Setting up\npip\n## Code style\nNo globals.\n### Names\nLong.\n## Pull requests\nx\n"
    write(folder, {"CONTRIBUTING.md": sections})
    assert texts(folder, "a.py") == ["## Code style\nNo globals.\n### Names\nLong.\n"]


def test_a_contributing_without_such_sections_says_nothing(folder):
    write(folder, {"CONTRIBUTING.md": "# Contributing\nSign the CLA.\n## Running the tests\nmake test\n"})
    assert texts(folder, "a.py") == []


def test_sections_about_other_languages_are_left_out(folder):
    write(folder, {"AGENTS.md": "Be brief.\n# TypeScript\nNo any.\n## Tests\nvitest\n# Python\nTypes.\n"})
    assert texts(folder, "a.py") == ["Be brief.\n", "# Python\nTypes.\n"]
    assert texts(folder, "a.ts") == ["Be brief.\n# TypeScript\nNo any.\n## Tests\nvitest\n"]
    assert texts(folder, "a.unknown") == ["Be brief.\n# TypeScript\nNo any.\n## Tests\nvitest\n# Python\nTypes.\n"]


def test_a_heading_within_a_code_block_is_none(folder):
    write(folder, {"AGENTS.md": "```sh\n# TypeScript\n```\nend\n"})
    assert texts(folder, "a.py") == ["```sh\n# TypeScript\n```\nend\n"]


def test_instructions_of_github_say_what_they_apply_to(folder):
    write(folder, {".github/instructions/web.instructions.md": '---\napplyTo: "web/**"\n---\nx\n'})
    assert names(folder, "web/a.ts") == [".github/instructions/web.instructions.md"]
    assert names(folder, "api/a.py") == []
