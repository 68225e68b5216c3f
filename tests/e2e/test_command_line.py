"""`reread` as a real process: what it imports, how it behaves on a terminal, in a pipe and when interrupted."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.standin import StandIn

REREAD = [sys.executable, "-P", "-m", "reread.server"]
RULES = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: take_a_nap(...)}\n"

NOT_NEEDED_TO_CHECK_A_FILE = [
    "pygls",
    "lsprotocol",
    "chromadb",
    "anthropic",
    "openai",
    "httpx",
    "pydantic",
    "msgspec",
    "rich",
    "pathspec",
    "yaml",
    "diskcache",
    "numpy",
    "tenacity",
    "platformdirs",
    "asyncio",
    "logging",
    "multiprocessing",
    "subprocess",
    "concurrent",
    "dataclasses",
    "inspect",
    "hashlib",
    "shutil",
    "tempfile",
    "tomllib",
    "difflib",
    "importlib.metadata",
    "unicodedata",
    "traceback",
    "urllib",
]


@pytest.fixture
def environment(tmp_path: Path, own_cache: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "LANG")}
    folders = {"HOME": "home", "REREAD_CACHE_DIR": "cache", "REREAD_STATE_DIR": "state"}
    return {**kept, "TERM": "xterm", **{name: str(tmp_path / part) for name, part in folders.items()}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "work"
    (work / ".reread" / "rules").mkdir(parents=True)
    (work / ".reread" / "rules" / "house.yaml").write_text(RULES)
    (work / "a.py").write_text("take_a_nap(1)\n")
    return work


def on_a_terminal(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """The exit code and all that the command writes when its standard streams are a terminal."""
    main, other = pty.openpty()
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=other, stdout=other, stderr=other) as process:
        os.close(other)
        said = b""
        while True:
            try:
                select.select([main], [], [], 300)
                piece = os.read(main, 65_536)
            except OSError:
                break
            if not piece:
                break
            said += piece
        code = process.wait(timeout=300)
    os.close(main)
    return code, said.decode()


@pytest.mark.parametrize("option", ["--no-cache", "--quiet"])
def test_checking_a_file_imports_next_to_nothing(folder, environment, option):
    script = (
        f"import sys; from reread.server.__main__ import run; code = run(['check', {option!r}, 'a.py'])\n"
        "sys.stderr.write('\\n'.join(['MODULES', *sys.modules])); sys.exit(code)"
    )
    command = [sys.executable, "-P", "-c", script]
    shutil.rmtree(environment["REREAD_CACHE_DIR"])
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # the first use of all
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "a.py:1:1: error no-nap" in done.stdout
    imported = set(done.stderr.partition("MODULES\n")[2].splitlines())
    assert ("reread.analyzers.engine.engine" in imported) is (option == "--no-cache")
    assert [name for name in NOT_NEEDED_TO_CHECK_A_FILE if name in imported] == []


def test_colours_on_a_terminal_and_none_when_refused(folder, environment):
    code, said = on_a_terminal([*REREAD, "check", "a.py"], folder, environment)
    assert code == 1
    assert "\x1b[1;31merror\x1b[0m" in said
    for refused in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_a_terminal([*REREAD, "check", "a.py"], folder, {**environment, **refused})[1]
    assert "\x1b" not in on_a_terminal([*REREAD, "check", "--no-color", "a.py"], folder, environment)[1]


def test_a_bar_on_a_terminal_only(folder, environment):
    for number in range(60):
        (folder / f"file{number}.py").write_text("x = 1\n")
    assert "Checking" in on_a_terminal([*REREAD, "check"], folder, environment)[1]
    piped = subprocess.run([*REREAD, "check"], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Checking" not in piped.stderr
    assert "\x1b" not in piped.stdout + piped.stderr


@pytest.mark.slow
def test_a_reader_that_has_seen_enough_is_no_error(folder, environment):
    (folder / "many.py").write_text("take_a_nap(1)\n" * 20_000)
    with subprocess.Popen(
        [*REREAD, "check", "many.py"], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(timeout=300) == 141


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_with_130_and_one_line(folder, environment):
    command = [*REREAD, "check", "--stdin-filename", "slow.py", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=pipe, stderr=pipe) as process:
        assert process.stdin is not None and process.stderr is not None
        # More than a pipe holds: once it is written, the other side is at work.
        process.stdin.write(b"x = 1\n" * 100_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        # A signal between two reads is only heard when the second one ends.
        process.stdin.close()
        assert process.wait(timeout=300) == 130
        assert process.stderr.read() == b"reread: interrupted\n"


def test_version_and_help(folder, environment):
    for option in ("--version", "-V"):
        done = subprocess.run([*REREAD, option], capture_output=True, text=True, check=True, env=environment)
        assert done.stdout.startswith("reread ")
    done = subprocess.run([*REREAD, "--help"], capture_output=True, text=True, check=True, env=environment)
    for command in ("check", "review", "server", "index", "rules", "doctor", "demo"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize("name", ["server", "lsp"])
def test_the_server_ends_when_its_input_does(folder, environment, name):
    done = subprocess.run(
        [*REREAD, name, "--stdio", "--clientProcessId=1"],
        cwd=folder,
        env=environment,
        input=b"",
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.stdout == b""


def test_output_that_is_not_utf_8_loses_no_finding(folder, environment):
    (folder / "ž.py").write_text("take_a_nap('漢')\n")
    done = subprocess.run(
        [*REREAD, "check", "ž.py"],
        cwd=folder,
        env={**environment, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"\\u017e.py:1:1: error no-nap" in done.stdout


def test_modules_of_the_current_folder_are_not_imported(folder, environment):
    for name in ("argparse.py", "tree_sitter.py", "yaml.py"):
        (folder / name).write_text("raise SystemExit('imported')\n")
    done = subprocess.run([*REREAD, "check", "a.py"], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 1


@pytest.mark.slow
def test_a_review_on_a_terminal_shows_what_the_model_writes_as_it_comes(folder, environment):
    def git(*arguments: str) -> None:
        author = {f"GIT_{role}_{what}": "tester" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**environment, **author})

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    (folder / "sum.py").write_text("def total(items):\n    return [items[i] for i in range(len(items) + 1)]\n")
    settings = folder.parent / "settings.toml"
    settings.write_text("[index]\nenable = false\n")
    with StandIn() as model:
        named = {"OLLAMA_HOST": model.url, "REREAD_CONFIG": str(settings)}
        code, said = on_a_terminal([*REREAD, "review"], folder, {**environment, **named})
    assert code == 1
    found = "sum.py: warning Range runs one past the end"
    assert found in said
    assert said.index(found) < said.index("\x1b[1msum.py:2:")


def test_a_real_command_has_the_name_of_the_entry_point():
    program = Path(sys.executable).with_name("reread")
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("reread ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--tcp", "nonsense"], "--tcp: 'nonsense' is not HOST:PORT"),
        (["--tcp", "127.0.0.1:1", "--stdio"], "--stdio and --tcp cannot be combined"),
        (["--tcp", "192.0.2.1:9999"], "--tcp 192.0.2.1:9999: "),
    ],
)
def test_a_server_that_cannot_listen_is_one_line(environment, arguments, said):
    command = [*REREAD, "server", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"reread: {said}")
    assert done.stderr.count("\n") == 1
