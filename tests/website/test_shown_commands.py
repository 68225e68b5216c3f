"""Each command that documentation shows runs, or says why it does not; each option that it names exists."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from reread.server.cli import parser
from tests.standin import StandIn
from tests.website.shown import PAGES, ROOT, blocks

SHOWN = [
    block for path in PAGES for block in blocks(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
]
RUN = {
    page: [block for block in SHOWN if block.page == page and not block.reason]
    for page in dict.fromkeys(b.page for b in SHOWN)
}

APP = """# Totals.
def total(items):
    return sum(items)


def main():
    print(total([1, 2]))


def shown(items):
    result = []
    for index in range(len(items) + 1):
        result.append(items[index])
    return result
"""
SAMPLE = {"src/app.py": APP, "description.md": "Totals are rounded.\n", "message.txt": "Round totals\n"}

HISTORY = """
git init --quiet -b main
git add . && git commit --quiet -m "First version"
git update-ref refs/remotes/origin/main HEAD && git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
sed -i 's/sum(items)/sum(items) + 1/' src/app.py && git commit --quiet -am "Count one more"
sed -i 's/+ 1/+ 2/' src/app.py && git add .
"""

# Findings are no failure of a command that shows how to find some; wrong use and bugs are.
PRELUDE = """
set -e
reread() {
  local code=0
  command reread "$@" || code=$?
  case $code in 0|1|3) return 0;; *) echo "reread $*: exit code $code" >&2; exit 97;; esac
}
"""


@pytest.fixture(scope="module")
def model():
    with StandIn() as standin:
        yield standin


@pytest.fixture
def environment(tmp_path, own_cache, model):
    """A user with a model on this machine, and nothing else of whoever runs the tests."""
    folders = {"HOME": "home", "REREAD_CACHE_DIR": "cache", "REREAD_STATE_DIR": "state"}
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config.toml").write_text("[index]\nenable = false\n")
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "REREAD_CONFIG": str(tmp_path / "home" / "config.toml"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "OLLAMA_HOST": model.url,
        "LANG": "C.UTF-8",
        **who,
        **{name: str(tmp_path / part) for name, part in folders.items()},
    }


@pytest.fixture
def repository(tmp_path, environment):
    """A repository with a commit that is not on its remote, and something staged."""
    folder = tmp_path / "repository"
    for name, text in SAMPLE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    subprocess.run(["bash", "-ec", HISTORY], cwd=folder, env=environment, check=True)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page, found in RUN.items() if found])
def test_the_commands_of_a_page_run(page, repository, environment):
    script = PRELUDE + "".join(f"# {block.page}:{block.line}\n{block.script}" for block in RUN[page])
    done = subprocess.run(
        ["bash", "-c", script, page, "message.txt"],
        cwd=repository,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    assert "internal error" not in done.stderr


def test_what_is_not_run_has_a_reason():
    reasons = [block.reason for block in SHOWN if block.reason]
    assert all(len(reason.split()) > 2 for reason in reasons)
    assert len(reasons) < len(SHOWN)


_SHOWN_USE = re.compile(r"(?<!@)\breread ((?:[a-z][a-z-]*)(?: [^`\n#|&;<>]*)?)")


def uses(text):
    """What `reread` is given in code of a page, word by word."""
    code = re.findall(r"^ *```(?:sh|bash|console)\n(.*?)^ *```$|(?<!`)`([^`\n]+)`(?!`)", text, re.M | re.S)
    for found in _SHOWN_USE.findall("\n".join(block or span for block, span in code)):
        try:
            yield shlex.split(found)
        except ValueError:
            continue


def unknown(words):
    """The command, or options of it, that there are not."""
    name, *rest = words
    if name not in (*parser.command_names(), *parser.ALIASES, "setup"):
        return [name]
    known = {
        option
        for action in parser.parser_of(name, parser.find(name))._actions
        if not isinstance(action, argparse._SubParsersAction)
        for option in action.option_strings
    }
    given = (word.strip("[](),.").partition("=")[0] for word in rest)
    return [f"{name} {word}" for word in given if re.fullmatch(r"--[a-z][a-z-]+", word) and word not in known]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_and_options_that_are_named_exist(path):
    text = path.read_text(encoding="utf-8")
    assert [wrong for words in uses(text) for wrong in unknown(words)] == []


def test_an_option_that_does_not_exist_is_seen():
    words = list(uses("`reread check --gone` and\n```sh\nreread nothing\n```\n"))
    assert sorted(wrong for each in words for wrong in unknown(each)) == ["check --gone", "nothing"]


def test_blocks_have_their_commands_line_and_reason():
    text = "a\n```console\n$ one\nsaid\n$ two\n```\n\n<!-- not run: it takes long -->\n```sh\nthree\n```\n"
    first, second = blocks("p.md", text)
    assert (first.line, first.script, first.reason) == (2, "one\ntwo\n", "")
    assert (second.script, second.reason) == ("three\n", "it takes long")


@pytest.mark.parametrize("block", [each for each in SHOWN if each.reason], ids=lambda each: f"{each.page}:{each.line}")
def test_what_is_not_run_names_targets_and_files_that_there_are(block):
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"^make ([a-z-]+)", block.script, re.M)) <= targets
    files = re.findall(r"(?:^| )((?:analyzers|editors|docs|tests)/[\w./-]+)", block.script)
    assert [name for name in files if not (ROOT / name).exists()] == []
