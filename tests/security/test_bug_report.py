"""The archive for a bug report has no secrets, no code and nobody's name, wherever they were.

Who: a stranger who reads a bug report. What must not happen: something of the reporter's that is nobody's business is
in the archive's bytes.
"""

from __future__ import annotations

import getpass
import io
import json
import logging
import os
import socket
import stat
import zipfile

import pytest

from reread.server.bundle.cleaning import Cleaner
from reread.server.bundle.contents import contents
from reread.server.cli import offering
from reread.server.configuration import load
from reread.server.logs import writing

KEY = "sk-ant-api03-Zx8fQ2mK7vTn4LpW9sRb3YhC6dJ1gXe5UaNo0Bt"
PASSWORD = "Winter!4711x"
CUSTOMER = "Blauwal Holding"
MAIL = "ada.l@blauwal-holding.de"
CODE = "def launch(missile): ignite(missile.engine)"
PLANTED = (KEY, PASSWORD, CUSTOMER, MAIL, "ignite(", "4711")

SETTINGS = f"""
[logs]
code = true
[review]
base-url = "https://svc:{PASSWORD}@models.corp.example/v1"
redact-words = ["{CUSTOMER}"]
exclude = ["{CUSTOMER}/*"]
command = ["model", "--token", "{KEY}"]
[[external]]
command = ["scan", "--api-key", "{KEY}", "{{files}}"]
folders = ["/w"]
[rules]
profile = 3
"""


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace of somebody who has secrets wherever one can have them."""
    for variable, part in (("REREAD_STATE_DIR", "state"), ("REREAD_CONFIG", "home/config.toml"), ("HOME", "home")):
        monkeypatch.setenv(variable, str(tmp_path / part))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config.toml").write_text(SETTINGS)
    folder = tmp_path / "home" / "secret-project"
    folder.mkdir()
    (folder / "reread.toml").write_text(f'[review]\nbase-url = "https://x:{PASSWORD}@evil.example"\n')
    before = logging.getLogger("reread").level
    log = writing.start("server")
    try:
        logging.getLogger("httpx").warning(f"unexpected: {CODE}")
        logging.getLogger("reread.test").warning("%s: password = '%s', says %s", KEY, PASSWORD, MAIL)
        raise ValueError(CODE)
    except ValueError:
        logging.getLogger("reread.test").exception("a check failed: %s", CODE)
    log.close()
    logging.getLogger("reread").setLevel(before)
    return folder


DIAGNOSES = (("ok", "git", f"remote https://ci:{PASSWORD}@git.corp.example"), ("fail", "model", f"key {KEY} refused"))


def unpacked(path):
    """All bytes of the archive, as they are and as they come out of it."""
    raw = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return raw + b"".join(archive.read(name) for name in archive.namelist()), archive.namelist()


def test_nothing_that_was_planted_is_in_the_bytes_of_the_archive(workspace, tmp_path, capsys):
    path = tmp_path / "report.zip"
    offering.offer(str(path), str(workspace), DIAGNOSES, agreed=True)
    everything, names = unpacked(path)
    assert names == ["about.json", "doctor.txt", "settings.txt", "ledger.json", "log.jsonl"]
    shown = capsys.readouterr().out.encode()
    for planted in PLANTED:
        assert planted.encode() not in everything
        assert planted.encode() not in shown
    assert str(tmp_path / "home").encode() not in everything
    assert b"REREAD_SECRET_1" in everything


def test_it_still_says_what_a_developer_needs(workspace):
    parts = contents(str(workspace), DIAGNOSES)
    assert "fail  model: key" in parts["doctor.txt"]
    assert "logs.code = true  # ~/config.toml" in parts["settings.txt"]
    assert "review.redact-words = 1 words" in parts["settings.txt"]
    assert "problem: <workspace>/reread.toml:2: review.base-url: a repository cannot set this" in parts["settings.txt"]
    assert '"type":"ValueError"' in parts["log.jsonl"]
    assert "test_bug_report.py" in parts["log.jsonl"]


def test_its_data_is_json_and_counts_of_tokens_are_no_secrets(workspace):
    from reread.analyzers.review.provider import Usage
    from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
    from reread.server.review.spending import ledger_path

    ledger = Ledger(ledger_path())
    call = Call("run", "review", "openai", "gpt-5-mini", "v1")
    number = ledger.reserve(call, Usage(90_017, 8_011), None, SpendingLimits())
    ledger.settle(number, "done", Usage(15_973, 1_871), 0.5, 1.25)
    log = writing.start("worker")
    fields = {"input_tokens": 15_973, "output_tokens": 1_871, "password": "Quagga!95", "cost": 0.5}
    logging.getLogger("reread.test").warning("the word Quagga!95 comes first")
    logging.getLogger("reread.test").warning("model call", extra={"data": fields})
    log.close()
    parts = contents(str(workspace), DIAGNOSES)
    (entry,) = json.loads(parts["ledger.json"])
    assert (entry["statistics"]["input_tokens"], entry["statistics"]["output_tokens"]) == (15_973, 1_871)
    lines = [json.loads(line) for line in parts["log.jsonl"].splitlines()]
    data = lines[-1]["data"]
    assert (data["input_tokens"], data["output_tokens"], data["cost"]) == (15_973, 1_871, 0.5)
    assert "Quagga" not in parts["log.jsonl"]
    assert json.loads(parts["about.json"])["reread"]


def test_the_same_secret_has_the_same_placeholder_in_all_its_files(workspace):
    cleaner = Cleaner(load(str(workspace)).settings.review, str(workspace))
    first = cleaner.clean(f"api_key = '{KEY}'\n")
    assert cleaner.clean(f"it was {KEY}\n").split()[-1] in first


@pytest.mark.parametrize("name", ["adalove", "engine-seven"])
def test_names_of_user_and_machine_are_kept_back(workspace, monkeypatch, name):
    monkeypatch.setattr(getpass, "getuser", lambda: "adalove")
    monkeypatch.setattr(socket, "gethostname", lambda: "engine-seven")
    cleaner = Cleaner(load(str(workspace)).settings.review, str(workspace))
    assert name not in cleaner.clean(f"written by {name} today")


def test_the_archive_is_for_its_user_alone_and_replaces_nothing(workspace, tmp_path):
    path = tmp_path / "report.zip"
    offering.offer(str(path), str(workspace), DIAGNOSES, agreed=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(offering.UsageError, match="already exists"):
        offering.offer(str(path), str(workspace), (), agreed=True)
    assert path.read_bytes() == before


def test_a_link_is_not_written_through(workspace, tmp_path):
    link = tmp_path / "report.zip"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(offering.UsageError):
        offering.offer(str(link), str(workspace), (), agreed=True)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("answer", "written"), [("y\n", True), ("yes\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_it_is_written_only_when_somebody_agrees(workspace, tmp_path, monkeypatch, answer, written):
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    path = tmp_path / "report.zip"
    assert offering.offer(str(path), str(workspace), (), agreed=False) == 0
    assert path.exists() is written


def test_a_script_has_to_agree_beforehand(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    with pytest.raises(offering.UsageError, match="--yes"):
        offering.offer(str(tmp_path / "report.zip"), str(workspace), (), agreed=False)
    assert os.listdir(tmp_path) != ["report.zip"]


class Terminal(io.StringIO):
    def isatty(self):
        return True
