"""`reread demo`, which `make demo` runs: in a pipe, without a key."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from reread.analyzers import parts
from reread.server import demo
from reread.server.demo import canned_model
from reread.server.demo.canned_model import LABEL
from tests.standin import StandIn

pytestmark = pytest.mark.slow

SAMPLE = Path(demo.__file__).parent
PLANTED = 25
"""The mistakes in the sample and its change; what is reported beyond them is a false alarm."""
LEVEL = re.compile(r": (?:error|warning|hint) ")
CHECK = "check --hints"
REVIEW = "review --staged"
STEPS = (
    "index",
    f"{CHECK} --quiet",
    f"{CHECK} --staged",
    "context --staged",
    f"{REVIEW} --plan",
    f"{REVIEW} --yes",
    f"{REVIEW} --yes --quiet",
)

WATCHING = """
import os, sys

def _hook(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        with open({path!r}, "a") as file:
            file.write(f"{{arguments[1][0]}}\\n")

sys.addaudithook(_hook)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    return place


@pytest.fixture
def tour(folder, reread):
    return reread("demo")


def step(tour, command: str) -> str:
    """What a step has printed, with what is said before the next one."""
    return tour.out.partition(f"$ reread {command}\n")[2].partition("\n$ ")[0]


def test_it_shows_each_stage_from_the_index_to_the_cache(tour):
    assert tour.code == 0
    places = [tour.out.find(f"\n$ reread {command}\n") for command in STEPS]
    assert -1 not in places
    assert places == sorted(places)
    assert "12 files indexed" in step(tour, "index")
    assert "desk/importer.py:9-13 announced: calls the change" in step(tour, "context --staged")
    assert "3 to ask in 2 requests" in step(tour, f"{REVIEW} --plan")
    assert "What next:" in tour.out


def test_the_review_has_a_fix_that_holds_and_one_that_fails(tour):
    review = step(tour, f"{REVIEW} --yes")
    assert review.count(" warning model/") == 4
    assert "desk/prices.py:15:5: warning model/off-by-one" in review
    assert "= proposal of the model: Apply" in review
    assert "+     if grams >= HEAVY:" in review
    assert re.search(r"proposal of the model that does not hold \(`\S+ -m unittest tests.test_prices` fails", review)


def test_a_finding_is_refuted_and_its_reason_said(tour):
    review = " ".join(step(tour, f"{REVIEW} --yes").split())
    assert 'Refuted and dropped: "A name with a slash locks another account". The reason: `quote`' in review
    assert " 5 to refute a finding " in review
    assert "1 dropped" in tour.err


def test_the_same_review_again_asks_nothing(tour):
    again = step(tour, f"{REVIEW} --yes --quiet")
    assert again.count(" warning model/") == 4
    assert "\n0 requests: all answers are from the cache.\n" in again


def test_whatever_the_model_says_is_labelled(tour):
    sections = re.split(r"\n(?=\d\. )", tour.out)
    speaking = [section for section in sections if "model/" in section or "Refuted" in section]
    assert len(speaking) == 3
    assert all(LABEL in section.partition("\n")[0] for section in speaking)


def test_what_it_says_itself_fits_a_terminal(tour):
    own = re.sub(r"(?ms)^\$ reread .*?(?=^\n|\n\n)", "", tour.out)
    assert [line for line in own.splitlines() if len(line) > 80 and not LEVEL.search(line)] == []


def test_the_rules_find_the_planted_mistakes_in_every_language(tour):
    found = [line for line in step(tour, f"{CHECK} --quiet").splitlines() if LEVEL.search(line)]
    assert 18 <= len(found) <= PLANTED
    languages = {".py", ".ts", ".go", ".java"}
    assert {os.path.splitext(line.split(":")[0])[1] for line in found} == languages
    more = [line for line in found if ": hint " not in line]
    assert {os.path.splitext(line.split(":")[0])[1] for line in more} == languages


def test_the_staged_change_brings_findings_and_old_ones_do_not_count(tour):
    assert "desk/accounts.py:" in step(tour, f"{CHECK} --staged")
    assert "not new" in tour.err


def test_nothing_stays_behind_and_the_user_is_left_alone(folder, reread, tmp_path, temporary):
    before = files_below(tmp_path)
    assert reread("demo").code == 0
    assert os.listdir(temporary) == []
    assert files_below(tmp_path) == before


def files_below(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_keys_models_and_refusals_of_the_user_do_not_matter(folder, reread, monkeypatch):
    monkeypatch.setenv("REREAD_CONSENT", "0")
    monkeypatch.setenv("REREAD_REVIEW", "0")
    with StandIn() as model:
        for name in ("ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "OLLAMA_HOST", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, model.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "key")
        result = reread("demo")
        assert model.requests == []
    assert result.code == 0
    assert "warning model/off-by-one" in result.out
    assert (os.environ["ANTHROPIC_API_KEY"], os.environ["REREAD_CONSENT"]) == ("key", "0")


def test_nothing_leaves_this_machine(folder, tmp_path):
    seen = tmp_path / "addresses"
    (tmp_path / "sitecustomize.py").write_text(WATCHING.format(path=str(seen)))
    done = subprocess.run(
        [sys.executable, "-m", "reread.server", "demo"],
        cwd=folder.path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, "0 requests" in done.stdout) == (0, True)
    assert set(seen.read_text().split()) == {"127.0.0.1"}


def test_an_interrupt_leaves_no_process_and_no_file(folder, temporary):
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "reread.server", "demo"],
            cwd=folder.path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        assert process.stdout is not None and process.stderr is not None
        while b"review --staged --yes" not in process.stdout.readline():
            pass
        assert len(started_with(temporary)) >= 1
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=300) == 130
        assert b"Traceback" not in process.stderr.read()
    assert started_with(temporary) == []
    assert os.listdir(temporary) == []


def started_with(temporary: Path) -> list[str]:
    """The processes besides this one that have the folder as that of their temporary files."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            environment = (place / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(f"TMPDIR={temporary}") in environment.split(b"\0") and place.name != str(os.getpid()):
            found.append(place.name)
    return found


def test_where_the_model_cannot_listen_the_rest_is_shown(folder, reread, monkeypatch):
    def refused(*_: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(canned_model, "_Server", refused)
    result = reread("demo")
    assert result.code == 0
    assert "reread: no model is shown: it cannot listen on this machine (Address already in use)\n" in result.err
    assert f"$ reread {CHECK} --staged" in result.out
    assert f"$ reread {REVIEW}" not in result.out


def test_a_light_installation_shows_the_rules_and_says_how_to_get_the_rest(folder, reread, monkeypatch):
    monkeypatch.setattr(parts, "is_installed", lambda name: False)
    result = reread("demo")
    assert result.code == 0
    assert "\n1. Index and model review are not available; `reread setup` installs them.\n" in result.out
    assert f"$ reread {CHECK} --staged" in result.out
    assert LABEL not in result.out


def test_ones_own_model_is_asked_after_consent_only(folder, reread, monkeypatch, temporary, tmp_path):
    with StandIn() as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
        refused = reread("demo", "--own-model")
        assert (refused.code, model.requests) == (0, [])
        assert "consent" in refused.err
        monkeypatch.setenv("REREAD_CONSENT", "1")
        agreed = reread("demo", "--own-model")
        assert (agreed.code, model.requests != []) == (0, True)
    assert LABEL not in refused.out + agreed.out
    assert os.listdir(temporary) == []
    index = tmp_path / "cache" / "index"
    assert not index.exists() or os.listdir(index) == []


def test_a_canned_model_and_ones_own_exclude_each_other(folder, reread):
    assert reread("demo", "--no-model", "--own-model").code == 2


def test_the_project_can_be_kept(folder, reread):
    result = reread("demo", "kept", "--no-model")
    assert result.code == 0
    assert (folder.path / "kept" / "desk" / "prices.py").exists()
    assert "cd kept and open it in your editor" in result.out
    assert LABEL not in result.out


def test_a_folder_with_something_in_it_is_left_alone(folder, reread):
    folder.write("mine/notes.txt", "x")
    result = reread("demo", "mine")
    assert (result.code, os.listdir(folder.path / "mine")) == (2, ["notes.txt"])
    assert result.err == "reread: mine: is not empty; the demo needs an empty folder\n"


def test_without_git_the_rest_is_shown(folder, reread, monkeypatch):
    monkeypatch.setenv("PATH", str(folder.path))
    result = reread("demo")
    assert result.code == 0
    assert "Without git there is no staged change to review" in result.out


def test_the_change_alters_files_of_the_sample(folder):
    changed = [path.relative_to(SAMPLE / "change") for path in (SAMPLE / "change").rglob("*.py")]
    assert changed
    for path in changed:
        assert (SAMPLE / "sample" / path).read_text() != (SAMPLE / "change" / path).read_text()
