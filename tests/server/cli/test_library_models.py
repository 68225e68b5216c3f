"""`.reread/models/`: a house framework that is taught in one file is found, cleaned and followed."""

from __future__ import annotations

import pytest

from tests.server.house_framework import HARBOUR, LEDGER, MODEL, SHORE, lines_with

PATH = ".reread/models/brackwater.yaml"


@pytest.fixture
def harbour(folder):
    folder.write("harbour.py", HARBOUR)
    folder.write("ledger.py", LEDGER)
    folder.write("shore.js", SHORE)
    return folder


def found(reread, *arguments: str) -> dict[str, list[int]]:
    """The lines that are reported, by file."""
    result: dict[str, list[int]] = {}
    for line in reread("check", "-q", "--hints", *arguments).out.splitlines():
        path, number, *_ = line.split(":")
        result.setdefault(path, []).append(int(number))
    return result


EXPECTED = {
    "harbour.py": lines_with(HARBOUR, "# found"),
    "ledger.py": lines_with(LEDGER, "# suspected"),
    "shore.js": lines_with(SHORE, "// found"),
}
ACROSS = lines_with(HARBOUR, "# found across files")


def test_without_the_model_nothing_is_found(harbour, reread):
    assert found(reread) == found(reread, "--across-files") == {}


def test_what_the_model_teaches_is_found_cleaned_and_followed(harbour, reread):
    harbour.write(PATH, MODEL)
    assert found(reread) == EXPECTED


def test_across_files_too(harbour, reread):
    harbour.write(PATH, MODEL)
    expected = {**EXPECTED, "harbour.py": sorted([*EXPECTED["harbour.py"], *ACROSS])}
    assert found(reread, "--across-files") == expected


def test_a_changed_model_is_not_answered_from_memory(harbour, reread):
    harbour.write(PATH, MODEL)
    assert found(reread)["harbour.py"] == EXPECTED["harbour.py"]
    harbour.write(PATH, MODEL.replace("  - function: brackwater.paint\n    argument: 1\n    class: html\n", ""))
    assert len(found(reread)["harbour.py"]) == len(EXPECTED["harbour.py"]) - 1


def test_a_model_that_the_settings_name(harbour, reread):
    harbour.write("lib/brackwater.yaml", MODEL)
    harbour.write("mine.toml", '[rules]\npaths = ["lib/brackwater.yaml"]\n')
    assert found(reread, "--config", "mine.toml") == EXPECTED


def test_a_mistake_has_its_line_and_a_hint_and_the_rest_holds(harbour, reread):
    harbour.write(PATH, MODEL.replace("class: html", "class: htm", 1))
    result = reread("check")
    number = MODEL[: MODEL.index("class: html")].count("\n") + 1
    assert f"brackwater.yaml:{number}:5: `htm` is not known. Did you mean `html`?" in result.err
    assert result.code == 3
    assert "harbour.py:7:" in result.out


@pytest.mark.parametrize(
    ("arguments", "is_found"),
    [
        (("harbour.py",), False),
        ((PATH,), True),
        ((PATH, "harbour.py"), True),
        ((".", "--no-cache"), True),
        ((PATH, "--ignore", "any/rule-file-problem"), False),
        ((PATH, "--diff"), False),
        (("--base", "HEAD"), True),
        (("--base", "HEAD", "harbour.py"), False),
    ],
)
def test_a_mistake_is_said_once(harbour, reread, arguments, is_found):
    """By a finding in the file where that is shown, else by a line beside the report."""
    harbour.write("empty.py", "")
    harbour.git("init", "-q")
    harbour.git("add", "empty.py")
    harbour.git("commit", "-q", "-m", "empty")
    harbour.write(PATH, MODEL.replace("class: html", "class: htm", 1))
    result = reread("check", *arguments)
    assert ("`htm` is not known" in result.out, "`htm` is not known" in result.err) == (is_found, not is_found)


def test_models_in_force_are_said_on_demand(harbour, reread):
    harbour.write(PATH, MODEL)
    said = "library model brackwater: 3 sources, 3 sinks, 3 sanitizers, 3 summaries"
    assert said in reread("check", "-v").err
    assert said not in reread("check").err
    assert said in reread("doctor").out


def test_no_models_are_said_where_there_are_none(harbour, reread):
    assert "library model" not in reread("check", "-v").err


def test_examples_of_a_model_are_run(harbour, reread):
    path = str(harbour.write(PATH, MODEL))
    assert (reread("rules", "test", path).code, reread("rules", "test", path).err) == (
        0,
        "1 of 1 examples passed, 0 rules without\n",
    )


def test_an_example_that_fails_has_its_line(harbour, reread):
    path = str(harbour.write(PATH, MODEL.replace("settle(name)", "name")))
    line = MODEL[: MODEL.index("settle(name)")].count("\n") + 1
    result = reread("rules", "test", path)
    assert result.code == 1
    assert f"{path}:{line}: py/sql-injection: must not be reported" in result.out


def test_an_example_names_a_rule_that_exists(harbour, reread):
    path = str(harbour.write(PATH, MODEL.replace("ruleid: py/sql-injection", "ruleid: py/sql-injektion")))
    assert "no rule is named py/sql-injektion" in reread("rules", "test", path).out


def test_the_schema_of_models_is_printed(folder, reread):
    assert '"title": "Library model of Reread"' in reread("rules", "schema", "models").out
