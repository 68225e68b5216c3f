"""The files of a first configuration. None contains a key, and existing files are not changed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import NamedTuple

from reread.analyzers import inside
from reread.server import __version__, settings_schema
from reread.server.setup import hook
from reread.server.setup.detection import Detected

_ADDRESS = re.compile(r"(?:https|ssh)://(?:git@)?[\w./:~%+-]+")
"""Without a password, and with nothing that a shell or YAML would read otherwise."""


def requirement() -> str:
    """The argument of `pip install` for this version; "" if it came from a folder of this machine.

    An installer keeps the address of what did not come from a package index (PEP 610).
    """
    try:
        kept = metadata.distribution("reread").read_text("direct_url.json")
        origin = json.loads(kept) if kept else None
    except (metadata.PackageNotFoundError, ValueError):
        return ""
    if origin is None:
        return f"reread=={__version__}"
    return _address(origin)


def _address(origin: object) -> str:
    if not isinstance(origin, dict) or not _ADDRESS.fullmatch(str(origin.get("url"))):
        return ""
    source = origin.get("vcs_info")
    if not isinstance(source, dict):
        return f"reread @ {origin['url']}"
    address = f"reread @ {source.get('vcs')}+{origin['url']}@{source.get('commit_id')}"
    return address if re.fullmatch(r"reread @ git\+[^\s]+@[0-9a-f]{40,64}", address) else ""


PRE_COMMIT_HOOK = ".git/hooks/pre-commit"


class Proposal(NamedTuple):
    """A file to write: `path` below the root, with `/`; `reason` states its purpose in a few words."""

    path: str
    text: str
    reason: str
    executable: bool = False


def proposals(detected: Detected) -> Iterator[Proposal]:
    """The files for what was detected, without those that are there already or where a link leads out of it."""
    for proposal in _all(detected):
        place = os.path.join(detected.root, *proposal.path.split("/"))
        if not os.path.lexists(place) and inside.is_inside(detected.root, place):
            yield proposal


def advice(detected: Detected) -> Iterator[str]:
    """Lines about steps that only a person should take: in files of their own, and with keys."""
    if "pre-commit" in detected.hooks:
        yield "add to .pre-commit-config.yaml, below `repos:`:\n" + _PRE_COMMIT
    if "lefthook" in detected.hooks:
        yield "add to lefthook.yml:\n" + _LEFTHOOK
    if "husky" in detected.hooks:
        yield "add to .husky/pre-commit:\nreread check --staged"
    if detected.hooks_folder and not detected.hooks and not _takes_hooks_from_its_own_folder(detected):
        yield f"git takes hooks from {detected.hooks_folder}; add to pre-commit there:\nreread check --staged"
    yield from _of_hosts(detected.hosts)
    if detected.keys:
        yield f"model review: {', '.join(detected.keys)} is set; `reread review` asks for consent before sending code"
    elif detected.ollama:
        yield f"model review: Ollama is at {detected.ollama}; set it up with `export OLLAMA_HOST={detected.ollama}`"
    else:
        yield "model review: no provider is set up; set ANTHROPIC_API_KEY, OPENAI_API_KEY or OLLAMA_HOST"
    yield "old findings: record them with `reread baseline create` to count only new findings"


def _of_hosts(hosts: Sequence[str]) -> Iterator[str]:
    needed = requirement()
    if not needed and not {"github", "gitlab", "bitbucket"}.isdisjoint(hosts):
        yield (
            "CI: no file is proposed, because this Reread was installed from a local folder, which no other"
            " machine can install it from; install it from git or a package index and run `reread init` again"
        )
        return
    if "gitlab" in hosts:
        yield "add to .gitlab-ci.yml:\n" + _with(needed, _GITLAB)
    if "bitbucket" in hosts:
        yield "add to bitbucket-pipelines.yml, as a step of pull requests:\n" + _with(needed, _BITBUCKET)


def _with(requirement: str, file: str) -> str:
    return file.replace("REQUIREMENT", f'"{requirement}"')


def _takes_hooks_from_its_own_folder(detected: Detected) -> bool:
    own = os.path.join(detected.root, *PRE_COMMIT_HOOK.split("/")[:-1])
    # In a worktree .git is a file.
    there = os.path.isdir(os.path.join(detected.root, ".git"))
    return there and os.path.realpath(own) == os.path.realpath(detected.hooks_folder)


def _all(detected: Detected) -> Iterator[Proposal]:
    # A second file would win over the settings that are there.
    if not detected.settings:
        yield Proposal("reread.toml", _settings(detected), "settings for all contributors")
    yield Proposal(settings_schema.FILE, settings_schema.text(), "completion of settings in editors")
    if not detected.hooks and _takes_hooks_from_its_own_folder(detected):
        yield Proposal(PRE_COMMIT_HOOK, hook.text(), "checks staged changes before each commit", executable=True)
    if "github" in detected.hosts and (needed := requirement()):
        yield Proposal(".github/workflows/reread.yml", _with(needed, _GITHUB), "checks pull requests")
    if "vscode" in detected.editors:
        recommended = json.dumps({"recommendations": ["reread.reread"]}, indent=2) + "\n"
        yield Proposal(".vscode/extensions.json", recommended, "recommends the extension")


def _settings(detected: Detected) -> str:
    languages = ", ".join(f"{name} ({count:,})" for name, count in detected.languages[:6]) or "none that rules are for"
    found = [f"# Languages here, by files: {languages}."]
    if detected.base:
        found.append(f"# Changes go to {detected.base}: `reread check --base {detected.base}`.")
    if detected.guidance:
        found.append(f"# Contributor guidelines: {', '.join(detected.guidance)}.")
    return _SETTINGS.replace("FOUND", "\n".join(found)).replace("SCHEMA", settings_schema.FILE)


_SETTINGS = """\
#:schema ./SCHEMA
# Settings of Reread for this repository; README.md of Reread lists all of them, `reread config` those in force.
# Keys of models never belong here: a repository cannot set them.
FOUND

# Files that are neither checked, indexed nor reviewed, as patterns of .gitignore.
exclude = []

[rules]
# How much the built-in rules report: "quiet", "standard" or "pedantic".
profile = "standard"
# Rules that do not run here, such as "py/print-left-behind" or "go/*".
ignore = []
"""

_PRE_COMMIT = """\
  - repo: local
    hooks:
      - {id: reread-check, name: reread check, entry: reread check --hook --, language: system, types: [text]}
"""

_LEFTHOOK = """\
pre-commit:
  commands:
    reread:
      run: reread check --staged
"""

_BITBUCKET = """\
- step:
    name: Reread
    image: python:3.12
    script:
      - pip install REQUIREMENT
      - reread check --base "origin/$BITBUCKET_PR_DESTINATION_BRANCH"
"""


_GITHUB = """\
name: Reread
on: pull_request
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install REQUIREMENT
      - run: reread check --base "origin/$BASE" --format sarif --output-file reread.sarif
        env:
          BASE: ${{ github.base_ref }}
      - uses: github/codeql-action/upload-sarif@v3
        if: ${{ always() && hashFiles('reread.sarif') != '' }}
        with:
          sarif_file: reread.sarif
"""

_GITLAB = """\
reread:
  image: python:3.12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0"
  script:
    - pip install REQUIREMENT
    - reread check --base "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --format gitlab -o gl-code-quality.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality.json
"""
