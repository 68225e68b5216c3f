"""Finding commands, reading options, and what all commands have in common."""

from __future__ import annotations

import argparse
import errno

import pytest

from reread.server import __version__
from reread.server.cli import parser, workspace
from reread.server.cli.commands import check
from reread.server.cli.workspace import CheckSettings
from reread.server.exits import UsageError
from reread.server.settings import Settings


def test_version(folder, reread):
    assert reread("--version") == (0, f"reread {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"]])
def test_help_names_every_command_with_its_summary(folder, reread, arguments):
    result = reread(*arguments)
    assert result.code == 0
    width = max(map(len, parser.command_names()))
    for name in parser.command_names():
        assert f"  {name:<{width}} {parser.find(name).SUMMARY}\n" in result.out


def test_every_command_has_help_that_describes_every_option(folder, reread):
    for name in parser.command_names():
        result = reread(name, "--help")
        assert result.code == 0
        command = parser.find(name)
        assert " ".join((command.__doc__ or "").split()[:8]) in " ".join(result.out.split())
        for action in parser.parser_of(name, command)._actions:
            assert action.help, f"{name} {action.dest}"


def test_an_alias_is_the_same_command(folder):
    assert parser.find("lsp") is parser.find("server")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("chek", "no such command: chek. Did you mean 'check'? See `reread --help`."),
        ("frobnicate", "no such command: frobnicate. See `reread --help`."),
        ("--stagd", "no such option: --stagd"),
    ],
)
def test_an_unknown_command_is_one_line_with_a_proposal(folder, reread, name, said):
    result = reread(name)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_options_may_stand_anywhere(folder, reread):
    folder.write("a.py", "take_a_nap(1)\n")
    folder.write("b.py", "take_a_nap(1)\n")
    assert len(reread("check", "a.py", "-q", "b.py").out.splitlines()) == 2


def test_options_are_not_guessed_from_their_beginnings(folder, reread):
    assert reread("check", "--sta").code == 2


def positionals(name: str) -> list[argparse.Action]:
    actions = parser.parser_of(name, parser.find(name))._actions
    return [action for action in actions if not action.option_strings]


@pytest.mark.parametrize("name", [name for name in parser.command_names() if positionals(name)])
def test_two_dashes_end_the_options_of_every_command(folder, name):
    *before, last = positionals(name)
    given = [next(iter(action.choices or ("x",))) for action in before]
    command = parser.find(name)
    if last.choices or last.type:
        with pytest.raises(UsageError, match=r"expected .* got"):
            parser.options_of(name, command, [*given, "--", "-q"])
        return
    options = parser.options_of(name, command, [*given, "--", "-q"])
    value = getattr(options, last.dest)
    assert value == "-q" or value[-1] == "-q"
    assert not getattr(options, "quiet", False)


def test_two_dashes_themselves_can_be_a_name(folder, reread):
    folder.write("--", "take_a_nap(1)\n")
    assert reread("check", "--", "--") == (0, "", "no findings in 1 file\n")
    assert reread("check", "--").err == "no findings in 0 files\n"


def test_what_begins_with_a_dash_and_is_a_file_is_told_of_them(folder, reread):
    folder.write("-x.py", "take_a_nap(1)\n")
    assert reread("check", "-x.py") == (
        2,
        "",
        "reread: no such option: -x.py. File names that begin with a dash go after `--`. See `reread check --help`.\n",
    )
    assert reread("check", "-y.py").err == "reread: no such option: -y.py. See `reread check --help`.\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("check", "--stagd"), "no such option: --stagd. Did you mean '--staged'? See `reread check --help`."),
        (
            ("check", "--stagd=x", "a.py"),
            "no such option: --stagd. Did you mean '--staged'? See `reread check --help`.",
        ),
        (("check", "--qqqqqq"), "no such option: --qqqqqq. See `reread check --help`."),
        (("completions", "bash", "b c"), "unexpected argument: b c. See `reread completions --help`."),
        (
            ("index", "--format", "jsn"),
            "--format: expected text, json; got 'jsn'. Did you mean 'json'? See `reread index --help`.",
        ),
        (("pr", "pst"), "ACTION: expected post, fetch, watch; got 'pst'. Did you mean 'post'? See `reread pr --help`."),
    ],
)
def test_the_nearest_word_is_proposed(reread, given, said):
    assert reread(*given) == (2, "", f"reread: {said}\n")


DASHED = {
    "check": ("check", "-q", "--", "-x.py"),
    "check with others": ("check", "b.py", "-q", "--", "-x.py"),
    "check --staged": ("check", "--staged", "-q", "--", "-x.py"),
    "check --base": ("check", "--base", "HEAD", "-q", "--", "-x.py"),
    "check --hook": ("check", "-q", "--hook", "--", "-x.py", "b.py"),
    "check in a folder": ("check", "-q", "--", "-d"),
    "review": ("review", "--no-model", "-q", "--", "-x.py"),
    "review --staged": ("review", "--staged", "--no-model", "-q", "--", "-x.py"),
    "review --whole": ("review", "--whole", "--no-model", "-q", "--", "-x.py"),
}


@pytest.mark.parametrize("arguments", DASHED.values(), ids=DASHED)
def test_a_file_whose_name_begins_with_a_dash_is_checked(repository, reread, arguments):
    repository.write("b.py", "x = 1\n")
    for name in ("-x.py", "-d/-x.py"):
        repository.write(name, "take_a_nap(1)\n")
    repository.git("add", ".")
    result = reread(*arguments)
    assert result.code == 1
    assert [line.split(":")[0] for line in result.out.splitlines()] == ["-d/-x.py" if "-d" in arguments else "-x.py"]


def test_verdicts_on_a_file_whose_name_begins_with_a_dash(repository, reread):
    repository.write("-x.py", "take_a_nap(1)\n")
    assert reread("feedback", "dismiss", "--reason", "so it is", "--", "-x.py:1").code == 0
    assert "so it is" in reread("feedback", "why", "--", "-x.py:1").out
    assert reread("check", "--", "-x.py").code == 0


def test_a_fix_of_a_file_whose_name_begins_with_a_dash(repository, reread):
    repository.write("-x.py", "old_name(1)\n")
    assert "+++ b/-x.py" in reread("check", "--diff", "--", "-x.py").out
    reread("check", "--fix", "--", "-x.py")
    assert repository.read("-x.py") == b"new_name(1)\n"


def test_a_baseline_of_a_file_whose_name_begins_with_a_dash(repository, reread):
    repository.write("-x.py", "take_a_nap(1)\n")
    reread("baseline", "create")
    assert reread("check").code == 0
    repository.write("-x.py", "take_a_nap(1)\ntake_a_nap(2)\n")
    assert reread("check").code == 1
    assert reread("baseline", "update", "--", "-x.py").code == 0
    assert reread("check").code == 0


def test_rules_and_settings_in_files_whose_names_begin_with_a_dash(folder, reread):
    folder.write("-r.toml", "[rules]\nprofile = 'loud'\n")
    assert "-r.toml" in reread("config", "validate", "--", "-r.toml").err
    folder.write("-rules/house.yaml", folder.read(".reread/rules/house.yaml"))
    folder.write("-rules/house.py", "# ruleid: no-sleep\ntake_a_nap(1)\n")
    assert reread("rules", "test", "--", "-rules").code == 0


def test_a_bug_is_one_line_and_ends_with_2(folder, reread, monkeypatch):
    def broken(arguments):
        raise RuntimeError("something\nodd")

    monkeypatch.setattr(check, "run", broken)
    result = reread("check")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("reread: internal error: RuntimeError: something odd (test_commands.py:")
    assert result.err.count("\n") == 1
    monkeypatch.setenv("REREAD_DEBUG", "1")
    assert "Traceback" in reread("check").err


def test_what_the_system_refuses_is_no_bug(folder, reread, monkeypatch):
    def refused(arguments):
        raise OSError(errno.EACCES, "Permission denied", ".reread")

    def full(arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(check, "run", refused)
    assert reread("check") == (2, "", "reread: .reread: permission denied\n")
    monkeypatch.setattr(check, "run", full)
    assert reread("check") == (2, "", "reread: no space left on device\n")


def test_an_interrupt_ends_with_130(folder, reread, monkeypatch):
    def interrupted(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert reread("check") == (130, "", "reread: interrupted\n")


def test_the_defaults_of_checking_are_those_of_the_settings():
    settings = Settings()
    rules = settings.rules
    assert CheckSettings() == CheckSettings(
        settings.max_file_size,
        settings.exclude,
        rules.enable,
        rules.select,
        rules.ignore,
        rules.paths,
        rules.severity,
    )


def test_the_workspace_is_the_nearest_repository_or_folder_with_settings(repository, tmp_path, monkeypatch):
    deep = repository.write("a/b/c.py", "x = 1\n").parent
    assert workspace.root_of([]) == str(repository.path)
    monkeypatch.chdir(deep)
    assert workspace.root_of([]) == str(repository.path)
    repository.write("a/reread.toml", "")
    assert workspace.root_of([]) == str(repository.path / "a")
    monkeypatch.chdir(tmp_path)
    assert workspace.root_of([str(deep)]) == str(repository.path / "a")


def test_without_any_the_workspace_is_the_current_folder_or_that_of_the_paths(tmp_path, monkeypatch):
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert workspace.root_of([]) == str(tmp_path / "here")
    assert workspace.root_of([str(tmp_path / "there" / "a.py")]) == str(tmp_path / "there")
