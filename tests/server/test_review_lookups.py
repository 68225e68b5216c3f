"""What a model may look up: definitions, callers, lines, words and history, of nothing that a review may not show."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.review.ask.evidence import Inquiry
from reread.analyzers.review.privacy.pii import NOTHING
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.settings import ReviewSettings
from reread.rag.workspace_index import WorkspaceIndex
from reread.server.report.review import ReviewDocument
from reread.server.review import lookups
from reread.server.review.gathering import Gathering
from reread.server.review.reading import Readable
from reread.server.settings import Settings

MARK = "CANARY"
"""In every text that may not be shown."""

FILES = {
    "shop/money.py": "def parse_money(text):\n    amount, currency = text.split()\n    return amount, currency\n",
    "shop/invoice.py": "from shop.money import parse_money\n\n\ndef total(lines):\n    return parse_money(lines[0])\n",
    "secret/plan.py": f"def hidden_plan():\n    return '{MARK} parse_money'\n\n\ndef total():\n    return parse_money()\n",
    "vendor/x.py": f"def vendored():\n    '{MARK}'\n    return parse_money('')\n",
    ".rereadignore": "secret/\n",
    ".gitignore": ".env\nbuild/\n",
    ".env": f"TOKEN={MARK}\n",
    "build/out.py": f"def built():\n    return '{MARK}'\n",
}
OPTIONS = Settings(review=ReviewSettings(exclude=("vendor/",), lookups=8, lookup_tokens=4_000))


def git(folder, *arguments):
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A repository with files that may be shown and files that may not, its index, and what a review looks up there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REREAD_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        folder = tmp_path_factory.mktemp("shop")
        outside = tmp_path_factory.mktemp("outside") / "keys.py"
        outside.write_text(f"KEYS = '{MARK}'\n")
        for name, text in FILES.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        os.symlink(outside, folder / "shop" / "link.py")
        git(folder, "init", "-q")
        git(folder, "config", "user.name", "someone")
        git(folder, "config", "user.email", "s@example.org")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "Read amounts\n\nThe bank sends them so.")
        index = WorkspaceIndex(str(folder))
        index.run()
        yield folder, Gathering(OPTIONS, str(folder), Readable(OPTIONS, str(folder), ()), lambda: index)
        index.close()


def asked(shop, lookup: str, **arguments) -> str:
    return Inquiry(shop[1].evidence(Redactor(), NOTHING)).result(lookup, json.dumps(arguments))


def test_a_definition_is_found_by_its_name(shop):
    shown = asked(shop, "definition", name="parse_money")
    assert 'path="shop/money.py" line="1"' in shown and "return amount, currency" in shown


def test_callers_are_shown_with_the_lines_around_the_call(shop):
    shown = asked(shop, "callers", name="parse_money")
    assert "def total(lines):\n    return parse_money(lines[0])" in shown


def test_lines_of_a_file_can_be_read(shop):
    assert "    return parse_money(lines[0])" in asked(shop, "lines", path="shop/invoice.py", first=5, last=5)
    assert asked(shop, "lines", path="shop/invoice.py", first=50, last=60) == "The file has 6 lines."


def test_the_workspace_can_be_searched(shop):
    assert 'path="shop/money.py"' in asked(shop, "search", words="amount currency")


def test_the_history_of_lines_says_when_and_why_but_not_who(shop):
    shown = asked(shop, "history", path="shop/money.py", first=2, last=2)
    assert "Read amounts" in shown and "The bank sends them so." in shown and "(lines 2 to 2)" in shown
    assert "someone" not in shown


def test_lines_that_are_in_no_commit_have_no_history(shop):
    folder, _ = shop
    text = "import x\n" + FILES["shop/money.py"]
    document = ReviewDocument("file:///m", str(folder / "shop/money.py"), "shop/money.py", "python", text)
    readable = Readable(OPTIONS, str(folder), (document,))
    inquiry = Inquiry(Gathering(OPTIONS, str(folder), readable, None).evidence(Redactor(), NOTHING))
    assert inquiry.result("history", '{"path": "shop/money.py", "first": 1, "last": 1}') == "Nothing was found."
    assert "(lines 3 to 3)" in inquiry.result("history", '{"path": "shop/money.py", "first": 3, "last": 3}')


def test_what_is_under_review_is_shown_as_it_is_reviewed(shop):
    folder, _ = shop
    document = ReviewDocument("file:///m", "", "shop/money.py", "python", "def staged():\n    return 1\n")
    gathering = Gathering(OPTIONS, str(folder), Readable(OPTIONS, str(folder), (document,)), None)
    inquiry = Inquiry(gathering.evidence(Redactor(), NOTHING))
    assert "def staged():" in inquiry.result("lines", '{"path": "shop/money.py", "first": 1, "last": 2}')
    assert "no index" in inquiry.result("definition", '{"name": "staged"}')


@pytest.mark.parametrize("name", lookups.names())
def test_arguments_that_do_not_fit_are_answered_in_one_line(shop, name):
    for arguments in ("", "[]", "{", '{"first": -1}', '{"name": 5, "words": [], "path": {}}', "[" * 5_000):
        shown = Inquiry(shop[1].evidence(Redactor(), NOTHING)).result(name, arguments)
        assert shown.startswith(f"{name}: ") and "\n" not in shown


@pytest.mark.parametrize("path", ["secret/plan.py", "vendor/x.py", ".env", "build/out.py", "shop/link.py", "no.py"])
def test_what_a_review_may_not_show_is_as_if_it_were_not_there(shop, path):
    for variant in (path, f"./{path}", path.replace("/", "\\")):
        assert asked(shop, "lines", path=variant, first=1, last=9) == "There is no such file that can be shown."
        assert asked(shop, "history", path=variant, first=1, last=9) == "There is no such file that can be shown."


PATHS = st.sampled_from([*FILES, "shop/link.py", "/etc/passwd", ".git/config", "~/.ssh/id_rsa", ""])
DETOURS = st.sampled_from(
    ["", "./", "../shop/", "shop/../", "shop/./../", "//", "/", "\\", "secret/../", "%2e%2e/", "\0"]
)
WORDS = st.one_of(st.sampled_from([MARK, "hidden_plan", "vendored", "built", "total", "KEYS", "TOKEN", "*"]), st.text())
CALLS = st.one_of(
    st.tuples(st.sampled_from(["lines", "history"]), st.fixed_dictionaries(
        {"path": st.builds(str.__add__, DETOURS, PATHS), "first": st.integers(-1, 9), "last": st.integers(-1, 2**70)}
    )),
    st.tuples(st.sampled_from(["definition", "callers"]), st.fixed_dictionaries({"name": WORDS})),
    st.tuples(st.just("search"), st.fixed_dictionaries({"words": WORDS})),
    st.tuples(st.text(max_size=9), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2)),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(calls=st.lists(CALLS, min_size=5, max_size=5))
def test_no_call_gets_what_a_review_may_not_show(shop, calls):
    inquiry = Inquiry(shop[1].evidence(Redactor(), NOTHING))
    for name, arguments in calls:
        # What it asked for may come back in a complaint; what stands in files may not.
        shown = inquiry.result(name, json.dumps(arguments)).replace(json.dumps(arguments), "")
        assert MARK not in shown
    assert {piece.path for piece in inquiry.shown} <= {
        "shop/money.py",
        "shop/invoice.py",
        ".rereadignore",
        ".gitignore",
    }
