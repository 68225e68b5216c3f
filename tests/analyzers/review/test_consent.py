from __future__ import annotations

import pytest

from reread.analyzers.review.availability import Choice, Route
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.privacy.consent import ConsentError, Recipient

OPENAI = Recipient("openai", "api.openai.com")
OTHER = Recipient("anthropic", "api.anthropic.com")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch):
    monkeypatch.delenv("REREAD_CONSENT", raising=False)


def route(provider: str, url: str = "", model: str = "m", small: str = "") -> Route:
    return Route(Choice(provider, url, ""), model, small)


@pytest.mark.parametrize(
    ("one", "host"),
    [
        (route("openai"), "api.openai.com"),
        (route("anthropic"), "api.anthropic.com"),
        (route("openai", "https://user:pw@gate.corp.de:8443/v1"), "gate.corp.de:8443"),
        (route("openai", "http://127.0.0.1:4000/v1"), "127.0.0.1:4000"),
        (route("ollama", "http://gpu.corp.de:11434"), "gpu.corp.de:11434"),
        (route("ollama", "http://127.0.0.1:11434", "gpt-oss:120b-cloud"), "127.0.0.1:11434"),
        (route("ollama", "http://127.0.0.1:11434", "m", "small:cloud"), "127.0.0.1:11434"),
    ],
)
def test_code_leaves_the_machine_by(one, host):
    assert consent.recipients([one]) == (Recipient(one.choice.provider, host),)


@pytest.mark.parametrize("url", ["http://127.0.0.1:11434", "http://localhost:11434", "http://[::1]:11434"])
def test_models_of_an_ollama_on_this_machine_need_no_consent(url):
    assert consent.recipients([route("ollama", url)]) == ()
    assert consent.decision("/w", ()) is True


def test_all_of_a_chain_are_named():
    assert consent.recipients([route("openai"), route("anthropic"), route("openai")]) == (OPENAI, OTHER)


def test_before_anybody_has_said_anything_nothing_is_sent():
    assert consent.decision("/w", [OPENAI]) is None
    with pytest.raises(ConsentError, match="nobody has agreed"):
        consent.require("/w", [OPENAI])


def test_what_was_said_is_kept_for_that_workspace_alone(places):
    consent.record("/w", [OPENAI], allowed=True)
    assert consent.decision("/w", [OPENAI]) is True
    assert consent.decision("/v", [OPENAI]) is None
    assert not list((places / "state" / "consent").glob("*.tmp"))


def test_somebody_else_is_asked_about_anew_and_added():
    consent.record("/w", [OPENAI], allowed=True)
    assert consent.decision("/w", [OPENAI, OTHER]) is None
    consent.record("/w", [OTHER], allowed=True)
    assert consent.decision("/w", [OPENAI, OTHER]) is True


def test_a_refusal_is_kept_whoever_it_is_about_and_can_be_changed():
    consent.record("/w", [OPENAI], allowed=False)
    assert consent.decision("/w", [OTHER]) is False
    with pytest.raises(ConsentError, match="it was refused"):
        consent.require("/w", [OTHER])
    consent.record("/w", [OTHER], allowed=True)
    assert (consent.decision("/w", [OTHER]), consent.decision("/w", [OPENAI])) == (True, None)


def test_what_is_forgotten_is_asked_again():
    consent.record("/w", [OPENAI], allowed=False)
    consent.forget("/w")
    consent.forget("/w")
    assert consent.decision("/w", [OPENAI]) is None


@pytest.mark.parametrize(
    ("value", "answer"), [("1", True), ("yes", True), ("0", False), ("off", False), ("maybe", None)]
)
def test_the_variable_wins(monkeypatch, value, answer):
    monkeypatch.setenv("REREAD_CONSENT", value)
    assert consent.decision("/w", [OPENAI]) is answer


def test_a_consent_for_once_is_not_kept():
    consent.require("/w", [OPENAI], given=True)
    assert consent.read("/w") is None


def test_a_link_to_a_folder_is_the_folder(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    consent.record(str(tmp_path / "link"), [OPENAI], allowed=True)
    assert consent.decision(str(tmp_path / "real"), [OPENAI]) is True


def test_a_file_that_is_damaged_or_of_another_folder_says_nothing(places):
    consent.record("/w", [OPENAI], allowed=True)
    [file] = (places / "state" / "consent").iterdir()
    file.write_text("{")
    assert consent.decision("/w", [OPENAI]) is None
    consent.record("/v", [OPENAI], allowed=True)
    [other] = [path for path in (places / "state" / "consent").iterdir() if path != file]
    file.write_bytes(other.read_bytes())
    assert consent.decision("/w", [OPENAI]) is None


def test_what_cannot_be_kept_is_one_clear_line(places, monkeypatch):
    (places / "file").write_text("")
    monkeypatch.setenv("REREAD_STATE_DIR", str(places / "file"))
    with pytest.raises(ConsentError, match="cannot be kept"):
        consent.record("/w", [OPENAI], allowed=True)
