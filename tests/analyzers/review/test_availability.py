from __future__ import annotations

import subprocess
import sys

import pytest

from reread.analyzers.review.availability import availability, chain, choose, problems
from reread.analyzers.review.description import Price
from reread.analyzers.review.providers import description, provider_names
from reread.analyzers.review.providers.ollama import ollama_url
from reread.analyzers.review.settings import Fallback, ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.review.spend.models import default_model, price


def message(**options) -> str:
    return availability(ReviewSettings(**options)).message


def test_with_nothing_set_up_it_says_how_to_switch_it_on():
    found = availability(ReviewSettings())
    expected = "model review: no provider is set up; set ANTHROPIC_API_KEY or OPENAI_API_KEY, or start Ollama and set OLLAMA_HOST"
    assert found == (False, expected, "", "")


@pytest.mark.parametrize(
    ("environment", "provider"),
    [
        ({"ANTHROPIC_API_KEY": "k", "OPENAI_API_KEY": "k", "OLLAMA_HOST": "h"}, "anthropic"),
        ({"OPENAI_API_KEY": "k", "OLLAMA_HOST": "h"}, "openai"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, "openai"),
        ({"OLLAMA_HOST": "127.0.0.1"}, "ollama"),
    ],
)
def test_auto_takes_the_first_that_is_set_up(monkeypatch, environment, provider):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = availability(ReviewSettings())
    assert (found.available, found.provider, found.model) == (True, provider, default_model(provider))


def test_a_provider_that_is_chosen_must_be_set_up(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    assert message(provider="anthropic") == "model review: no provider is set up; set ANTHROPIC_API_KEY"
    assert "openai, gpt-5-mini" in message(provider="openai")
    assert "127.0.0.1:11434" in message(provider="ollama")


def test_it_can_be_switched_off(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    assert message(enable=False) == "model review: disabled in the settings (review.enable)"
    assert not availability(ReviewSettings(), enable=False).available


def test_no_key_and_no_password_is_ever_shown(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "topsecretkey")
    shown = message(provider="openai", base_url="https://me:topsecretword@example.org/v1?key=topsecretquery")
    assert shown == "model review: openai, gpt-5-mini at https://example.org/v1"


def test_the_endpoint_of_the_settings_is_for_the_provider_that_they_choose(monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "k")
    assert choose(ReviewSettings(base_url="http://example.org")).base_url == ""
    assert choose(ReviewSettings(provider="anthropic", base_url="http://example.org")).base_url == "http://example.org"


def test_the_vendor_s_own_endpoint_spelled_out_is_still_the_vendor_s_own(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://api.openai.com/v1/")
    assert choose(ReviewSettings()).base_url == ""


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("", "http://127.0.0.1:11434"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:8080", "http://127.0.0.1:8080"),
        ("localhost", "http://localhost:11434"),
        (" box:1/ ", "http://box:1"),
        (":1234", "http://127.0.0.1:1234"),
        ("http://box", "http://box:11434"),
        ("https://box.example", "https://box.example:443"),
        ("https://box.example:8443/ollama", "https://box.example:8443/ollama"),
        ("[::1]", "http://[::1]:11434"),
        ("[::]:1", "http://[::1]:1"),
    ],
)
def test_all_forms_of_ollama_host(host, url):
    assert ollama_url(host) == url


def test_asking_how_it_stands_imports_no_library_of_a_vendor():
    script = (
        "import sys; from reread.server.review.reviewing import availability; from reread.server.settings import Settings;"
        "availability(Settings()); print(sorted({'openai', 'anthropic', 'httpx', 'pydantic', 'diskcache'} & set(sys.modules)))"
    )
    environment = {"PATH": "", "HOME": "/nonexistent", "OPENAI_API_KEY": "k"}
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_prices_are_for_a_million_tokens():
    assert Price(3.0, 15.0).of(1_000_000, 100_000) == 4.5


@pytest.mark.parametrize(
    ("provider", "model", "expected"),
    [
        ("anthropic", "claude-sonnet-4-6", Price(3.0, 15.0, cache_read=0.1, cache_write=1.25)),
        ("anthropic", "claude-haiku-4-5-20251001", Price(1.0, 5.0, cache_read=0.1, cache_write=1.25)),
        ("openai", "gpt-5-mini-2025-08-07", Price(0.25, 2.0, cache_read=0.1)),
        ("openai", "gpt-4o", Price(2.5, 10.0, cache_read=0.5)),
        ("openai", "unheard-of", None),
        ("ollama", "anything:7b", Price(0.0, 0.0)),
        ("nobody", "x", None),
    ],
)
def test_prices_by_model(provider, model, expected):
    assert price(provider, model) == expected


def test_every_default_model_has_a_price():
    of_others = {name for name in provider_names() if description(name).needs or description(name).by_client}
    assert all(price(name, default_model(name)) for name in set(provider_names()) - of_others)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("gpt-4o", Price(2.5, 10.0, cache_read=0.5)),
        ("openai/gpt-4o-2024-08-06", Price(2.5, 10.0, cache_read=0.5)),
        ("anthropic/claude-sonnet-4-6", Price(3.0, 15.0, cache_read=0.1, cache_write=1.25)),
        ("nobody/gpt-4o", None),
        ("ollama/anything", None),
        ("unheard-of", None),
    ],
)
def test_behind_another_endpoint_a_known_model_has_its_list_price(model, expected):
    elsewhere = "http://127.0.0.1:1/v1"
    assert price("openai", model, elsewhere) == expected
    assert models.is_list_price("openai", model, elsewhere) is (expected is not None)


def test_the_price_at_the_vendor_s_own_endpoint_is_no_list_price():
    assert not models.is_list_price("openai", "gpt-4o", "")


def test_a_small_model_is_not_supposed_to_be_behind_another_endpoint():
    assert models.default_small_model("openai", "gpt-5", "http://127.0.0.1:1/v1") == ""


def test_the_user_s_file_wins(places):
    (places / "config").mkdir()
    (places / "config" / "models.toml").write_text(
        '[openai]\ndefault = "mine"\n[openai.prices]\nmine = { input = 1.0, output = 2.0 }\nkept = { input = 1.0, output = 2.0, cache_read = 0.5 }\nbroken = { input = "x" }\n'
    )
    assert default_model("openai") == "mine"
    assert price("openai", "mine") == Price(1.0, 2.0)
    assert price("openai", "kept") == Price(1.0, 2.0, cache_read=0.5)
    assert price("openai", "mine", "http://127.0.0.1:1/v1") == Price(1.0, 2.0)
    assert price("openai", "gpt-4o") == Price(2.5, 10.0, cache_read=0.5)
    assert price("openai", "broken") is None
    assert models.problem() == ""


def test_a_broken_file_of_the_user_is_told_and_left_out(places):
    (places / "config").mkdir()
    (places / "config" / "models.toml").write_text("[openai\n")
    assert default_model("openai") == "gpt-5-mini"
    assert "models.toml" in models.problem()


def names(**options) -> list[str]:
    return [str(route) for route in chain(ReviewSettings(**options))]


def test_a_vendor_s_small_model_answers_short_questions_where_it_is_much_cheaper(monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "k")
    assert names() == ["anthropic, claude-sonnet-4-6 with claude-haiku-4-5"]
    assert names(model="claude-haiku-4-5") == ["anthropic, claude-haiku-4-5"]
    assert names(model="unheard-of") == ["anthropic, unheard-of"]
    assert names(small_model="claude-sonnet-4-6") == ["anthropic, claude-sonnet-4-6"]


def test_behind_another_endpoint_there_is_a_small_model_only_by_name():
    assert names(provider="openai", base_url="http://x/v1") == ["openai, gpt-5-mini at http://x/v1"]
    found = names(provider="openai", base_url="http://x/v1", model="big", small_model="little")
    assert found == ["openai, big with little at http://x/v1"]


def test_fallbacks_come_after_the_provider_and_those_not_set_up_are_told(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    fallback = (Fallback(provider="anthropic"), Fallback(provider="ollama", model="qwen"))
    settings = ReviewSettings(fallback=fallback)
    assert [route.choice.provider for route in chain(settings)] == ["openai", "ollama"]
    assert problems(settings) == ("fallback provider anthropic is not set up: set ANTHROPIC_API_KEY",)
    assert "; else ollama, qwen at http://127.0.0.1:11434" in availability(settings).message


def test_the_vendor_s_key_is_not_for_somebody_else_s_endpoint(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("GPU_KEY", "g")
    keys = [
        chain(ReviewSettings(fallback=(Fallback(provider="openai", base_url="http://x/v1", **named),)))[1].choice.key
        for named in ({}, {"key_variable": "GPU_KEY"})
    ]
    assert keys == ["", "g"]


def test_without_a_provider_there_is_no_chain():
    assert chain(ReviewSettings(fallback=(Fallback(provider="ollama"),))) == ()


@pytest.mark.parametrize(
    ("options", "selection"),
    [
        ({}, (0.6, 5, 20)),
        ({"profile": "pedantic"}, (0.2, 0, 0)),
        ({"profile": "standard", "minimum_confidence": 0.9}, (0.9, 10, 60)),
        ({"max_findings": 0, "max_findings_per_file": 1}, (0.6, 1, 0)),
    ],
)
def test_a_profile_says_how_much_is_shown_as_far_as_nothing_else_does(options, selection):
    assert ReviewSettings(**options).selection == selection
