"""`reread message`, `summary`, `ask` and `suggest-test`, with the real worker process and a model on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.standin import StandIn

CODE = "def nap(x):\n    take_a_nap(x)\n"


@pytest.fixture(scope="module")
def provider() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


@pytest.fixture
def model(provider, monkeypatch, tmp_path) -> StandIn:
    """Set up without the index, whose import takes longer than all the rest."""
    provider.reset()
    (tmp_path / "settings.toml").write_text("[index]\nenable = false\n")
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("OLLAMA_HOST", provider.url)
    return provider


def test_a_message_for_what_is_staged_goes_to_standard_output(repository, reread, model):
    repository.write("a.py", CODE)
    repository.git("add", "a.py")
    repository.write("a.py", "later = 1\n")
    result = reread("message")
    assert (result.code, result.out) == (0, "Add a.py\n")
    assert "tokens, $0.0000" in result.err
    assert "later" not in model.requests[0].prompt


def test_without_a_provider_or_without_staged_changes_nothing_is_written(repository, reread, model, monkeypatch):
    assert "nothing is staged" in reread("message").err
    assert reread("message").code == 2
    repository.write("a.py", CODE)
    repository.git("add", "a.py")
    monkeypatch.delenv("OLLAMA_HOST")
    result = reread("message")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("reread: no message: ")


def test_a_rule_is_explained_without_asking_anybody(repository, reread, model):
    result = reread("ask", "what", "does", "no-sleep", "mean?")
    assert (result.code, model.requests) == (0, [])
    assert "Nobody sleeps here." in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summary", "nowhere..HEAD"], "nowhere: no such commit"),
        (["summary"], "no remote names a default branch, nor is there another main"),
        (["ask", " "], "expected a question"),
        (["suggest-test", "a.py:9"], "no finding on this line"),
        (["suggest-test", "0123"], "expected FILE:LINE"),
    ],
)
def test_what_names_nothing_is_wrong_use(repository, reread, model, arguments, said):
    repository.write("a.py", CODE)
    repository.git("branch", "--move", "topic")
    result = reread(*arguments)
    assert (result.code, said in result.err, model.requests) == (2, True, []), result.err


@pytest.mark.slow
def test_a_range_is_summarised_by_concern(repository, reread, model):
    repository.write("a.py", CODE)
    repository.commit()
    repository.git("mv", "a.py", "b.py")
    repository.commit()
    repository.git("rm", "--quiet", "b.py")
    repository.commit()
    result = reread("summary", "HEAD~3..HEAD~2")
    assert (result.code, result.out) == (0, "# A change of 1 files.\n\n## a.py\n\n2 lines are new.\n\n(`a.py`)\n")
    assert reread("summary", "HEAD~2..HEAD~1").code == 0
    assert "renamed from a.py\n" in model.requests[-1].prompt
    (risk,) = json.loads(reread("summary", "--format", "json", "HEAD~1").out)["risks"]
    assert (risk["text"], risk["paths"]) == ("Something may still use it.", ["b.py"])
    released = reread("summary", "--for", "release-notes", "HEAD~1")
    assert "## Before you update" in released.out
    assert "Write the release notes." in model.requests[-1].prompt
    assert "no commits to summarise" in reread("summary", "HEAD..HEAD").err


@pytest.mark.slow
def test_a_test_is_suggested_for_a_finding_and_no_file_is_changed(repository, reread, model):
    repository.write("a.py", CODE + "\n\ntake_a_nap = print\n")
    result = reread("suggest-test", "a.py:2")
    assert (result.code, result.out) == (0, "def test_nap_holds():\n    assert nap([1, 2]) is not None\n")
    assert "new file tests/test_nap.py: no-sleep: Nobody sleeps here." in result.err
    assert not (repository.path / "tests").exists()
    assert json.loads(reread("suggest-test", "a.py:2", "--format", "json").out)["file"] == "tests/test_nap.py"


@pytest.mark.slow
def test_a_question_is_answered_with_places_and_a_name_without_a_model(repository, reread, model, tmp_path):
    (tmp_path / "settings.toml").write_text("")
    repository.write("src/nap.py", CODE)
    repository.write("src/app.py", "from nap import nap\n\ndef main():\n    nap(1)\n")
    assert reread("ask", "where is nap defined?").out == "src/nap.py:1: def nap(x)\n"
    assert reread("ask", "who calls nap?").out == "src/app.py:4: main\n"
    assert reread("ask", "who calls nobody?").code == 1
    imported = reread("ask", "who imports src/nap.py?")
    assert imported.out == "src/app.py:1: from nap import nap\n"
    assert "answered by the index" in imported.err
    assert "no import of nobody in the index" in reread("ask", "who imports nobody?").err
    assert model.requests == []
    result = reread("ask", "does main call take_a_nap directly?")
    assert result.code == 0
    assert "  src/nap.py:2: take_a_nap(x)\n" in result.out
    assert len(model.requests) == 1


def test_what_changed_is_answered_by_git(repository, reread, model):
    repository.write("src/nap.py", CODE)
    repository.commit()
    repository.write("other.py", "x = 1\n")
    repository.commit()
    result = reread("ask", "what changed in src/nap.py?")
    assert result.out.splitlines()[0] == "src/nap.py"
    assert len(result.out.splitlines()) == 2
    assert (result.code, result.err, model.requests) == (0, "reread: answered by git\n", [])
    repository.write("src/nap.py", CODE + "\n")
    assert reread("ask", "changes in src").out.splitlines()[1] == "  not committed yet"
    assert reread("ask", "-q", "changes in src").err == ""


def test_what_is_no_path_and_no_name_is_a_question_for_the_model(repository, reread, model):
    result = reread("ask", "what changed in production?")
    assert result.err == "reread: no answer: nothing in the index has to do with this question\n"


@pytest.mark.slow
def test_what_changed_in_a_definition_is_answered_by_index_and_git(repository, reread, model, tmp_path):
    (tmp_path / "settings.toml").write_text("")
    repository.write("nap.py", CODE + "\n\ndef other():\n    pass\n")
    repository.commit()
    repository.write("nap.py", CODE + "\n\ndef other():\n    return 1\n")
    repository.commit()
    changed = reread("ask", "what changed in nap?").out.splitlines()
    assert (changed[0], len(changed)) == ("nap.py:1: def nap(x)", 2)
    assert len(reread("ask", "what changed in other?").out.splitlines()) == 3
    assert model.requests == []


def test_without_a_remote_a_summary_is_of_what_main_does_not_have(repository, reread, model):
    repository.write("a.py", CODE)
    repository.commit()
    repository.git("branch", "--move", "main")
    assert "no remote names a default branch, nor is there another main" in reread("summary").err
    repository.git("checkout", "--quiet", "-b", "topic")
    repository.write("b.py", CODE)
    repository.commit()
    assert "b.py" in reread("summary").out
