"""Every command of the plug-in in a real Neovim: what it passes to the server, and what is seen of it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.conftest import COMPARED, make_project
from tests.editors.neovim import PLUGIN, Neovim
from tests.editors.servers import PYTHON
from tests.standin import StandIn

pytestmark = pytest.mark.editor

DIVIDING = "def mean(values):\n    return sum(values) / len(values)\n"
CLOSED = "(closed)"
"""No item has this text: the dialogue is closed."""

OWN_SERVER = Path(__file__).with_name("emacs") / "own_server.py"


def answer(choice: str, typed: str = "") -> str:
    """Lua that answers dialogues: the first item with that text is chosen, and the text is typed. What was said and
    asked is kept."""
    choice, typed = json.dumps(choice, ensure_ascii=False), json.dumps(typed)
    return f"""
      _G.said, _G.asked = {{}}, {{}}
      vim.notify = function(text) table.insert(said, text) end
      vim.ui.select = function(items, options, choose)
        table.insert(asked, options.prompt)
        for number, item in ipairs(items) do
          local text = options.format_item and options.format_item(item) or item
          if text:find({choice}, 1, true) then return choose(item, number) end
        end
        choose(nil)
      end
      vim.ui.input = function(options, done) table.insert(asked, options.prompt); done({typed}) end
      vim.fn.inputsecret = function(prompt) table.insert(asked, prompt); return {typed} end
      vim.lsp.handlers["window/showMessageRequest"] = function(_, params)
        table.insert(asked, params.message)
        for _, action in ipairs(params.actions) do if action.title == {choice} then return action end end
        return vim.NIL
      end
      vim.lsp.handlers["window/showMessage"] = function(_, params) table.insert(said, params.message); return vim.NIL end
    """


def start(neovim: Neovim, path: Path, options: str = "") -> None:
    neovim.run(answer(CLOSED) + f"require('reread').setup({{ cmd = server_command, {options} }})")
    neovim.command(f"edit {path}")


def to_the_finding(neovim: Neovim) -> None:
    neovim.press("2G$")
    neovim.wait("vim.api.nvim_win_get_cursor(0)[1] == 2")


@pytest.fixture
def opened(neovim: Neovim, project: Path) -> Neovim:
    """With the cursor on the finding in `compare.py`."""
    start(neovim, project / "compare.py")
    neovim.wait("#vim.diagnostic.get(0) > 0")
    to_the_finding(neovim)
    return neovim


@pytest.fixture
def model() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in


@pytest.fixture
def repository(neovim: Neovim, tmp_path: Path, model: StandIn) -> Path:
    """With a staged and an unstaged change, and a model that may be asked; `compare.py` is open."""
    folder = make_project(tmp_path / "repository")
    (folder / "pricing.py").write_text("def mean(values):\n    return sum(values)\n")
    (folder / "compare.py").write_text("def known(value):\n    return value is None\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Start")
    (folder / "compare.py").write_text(COMPARED)
    git(folder, "add", "compare.py")
    (folder / "pricing.py").write_text(DIVIDING)
    surroundings = {"OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": model.openai_url, "REREAD_CONSENT": "1"}
    neovim.run(f"require('reread.config').environment = vim.json.decode([==[{json.dumps(surroundings)}]==])")
    start(neovim, folder / "compare.py", "settings = { review = { provider = 'openai', model = 'stand-in' } }")
    neovim.wait("#vim.diagnostic.get(0) > 0")
    to_the_finding(neovim)
    return folder


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def said(neovim: Neovim, words: str) -> None:
    """Wait until something with these words was said."""
    neovim.wait(f"table.concat(said, '\\n'):find({json.dumps(words)}, 1, true)")


def verdicts(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / ".reread" / "feedback.jsonl").read_text().splitlines()
    return [(event["verdict"], event.get("reason", "")) for event in map(json.loads, lines)]


def test_a_dismissed_finding_goes_and_can_be_had_back(opened: Neovim, project: Path) -> None:
    opened.run(answer("Intended"))
    opened.command("RereadDismiss")
    opened.wait("#vim.diagnostic.get(0) == 0")
    assert verdicts(project) == [("dismissed", "Intended")]
    said(opened, ":RereadUndoDismiss")

    opened.run(answer("compare-with-none in compare.py"))
    opened.command("RereadUndoDismiss")
    opened.wait("#vim.diagnostic.get(0) == 1")
    said(opened, "is reported again")


def test_a_dismissal_may_have_a_reason_of_ones_own(opened: Neovim, project: Path) -> None:
    opened.run(answer("Another reason…", "the ORM needs it"))
    opened.command("RereadDismiss")
    opened.wait("#vim.diagnostic.get(0) == 0")
    assert verdicts(project) == [("dismissed", "the ORM needs it")]


def test_a_reason_can_be_given_with_the_command(opened: Neovim, project: Path) -> None:
    assert opened.evaluate("vim.fn.getcompletion('RereadDismiss In', 'cmdline')") == ["Intended"]
    assert opened.evaluate("vim.fn.getcompletion('Reread dismiss In', 'cmdline')") == ["Intended"]
    opened.command("Reread dismiss the ORM needs it")
    opened.wait("#vim.diagnostic.get(0) == 0")
    assert verdicts(project) == [("dismissed", "the ORM needs it")]
    assert opened.evaluate("asked") == []


def test_without_a_reason_nothing_is_dismissed(opened: Neovim, project: Path) -> None:
    opened.command("RereadDismiss")
    assert len(opened.evaluate("asked")) == 1
    assert opened.evaluate("said") == []
    opened.run(answer("Another reason…", " "))
    opened.command("RereadDismiss")
    assert opened.evaluate("said") == []
    assert opened.findings and not (project / ".reread" / "feedback.jsonl").exists()


def test_where_nothing_is_dismissed_there_is_nothing_to_take_back(opened: Neovim) -> None:
    opened.command("RereadUndoDismiss")
    said(opened, "nothing is dismissed here")


@pytest.mark.parametrize("command", ["RereadDismiss", "RereadIgnore"])
def test_a_place_without_a_finding_is_said(opened: Neovim, command: str) -> None:
    opened.press("gg")
    opened.wait("vim.api.nvim_win_get_cursor(0)[1] == 1")
    opened.command(command)
    assert opened.evaluate("said") == ["Reread: no finding here; place the cursor on a finding and try again"]


@pytest.mark.parametrize(("command", "line"), [("RereadIgnore", 2), ("RereadIgnore!", 1), ("Reread! ignore", 1)])
def test_the_reason_of_an_ignore_comment_is_typed_into_its_place(opened: Neovim, command: str, line: int) -> None:
    opened.command(command)
    opened.wait("vim.api.nvim_get_mode().mode == 's'")
    opened.press("the ORM needs it<Esc>")
    opened.wait("#vim.diagnostic.get(0) == 0")
    written = next(each for each in opened.lines if "reread" in each)
    assert written.endswith("[compare-with-none] -- the ORM needs it")
    assert opened.evaluate("vim.fn.winnr('$')") == 1
    assert ("file" in written) == (line == 1)


def test_a_fix_is_previewed_and_applied(opened: Neovim) -> None:
    opened.run(answer("Apply"))
    opened.command("RereadPreviewFix")
    opened.wait("#vim.diagnostic.get(vim.fn.bufnr('compare.py')) == 0")
    assert opened.evaluate("vim.fn.expand('%:t')") == "proposal.diff"
    assert opened.evaluate("vim.fn.getbufline('compare.py', 2)") == ["    return value is None"]


def test_the_errors_of_the_server_are_not_taken_for_nothing_to_fix(opened: Neovim) -> None:
    opened.press("2Gdd")
    opened.wait("#vim.diagnostic.get(0) == 0")
    opened.command("RereadFixAll")
    said(opened, "nothing to fix")
    # An answer that the protocol has for errors, and that this server gives to no question of ours.
    opened.run(
        answer(CLOSED)
        + """
        local server = require('reread.client').of(0)
        server.rpc.request = function(_, _, done) done({ code = -32603, message = 'it broke' }); return true, 1 end
        """
    )
    opened.command("RereadFixAll")
    assert opened.evaluate("said") == ["Reread: it broke"]


def test_commands_go_to_no_other_server_of_the_buffer(opened: Neovim) -> None:
    opened.run(
        f"""
        local config = {{ name = 'own', cmd = {{ {json.dumps(PYTHON)}, {json.dumps(str(OWN_SERVER))} }} }}
        if vim.fn.has('nvim-0.11') == 1 then
          vim.lsp.start(config)
        else
          vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
        end
        """
    )
    opened.wait("#vim.diagnostic.get(0) == 2")
    opened.command("RereadExplain")
    opened.wait("vim.fn.expand('%:e') == 'md'")
    opened.command("close | RereadFixAll")
    opened.wait("vim.api.nvim_buf_get_lines(0, 1, 2, false)[1] == '    return value is None'")
    assert opened.evaluate("said") == []


@pytest.mark.parametrize("command", ["RereadAsk What is compare-with-none?", "RereadAsk", "Reread ask"])
def test_an_answer_is_a_page(opened: Neovim, command: str) -> None:
    opened.run(answer(CLOSED, "What is compare-with-none?"))
    opened.command(command)
    opened.wait("vim.bo.filetype == 'markdown'")
    assert any("compare-with-none" in line for line in opened.lines)
    assert opened.evaluate("vim.bo.modifiable") is False
    opened.press("q")
    opened.wait("vim.fn.expand('%:t') == 'compare.py'")


def test_a_question_can_be_about_lines(neovim: Neovim, repository: Path, model: StandIn) -> None:
    neovim.command("1,2RereadAsk What happens when the value is empty?")
    neovim.wait("vim.bo.filetype == 'markdown'")
    assert "return value == None" in model.requests[-1].prompt


def test_a_question_that_has_no_answer_says_why(opened: Neovim) -> None:
    opened.command("RereadAsk Who calls nothing_of_that_name?")
    said(opened, "no answer: ")


def test_a_message_comes_into_the_buffer_that_git_opens(neovim: Neovim, repository: Path) -> None:
    (repository / ".git" / "COMMIT_EDITMSG").write_text("\n# What git says.\n")
    neovim.command("bwipeout")
    neovim.command(f"cd {repository} | edit .git/COMMIT_EDITMSG | set filetype=gitcommit")
    neovim.command("RereadCommitMessage")
    neovim.wait("vim.api.nvim_buf_get_lines(0, 0, 1, false)[1] ~= ''")
    assert "compare.py" in "\n".join(neovim.lines)
    assert neovim.lines[-1] == "# What git says."
    assert neovim.evaluate("vim.fn.expand('%:t')") == "COMMIT_EDITMSG"


def test_a_message_comes_into_a_buffer_of_its_own_elsewhere(neovim: Neovim, repository: Path) -> None:
    neovim.command("RereadCommitMessage")
    neovim.wait("vim.bo.filetype == 'gitcommit'")
    assert neovim.lines[0]
    assert neovim.evaluate("vim.fn.bufname()") == ""


def test_where_nothing_is_staged_there_is_no_message(neovim: Neovim, repository: Path) -> None:
    git(repository, "commit", "-q", "-m", "Compare")
    neovim.command("RereadCommitMessage")
    said(neovim, "nothing is staged")


def test_what_is_staged_is_reviewed_and_listed(neovim: Neovim, repository: Path) -> None:
    neovim.command("RereadReviewStaged")
    neovim.wait("#vim.fn.getqflist() > 0")
    [item] = neovim.evaluate("vim.fn.getqflist()")
    assert (item["lnum"], item["col"], item["type"]) == (2, 12, "W")
    assert item["text"].endswith("[compare-with-none]")


def test_findings_of_files_that_are_not_open_are_listed_too(neovim: Neovim, repository: Path) -> None:
    assert neovim.evaluate("vim.fn.bufnr('pricing.py')") == -1
    neovim.command("RereadReviewChanges")
    neovim.wait("#vim.diagnostic.get(nil) > 1")
    neovim.command("RereadQuickfix")
    names = neovim.evaluate(
        "vim.tbl_map(function(item) return vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t') end, vim.fn.getqflist())"
    )
    assert names == ["compare.py", "pricing.py"]
    assert neovim.evaluate("vim.fn.bufloaded('pricing.py')") == 0
    neovim.command("clast")
    assert neovim.evaluate("vim.fn.expand('%:t')") == "pricing.py"


@pytest.mark.parametrize("command", ["RereadReview", "%RereadReviewSelection", "1,2Reread review-selection"])
def test_the_model_reviews_the_file_or_lines(neovim: Neovim, repository: Path, command: str) -> None:
    neovim.command(f"edit {repository / 'pricing.py'}")
    neovim.wait("require('reread.client').of(0)")
    neovim.command(command)
    neovim.wait("#vim.diagnostic.get(0) > 0")
    assert [line for line, _ in neovim.findings] == [2]


def test_the_model_fixes_what_is_under_the_cursor(neovim: Neovim, repository: Path, model: StandIn) -> None:
    neovim.run(answer("Apply"))
    neovim.command("RereadFixWithModel")
    neovim.wait("#asked > 0 or #said > 0")
    assert "compare-with-none" in model.requests[-1].prompt or "Compare with None" in model.requests[-1].prompt


def test_the_model_suggests_a_test(neovim: Neovim, repository: Path, model: StandIn) -> None:
    neovim.command("RereadSuggestTest")
    neovim.wait("#said > 0")
    assert "known" in model.requests[-1].prompt


def test_the_context_of_a_review_is_a_page(neovim: Neovim, repository: Path) -> None:
    neovim.command("RereadContext")
    neovim.wait("vim.fn.expand('%:e') == 'md'")
    assert any("compare.py" in line for line in neovim.lines)


def test_consent_is_asked_for(neovim: Neovim, repository: Path, model: StandIn) -> None:
    neovim.run("require('reread.config').environment.REREAD_CONSENT = nil")
    neovim.command("RereadRestart")
    neovim.wait("require('reread.client').of(0) and #vim.diagnostic.get(0) == 1")
    neovim.run(answer("Refuse"))
    neovim.command("RereadConsent")
    neovim.wait("#said > 0")
    assert any("openai" in question.lower() for question in neovim.evaluate("asked"))
    assert model.requests == []


def test_the_index_is_paused_resumed_and_built_again(neovim: Neovim, repository: Path) -> None:
    neovim.run(
        "_G.index = function() local state = nil;"
        " require('reread.client').request(require('reread.client').of(0), 'reread/status', vim.empty_dict(),"
        " function(status) state = status.folders[1].index end);"
        " vim.wait(20000, function() return state end, 10); return state end"
    )
    neovim.command("RereadPauseIndexing")
    neovim.wait("index() == 'paused'")
    neovim.command("RereadResumeIndexing")
    neovim.wait("index() ~= 'paused'")
    neovim.command("RereadIndex | RereadRebuildIndex | RereadClearCache | RereadSetup")
    neovim.wait("index() == 'ready'")


def test_the_state_of_the_server_is_a_page(opened: Neovim) -> None:
    opened.command("RereadDebug")
    opened.wait("vim.bo.filetype == 'markdown'")
    assert "position encoding" in "\n".join(opened.lines)


def test_commands_say_each_time_that_there_is_no_program(neovim: Neovim) -> None:
    neovim.run(answer(CLOSED) + "require('reread').setup({ cmd = { 'no-such-program' } })")
    for command in ("RereadReviewStaged", "RereadCommitMessage", "RereadStart"):
        neovim.command(command)
    assert neovim.evaluate("said") == ["Reread: there is no program no-such-program; see :help reread-install"] * 3


def test_the_log_is_shown(opened: Neovim) -> None:
    opened.command("RereadLog")
    assert opened.evaluate("vim.fn.expand('%:t')") == "lsp.log"


def test_the_server_starts_by_hand(neovim: Neovim, project: Path) -> None:
    start(neovim, project / "compare.py", "autostart = false")
    assert neovim.evaluate("require('reread.client').of(0)") is None
    neovim.command("RereadStart")
    neovim.wait("#vim.diagnostic.get(0) > 0")


def test_a_model_and_its_key_are_chosen(neovim: Neovim, repository: Path, model: StandIn) -> None:
    neovim.run("require('reread.config').environment.OPENAI_API_KEY = nil")
    neovim.run("require('reread.config').options.settings = {}; require('reread').restart()")
    neovim.wait("require('reread.client').of(0) and #vim.diagnostic.get(0) == 1")
    neovim.run(answer("OpenAI", "sk-typed"))
    neovim.command("RereadModel")
    said(neovim, "to keep this")
    assert neovim.evaluate("require('reread.config').environment.OPENAI_API_KEY") == "sk-typed"
    assert neovim.evaluate("require('reread.config').options.settings.review.provider") == "openai"
    neovim.wait("require('reread.client').of(0) and #vim.diagnostic.get(0) == 1")
    neovim.command("RereadCommitMessage")
    neovim.wait("vim.bo.filetype == 'gitcommit'")
    assert model.requests


def test_a_key_alone_is_entered(opened: Neovim) -> None:
    opened.run(answer("Anthropic", "sk-ant-typed"))
    opened.command("RereadKey")
    said(opened, "is known until Neovim ends")
    assert opened.evaluate("require('reread.config').environment") == {"ANTHROPIC_API_KEY": "sk-ant-typed"}
    assert not any("sk-ant" in each for each in opened.evaluate("said"))


FILES = ("test_neovim.py", "test_neovim_pickers.py", Path(__file__).name)


def test_every_command_of_the_help_is_run_here_or_in_the_other_tests() -> None:
    page = (PLUGIN / "doc" / "reread.txt").read_text()
    tests = "".join(Path(__file__).with_name(name).read_text() for name in FILES)
    tests = re.sub(r'f"Reread\{command\}"', "RereadQuickfix RereadLocationList", tests)
    assert [name for name in re.findall(r"\*:(Reread\w*)\*", page) if not re.search(rf"\b{name}\b", tests)] == []
