"""Which embedder a folder gets: the settings' own only where code may go to it."""

from __future__ import annotations

import pytest

from reread.analyzers.review.privacy import consent
from reread.rag import embedders
from reread.rag.settings import IndexSettings
from reread.server.configuration import REPOSITORY_MAY_SET
from reread.server.settings import Settings
from reread.server.worker import folders
from reread.server.worker.embedding import embedder_of
from tests.standin import StandIn


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.delenv(consent.VARIABLE, raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


@pytest.fixture
def model():
    with StandIn() as server:
        yield server


def chosen(folder, **about):
    return embedder_of(folder, Settings(index=IndexSettings(**about)))


def test_without_a_setting_it_is_the_default_one(sample):
    embedder, note = chosen(sample)
    assert (embedder.name, note) == (embedders.default().name, "")


def test_code_goes_to_an_ollama_on_this_machine_without_more_ado(sample, model):
    embedder, note = chosen(sample, embedder="ollama", embedder_model="m", embedder_base_url=model.url)
    assert embedder.name.startswith("ollama-m-")
    assert note == ""
    assert embedder.embed(["text"]).shape == (1, 16)


def test_code_goes_elsewhere_only_after_somebody_agreed(sample, model, monkeypatch):
    about = {"embedder": "openai", "embedder_model": "m", "embedder_base_url": model.openai_url}
    embedder, note = chosen(sample, **about)
    assert embedder.name == embedders.default().name
    assert "reread consent allow" in note
    assert note.endswith("; the default embedder is used instead")
    monkeypatch.setenv(consent.VARIABLE, "1")
    embedder, note = chosen(sample, **about)
    assert (embedder.name.startswith("openai-m-"), note) == (True, "")
    monkeypatch.setenv(consent.VARIABLE, "0")
    assert "refused" in chosen(sample, **about).note
    assert model.requests == []


def test_without_a_key_it_is_the_default_one_and_says_so(sample):
    embedder, note = chosen(sample, embedder="openai")
    assert embedder.name == embedders.default().name
    assert note.startswith("openai: no key is set up")


def test_a_folder_without_a_model_is_said(sample):
    assert "has no model.onnx" in chosen(sample, embedder="onnx", embedder_model=sample).note


def test_secrets_and_personal_data_are_taken_out_of_what_is_sent(sample, model):
    embedder, _ = chosen(sample, embedder="ollama", embedder_base_url=model.url)
    embedder.embed(['a.py\nf\npassword = "correct-horse-battery"  # ask ann@corp.io\n'])
    [sent] = model.requests[0].json["input"]
    assert "correct-horse-battery" not in sent and "ann@corp.io" not in sent
    assert sent.startswith("a.py\nf\npassword = ")


def test_another_embedder_opens_the_index_anew(sample, model):
    folder = folders.IndexedFolder(sample, Settings())
    first = folder.index()
    folder.configure(Settings(index=IndexSettings(max_files=7)))
    assert folder.index() is first
    folder.configure(Settings(index=IndexSettings(embedder="ollama", embedder_base_url=model.url)))
    second = folder.index()
    try:
        assert second is not first
        assert second.run().chunks > 0
        assert all(request.path == "/api/embed" for request in model.requests) and model.requests
    finally:
        folder.close()


def test_the_note_is_told_with_the_first_report(sample):
    folder = folders.IndexedFolder(sample, Settings(index=IndexSettings(embedder="openai")))
    try:
        assert any("no key is set up" in note for note in folder.index().run().notes)
        assert folder.index().run().notes == ()
    finally:
        folder.close()


def test_no_repository_decides_where_code_goes():
    assert not {key for key in REPOSITORY_MAY_SET if key.startswith("index.embedder")}
