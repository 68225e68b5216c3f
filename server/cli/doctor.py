"""The checks of `reread doctor`: each function of `CHECKS` yields one `Diagnosis` or more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from reread.analyzers import inside, parts
from reread.analyzers.data_directories import user_file
from reread.server import __version__, checking, git
from reread.server.cli.workspace import Workspace, rule_paths
from reread.server.cli.writing import plural

if TYPE_CHECKING:
    from reread.rag.source.walk import Listing
    from reread.server.settings import Settings

_LIBRARIES = (
    "tree-sitter",
    "tree-sitter-language-pack",
    "pygls",
    "lsprotocol",
)

_LARGEST_HOOK = 100_000
"""Bytes."""
_MOST_BEGINNINGS, _BEGINNING = 2_000, 20_000
"""Files that are looked into for generated code, and bytes of each: the doctor stays fast in any workspace."""


class Diagnosis(NamedTuple):
    """A result of the doctor. `fail` means that a part does not work, `warn` that a person should know."""

    status: Literal["ok", "warn", "fail"]
    topic: str
    text: str


class Patient(NamedTuple):
    """The installation to check; `ping` permits a request to the provider."""

    workspace: Workspace
    ping: bool


def installation(patient: Patient) -> Iterator[Diagnosis]:
    """Python, Reread and its libraries, without importing them."""
    from importlib.metadata import PackageNotFoundError, version

    from reread.analyzers.review.providers import descriptions

    python = ".".join(map(str, sys.version_info[:3]))
    yield Diagnosis("ok", "reread", f"{__version__} on Python {python} ({sys.executable})")
    found, missing = [], []
    parts.activate()
    optional = ("chromadb", *(library for each in descriptions() for library in each.libraries))
    for name in dict.fromkeys((*_LIBRARIES, *optional)):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing += [name] if name in _LIBRARIES else []
    yield Diagnosis("ok", "libraries", ", ".join(found))
    if missing:
        yield Diagnosis("fail", "libraries", f"not installed: {', '.join(missing)}; reinstall Reread")
    for name in ("index", "model"):
        if not parts.is_installed(name):
            yield Diagnosis("warn", "parts", parts.request(name))


def parsers(patient: Patient) -> Iterator[Diagnosis]:
    """The parser of each language."""
    from reread.analyzers.syntax import language_names, parse
    from reread.analyzers.text import Document

    broken = []
    for name in language_names():
        try:
            parse(Document("", "", language=name))
        except Exception as error:
            broken.append(f"{name} ({error})")
    if broken:
        yield Diagnosis("fail", "parsers", f"cannot be loaded: {', '.join(broken)}")
    else:
        yield Diagnosis("ok", "parsers", ", ".join(language_names()))


def configuration(patient: Patient) -> Iterator[Diagnosis]:
    """The files that settings come from, and everything wrong in them."""
    from reread.server.configuration import load, repository_file

    own, repository = user_file(), repository_file(patient.workspace.root)
    yield Diagnosis("ok", "your settings", own if os.path.isfile(own) else f"none ({own} does not exist)")
    yield Diagnosis("ok", "repository settings", repository or f"none in {patient.workspace.root}")
    for problem in load(patient.workspace.root).problems:
        yield Diagnosis("warn" if problem.refused else "fail", "settings", str(problem))


def rules(patient: Patient) -> Iterator[Diagnosis]:
    """The rules that are in force, and those that could not be loaded."""
    loaded = checking.rules(rule_paths(patient.workspace), patient.workspace.settings.enable)
    yield Diagnosis("ok" if loaded.rules else "warn", "rules", f"{len(loaded.rules)} loaded")
    for problem in loaded.problems:
        yield Diagnosis("fail", "rules", str(problem))


def models(patient: Patient) -> Iterator[Diagnosis]:
    """The library models of the workspace: their sanitizers can silence findings."""
    from reread.analyzers.rules.models.inventory import described

    loaded = checking.models(rule_paths(patient.workspace), patient.workspace.settings.enable)
    for line in described(loaded):
        yield Diagnosis("ok", "models", line)


def languages(patient: Patient) -> Iterator[Diagnosis]:
    """The languages of the files here, how deeply each is analysed, and what is left out."""
    from collections import Counter

    from reread.rag.source.ignore import all_ignored_by_git
    from reread.rag.source.walk import walk
    from reread.server.cli.depth import depth_of
    from reread.server.setup.detection import MOST_FILES, by_language

    root, settings = patient.workspace.root, patient.workspace.settings
    listing = walk(root, exclude=settings.exclude, max_file_size=settings.max_file_size, max_files=MOST_FILES)
    counts = by_language(listing.files)
    for name, count in counts.most_common():
        yield Diagnosis("ok", name, f"{plural(count, 'file')}: {depth_of(name).described()}")
    others = len(listing.files) - counts.total()
    if others:
        yield Diagnosis("ok", "other files", f"{plural(others, 'file')}: {depth_of('').described()}")
    reasons = Counter(skipped.reason for skipped in listing.skipped)
    for reason, count in (*sorted(reasons.items()), *_left_out_in_part(root, listing)):
        yield Diagnosis("ok", "left out", f"{plural(count, 'file')}: {reason}")
    by_git = len(all_ignored_by_git(root))
    for who, count in (("Git", by_git), ("ignore files or the setting `exclude`", listing.ignored)):
        if count:
            yield Diagnosis("ok", "left out", f"{count:,} files and folders: ignored by {who}")


def _left_out_in_part(root: str, listing: Listing) -> Iterator[tuple[str, int]]:
    """Generated code among the first files, known by their names and by how they begin."""
    from reread.analyzers.roles import Role, role_of
    from reread.analyzers.syntax import language_of

    def begins(path: str) -> bytes:
        try:
            return inside.read(root, path, _BEGINNING)
        except OSError:
            return b""

    code = [file.path for file in listing.files if language_of(file.path)][:_MOST_BEGINNINGS]
    count = sum(1 for path in code if role_of(path, begins(path)) is Role.FOREIGN)
    if count:
        yield f"{Role.FOREIGN.described}: hints at most, and no model review of changes", count


def repository(patient: Patient) -> Iterator[Diagnosis]:
    """Git, and what is staged."""
    try:
        version = git.version(patient.workspace.root)
    except git.GitError as error:
        yield Diagnosis("warn", "git", f"{error}; needed for --staged, --uncommitted and --base")
        return
    try:
        root = git.root_of(patient.workspace.root)
    except git.GitError as error:
        yield Diagnosis("warn", "git", f"{version}; {error}")
        return
    base = git.default_base(root) or "unknown"
    staged = plural(len(git.staged(root)), "file")
    yield Diagnosis("ok", "git", f"{version}; {root}, {staged} staged, default base {base}")


def gate(patient: Patient) -> Iterator[Diagnosis]:
    """Checks what keeps findings out of commits: the baseline and a hook."""
    from reread.server.known import baseline

    root = patient.workspace.root
    try:
        known = baseline.load(root)
    except baseline.BaselineError as error:
        yield Diagnosis("fail", "baseline", str(error))
    else:
        missing = "none; create one with `reread baseline create` to count only new findings"
        yield Diagnosis("ok", "baseline", plural(len(known), "known finding") if known.known else missing)
    yield from _hooks(root)


def _hooks(root: str) -> Iterator[Diagnosis]:
    """Those of hook managers by their names; that of git is started as git does."""
    from reread.server.setup import hook

    found = [name for name in (".pre-commit-config.yaml", "lefthook.yml", ".husky/pre-commit") if _names_us(root, name)]
    if found:
        yield Diagnosis("ok", "hook", ", ".join(found))
    try:
        top = git.root_of(root)
        folder = git.hooks_folder(top)
    except git.GitError:
        top = folder = ""
    path = os.path.join(folder, "pre-commit")
    idle = os.path.join(root, ".git", "hooks", "pre-commit")
    if folder and _names_us("", path):
        status, said = hook.tried(top, path)
        yield Diagnosis(status, "hook", f"{os.path.relpath(path, root)}: {said}")
    elif folder and os.path.realpath(idle) != os.path.realpath(path) and _names_us(root, idle):
        yield Diagnosis("warn", "hook", f"{idle} does not run: Git uses the hooks in {folder} (core.hooksPath)")
    elif not found:
        yield Diagnosis("ok", "hook", "none runs `reread check`; set one up with `reread init`")


def _names_us(root: str, name: str) -> bool:
    try:
        return b"reread" in inside.read(root, os.path.join(root, name), _LARGEST_HOOK)
    except OSError:
        return False


def index(patient: Patient) -> Iterator[Diagnosis]:
    """The worker process and the index of this workspace."""
    from reread.server.cli.worker import WorkerError, with_worker
    from reread.server.configuration import load

    if not parts.is_installed("index"):
        return
    folder = patient.workspace.root
    try:
        status = with_worker(folder, load(folder).settings, lambda worker: worker.status(folder))
    except WorkerError as error:
        yield Diagnosis("fail", "index", str(error))
        return
    if status.files:
        held = f"{plural(status.files, 'file')}, {plural(status.chunks, 'chunk')}"
        yield Diagnosis("ok", "index", f"{held} in {status.directory}")
    else:
        yield Diagnosis("warn", "index", "empty; fill it with `reread index` or open the folder in an editor")
    for note in status.notes:
        yield Diagnosis("warn", "index", note)


def model(patient: Patient) -> Iterator[Diagnosis]:
    """The provider of the model review: set up or not, and with `--ping` whether it answers."""
    from reread.server.configuration import load
    from reread.server.review.reviewing import availability

    settings = load(patient.workspace.root).settings
    state = availability(settings)
    topic, _, text = state.message.partition(": ")
    yield Diagnosis("ok" if state.available else "warn", topic, text)
    yield from _around_it(patient.workspace.root, settings)
    if patient.ping and state.available:
        yield _ping(settings)


def _around_it(folder: str, settings: Settings) -> Iterator[Diagnosis]:
    """The user's files of keys and prices, and whether code may be sent."""
    from reread.analyzers.review import keys
    from reread.analyzers.review.availability import routes
    from reread.analyzers.review.privacy import consent
    from reread.analyzers.review.spend import models

    for topic, problem in (("keys", keys.problem()), ("prices", models.problem())):
        if problem:
            yield Diagnosis("warn", topic, problem)
    wanted = consent.recipients(routes(settings.review))
    if wanted:
        given = consent.decision(folder, wanted)
        yield Diagnosis("ok" if given else "warn", "consent", consent.status(folder, wanted))


def operation(patient: Patient) -> Iterator[Diagnosis]:
    """Where telemetry goes, if anywhere."""
    from reread.analyzers.network.proxies import without_credentials
    from reread.server.configuration import load

    telemetry = load(patient.workspace.root).settings.telemetry
    for part, address in (("telemetry", telemetry.endpoint), ("sentry", telemetry.sentry_dsn)):
        if address and parts.is_installed(part):
            yield Diagnosis("ok", part, f"sent to {without_credentials(address)}")
        elif address:
            yield Diagnosis("warn", part, parts.request(part))


def verification(patient: Patient) -> Iterator[Diagnosis]:
    """The tools of the project that fixes are tried with: which would run here, and whether they are there."""
    from reread.server.configuration import load
    from reread.server.verification import running, tools

    folder = patient.workspace.root
    for command, here in tools.plans(folder, load(folder).settings.review.verify):
        name = tools.name_of(command)
        which = f" of {', '.join(command.files)}" if command.files else ""
        if not here:
            yield Diagnosis("ok", "verification", f"{name} does not run in {folder} (review.verify, folders)")
            continue
        try:
            program = tools.arguments_of(command, (), folder)[0]
            found = running.located(program, folder, os.environ)
        except running.NotStartedError as error:
            yield Diagnosis("warn", "verification", f"{name} {error}, so it does not verify fixes")
        else:
            limit = f"at most {command.timeout:g} s, in a copy of {folder}"
            yield Diagnosis("ok", "verification", f"{name} ({found}) verifies fixes{which}, {limit}")


def _ping(settings: Settings) -> Diagnosis:
    """Has the model review one line, which shows that address, key, model and the form of its answers are right."""
    import asyncio
    import time

    from msgspec.structs import replace

    from reread.server.report.review import ReviewDocument, ReviewRequest
    from reread.server.review.reviewing import review

    document = ReviewDocument("ping.py", "", "ping.py", "python", "def answer():\n    return 42\n")
    fresh = replace(settings, review=replace(settings.review, cache=False))
    began = time.monotonic()
    request = ReviewRequest("", (document,), whole=True, consent=True)
    outcome = asyncio.run(review(request, fresh, None, lambda uri, finding: None))
    if not outcome.complete:
        return Diagnosis("fail", "model review", "; ".join(outcome.problems))
    seconds = time.monotonic() - began
    return Diagnosis("ok", "model review", f"answered after {seconds:.1f} s, with {outcome.tokens:,} tokens")


def retained(patient: Patient) -> Iterator[Diagnosis]:
    """What is kept in the cache and state folders, with its present size and its limits."""
    from reread.analyzers import retention

    for kind in retention.ALL:
        files, size = retention.size_of(kind.paths())
        if files:
            held = f"{plural(files, 'file')}, {retention.readable(size)}"
            yield Diagnosis("ok", "kept", f"{kind.name}: {held}; limits: {kind.limits()}")


def editors(patient: Patient) -> Iterator[Diagnosis]:
    """How an editor starts the server."""
    command = sys.argv[0] if os.path.basename(sys.argv[0]).startswith("reread") else "reread"
    yield Diagnosis("ok", "editors", f"configure your editor to start `{command} server`; see editors/ for examples")


CHECKS: tuple[Callable[[Patient], Iterator[Diagnosis]], ...] = (
    installation,
    parsers,
    configuration,
    rules,
    models,
    languages,
    repository,
    gate,
    index,
    model,
    verification,
    operation,
    retained,
    editors,
)
