"""What runs on machines of others, part by part: the matrix of CI, and the stages of the container."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.website.test_shown_commands import unknown

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
JOBS = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text())["jobs"]
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]
VERSIONS = [
    found[1]
    for each in PROJECT["classifiers"]
    if (found := re.search(r"^Programming Language :: Python :: (3\.\d+)$", each))
]


def targets():
    return set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.M))


@pytest.mark.parametrize("name", [name for name, job in JOBS.items() if "strategy" in job])
def test_each_version_of_the_classifiers_is_tried(name):
    matrix = JOBS[name]["strategy"]["matrix"]
    assert matrix["python"] == VERSIONS
    assert JOBS[name]["runs-on"] == "${{ matrix.os }}"


def test_the_oldest_version_is_the_one_required():
    assert PROJECT["requires-python"] == f">={VERSIONS[0]}"


def test_it_is_installed_on_each_system():
    assert {each.split("-")[0] for each in JOBS["installed"]["strategy"]["matrix"]["os"]} == {
        "ubuntu",
        "macos",
        "windows",
    }


@pytest.mark.parametrize("command", [step["run"] for _, step in STEPS if "run" in step])
def test_each_command_of_ci_exists(command):
    program, *rest = shlex.split(command)
    if program == "make":
        assert set(rest) <= targets()
    elif program == "reread":
        assert unknown(rest) == []
    else:
        assert [program, *rest[:3]] == ["python", "-m", "pip", "install"]


def test_ci_takes_no_text_of_a_change_into_a_command_and_may_write_nothing():
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text()
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    assert not any("${{" in step.get("run", "") for _, step in STEPS)
    assert "pull_request_target" not in text


class Instruction(NamedTuple):
    """A line of a container's file, with its stage."""

    stage: int
    word: str
    rest: str


def instructions(text):
    stage = -1
    for line in re.sub(r"\\\n\s*", "", text).splitlines():
        word, _, rest = line.partition(" ")
        if word and not word.startswith("#"):
            stage += word == "FROM"
            yield Instruction(stage, word, rest)


ALL = list(instructions((ROOT / "Dockerfile").read_text()))


def faults(found):
    """What a reader of such files objects to."""
    last = found[-1].stage
    users = [each.rest for each in found if each.stage == last and each.word == "USER"]
    if not users or users[-1] in ("root", "0"):
        yield "runs as root"
    for each in found:
        if each.word == "ADD":
            yield "ADD"
        if each.word == "FROM" and not re.match(r"[\w/]+:(?!latest\b)[\w.-]+", each.rest):
            yield f"no version: {each.rest}"
        if each.word in ("ENTRYPOINT", "CMD") and not isinstance(_json(each.rest), list):
            yield f"through a shell: {each.rest}"
        if each.word == "WORKDIR" and not each.rest.startswith("/"):
            yield f"relative: {each.rest}"
        if "apt-get install" in each.rest and not re.search(
            "--no-install-recommends.*rm -rf /var/lib/apt/lists", each.rest
        ):
            yield f"leaves lists: {each.rest}"
        if re.search(r"pip (?:install|wheel)", each.rest) and "--no-cache-dir" not in each.rest:
            yield f"leaves a cache: {each.rest}"
        if "sudo " in each.rest:
            yield "sudo"


def _json(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def test_the_container_has_no_fault_that_readers_object_to():
    assert list(faults(ALL)) == []


@pytest.mark.parametrize(
    "line",
    [
        "ADD a b",
        "FROM python",
        "FROM python:latest",
        "CMD reread",
        "WORKDIR a",
        "RUN pip install a",
        "RUN sudo a",
        "USER root",
        "RUN apt-get install a",
    ],
)
def test_a_fault_is_seen(line):
    assert list(faults([*ALL, *instructions(f"FROM a:1\nUSER reread\n{line}\n")]))


def test_its_version_of_python_is_one_that_is_tried():
    assert {re.match(r"python:([\d.]+)-", each.rest)[1] for each in ALL if each.word == "FROM"} <= set(VERSIONS)


def test_only_what_is_copied_is_sent_to_the_builder():
    kept = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    copied = [
        name for each in ALL if each.word == "COPY" and "--from" not in each.rest for name in each.rest.split()[:-1]
    ]
    assert kept == copied


def ran(instruction, folder, paths, **variables):
    """Runs a command of the file, with its absolute paths below a folder."""
    script = instruction.rest
    for path in paths:
        script = re.sub(rf"(?<![\w.]){path}\b", str(folder) + path, script)
    script = re.sub(r"\bpython\b", shlex.quote(sys.executable), script, count=1)
    environment = {**os.environ, **variables}
    done = subprocess.run(
        ["bash", "-ec", script], cwd=folder / "source", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_its_stages_make_and_install_what_works(tmp_path):
    (tmp_path / "source").mkdir()
    for each in ALL:
        if each.word == "COPY" and "--from" not in each.rest:
            *names, _ = each.rest.split()
            for name in names:
                if (ROOT / name).is_dir():
                    ignored = shutil.ignore_patterns("__pycache__", "*.prepared")
                    shutil.copytree(ROOT / name, tmp_path / "source" / name, ignore=ignored)
                else:
                    shutil.copy(ROOT / name, tmp_path / "source")
    build, install = (each for each in ALL if each.word == "RUN" and "pip" in each.rest)
    ran(build, tmp_path, ["/dist"], PIP_NO_BUILD_ISOLATION="0")
    ran(install, tmp_path, ["/dist"], PIP_NO_DEPS="1", PIP_TARGET=str(tmp_path / "target"))
    [entry] = [json.loads(each.rest) for each in ALL if each.word == "ENTRYPOINT"]
    [command] = [json.loads(each.rest) for each in ALL if each.word == "CMD"]
    program = [sys.executable, str(tmp_path / "target" / "bin" / entry[0]), *command, "setup.py"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "target")}
    done = subprocess.run(
        program, cwd=tmp_path / "source", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
