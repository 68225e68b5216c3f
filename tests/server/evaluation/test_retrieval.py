"""The tasks that measure retrieval, on a tree small enough to know the answers."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reread.rag.results import Piece
from reread.rag.retrieval.rank_fusion import Found
from reread.rag.workspace_index import WorkspaceIndex
from reread.server.evaluation.retrieval import comments, history, uses
from reread.server.evaluation.retrieval.measures import Query, Spot, among_code, ranks_of, score
from reread.server.evaluation.retrieval.plain import Functions
from reread.server.evaluation.retrieval.tasks import TASKS, figures, tasks
from reread.server.evaluation.retrieval.tree import prose, read, without_comments
from reread.server.evaluation.states import States
from reread.server.git import commit_files
from tests.rag.conftest import SAMPLE, git, write


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Indexes of their own."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def tree(tmp_path):
    write(tmp_path / "shop", SAMPLE)
    return read(tmp_path / "shop")


def piece(path, line=1):
    return Piece(path=path, start_line=line, end_line=line + 4, text="", reason="")


def test_recall_and_rank_of_what_is_wanted():
    found = [Found(piece("a")), Found(piece("b", 10)), Found(piece("c"))]
    query = Query([{"called": found}], frozenset({Spot("b", 12), Spot("z", 1)}))
    assert ranks_of(query, "fused") == [2]
    assert score([query], "fused") == (0.5, 0.5, 0.5)
    assert score([query], "vectors") == (0, 0, 0)
    assert score([], "fused") == (0, 0, 0)


def test_a_source_that_was_asked_alone_is_judged_by_what_it_found_alone():
    both, one = [Found(piece("a")), Found(piece("b"))], [Found(piece("b"))]
    query = Query([{"in text": both}], frozenset({Spot("b")}), alone={"keywords": [{"in text": one}]})
    assert (ranks_of(query, "fused"), ranks_of(query, "keywords")) == ([2], [1])


def test_files_count_once_and_known_ones_not_at_all():
    found = [Found(piece("a")), Found(piece("b")), Found(piece("b", 20)), Found(piece("c"))]
    assert ranks_of(Query([{"called": found}], frozenset({Spot("c")}), frozenset({"a"})), "fused") == [2]


def test_among_code_tests_and_prose_are_not_looked_for_and_take_no_place():
    found = [Found(piece("a/test_it.py")), Found(piece("README.md")), Found(piece("a/it.py"))]
    query = Query([{"called": found}], frozenset({Spot("a/it.py", 2), Spot("a/test_it.py", 2)}))
    alone = among_code(query)
    assert alone is not None and alone.wanted == {Spot("a/it.py", 2)}
    assert ranks_of(alone, "fused") == [1]
    assert among_code(query._replace(wanted=frozenset({Spot("README.md")}))) is None


def test_plain_bm25_finds_functions_by_their_words_and_never_the_one_that_asks(tree):
    functions = Functions(tree.folder)
    assert functions.ranked("tax of a net amount")[0].path == "shop/tax.py"
    line = functions.ranked("tax of a net amount")[0].start_line
    assert "shop/tax.py" not in {found.path for found in functions.ranked("tax of a net amount", ("shop/tax.py", line))}
    assert functions.ranked("zebra") == []


def test_comments_are_gone_from_the_copy_and_their_lines_stay(tree):
    chosen = comments.chosen(tree, 10, 1)
    names = {each.found.name for each in chosen}
    assert {"parse_money", "send_mail"} <= names and "test_an_amount_is_read" not in names
    before = (tree.folder / "shop/mail.py").read_text()
    with without_comments(tree, chosen) as copy:
        after = (copy / "shop/mail.py").read_text()
    assert "mail server" in before and "mail server" not in after
    assert after.count("\n") == before.count("\n")
    assert not copy.exists()


def test_prose_of_comments():
    assert prose("/**\n * Reads it.\n *\n * More.\n */") == "Reads it."
    assert prose("# One\n# two") == "One two"


def test_what_a_body_uses_by_unique_names_and_imports(tree):
    found = uses.Uses(tree)
    (total,) = [each for each in tree.definitions if each.found.qualified == "Invoice.total"]
    assert {spot.path for spot in found.of(total)} == {"shop/money.py", "shop/tax.py"}
    callers = found.callers()
    (tax,) = [each for each in tree.definitions if each.found.name == "value_added_tax"]
    assert [each.found.name for each in callers[tax.path, tax.found.head]] == ["total"]


COMMITS = {
    "Put the tax on amounts of money": {"shop/tax.py": ("net", "net * 2"), "shop/money.py": ("split()", "split(' ')")},
    "Only another layout": {"shop/tax.py": ("net * 2", "net  *  2"), "shop/money.py": ("split(' ')", "split( ' ' )")},
    "One definition alone": {"shop/tax.py": ("net  *  2", "net * 3")},
}


@pytest.fixture
def repository(tree):
    """The tree with a commit of all of it and one for each of COMMITS."""
    git(tree.folder, "init", "-q")
    git(tree.folder, "add", ".")
    git(tree.folder, "commit", "-qm", "All of it")
    for message, changes in COMMITS.items():
        for path, (old, new) in changes.items():
            text = (tree.folder / path).read_text()
            assert old in text
            write(tree.folder, {path: text.replace(old, new)})
        git(tree.folder, "commit", "-qam", f"{message}\n\nReviewed-by: N. N.")
    return tree.folder


def test_commits_that_change_a_few_definitions_are_asked_about(repository):
    (commit,) = history.commits(repository, 10, 1)
    assert (commit.message, commit.files) == ("Put the tax on amounts of money", ("shop/money.py", "shop/tax.py"))
    assert [part.text[part.span.start :].split("(")[0].split()[-1] for part in commit.parts] == [
        "parse_money",
        "value_added_tax",
    ]


def test_a_commit_is_asked_about_before_it_is_made(repository, monkeypatch):
    heads = []
    run = WorkspaceIndex.run
    monkeypatch.setattr(WorkspaceIndex, "run", lambda index: (heads.append(_subject(index.folder)), run(index)))
    history.answers(repository, history.commits(repository, 10, 1), 1)
    assert heads == ["All of it"]


def git_output(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def _subject(folder):
    return git_output(folder, "log", "-1", "--format=%s").strip()


def test_all_tasks_have_answers_where_there_is_a_history(repository):
    steps = []
    answered = tasks(repository, 10, 1, lambda *step: steps.append(step))
    assert all(answered.values()) and set(answered) == set(TASKS)
    assert score(answered["uses"], "symbols").recall_10 > 0.9
    assert {each.task for each in figures(answered)} == set(TASKS)
    assert steps == [(done, 4) for done in range(1, 5)]


def test_a_commit_whose_files_are_not_all_here_is_left_out(repository):
    (commit,) = history.commits(repository, 10, 1)
    lost = git_output(repository, "rev-parse", f"{commit.identifier}:shop/mail.py").strip()
    (repository / ".git/objects" / lost[:2] / lost[2:]).unlink()
    steps = []
    found = history.answers(repository, [commit], 1, lambda: steps.append(1))
    assert (found, steps) == (history.Answers([], [], [], [], []), [1])


@pytest.fixture
def states(repository):
    made = States(str(repository))
    yield made
    made.remove()


def log(repository):
    return commit_files.commits(str(repository), 10)


def test_a_state_has_the_files_of_its_commit_and_no_history_after_it(repository, states):
    (repository / "shop" / "tax.py").unlink()
    (repository / "shop" / "tax.py").mkdir()
    write(repository, {"shop/tax.py/new.py": "x = 1\n", "n\u00e4me \n.py": "y = 2\n"})
    git(repository, "add", "--all")
    git(repository, "commit", "-qm", "A folder in the place of a file")
    newest, *_, oldest = log(repository)
    assert newest.message == "A folder in the place of a file\n"
    assert set(newest.added) == {"shop/tax.py/new.py", "n\u00e4me \n.py"}
    for commit in (newest, log(repository)[1], newest):
        states.show(commit.identifier)
        listed = {
            path
            for path in git_output(repository, "ls-tree", "-rz", "--name-only", commit.identifier).split("\0")
            if path
        }
        below = Path(states.folder)
        there = {
            str(path.relative_to(below)) for path in below.rglob("*") if path.is_file() and ".git" not in path.parts
        }
        assert there == listed
    assert _subject(states.folder) == "One definition alone"
    assert set(oldest.added) >= {"shop/tax.py", "shop/money.py"} and not oldest.changed


def test_a_link_of_a_commit_is_not_in_its_state(repository, states):
    (repository / "out").symlink_to("/etc")
    git(repository, "add", "out")
    git(repository, "commit", "-qm", "A link")
    states.show(log(repository)[0].identifier)
    assert not (Path(states.folder) / "out").exists()


def test_a_folder_that_is_no_repository_has_no_commits(tmp_path):
    assert history.commits(tmp_path, 10, 1) == []


def test_without_a_history_there_is_nothing_to_ask(tree):
    assert history.commits(tree.folder, 10, 1) == []
