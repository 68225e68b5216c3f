"""`reread check`: what it finds, what it says and how it ends."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest

from reread.analyzers.dataflow.summaries import table
from reread.analyzers.engine.engine import Engine
from reread.server import checking

NAP = "take_a_nap(1)\n"
TAINT = """
rules:
  - id: no-command
    languages: [python]
    severity: ERROR
    message: No commands.
    mode: taint
    pattern-sources: [{pattern: source()}]
    pattern-sinks: [{patterns: [{pattern: os.system($X)}, {focus-metavariable: $X}]}]
"""


def test_a_finding_ends_with_1_and_says_where(folder, reread):
    folder.write("src/a.py", "x = 1\n" + NAP)
    result = reread("check")
    assert result.code == 1
    assert result.out == (
        "src/a.py:2:1: warning no-sleep Nobody sleeps here.\n    2 | take_a_nap(1)\n      | ^^^^^^^^^^^^^\n"
    )
    assert result.err == "1 finding (1 warning) in 1 file\n"


def test_nothing_found_ends_with_0(folder, reread):
    folder.write("a.py", "x = 1\n")
    assert reread("check") == (0, "", "no findings in 1 file\n")


def test_quiet_is_one_line_for_each_finding_and_nothing_else(folder, reread):
    folder.write("a.py", NAP)
    assert reread("check", "-q") == (1, "a.py:1:1: warning no-sleep Nobody sleeps here.\n", "")


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("hint", 1), ("never", 0)])
def test_only_findings_at_or_above_the_level_fail(folder, reread, level, code):
    folder.write("a.py", NAP)
    assert reread("check", "--fail-on", level).code == code


def test_exit_zero_ends_with_0_whatever_is_found(folder, reread):
    folder.write("a.py", NAP)
    assert reread("check", "--exit-zero").code == 0


def test_findings_come_in_order_of_path_and_place(folder, reread):
    for name in ("b.py", "a/z.py", "a.py"):
        folder.write(name, NAP + "old_name(2)\n")
    places = [line.split(" ")[0] for line in reread("check", "-q", "b.py", "a", "a.py").out.splitlines()]
    assert places == ["a.py:1:1:", "a.py:2:1:", "a/z.py:1:1:", "a/z.py:2:1:", "b.py:1:1:", "b.py:2:1:"]


def test_many_files_in_several_processes_give_the_same_report(folder, reread):
    for number in range(60):
        folder.write(f"file{number:02}.py", "x = 1\n" * number + NAP)
    lines = reread("check", "-q").out.splitlines()
    assert lines == [f"file{n:02}.py:{n + 1}:1: warning no-sleep Nobody sleeps here." for n in range(60)]


def test_max_findings_cuts_what_is_written_and_not_what_counts(folder, reread):
    folder.write("a.py", NAP * 5)
    result = reread("check", "-q", "--max-findings", "2")
    assert len(result.out.splitlines()) == 2
    assert reread("check", "--max-findings", "0").code == 1
    assert (
        reread("check", "--max-findings", "2").err
        == "5 findings (5 warnings) in 1 file; 3 not shown (--max-findings)\n"
    )
    assert "not shown" not in reread("check", "--max-findings", "5").err
    data = json.loads(reread("check", "--max-findings", "1", "--format", "json").out)
    assert (len(data["findings"]), data["summary"]["findings"], data["summary"]["failed"]) == (1, 5, True)


def test_json_goes_to_a_file_when_asked(folder, reread):
    folder.write("a.py", NAP)
    result = reread("check", "--format", "json", "-o", "out.json")
    assert (result.code, result.out) == (1, "")
    data = json.loads(folder.read("out.json"))
    assert [finding["rule"] for finding in data["findings"]] == ["no-sleep"]
    assert data["findings"][0]["fingerprint"]


def test_sarif_names_weakness_and_page_of_a_built_in_rule(folder, reread):
    folder.write("a.js", "new Buffer(1)\napp.get('/', (req, res) => require('child_process').exec(req.query.a))\n")
    run = json.loads(reread("check", "--format", "sarif", "--select", "js/command-injection").out)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["js/command-injection"]
    assert rules[0]["helpUri"].startswith("https://")
    assert rules[0]["properties"]["tags"] == ["security", "CWE-78", "A03:2021", "external/cwe/cwe-078"]


def test_sarif_describes_the_rules_that_found_something(folder, reread):
    folder.write("a.py", NAP)
    run = json.loads(reread("check", "--format", "sarif").out)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["no-sleep"]


def test_the_same_input_gives_the_same_output(folder, reread):
    folder.write("a.py", NAP + "old_name(1)\n" * 3)
    assert reread("check", "--format", "json").out == reread("check", "--format", "json").out


def test_an_output_file_that_cannot_be_written_is_one_line(folder, reread):
    folder.write("a.py", "x = 1\n")
    result = reread("check", "-o", "no/such/folder.json")
    assert result.code == 2
    assert result.err == "reread: no/such/folder.json: cannot be written: no such file or directory\n"


def test_select_and_ignore_take_ids_and_patterns(folder, reread):
    folder.write("a.py", NAP + "old_name(1)\ndoubtful(2)\n")

    def rules(*options):
        return [line.split()[2] for line in reread("check", "-q", *options).out.splitlines()]

    assert rules() == ["no-sleep", "old-name", "doubtful"]
    assert rules("--select", "no-*") == ["no-sleep"]
    assert rules("--select", "no-sleep,doubtful") == ["no-sleep", "doubtful"]
    assert rules("--ignore", "no-sleep", "--ignore", "doubtful") == ["old-name"]


def test_a_rule_that_does_not_exist_is_a_typing_error(folder, reread):
    result = reread("check", "--select", "no-slep")
    assert (result.code, result.out) == (2, "")
    assert result.err == "reread: --select: no such rule: no-slep. Did you mean 'no-sleep'?\n"


def test_more_rules_can_be_named(folder, reread):
    folder.write("more.yaml", "rules:\n- {id: extra, languages: [go], severity: ERROR, message: m, pattern: bad()}\n")
    folder.write("a.go", "package a\n\nfunc f() {\n\tbad()\n}\n")
    assert "a.go:4:2: error extra m" in reread("check", "-q", "--rules", "more.yaml").out
    assert reread("check", "--rules", "none.yaml").code == 2


def test_settings_of_the_repository_count(folder, reread):
    folder.write(
        "reread.toml",
        'exclude = ["old/"]\n[rules]\nignore = ["doubtful", "undefined-name"]\nseverity = { no-sleep = "off" }\n',
    )
    folder.write("a.py", NAP + "doubtful(1)\n")
    folder.write("old/b.py", "old_name(1)\n")
    assert reread("check") == (0, "", "no findings in 1 file\n")
    # A file that is named is checked, whatever is excluded.
    assert reread("check", "old/b.py").code == 1


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ('[rules]\nignore = ["no-sleep"]\nselect = 3\n', "3: rules.select: expected a list of texts, got 3"),
        ('[rules]\nselct = ["a"]\n', "2: rules.selct: no such setting: `selct`. Did you mean `select`?"),
        (
            'profile = "quiet"\n',
            "1: profile: no such setting: `profile`. Did you mean `review.profile` or `rules.profile`?",
        ),
        ("[rules\n", " not valid TOML: "),
    ],
)
def test_a_mistake_in_the_settings_ends_the_run(folder, reread, settings, complaint):
    folder.write("reread.toml", settings)
    folder.write("a.py", "x = 1\n")
    result = reread("check")
    assert (result.code, result.out) == (2, "")
    assert f"reread.toml:{complaint}" in result.err


def test_what_a_repository_may_not_set_is_said_and_the_run_goes_on(folder, reread):
    folder.write("reread.toml", '[review]\nprovider = "openai"\n')
    folder.write("a.py", NAP)
    result = reread("check")
    assert result.code == 1
    assert "reread.toml:2: review.provider: a repository cannot set this" in result.err


def test_settings_can_be_read_from_another_file(folder, reread, monkeypatch):
    monkeypatch.setenv("REREAD_CONFIG", "")
    folder.write("mine.toml", '[rules]\nignore = ["no-sleep", "undefined-name"]\n')
    folder.write("a.py", NAP)
    assert reread("check", "--config", "mine.toml").code == 0
    assert reread("check", "--config", "none.toml").err == "reread: no such settings file: none.toml\n"


def test_a_broken_rule_is_named_the_others_run_and_the_run_does_not_pass(folder, reread):
    folder.write(".reread/rules/broken.yaml", "rules:\n- {id: half, languages: [python], severity: ERROR}\n")
    folder.write("a.py", NAP)
    result = reread("check", "-q")
    assert result.code == 3
    assert "no-sleep" in result.out
    assert result.err.count("broken.yaml:2:8: rule half: ") == 1


def test_a_rule_that_cannot_run_may_be_selected(folder, reread):
    folder.write(".reread/rules/broken.yaml", "rules:\n- {id: half, languages: [python], severity: ERROR}\n")
    folder.write("a.py", NAP)
    result = reread("check", "-q", "--select", "half,no-sleep")
    assert (result.code, result.out.count("no-sleep")) == (3, 1)


def test_a_rule_that_runs_without_a_part_of_it_makes_no_run_fail(folder, reread):
    folder.write(
        ".reread/rules/odd.yaml",
        "rules:\n- {id: odd, languages: [python, cobol], severity: ERROR, message: m, pattern: odd()}\n",
    )
    folder.write("a.py", "x = 1\n")
    result = reread("check", "-q")
    assert (result.code, "not supported: cobol" in result.err) == (0, True)


def test_a_path_that_is_not_there_is_an_error(folder, reread):
    result = reread("check", "none.py")
    assert (result.code, result.err) == (2, "reread: no such file or folder: none.py\n")


def test_standard_input_has_the_name_that_it_is_given(folder, reread, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NAP.encode())))
    result = reread("check", "-q", "-", "--stdin-filename", "src/new.py")
    assert result == (1, "src/new.py:1:1: warning no-sleep Nobody sleeps here.\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["-"],
        ["-", "a.py", "--stdin-filename", "b.py"],
        ["a.py", "--stdin-filename", "b.py"],
        ["-", "--staged", "--stdin-filename", "b.py"],
        ["-", "--fix", "--stdin-filename", "b.py"],
        ["--fix", "--diff"],
        ["--unsafe-fixes"],
        ["--format", "xml"],
        ["--fail-on", "fatal"],
        ["--max-findings", "-1"],
        ["--no-such-option"],
    ],
)
def test_wrong_use_is_one_line_and_ends_with_2(folder, reread, arguments):
    result = reread("check", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("reread: ")
    assert result.err.count("\n") == 1


def test_files_that_are_no_text_are_noted_and_the_others_checked(folder, reread):
    folder.write("binary.py", b"\0\1\2")
    folder.write("other.py", b"# coding: ascii\ncaf\xe9 = 1\n")
    folder.write("good.py", NAP)
    result = reread("check", "-q", "binary.py", "other.py", "good.py")
    assert (result.code, len(result.out.splitlines())) == (1, 1)
    assert result.err == "reread: binary.py: binary, not checked\nreread: other.py: not ascii, not checked\n"


def test_a_header_of_cpp_is_checked_by_rules_for_it(folder, reread):
    folder.write("r.yaml", "rules:\n- {id: r, languages: [cpp], severity: ERROR, message: m, pattern: gets(...)}\n")
    folder.write("a.h", "class A {\n  void f() { gets(b); }\n};\n")
    folder.write("b.h", "static inline void f(char *b) { gets(b); }\n")
    assert reread("check", "-q", "--config", "r.yaml", "a.h", "b.h").out.splitlines() == ["a.h:2:14: error r m"]


def test_a_file_that_is_not_utf_8_is_checked(folder, reread):
    folder.write("latin.py", b"# caf\xe9\n" + NAP.encode())
    result = reread("check", "-q", "latin.py")
    assert (result.code, len(result.out.splitlines()), result.err) == (1, 1, "")
    assert result.out.startswith("latin.py:")


def test_what_should_have_been_checked_and_is_no_text_makes_the_run_incomplete(folder, reread):
    folder.write("other.py", b"# coding: ascii\ncaf\xe9 = 1\n")
    result = reread("check")
    assert result.code == 3
    assert result.err.endswith("incomplete: 1 file could not be checked\n")


def test_what_is_no_text_by_nature_does_not_make_the_run_incomplete(folder, reread):
    folder.write("film.ts", b"\0\1\2")
    assert reread("check").code == 0


def fail_in(monkeypatch, name):
    analysed = checking.analysed

    def failing(job, source, document):
        if source.path == name:
            raise IndexError("string index\nout of range")
        return analysed(job, source, document)

    monkeypatch.setattr(checking, "analysed", failing)


def test_a_bug_in_one_file_leaves_the_others_checked_and_the_run_incomplete(folder, reread, monkeypatch):
    monkeypatch.delenv("REREAD_DEBUG", raising=False)
    fail_in(monkeypatch, "odd.py")
    folder.write("odd.py", "a = 1\n")
    folder.write("good.py", "a = 1\n")
    result = reread("check")
    assert (result.code, result.out) == (3, "")
    note, summary = result.err.splitlines()
    assert note.startswith("reread: odd.py: internal error: IndexError: string index out of range (test_check.py:")
    assert note.endswith("); REREAD_DEBUG=1 shows the traceback, not checked")
    assert summary == "no findings in 1 file; incomplete: 1 file could not be checked"
    folder.write("good.py", NAP)
    assert reread("check").code == 1


def test_a_bug_ends_the_run_where_it_is_looked_for(folder, reread, monkeypatch):
    monkeypatch.setenv("REREAD_DEBUG", "1")
    fail_in(monkeypatch, "odd.py")
    folder.write("odd.py", "a = 1\n")
    result = reread("check", "odd.py")
    assert (result.code, result.out) == (2, "")
    assert "Traceback" in result.err


def test_many_notes_are_summed_up_unless_asked_for(folder, reread):
    for number in range(8):
        folder.write(f"b{number}.py", b"\0")
    assert "reread: 8 files not checked: 8 binary (-v names them)\n" in reread("check").err
    assert reread("check", "-v").err.count("binary, not checked") == 8


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(folder, reread):
    os.mkfifo(folder.path / "pipe.py")
    assert reread("check", "-q", "pipe.py").err == "reread: pipe.py: not a regular file, not checked\n"


def test_a_folder_that_cannot_be_read_is_noted(folder, reread, monkeypatch):
    folder.write("shut/a.py", NAP)
    monkeypatch.setattr(os, "access", lambda path, mode: not path.endswith("shut"))
    assert reread("check", "-q", "shut") == (3, "", "reread: shut: permission denied, not checked\n")


def test_places_that_a_finding_tells_of_are_named_as_its_own(folder, reread):
    folder.write("a.py", "import os\n\ncommand = source()\nos.system(command)\n")
    result = reread("check", "--rules", str(folder.write("rules.yaml", TAINT)))
    assert "a.py:4:11: error no-command" in result.out
    assert "= see a.py:3: " in result.out
    [finding] = json.loads(reread("check", "--rules", "rules.yaml", "--format", "json").out)["findings"]
    assert {place["path"] for place in finding["related"]} == {"a.py"}


def test_a_huge_file_is_left_out_with_a_note(folder, reread):
    folder.write("reread.toml", "max-file-size = 100\n")
    folder.write("big.py", "x = 1\n" * 100)
    result = reread("check", "big.py")
    assert result.code == 0
    assert "big.py: larger than 100 bytes, not checked" in result.err


@pytest.fixture
def too_large(folder, monkeypatch):
    """A file with a function that data-flow analysis gives up, and which no other rule says anything about."""
    monkeypatch.setattr(table, "_MOST_STEPS", 1)
    monkeypatch.setattr(table, "steps_of", lambda length: 0)
    folder.write(".reread/rules/taint.yaml", TAINT)
    return folder.write("a.py", "import os\ndef run():\n    x = source()\n    os.system(x)\n")


def test_a_function_that_takes_too_many_steps_is_named(too_large, reread):
    result = reread("check", "a.py")
    assert "data-flow analysis of run took too long and did not check a.py" in result.err
    assert (result.code, "incomplete" in result.err) == (0, False)


def test_such_a_function_makes_a_strict_run_incomplete(too_large, reread):
    result = reread("check", "--strict", "a.py")
    assert result.code == 3
    assert result.err.endswith("incomplete: data-flow analysis took too long over 1 function\n")
    assert reread("check", "--strict", "--diff", "a.py").code == 3


def test_a_rule_that_took_too_long_makes_a_run_incomplete(folder, reread, monkeypatch):
    folder.write("a.py", "x = 1\n")
    monkeypatch.setattr(Engine, "lost", lambda engine, analysis: ("slow (regular expression a+b)",))
    result = reread("check", "--strict", "a.py")
    assert result.code == 3
    assert "parts of a.py take too long and were not read by slow (regular expression a+b)\n" in result.err
    assert result.err.endswith("incomplete: rules took too long over parts of 1 file\n")
    assert json.loads(reread("check", "--strict", "--format", "json").out)["incomplete"] != ""
    assert reread("check", "--strict", "--diff", "a.py").code == 3
    assert reread("check", "--strict", "--exit-zero", "a.py").code == 3
    assert reread("check", "a.py").code == 0


def test_with_findings_it_is_1_all_the_same(folder, reread, monkeypatch):
    folder.write("a.py", NAP)
    monkeypatch.setattr(Engine, "lost", lambda engine, analysis: ("slow",))
    assert reread("check", "--strict", "a.py").code == 1


def test_what_took_too_long_is_not_remembered_as_the_whole_answer(folder, reread, monkeypatch):
    folder.write("a.py", "x = 1\n")
    with monkeypatch.context() as slow:
        slow.setattr(Engine, "lost", lambda engine, analysis: ("slow",))
        assert reread("check", "--strict", "a.py").code == 3
    assert reread("check", "--strict", "a.py").code == 0


def test_code_that_nests_deeper_than_python_can_is_checked(folder, reread):
    folder.write("deep.py", "x = " + "(" * 20_000 + ")" * 20_000 + "\n" + NAP)
    assert "no-sleep" in reread("check", "-q", "deep.py").out


def test_code_that_does_not_parse_is_checked_as_far_as_it_goes(folder, reread):
    folder.write("broken.py", "def f(:\n    pass\n\n" + NAP)
    assert "broken.py:4:1: warning no-sleep" in reread("check", "-q").out


def test_an_ignored_file_is_left_out(repository, reread):
    repository.write(".gitignore", "out/\n")
    repository.write(".rereadignore", "generated_*.py\n")
    for name in ("out/a.py", "generated_b.py", "sub/generated_c.py", "sub/d.py"):
        repository.write(name, NAP)
    assert [line.split(":")[0] for line in reread("check", "-q").out.splitlines()] == ["sub/d.py"]
    assert [line.split(":")[0] for line in reread("check", "-q", "sub").out.splitlines()] == ["sub/d.py"]


def test_from_a_folder_below_the_settings_of_the_root_count(repository, reread, monkeypatch):
    repository.write("reread.toml", 'exclude = ["/sub/old/"]\n')
    repository.write("sub/old/a.py", NAP)
    repository.write("sub/new/a.py", NAP)
    monkeypatch.chdir(repository.path / "sub")
    assert [line.split(":")[0] for line in reread("check", "-q").out.splitlines()] == ["new/a.py"]


def test_a_comment_silences_a_finding(folder, reread):
    folder.write("a.py", "take_a_nap(1)  # reread: ignore[no-sleep] -- the machine needs it\n")
    assert reread("check").code == 0


def test_a_comment_that_silences_nothing_is_reported_unless_that_is_ignored(folder, reread):
    folder.write("a.py", "x = 1  # reread: ignore[no-sleep] -- for nothing\n")
    assert reread("check", "-q", "--hints").out.startswith("a.py:1:10: hint any/unused-suppression ")
    assert reread("check", "-q", "--hints", "--ignore", "any/unused-suppression").out == ""


@pytest.mark.parametrize("name", ["no-slep", "no-sleep, no-slep"])
def test_a_comment_with_the_id_of_no_rule_is_reported(folder, reread, name):
    folder.write("a.py", f"take_a_nap(1)  # reread: ignore[{name}] -- mistyped\n")
    assert "There is no rule `no-slep` here" in reread("check", "-q").out


@pytest.mark.parametrize("name", ["index/copy-not-changed", "model/logic", "any/unused-suppression", "go/weak-hash"])
def test_a_comment_may_name_what_is_told_elsewhere(folder, reread, name):
    folder.write("a.py", f"x = 1  # reread: ignore[{name}] -- told by somebody else\n")
    assert reread("check") == (0, "", "no findings in 1 file\n")


def test_a_comment_without_ids_is_reported_unless_that_is_ignored(folder, reread):
    folder.write("a.py", "take_a_nap(1)  # reread: ignore\n")
    assert reread("check", "-q").out.startswith("a.py:1:18: info any/blanket-suppression ")
    folder.write("reread.toml", 'rules.severity.blanket-suppression = "off"\n')
    assert reread("check") == (0, "", "no findings in 1 file\n")


def test_settings_of_rules_that_match_no_text_may_be_short_too(folder, reread):
    folder.write("a.py", "x = 1  # reread: ignore[no-sleep] -- for nothing\n")
    folder.write("reread.toml", '[rules]\nignore = ["unused-suppression"]\n')
    assert reread("check", "-q") == (0, "", "")


@pytest.mark.parametrize(
    "line", ["ignore = ['assert-tuple']", "ignore = ['py/assert-tuple']", "severity.assert-tuple = 'off'"]
)
def test_settings_may_leave_out_the_language_of_a_rule(folder, reread, line):
    folder.write("a.py", "assert (1, 'x')\n")
    assert reread("check", "-q").code == 1
    folder.write("reread.toml", f"[rules]\n{line}\n")
    assert reread("check", "-q") == (0, "", "")


@pytest.mark.parametrize("name", ["py/raise-string", "raise-string"])
def test_options_name_rules_with_and_without_their_language(folder, reread, name):
    folder.write("a.py", "assert (1, 'x')\nraise 'x'\n")
    assert [line.split()[2] for line in reread("check", "-q", "--select", name).out.splitlines()] == ["py/raise-string"]
    assert [line.split()[2] for line in reread("check", "-q", "--ignore", name).out.splitlines()] == ["py/assert-tuple"]


def test_a_comment_for_another_language_silences_nothing(folder, reread):
    folder.write("a.py", "raise 'x'  # reread: ignore[js/raise-string]\n")
    found = reread("check", "-q").out
    assert "py/raise-string" in found and "There is no rule `js/raise-string` here" in found


@pytest.mark.parametrize(
    "line", ["ignore = ['no-slep', 'undefined-name']", "severity.no-slep = 'off'", "options.no-slep.limit = 3"]
)
def test_settings_that_name_no_rule_are_said(folder, reread, line):
    folder.write("reread.toml", f"[rules]\n{line}\n")
    folder.write("a.py", NAP)
    result = reread("check", "-q")
    assert (result.code, len(result.out.splitlines())) == (1, 1)
    assert result.err == "reread: settings: no such rule: no-slep. Did you mean 'no-sleep'?\n"


def test_settings_that_select_no_rule_end_the_run(folder, reread):
    folder.write("reread.toml", '[rules]\nselect = ["no-slep"]\n')
    folder.write("a.py", NAP)
    result = reread("check")
    assert (result.code, result.out) == (2, "")
    assert "reread: settings: no such rule: no-slep. Did you mean 'no-sleep'?" in result.err


DANGEROUS = "import requests\n\n\ndef read(url):\n    return requests.get(url, verify=False)\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "hint"),
        (("--profile", "quiet"), ""),
        (("tests",), "warning"),
        (("tests/run.py",), "warning"),
        (("--select", "py/tls-verification-disabled"), "hint"),
    ],
    ids=["by default", "by profile", "folder named", "file named", "rule named"],
)
def test_security_in_tests_is_told_to_who_asks(folder, reread, arguments, told):
    folder.write("tests/run.py", DANGEROUS)
    out = reread("check", "--hints", *arguments).out
    assert (f"{told} py/tls-verification-disabled" in out) is bool(told) is bool(out)


@pytest.mark.parametrize(("path", "code"), [("run.py", 1), ("scripts/run.py", 0), ("src/latest/run.py", 1)])
def test_what_is_off_outside_of_production_fails_no_run(folder, reread, path, code):
    folder.write(path, DANGEROUS)
    assert reread("check", "--select", "py/tls-verification-disabled").code == code
    assert reread("check").code == code


def test_the_role_of_a_file_is_told_to_who_asks_for_details_and_to_programs(folder, reread):
    folder.write("scripts/run.py", DANGEROUS)
    folder.write("run.py", DANGEROUS)
    folder.write("tests/run.py", DANGEROUS)
    assert "developer's script" not in reread("check").err
    for arguments in ((), ("--no-cache",)):
        said = reread("check", "-v", *arguments).err
        assert "reread: scripts/run.py: developer's script\n" in said
        assert "reread: tests/run.py: test\n" in said
        assert "reread: run.py:" not in said
    for style in ("json", "ndjson"):
        lines = reread("check", "--format", style, "--profile", "standard").out
        found = json.loads(lines)["findings"] if style == "json" else map(json.loads, lines.splitlines())
        assert {each["path"]: each["role"] for each in found if "role" in each} == {
            "run.py": "production",
            "scripts/run.py": "script",
            "tests/run.py": "test",
        }


def test_the_settings_choose_the_profile_and_the_command_line_another(folder, reread):
    folder.write("tests/run.py", DANGEROUS)
    folder.write("reread.toml", '[rules]\nprofile = "quiet"\n')
    assert reread("check", "--hints").out == ""
    assert "hint py/tls-verification-disabled" in reread("check", "--hints", "--profile", "standard").out


TOKEN = "AKIA" + "Q3EGRIU5XLTZ7VNB"


def test_secrets_are_looked_for_in_files_of_any_language(folder, reread):
    folder.write("settings.ini", f"token = {TOKEN}\n")
    folder.write("notes.txt", "nothing here\n")
    folder.write("picture.png", b"\x89PNG\x00\x00")
    result = reread("check")
    assert result.out.startswith("settings.ini:1:")
    assert result.err.endswith(" in 1 file\n")


def test_staged_files_of_any_language_are_looked_at_too(folder, reread):
    folder.git("init", "-q")
    folder.write("settings.ini", f"token = {TOKEN}\n")
    folder.git("add", "-A")
    assert reread("check", "--staged").out.startswith("settings.ini:1:")


def test_an_unchanged_file_is_not_looked_at_again(folder, reread, monkeypatch):
    folder.write("a.py", "take_a_nap(1)\n")
    first = reread("check", "a.py")
    monkeypatch.setattr(checking, "check_document", None)
    assert reread("check", "a.py") == first
    assert first.code == 1


@pytest.mark.parametrize(("first", "second"), [("text", "json"), ("sarif", "text")])
def test_nor_is_one_that_was_looked_at_for_another_format(folder, reread, monkeypatch, first, second):
    folder.write("a.py", "take_a_nap(1)\n")
    expected = reread("check", "--no-cache", "--format", second, "a.py")
    reread("check", "--format", first, "a.py")
    monkeypatch.setattr(checking, "check_document", None)
    assert reread("check", "--format", second, "a.py") == expected
    assert expected.code == 1


def test_no_cache_looks_at_all_files(folder, reread, monkeypatch):
    folder.write("a.py", "take_a_nap(1)\n")
    reread("check", "a.py")
    monkeypatch.setattr(checking, "check_document", None)
    assert reread("check", "--no-cache", "a.py").code == 3


def test_a_job_of_github_gets_annotations_and_a_summary(folder, reread, monkeypatch, tmp_path):
    folder.write("a.py", NAP)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert reread("check", "--format", "github").out.startswith("::warning file=a.py,line=1,")
    assert (tmp_path / "summary.md").read_text().startswith("## Reread: 1 finding (1 warning)\n")
