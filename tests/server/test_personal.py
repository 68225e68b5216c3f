from __future__ import annotations

import subprocess

from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.settings import ReviewSettings
from reread.server.personal import personal_of


def test_e_mail_addresses_are_kept_back_by_default(tmp_path):
    assert personal_of(ReviewSettings(), str(tmp_path)) == Personal(frozenset({"emails"}))


def test_names_are_those_that_git_commits_with(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Jane Doe"], check=True)
    settings = ReviewSettings(redact=("names",), redact_words=("Acme",))
    assert personal_of(settings, str(tmp_path)) == Personal(frozenset(), ("Acme", "Jane Doe"))


def test_without_git_there_are_no_names(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert personal_of(ReviewSettings(redact=("names",)), str(tmp_path)) == Personal()
