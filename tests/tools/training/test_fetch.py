from __future__ import annotations

import re
import subprocess

import pytest

from tools.training import fetch
from tools.training.definitions import HELD_OUT
from tools.training.fetch import LEARN, VALIDATE, Source, command, sources

PERMISSIVE = re.compile(
    r"MIT|Expat|BSD|Apache|ISC|Python|PSF|Zlib|zlib|Boost|curl|Go$|PostgreSQL|Unlicense|X11|BlueOak|Biopython"
)


def test_every_package_has_a_version_and_a_permissive_licence():
    for source in sources():
        assert source.registry in ("pypi", "npm", "debian", "debian-source")
        assert source.name and source.version
        assert PERMISSIVE.search(source.licence), source


def test_nothing_is_learned_from_what_it_is_measured_on():
    assert not {source.name.lower() for source in sources()} & set(HELD_OUT)


def test_models_are_chosen_by_packages_that_none_is_learned_from():
    uses = {
        use: {(source.registry, source.name) for source in sources() if source.use == use} for use in (LEARN, VALIDATE)
    }
    assert sum(map(len, uses.values())) == len(sources())
    assert len(uses[VALIDATE]) > 15
    assert not uses[LEARN] & uses[VALIDATE]


@pytest.mark.parametrize(
    ("registry", "words"),
    [
        ("pypi", "download --quiet --no-deps --only-binary=:all: a==1"),
        ("npm", "npm pack --silent a@1"),
        ("debian", "apt-get download -qq a=1"),
        ("debian-source", "apt-get source -qq --download-only --only-source a=1"),
    ],
)
def test_each_registry_is_asked_for_the_very_version(registry, words):
    assert " ".join(command(Source(registry, "a", "1", LEARN, "MIT"))).endswith(words)


def test_what_is_there_is_not_fetched_again_and_what_is_gone_is_left_out(tmp_path, monkeypatch, capsys):
    asked = []

    def run(words, cwd, **options):
        asked.append(words[-1])
        if words[-1] == "a==1":
            for name in ("a-1.whl", "a_1.orig.tar.gz", "a_1.orig.tar.gz.asc", "a_1.orig.tar.gz.definitions", "a_1.dsc"):
                (tmp_path / "pypi" / "a" / name).touch()
        return subprocess.CompletedProcess(words, 0 if words[-1] == "a==1" else 1)

    wanted = [Source("pypi", "a", "1", LEARN, "MIT"), Source("npm", "@b/c", "2", LEARN, "MIT")]
    monkeypatch.setattr(fetch.subprocess, "run", run)
    for _ in range(2):
        found = fetch.fetch(str(tmp_path), wanted)
    assert asked == ["a==1", "@b/c@2"]
    assert [[path.rpartition("/")[2] for path in archives] for _, archives in found] == [
        ["a-1.whl", "a_1.orig.tar.gz"],
        [],
    ]
    assert "@b/c 2 cannot be had from npm" in capsys.readouterr().err
