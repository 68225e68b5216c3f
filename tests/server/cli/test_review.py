"""`reread review`, with the real worker process and the real client libraries against a model on loopback."""

from __future__ import annotations

import asyncio
import io
import json
import os
from collections.abc import Iterator

import pytest

from tests.standin import Fault, Reply, StandIn
from tests.standin.reviewer import sections

GOOD = "def total(items):\n    result = 0\n    for index in range(len(items)):\n        result += items[index]\n    return result\n"
BAD = GOOD.replace("len(items)", "len(items) + 1")
SAID = "a.py:3:5: warning model/off-by-one Range runs one past the end"


ALONE = "[review]\ntokens-per-run = 8000\nconcurrency = 1\nparts-per-request = 1\n"


# A rule says it too, and here the model is to be heard.
SETTINGS = '[rules]\nignore = ["py/loop-past-end", "undefined-name"]\n'


@pytest.fixture(autouse=True)
def settings(nothing_from_outside, monkeypatch, tmp_path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(SETTINGS)
    monkeypatch.setenv("REREAD_CONFIG", str(path))


@pytest.fixture(scope="module")
def provider() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


@pytest.fixture
def model(provider, monkeypatch, tmp_path) -> StandIn:
    """The provider that is set up: the one without a library of its own, and without the index. Importing either
    takes longer than all the rest."""
    provider.reset()
    (tmp_path / "settings.toml").write_text(f"{SETTINGS}[index]\nenable = false\n")
    monkeypatch.setenv("OLLAMA_HOST", provider.url)
    return provider


@pytest.fixture
def changed(repository):
    """A repository whose last commit is right and whose file on disk is wrong."""
    repository.write("a.py", GOOD)
    repository.commit()
    repository.write("a.py", BAD)
    return repository


def test_by_default_what_is_not_committed_is_reviewed(changed, reread, model):
    result = reread("review")
    assert result.code == 1
    assert result.out.startswith(SAID)
    assert "    for index in range(len(items) + 1):" in model.requests[0].prompt


def test_it_says_first_what_is_sent_to_whom_and_last_what_it_cost(changed, reread, model):
    lines = reread("review").err.splitlines()
    assert lines[0].startswith("reread: reviewing uncommitted changes in 1 file: 1 changed part in 1 request, about ")
    assert "model review: ollama, " in lines[0]
    assert f" at {model.url}" in lines[0]
    assert lines[-1].startswith("reread: model: 1 finding in 1 part; ")
    assert " tokens, " in lines[-1]


def test_quiet_says_one_line_when_the_provider_is_down(changed, reread, monkeypatch, model):
    model.always(Reply(status=401))
    result = reread("review", "-q")
    assert result.code == 3
    assert result.out == ""
    assert result.err.splitlines() == ["reread: incomplete: ollama: the key is not accepted: told to fail"]


@pytest.mark.slow
def test_the_price_is_said_even_quietly_where_it_is_over_a_tenth_of_a_limit(changed, reread, model, tmp_path):
    (tmp_path / "settings.toml").write_text(f"{SETTINGS}[index]\nenable = false\n[review]\ntokens-per-run = 20000\n")
    [told] = reread("review", "-q").err.splitlines()
    assert told.startswith("reread: this review takes about ") and told.endswith("% of review.tokens-per-run")


def test_of_whole_files_what_changed_is_asked_about_first(changed, reread, model):
    before = "def first(items):\n    return items[0] / len(items)\n\n\n"
    changed.write("a.py", before + GOOD)
    changed.commit()
    changed.write("a.py", before + BAD)
    plan = json.loads(reread("review", "--whole", "a.py", "--plan", "--format", "json").out)
    assert [unit["name"] for unit in plan["units"]] == ["total", "first"]


def test_staged_content_is_reviewed_and_not_what_is_on_disk(changed, reread, model):
    changed.git("add", "a.py")
    changed.write("a.py", GOOD)
    assert reread("review", "--staged").out.startswith(SAID)
    changed.git("add", "a.py")
    model.reset()
    assert reread("review", "--staged").code == 0
    assert model.requests == []


def test_a_branch_is_reviewed_from_where_it_left_its_base(changed, reread, model):
    changed.git("branch", "base")
    changed.commit()
    assert reread("review", "--base", "base").out.startswith(SAID)
    assert reread("review", "--base", "HEAD").err.startswith("reread: nothing to review: no changes since HEAD\n")
    assert reread("review", "--base", "nowhere").err == (
        "reread: 'nowhere' is no commit that this branch shares history with\n"
    )


KEY = "AKIA" + "JAJSLTZCAZ4SRI5Q"


@pytest.fixture
def branch(changed):
    """A branch with a commit that its base does not have."""
    changed.git("branch", "base")
    changed.write("b.py", f'client = connect("{KEY}")\n')
    changed.commit()
    return changed


def summaries(model: StandIn) -> list[str]:
    return [each.prompt for each in model.requests if each.prompt.endswith("Summarise the change.")]


@pytest.mark.slow
def test_a_branch_ends_with_a_summary_by_the_model_without_secrets(branch, reread, model):
    plan = reread("review", "--base", "base", "--plan")
    assert "the summary of the change" in plan.out
    conclusion = json.loads(reread("review", "--base", "base", "--format", "json").out)["conclusion"]
    assert {path for each in conclusion["summary"]["concerns"] for path in each["paths"]} == {"a.py", "b.py"}
    assert conclusion["verdict"] == "comment"
    [prompt] = summaries(model)
    assert KEY not in prompt and "+client = connect(" in prompt
    asked = len(model.requests)
    assert json.loads(reread("review", "--base", "base", "--format", "json").out)["conclusion"] == conclusion
    assert len(model.requests) == asked, "the answer is not kept"


def test_a_review_that_its_limit_ends_has_no_summary(branch, reread, model, tmp_path):
    (tmp_path / "settings.toml").write_text(f"{SETTINGS}[index]\nenable = false\n[review]\ntokens-per-run = 1\n")
    conclusion = json.loads(reread("review", "--base", "base", "--format", "json").out)["conclusion"]
    assert (conclusion["summary"], summaries(model)) == (None, [])


def test_of_changes_that_are_no_branch_no_summary_is_asked_for(branch, reread, model):
    branch.write("a.py", GOOD)
    reread("review")
    reread("review", "--base", "base", "--no-model")
    assert summaries(model) == []


def test_of_a_folder_the_model_reads_the_code_alone(repository, reread, model):
    repository.write("a.py", BAD)
    repository.write("README.md", "# Title\n")
    result = reread("review", "--whole", ".")
    assert (result.code, result.out.startswith(SAID)) == (1, True)
    assert all("# Title" not in request.prompt for request in model.requests)


def test_secrets_are_found_in_changed_files_of_any_language(repository, reread, model):
    repository.write("deploy.env", "AWS_ACCESS_KEY_ID=AKIA" + "JAJSLTZCAZ4SRI5Q\n")
    result = reread("review")
    assert (result.code, "deploy.env:1:19: warning any/secret-token" in result.out) == (1, True)
    assert "nothing to review: no code in the uncommitted changes" in result.err
    assert model.requests == []


def test_whole_files_are_reviewed_when_asked_for(repository, reread, model):
    repository.write("a.py", BAD)
    repository.commit()
    assert reread("review", "a.py").code == 0
    result = reread("review", "--whole", "a.py")
    assert result.out.startswith(SAID)
    assert "reread: reviewing 1 file: 1 part in 1 request, " in result.err


def test_rules_and_model_speak_in_one_report(changed, reread, model):
    changed.write("a.py", "take_a_nap(1)\n" + BAD + "old_name(1)\n")
    result = reread("review", "--format", "json")
    findings = json.loads(result.out)["findings"]
    assert [(finding["rule"], finding["source"], finding["start"]["line"]) for finding in findings] == [
        ("no-sleep", "rule", 1),
        ("model/off-by-one", "model", 4),
        ("old-name", "rule", 7),
    ]
    assert all(finding["fingerprint"] for finding in findings)
    assert [fix["generated"] for finding in findings if finding["source"] == "model" for fix in finding["fixes"]] == [
        True
    ]


def test_what_a_rule_says_the_model_need_not_say_again(changed, reread, model):
    said = {
        "unit": 1,
        "title": "Sleeps",
        "message": "It sleeps.",
        "severity": "warning",
        "confidence": 0.95,
        "why": "w",
    }
    sleeping = {**said, "category": "sleep-in-loop", "quote": "    take_a_nap(items)"}
    late = {**said, "category": "wrong-order", "quote": "    take_a_nap(items)"}
    model.always(Reply(kind="review", findings=[sleeping, late]))
    changed.write("a.py", GOOD + "\n\ndef rest(items):\n    take_a_nap(items)\n    return items\n")
    findings = json.loads(reread("review", "--format", "json").out)["findings"]
    assert sorted(finding["rule"] for finding in findings) == ["model/wrong-order", "no-sleep"]


def test_the_second_time_nothing_is_asked_and_the_answer_is_the_same(changed, reread, model):
    first = reread("review", "--format", "json")
    asked = len(model.requests)
    second = reread("review", "--format", "json")
    assert second.out == first.out
    assert len(model.requests) == asked
    assert "1 changed part, 1 of them answered from the cache; model review: " in second.err
    assert "1 from the cache; 0 tokens, $0.0000" in second.err


def test_without_a_provider_it_is_incomplete_and_the_rules_still_speak(changed, reread):
    changed.write("a.py", BAD + "doubtful(1)\n")
    result = reread("review")
    assert result.code == 3
    assert result.out.startswith("a.py:6:1: info doubtful ")
    assert (
        "incomplete: the model review did not run: no provider is set up; set ANTHROPIC_API_KEY or OPENAI_API_KEY"
        in result.err
    )
    assert reread("review", "--exit-zero").code == 3
    assert json.loads(reread("review", "--format", "json").out)["incomplete"].startswith(
        "the model review did not run: no provider"
    )


@pytest.mark.parametrize("option", ["--no-model", "--offline"])
def test_without_the_model_rules_alone_review(changed, reread, model, option):
    result = reread("review", option)
    assert (result.code, result.out, model.requests) == (0, "", [])


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=401), "key"),
        (Reply(fault=Fault.CUT), ""),
        (Reply(text="I am not JSON"), ""),
    ],
)
def test_a_model_that_does_not_answer_makes_it_incomplete(changed, reread, model, reply, reason):
    model.always(reply)
    result = reread("review")
    model.always(Reply())
    assert result.code == 3
    assert "incomplete: " in result.err
    assert reason in result.err
    assert "Traceback" not in result.err


def test_a_budget_stops_before_it_is_spent(changed, reread, model):
    changed.write("mine.toml", f"{SETTINGS}[review]\ntokens-per-run = 10\n")
    result = reread("review", "a.py", "--config", "mine.toml")
    assert (result.code, model.requests) == (3, [])


def test_provider_and_model_can_be_chosen(changed, reread, model, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
    result = reread("review", "--provider", "openai", "--model", "my-model", "--yes")
    assert "openai, my-model" in result.err
    assert model.requests[0].json["model"] == "my-model"
    assert result.out.startswith(SAID)


@pytest.fixture
def remote(model, monkeypatch) -> StandIn:
    """A provider of another kind, which code would leave this machine for."""
    monkeypatch.delenv("OLLAMA_HOST")
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
    return model


def test_without_consent_nothing_is_sent_and_the_message_says_so(changed, reread, remote):
    result = reread("review")
    assert (result.code, remote.requests) == (3, [])
    assert f"incomplete: nothing was sent to openai (127.0.0.1:{remote.port}): nobody has agreed to it" in result.err
    assert "`--yes` or REREAD_CONSENT=1" in result.err


@pytest.mark.slow
def test_a_script_agrees_for_one_run_by_option_or_variable(changed, reread, remote, monkeypatch):
    assert reread("review", "--yes").out.startswith(SAID)
    assert reread("review").code == 3
    monkeypatch.setenv("REREAD_CONSENT", "1")
    assert reread("review").out.startswith(SAID)


def test_what_was_refused_is_not_sent(changed, reread, remote):
    reread("consent", "refuse")
    result = reread("review")
    assert (result.code, remote.requests) == (3, [])
    assert "it was refused for this workspace (`reread consent allow`" in result.err


class Terminal(io.StringIO):
    """A terminal where somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "sent", "later"),
    [("y\n", True, 0), ("once\n", True, 3), ("n\n", False, 3), ("\n", False, 3), ("", False, 3)],
)
def test_on_a_terminal_a_person_is_asked(changed, reread, remote, monkeypatch, typed, sent, later):
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    result = reread("review", "-q")
    assert "May changed code of " in result.err
    assert bool(remote.requests) == sent
    monkeypatch.setattr("sys.stdin", io.StringIO())
    remote.reset()
    assert reread("review", "--exit-zero").code == later


def test_a_plan_says_what_would_be_sent_and_sends_nothing(changed, reread, remote):
    changed.write("b.py", GOOD.replace("total", "other"))
    changed.write("c.py", "X = 1  # one\n")
    changed.git("add", "c.py")
    changed.git("commit", "--quiet", "--message", "c")
    changed.write("c.py", "X = 1  # first\n")
    result = reread("review", "--plan", "--model", "gpt-5-mini")
    lines = result.out.splitlines()
    assert (result.code, remote.requests) == (0, [])
    assert [line.split()[:4] for line in lines[1:3]] == [["a.py", "total", "1-5", "1"], ["b.py", "other", "1-5", "1"]]
    assert lines[3].split("  ")[0].strip() == "the change as a whole"
    assert lines[-3].startswith("uncommitted changes: 2 to ask in 2 requests; about ")
    assert "  c.py: only comments or formatting changed" in lines
    assert lines[-1] == f"recipient: openai (127.0.0.1:{remote.port})"


@pytest.mark.slow
def test_the_model_is_told_why_the_change_was_made(changed, reread, model, tmp_path):
    """The message without git's comments, the branch, and every file of the change, in one look at all of it."""
    changed.write("b.py", GOOD.replace("total", "other"))
    changed.write("notes.md", "# Notes\n")
    changed.git("add", "--all")
    changed.git("checkout", "--quiet", "-b", "sum-of-orders")
    draft = tmp_path / "COMMIT_EDITMSG"
    draft.write_text("Sum the orders\n# Please enter a message\n# ---------- >8 ----------\ndiff --git secret\n")
    (tmp_path / "issue.md").write_text("Orders are not summed (issue 7)")
    options = ("--message-file", str(draft), "--intent", str(tmp_path / "issue.md"))
    plan = reread("review", "--staged", "--plan", *options).out
    assert "  commit message: Sum the orders\n  description: Orders are not summed (issue 7)\n" in plan
    reread("review", "--staged", *options)
    sent = json.loads(reread("audit", "--format", "json").out)["requests"]
    assert {(*each["intent"],) for each in sent if each["kind"] == "change"} == {
        ("commit message", "description", "branch")
    }
    assert "Sum the orders" not in reread("audit", "-v").out
    [asked] = [dict(sections(request.prompt)) for request in model.requests if request.kind == "change"]
    assert asked["FILES"] == "changed a.py\nnew b.py\nnew notes.md"
    assert asked["INTENT"] == "sum-of-orders"
    assert "diff --git" not in plan


def test_the_commits_since_the_base_are_part_of_the_intent(changed, reread, model):
    changed.git("branch", "released")
    changed.git("commit", "--quiet", "--all", "--message", "Sum in one go")
    assert "  commits: Sum in one go" in reread("review", "--base", "released", "--plan").out


def test_a_plan_names_the_guidance_files_that_are_shown(changed, reread, model, tmp_path):
    (tmp_path / "settings.toml").write_text(SETTINGS)
    changed.write("AGENTS.md", "# Rules\n\nSay why in comments.\n")
    assert "guidance:\n  AGENTS.md:1-3\n" in reread("review", "--plan").out


@pytest.mark.parametrize("option", ["--message-file", "--intent"])
@pytest.mark.parametrize(("name", "reason"), [("nosuch", "no such file or directory"), (".", "not a regular file")])
def test_a_text_about_the_change_that_cannot_be_read_is_named_with_its_option(
    changed, reread, model, option, name, reason
):
    result = reread("review", option, name)
    assert (result.code, result.err, model.requests) == (2, f"reread: {option} {name}: {reason}\n", [])


def test_a_message_and_a_file_with_one_are_not_taken_together(changed, reread, model):
    result = reread("review", "--message", "Sum", "--message-file", "nosuch")
    assert (result.code, model.requests) == (2, [])
    assert "--message-file: not allowed with argument --message" in result.err


def test_names_of_files_that_never_leave_are_not_in_the_list_of_files(changed, reread, model):
    changed.write(".rereadignore", "customers.csv\n")
    changed.write("customers.csv", "name\n")
    changed.write("b.py", GOOD.replace("total", "other"))
    reread("review")
    [asked] = [dict(sections(request.prompt)) for request in model.requests if request.kind == "change"]
    assert asked["FILES"] == "new .rereadignore\nchanged a.py\nnew b.py"


@pytest.mark.slow
def test_a_thorough_review_looks_three_times_and_says_the_price_before(changed, reread, model):
    once = json.loads(reread("review", "--plan", "--format", "json").out)["tokens"]
    thrice = json.loads(reread("review", "--plan", "--thorough", "--format", "json").out)["tokens"]
    assert 2 * once < thrice < 3 * once
    assert reread("review", "--thorough").code == 1
    assert len(model.reviews) == 3


@pytest.mark.slow
def test_a_plan_as_json(changed, reread, remote):
    data = json.loads(reread("review", "--plan", "--format", "json").out)
    assert [(unit["path"], unit["name"], unit["fate"]) for unit in data["units"]] == [("a.py", "total", "ask")]
    assert data["tokens"] == data["units"][0]["tokens"] > 300
    assert data["cost"] > 0 and data["list_price"], "the model is known, the endpoint is another one"
    assert (data["runs"], data["limit"]) == (1, "")
    assert reread("review", "--plan", "--format", "sarif").code == 2


@pytest.mark.slow
def test_a_plan_knows_what_the_cache_will_answer(changed, reread, model):
    reread("review")
    model.reset()
    result = reread("review", "--plan")
    assert "from the cache" in result.out
    assert result.out.splitlines()[-2] == "uncommitted changes: 1 from the cache"
    assert model.requests == []


@pytest.mark.slow
def test_a_plan_knows_what_the_small_model_passed(changed, reread, model, tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text(f"{settings.read_text()}[review]\ntriage = 'on'\n")
    model.always(Reply(kind="triage", text='{"units": [{"unit": 1, "reason": "r", "review": false}]}'))
    assert "1 skipped by the small model" in reread("review").err
    assert reread("review", "--plan").out.splitlines()[-2] == "uncommitted changes: 1 from the cache"


@pytest.mark.slow
def test_a_plan_by_rules_with_a_problem_says_so(changed, reread, remote):
    changed.write("bad.yaml", "rules: [{id: a}]")
    result = reread("review", "--plan", "--rules", "bad.yaml")
    assert result.code == 3
    assert "bad.yaml" in result.err


def test_a_rule_that_cannot_run_makes_a_review_incomplete_as_it_does_a_check(changed, reread):
    changed.write("bad.yaml", "rules: [{id: a}]")
    codes = [
        reread(command, "--rules", "bad.yaml", *more).code for command, *more in (["review", "--no-model"], ["check"])
    ]
    assert codes == [3, 3]


def test_a_plan_of_no_change_is_empty(repository, reread, model):
    assert reread("review", "--plan").out == "uncommitted changes: nothing to send\n"


@pytest.mark.slow
def test_a_large_change_is_cut_into_runs_that_go_on_where_the_last_one_stopped(changed, reread, model):
    for number in range(4):
        changed.write(f"part{number}.py", GOOD.replace("total", f"part_{number}"))
    changed.write("mine.toml", f"{SETTINGS}[index]\nenable = false\n{ALONE}")
    changed.git("add", "--all")
    options = ("--staged", "--config", "mine.toml")
    data = json.loads(reread("review", "--plan", "--format", "json", *options).out)
    fates = [unit["fate"] for unit in data["units"]]
    assert fates == sorted(fates)
    assert data["limit"] == "review.tokens-per-run"
    first = reread("review", *options)
    assert "deferred to" in first.err
    assert "by review.tokens-per-run" in first.err
    asked = len(model.requests)
    for _ in range(data["runs"] + 2):
        last = reread("review", *options)
    assert last.code == 1
    assert len(model.requests) > asked
    assert len({request.prompt for request in model.requests}) == len(model.requests)


def test_what_moved_between_files_is_not_asked_about(changed, reread, model):
    changed.write("a.py", GOOD)
    changed.write("old.py", "import os\n\n\ndef helper(path):\n    return os.stat(path)\n\n\nLIMIT = 3\n")
    changed.commit()
    changed.write("new.py", "import os\n\nLIMIT = 3\n\n\ndef helper(path):\n    return os.stat(path)\n")
    (changed.path / "old.py").unlink()
    changed.git("add", "--all")
    for scope in ("--staged", "--uncommitted"):
        result = reread("review", scope)
        assert (result.code, model.requests) == (0, [])
        assert "no code for a model to review" in result.err


def test_a_change_of_comments_alone_asks_nothing(repository, reread, model):
    repository.write("a.py", BAD)
    repository.commit()
    repository.write("a.py", BAD.replace("result = 0", "result = 0  # cents"))
    result = reread("review")
    assert (result.code, model.requests) == (0, [])
    assert "no code for a model to review" in result.err


def test_nothing_changed_is_said_and_ends_with_0(repository, reread, model):
    result = reread("review")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("reread: nothing to review: no uncommitted changes\n")


@pytest.mark.slow
def test_other_files_are_looked_up_for_the_model_unless_refused(changed, reread, model, monkeypatch):
    monkeypatch.delenv("REREAD_CONFIG")
    changed.write("shop.py", "from a import total\n\n\ndef sum_of_the_cart(cart):\n    return total(cart)\n")
    changed.git("add", "shop.py")
    changed.git("commit", "--quiet", "--message", "shop")
    reread("review")
    assert "sum_of_the_cart" in model.requests[0].prompt
    model.reset()
    reread("review", "--no-context")
    assert model.requests == [] or "sum_of_the_cart" not in model.requests[0].prompt


def test_a_repository_cannot_send_code_anywhere(changed, reread, model):
    changed.write("reread.toml", f'[review]\nbase-url = "{model.url}"\nprovider = "openai"\n')
    result = reread("review")
    assert "reread.toml:2: review.base-url: a repository cannot set this" in result.err
    assert "ollama, " in result.err


def test_outside_a_repository_is_one_clear_line(folder, reread, model):
    result = reread("review")
    assert (result.code, result.err) == (2, f"reread: {folder.path} is not in a git repository\n")


def test_one_scope_at_a_time(repository, reread):
    result = reread("review", "--staged", "--base", "main")
    assert (result.code, result.err.count("\n")) == (2, 1)


def test_no_process_stays_behind(changed, reread, model, monkeypatch):
    started = []
    real = asyncio.create_subprocess_exec

    async def watched(*command, **options):
        process = await real(*command, **options)
        started.append(process.pid)
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", watched)
    reread("review")
    assert len(started) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_a_worker_that_cannot_start_makes_it_incomplete(changed, reread, model, monkeypatch):
    from reread.server.worker import client

    monkeypatch.setattr(client, "worker_command", lambda: ["/no/such/python"])
    changed.write("a.py", BAD + "doubtful(1)\n")
    result = reread("review")
    assert result.code == 3
    assert result.out.startswith("a.py:6:1: info doubtful ")
    assert "incomplete: " in result.err


def test_the_exit_code_of_findings_wins_over_that_of_an_incomplete_review(changed, reread):
    changed.write("a.py", BAD + "old_name(1)\n")
    assert reread("review").code == 1


def test_a_path_that_is_nowhere_is_wrong_use(changed, reread):
    result = reread("review", "--no-model", "nosuch")
    assert (result.code, result.err) == (2, "reread: no such file or folder: nosuch\n")


def test_a_broken_settings_file_ends_the_review(changed, reread):
    changed.write("reread.toml", "[rules\n")
    result = reread("review", "--no-model")
    assert (result.code, result.out) == (2, "")


def test_a_path_that_the_change_removed_is_known(repository, reread):
    repository.write("old/a.py", "x = 1\n")
    repository.commit()
    repository.git("rm", "-q", "-r", "old")
    assert reread("review", "--no-model", "old").code == 0
