"""`reread eval`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from reread.server.evaluation.dataset import folder_of, load
from tests.server.evaluation.scripted import Scripted
from tests.server.evaluation.test_datasets import FILE
from tests.standin import StandIn


@pytest.fixture
def dataset(folder):
    folder.write("set/one.yaml", FILE)
    return folder


def test_without_a_model_it_says_what_to_do(dataset, reread):
    result = reread("eval", "set")
    assert (result.code, result.out) == (2, "")
    assert "no model is set up" in result.err or "OPENAI_API_KEY" in result.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("nowhere",), "no such folder: "),
        (("set", "--set", "review.looks"), "is not KEY=VALUE"),
        (("set", "--set", "review.looks=many"), "review.looks"),
        (("set", "--compare", "review.looks=2", "--against", "x.json"), "cannot be combined"),
        (("set", "--against", "x.json"), "x.json: cannot be read"),
        (("set", "--runs", "0"), "at least 1"),
        (("set", "other"), "unexpected argument: other"),
        (("retrieval", "nowhere"), "no such folder: "),
        (("make", "."), "-o FOLDER"),
        (("make", ".", "-o", "cases"), "needs the command that runs the tests"),
        (("make", ".", "-o", "cases", "--test", "'"), "--test: No closing quotation"),
        (("make", ".", "-o", "cases", "--test", "pytest"), "not in a git repository"),
        (("make", ".", "-o", "set", "--test", "pytest"), "set holds something else"),
        (("make", "a/x", "b/x", "-o", "cases", "--test", "pytest"), "have the same name"),
        (("retrieval", "--format", "html"), "supports the formats text and json"),
        (("retrieval", "set", "-o", "no/such/file"), "no/such/file: cannot be written"),
    ],
)
def test_wrong_use_is_one_line(dataset, reread, monkeypatch, arguments, problem):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-nobodys-key")
    result = reread("eval", *arguments)
    assert result.code == 2
    assert problem in result.err


def test_nothing_is_sent_without_consent(dataset, reread, monkeypatch):
    with StandIn() as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
        planned = reread("eval", "set", "--plan").out.splitlines()
        assert planned[0] == "1 case, 1 review: 1 to request, 0 from the cache"
        usual, most = re.match(r"about ([1-9][\d,]*) tokens, up to ([\d,]+) if much is found", planned[1]).groups()
        assert int(usual.replace(",", "")) < int(most.replace(",", ""))
        result = reread("eval", "set")
        assert (result.code, model.requests) == (3, [])
        assert "nobody has agreed" in result.err


def test_a_plan_beyond_a_limit_says_what_to_do(dataset, reread, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-nobodys-key")
    limited = ("eval", "set", "--plan", "--set")
    said = reread(*limited, "review.tokens-per-day=50").err
    assert "review.tokens-per-day leaves 50 tokens: raise it (--set review.tokens-per-day=N" in said
    assert "review.cost-per-month leaves $0.00" in reread(*limited, "review.cost-per-month=0.000001").err
    assert reread(*limited, "review.tokens-per-day=0").err == ""
    assert reread(*limited, "review.tokens-per-run=50").err == ""


def test_the_plan_of_more_runs_takes_more(dataset, reread, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-nobodys-key")

    def taken(*arguments):
        return int(
            re.search(r"about ([\d,]+) tokens", reread("eval", "set", "--plan", *arguments).out)[1].replace(",", "")
        )

    assert 1.5 * taken() < taken("--runs", "2") <= 2 * taken() < taken("--runs", "4")


def test_golden_is_the_set_that_comes_with_it_and_a_folder_of_that_name_is_a_path(dataset, reread, monkeypatch):
    dataset.write("golden/one.yaml", FILE)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-nobodys-key")
    only = ("--plan", "--only", "python/b*")
    count = len(load(folder_of("golden"), only[-1:]))
    assert reread("eval", "golden", *only).out.startswith(f"{count} case")
    assert reread("eval", "./golden", "--plan").out.startswith("1 case,")


@pytest.mark.skipif(shutil.which("bash") is None, reason="asks bash")
def test_bash_completes_golden_and_folders(dataset, reread):
    dataset.write("gone/x.py", "")
    script = reread("completions", "bash").out
    asked = """
COMP_WORDS=(reread eval go); COMP_CWORD=2
_shtab_reread
printf '%s\\n' "${COMPREPLY[@]}"
"""
    ran = subprocess.run(["bash", "-c", script + asked], capture_output=True, text=True, check=True, cwd=dataset.path)
    assert ran.stdout.split() == ["golden", "gone"]


@pytest.mark.slow
def test_two_settings_are_compared_by_a_worker_and_a_second_run_asks_nothing(dataset, reread, monkeypatch):
    with StandIn() as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
        model.answers(Scripted(load(str(dataset.path / "set"))))
        arguments = ("eval", "set", "--yes", "--compare", "review.looks=2", "--format", "json")
        result = reread(*arguments)
        assert result.code == 0, result.err
        found = json.loads(result.out)
        assert found["first"]["score"]["counts"] == {"found": 1, "wrong": 0, "missed": 0, "repeated": 0}
        assert found["first"]["score"] == found["other"]["score"]
        assert found["difference"]["figures"]["f1"] == {"value": 0.0, "low": 0.0, "high": 0.0}
        asked = len(model.requests)
        assert reread(*arguments).out == result.out
        assert len(model.requests) == asked
        dataset.write("before.json", result.out)
        assert "difference over 1 cases" in reread("eval", "set", "--against", "before.json").out
