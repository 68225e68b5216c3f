"""Detects what a first configuration depends on, in a repository and on this machine. Starts no program."""

from __future__ import annotations

import os
import shutil
import socket
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.rag.source.walk import FoundFile, walk
from reread.server import git
from reread.server.configuration import repository_file

MOST_FILES = 20_000
_PATIENCE = 0.2
"""Seconds to wait for a program on this machine."""

_GUIDANCE = (
    "AGENTS.md",
    "CLAUDE.md",
    "CONTRIBUTING.md",
    ".github/copilot-instructions.md",
    ".cursorrules",
    ".cursor/rules",
)
_CI = {
    "github": ".github/workflows",
    "gitlab": ".gitlab-ci.yml",
    "bitbucket": "bitbucket-pipelines.yml",
    "forgejo": ".forgejo/workflows",
    "gitea": ".gitea/workflows",
    "woodpecker": ".woodpecker.yml",
    "jenkins": "Jenkinsfile",
}
_HOOKS = {"pre-commit": ".pre-commit-config.yaml", "lefthook": "lefthook.yml", "husky": ".husky"}
_EDITORS = {"vscode": (".vscode", "code"), "neovim": ("", "nvim"), "helix": (".helix", "hx"), "zed": (".zed", "zed")}
_KEYS = ("ANTHROPIC_API_KEY", "OPENAI_API_KEY")
_OLLAMA = ("127.0.0.1", 11434)


class Detected(NamedTuple):
    """`languages` are by the number of files, the most first. `base` is "" where it is not known, `hosts` are names of
    CI systems, `hooks` of hook managers; `keys` are names of variables, never values; `ollama` its address or "".
    `hooks_folder` is where git takes hooks from, `settings` the file that has settings already, or "".
    """

    root: str
    languages: tuple[tuple[str, int], ...] = ()
    base: str = ""
    guidance: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    ollama: str = ""
    editors: tuple[str, ...] = ()
    repository: bool = False
    hooks_folder: str = ""
    settings: str = ""


def detect(root: str, environment: Mapping[str, str], ollama: tuple[str, int] = _OLLAMA) -> Detected:
    """Detects the configuration of a folder and its surroundings."""
    counts = by_language(walk(root, max_files=MOST_FILES).files)
    is_repository, base = _repository(root)
    return Detected(
        root,
        tuple(counts.most_common()),
        base,
        tuple(name for name in _GUIDANCE if _is_there(root, name)),
        tuple(name for name, path in _CI.items() if _is_there(root, path)),
        tuple(name for name, path in _HOOKS.items() if _is_there(root, path)),
        tuple(name for name in _KEYS if environment.get(name)),
        _ollama(environment, ollama),
        tuple(name for name, (path, program) in _EDITORS.items() if _has_editor(root, path, program, environment)),
        is_repository,
        _hooks_folder(root) if is_repository else "",
        repository_file(root) or "",
    )


def by_language(files: Iterable[FoundFile]) -> Counter[str]:
    """How many files there are of each language that has a parser."""
    return Counter(language for file in files if (language := language_of(file.path)))


def _is_there(root: str, name: str) -> bool:
    return os.path.lexists(os.path.join(root, name))


def _has_editor(root: str, path: str, program: str, environment: Mapping[str, str]) -> bool:
    return bool(path and _is_there(root, path)) or shutil.which(program, path=environment.get("PATH", "")) is not None


def _repository(root: str) -> tuple[bool, str]:
    try:
        top = git.root_of(root)
    except git.GitError:
        return False, ""
    return True, git.default_base(top) or ""


def _hooks_folder(root: str) -> str:
    try:
        return git.hooks_folder(git.root_of(root))
    except git.GitError:
        return ""


def _ollama(environment: Mapping[str, str], usual: tuple[str, int]) -> str:
    """Where Ollama is: as the variable says, else at its usual address, if something listens there."""
    if named := environment.get("OLLAMA_HOST"):
        return named
    try:
        socket.create_connection(usual, timeout=_PATIENCE).close()
    except OSError:
        return ""
    return f"{usual[0]}:{usual[1]}"
