"""What no command can do is one line on standard error and exit code 2, and nothing is done before."""

from __future__ import annotations

import io

import pytest

from reread.server.cli import parser

BAD = {
    "ask": [("",), ("--format", "x", "what?")],
    "audit": [("x",), ("--since", "x")],
    "baseline": [(), ("x",), ("update", "none"), ("create", "a.py"), ("prune",)],
    "check": [
        ("none",),
        ("",),
        ("a\nb",),
        ("a.py/b.py",),
        ("-",),
        ("--base", "none"),
        ("--config", "none.toml"),
        ("--import", "none"),
        ("--import", "a.py"),
        ("--baseline", "none"),
        ("--baseline", "a.py"),
        ("--output-file", "folder"),
        ("--output-file", "none/x"),
        ("--max-findings", "-1"),
        ("--rounds", "0"),
        ("--fail-on", "loud"),
        ("--gate", "x"),
        ("--gate", "health:core>=Z"),
        ("--rules", "none"),
        ("--select", "none"),
        ("--ignore", "none"),
        ("--fix", "--diff"),
        ("--shard", "3/2"),
        ("--shard", "1/2", "--fix"),
    ],
    "completions": [("x",), ()],
    "config": [("x",), ("validate", "none"), ("validate", "folder"), ("show", "a.py")],
    "consent": [("x",)],
    "context": [(), ("a.py",), ("a.py:0",), ("a.py:99",), ("none:1",), ("a.py:1", "--staged")],
    "demo": [("a.py",), ("folder",)],
    "doctor": [("x",), ("--config", "none")],
    "eval": [("none",), ("a.py",), (".git",)],
    "feedback": [
        ("dismiss",),
        ("dismiss", "a.py:99"),
        ("dismiss", "x"),
        ("undo", "x"),
        ("why", "a.py"),
        ("list", "x"),
        ("export", "x"),
        ("x",),
    ],
    "forget": [(".", "x"), ("--x",)],
    "history": [("x",), ("gone", "x")],
    "hook": [()],
    "index": [("none",), ("a.py",), ("--pause", "--status")],
    "init": [("none",), ("a.py",)],
    "logs": [("x",)],
    "mcp": [("x",)],
    "merge": [(), ("none",), ("a.py",), ("folder",)],
    "message": [(), ("x",)],
    "pr": [(), ("x",), ("post", "x"), ("post", "1")],
    "report": [("--gate", "x"), ("--output-file", "none/x"), ("--output-file", "folder"), ("--format", "x")],
    "review": [("none",), ("",), ("--base", "none"), ("--budget", "x"), ("--budget", "-1"), ("--budget", "nan")],
    "rules": [
        (),
        ("x",),
        ("explain",),
        ("explain", "none"),
        ("new",),
        ("new", "a b/../c"),
        ("test", "none"),
        ("bench", "none"),
        ("docs",),
        ("docs", "a.py"),
        ("list", "x"),
        ("schema", "x"),
    ],
    "search": [(), ("",), ("--limit", "0", "x"), ("--source", "x", "y")],
    "server": [("x",)],
    "setup": [("x",), ("--remove", "x")],
    "stats": [("x",), ("--format", "x")],
    "suggest-test": [(), ("x",), ("a.py:99",)],
    "summary": [("none",), ("a..b",)],
}


@pytest.mark.parametrize(
    "arguments", [(name, *each) for name, cases in BAD.items() for each in cases], ids=lambda given: " ".join(given)
)
def test_it_is_one_line(repository, reread, monkeypatch, arguments):
    repository.write("a.py", "x = 1\n")
    repository.write("folder/b.py", "x = 1\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    result = reread(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("reread: ")
    assert result.err.count("\n") == 1
    assert "internal error" not in result.err


def test_every_command_is_asked():
    assert BAD.keys() == set(parser.command_names())
