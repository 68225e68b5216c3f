"""Checks files with rules: content in, `FileReport` out. Shared by `reread check` and `reread review`.

Nothing heavy is imported here: a cold `reread check FILE` is over in about a hundred milliseconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.languages.files import of_text
from reread.analyzers.owned_files import digest
from reread.analyzers.roles import Role, role_of
from reread.analyzers.rules import ruleset
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.report.report import FileReport, locate, with_code
from reread.server.textfile import LeftOutError, TextFile, UnreadableFileError

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

    from reread.analyzers.engine.analysis import Analysis
    from reread.analyzers.engine.cross_file import CrossFileAnalysis
    from reread.analyzers.engine.engine import Engine
    from reread.analyzers.rules.check_options import CheckOptions
    from reread.analyzers.rules.models.model import LibraryModel
    from reread.server.imports.files import Links, WorkspaceFiles
    from reread.server.result_cache import ResultCache

MAXIMUM_FILE_SIZE = 1_000_000
NOTEBOOK = ".ipynb"
_FILES_FOR_A_POOL = 48
_MOST_UNEVEN = 0.25
"""How much more than its share a process is given to keep a folder together."""


class RuleChoice(NamedTuple):
    """Which rules run and how they count. `profile` is the name of one; `paths` are rule files and folders besides the
    built-in ones.
    """

    paths: tuple[str, ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: tuple[tuple[str, str], ...] = ()
    enable: bool = True
    profile: str = "standard"
    options: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()


class SourceFile(NamedTuple):
    """A file to check. `data` is its content when that is not what is on disk; `absolute` is "" without a file.

    `below` is the path below the folder that a person named, "" for a file that was named itself: who names a folder
    of tests wants them checked as code. None without one, and then it is `relative`.
    """

    path: str
    relative: str
    absolute: str
    data: bytes | None = None
    below: str | None = None

    @property
    def folder(self) -> str:
        """The folder that `relative` counts from; "" for a file outside the workspace."""
        spelled = self.relative.replace("/", os.sep)
        is_below = not os.path.isabs(spelled) and self.absolute.endswith(os.sep + spelled)
        return self.absolute[: -len(spelled)] if is_below else ""


class Job(NamedTuple):
    """How all files of one run are checked. Plain values, so that it can go to another process.

    Where `across` names a folder, data-flow analysis extends to files below it that a file imports; `texts` are the
    contents of some by their absolute paths, which stand for those on disk.
    """

    rules: RuleChoice
    maximum_file_size: int = MAXIMUM_FILE_SIZE
    fingerprints: bool = False
    across: str = ""
    texts: tuple[tuple[str, bytes], ...] = ()


@cache
def engine(choice: RuleChoice) -> Engine:
    """The rules that are chosen, ready to run."""
    # Where all files are known from before nothing runs, and importing what runs rules would take half of the time.
    from reread.analyzers.engine.engine import Engine

    return Engine(rules(choice.paths, choice.enable), options(choice))


@cache
def options(choice: RuleChoice) -> CheckOptions:
    """The options of the choice, without the rules themselves."""
    from reread.analyzers.rules.check_options import options_of

    thresholds = {rule: dict(values) for rule, values in choice.options}
    return options_of(choice.ignore, choice.select, choice.severity, choice.profile, thresholds)


@cache
def rules(paths: tuple[str, ...], enable: bool = True) -> ruleset.RuleSet:
    """The built-in rules and those of the files and folders; none at all when rules are switched off."""
    return ruleset.load(paths) if enable else ruleset.RuleSet()


@cache
def models(paths: tuple[str, ...], enable: bool = True) -> tuple[LibraryModel, ...]:
    """The library models of the files and folders."""
    return ruleset.load(paths, builtin=False).models if enable else ()


def check(job: Job, source: SourceFile, memory: ResultCache | None = None) -> FileReport:
    """The findings in what a file was before a change, its `data`; the memory has them beside those of the file."""
    # What depends on other files too is not kept: these may not be as they were then.
    memory = None if job.across else memory
    if memory is not None and (known := _known(job, source, memory, "before")) is not None:
        return known
    content, report, _ = _checked(job, source)
    if memory is not None and content:
        memory.keep(_key(source, "before"), content, report)
    return report


def check_document(job: Job, source: SourceFile, document: Document) -> FileReport:
    """The findings of rules in one text."""
    if source.path.endswith(NOTEBOOK):
        return _check_notebook(job, source, document)
    analysis = analysed(job, source, document)
    findings = analysis.findings
    if job.fingerprints:
        findings = tuple(with_fingerprints(findings, document, source.relative))
    rules = engine(job.rules)
    stopped = ("the parser",) if analysis.unparsed else ()
    located = locate(document, findings)
    return FileReport(
        source.path,
        source.relative,
        located,
        stopped=stopped,
        lost=rules.lost(analysis),
        given_up=rules.given_up(analysis),
        text=document.text if located else "",
        role=analysis.place.role,
    )


def _check_notebook(job: Job, source: SourceFile, document: Document) -> FileReport:
    from reread.server.notebooks import files, reporting

    def check(text: Document) -> Iterable[Finding]:
        findings = analysed(job, source, text).findings
        return with_fingerprints(findings, text, source.relative) if job.fingerprints else findings

    try:
        notebook = files.read(document.text)
    except files.NotANotebookError as error:
        found = locate(document, check(document))
        text, note = document.text, f"checked as text only: {error}"
    else:
        text, found = reporting.located(document, notebook, check)
        note = f"not checked: {_cells(notebook.passed_over)} in other languages" if notebook.passed_over else ""
    role = role_of_source(source, document)
    return FileReport(source.path, source.relative, found, text=text if found else "", note=note, role=role)


def _cells(count: int) -> str:
    return f"{count} code cell{'' if count == 1 else 's'}"


def checker(job: Job, source: SourceFile, document: Document) -> Callable[[Document], tuple[Finding, ...]]:
    """Gives the findings of rules in versions of a text, such as with a fix; looks again only at what differs."""
    from reread.analyzers.engine.engine import near

    whole = analysed(job, source, document)
    return lambda version: _linked(job, near(engine(job.rules), whole, version)).findings


def analysed(job: Job, source: SourceFile, document: Document) -> Analysis:
    """The analysis of one text of the source."""
    return _linked(job, engine(job.rules).check(document, source.relative, role_of_source(source, document)))


def _linked(job: Job, analysis: Analysis) -> Analysis:
    return engine(job.rules).linked(analysis, _across(*_place(job))) if job.across else analysis


def role_of_source(source: SourceFile, document: Document) -> Role:
    """What a text of the source is checked as."""
    return role_of(source.relative if source.below is None else source.below, document.data)


def _place(job: Job) -> tuple[Job, WorkspaceFiles]:
    """The job whatever else it asks for, and the files that others import."""
    plain = job._replace(fingerprints=False)
    return plain, _files(plain)


@cache
def _files(job: Job) -> WorkspaceFiles:
    from reread.server.imports.files import WorkspaceFiles, overlay_of

    return WorkspaceFiles(job.across, job.maximum_file_size, overlay_of(dict(job.texts)))


@cache
def _across(job: Job, files: WorkspaceFiles) -> CrossFileAnalysis:
    return engine(job.rules).across(files, of_run=True)


def read(source: SourceFile, maximum: int) -> TextFile:
    """The content of a file to check. Raises UnreadableFileError."""
    if source.data is None:
        return textfile.read(source.absolute, maximum, source.folder)
    return textfile.decode(source.data, source.path, maximum)


def document_of(source: SourceFile, content: TextFile) -> Document:
    language = of_text(language_of(source.path), source.path, content.text)
    return Document(source.path, content.text, path=source.absolute, language=language)


def check_all(
    job: Job, sources: Sequence[SourceFile], on_progress: Callable[[int], None], memory: ResultCache | None = None
) -> list[FileReport]:
    """The findings of rules in all files, in their order; `on_progress` receives the number of finished files. Files
    that the memory knows are not looked at again, and it is informed of the others.

    Files of an unknown language that nobody named are reported only when something is found in them: they are looked
    at for secrets, and that most are pictures is no news.
    """
    if job.across:
        _across.cache_clear()
        _files.cache_clear()
        # What is staged, or given on standard input, counts for the files that import it as well.
        given = tuple((source.absolute, source.data) for source in sources if source.data is not None)
        job = job._replace(texts=job.texts or given)
        if memory is not None:
            memory.forget_outdated(_place(job)[1])
    known = [None if memory is None else _known(job, source, memory) for source in sources]
    fresh = _reports(job, [source for source, report in zip(sources, known, strict=True) if report is None])
    reports = []
    for done, (source, before) in enumerate(zip(sources, known, strict=True), 1):
        if before is None:
            content, report, links = next(fresh)
            if memory is not None and content:
                memory.keep(_key(source), content, report)
            if memory is not None:
                memory.link(links)
        else:
            report = before
        if report.findings or report.broken or report.note or source.below == "" or language_of(source.path):
            reports.append(report)
        on_progress(done)
    return reports


def _known(job: Job, source: SourceFile, memory: ResultCache, *version: str) -> FileReport | None:
    """What was found in a file as it is now, if that is remembered."""
    try:
        content = read(source, job.maximum_file_size)
    except UnreadableFileError:
        return None
    before = memory.report(_key(source, *version), digest(content.data))
    return with_code(before, document_of(source, content)) if before and before.findings else before


def _key(source: SourceFile, *version: str) -> tuple[str, ...]:
    """What an answer depends on besides the content."""
    return (source.path, source.relative, source.absolute, str(source.below), *version)


def _checked(job: Job, source: SourceFile) -> tuple[bytes, FileReport, Links]:
    """The hash of the content that was looked at, what was found, and what files were found to import; b"" for what
    cannot be read, or checked.
    """
    try:
        content = read(source, job.maximum_file_size)
    except UnreadableFileError as error:
        unread = not isinstance(error, LeftOutError)
        return b"", FileReport(source.path, source.relative, skipped=str(error), unread=unread), {}
    try:
        report = check_document(job, source, document_of(source, content))
        # Of what is remembered the lines are found by their numbers, and those of a notebook are not its file's.
        links: Links = _place(job)[1].links() if job.across else {}
        return b"" if source.path.endswith(NOTEBOOK) else digest(content.data), report, links
    except Exception as error:
        from reread.server import bugs

        if bugs.is_looked_for():
            raise
        bugs.keep(error)
        return b"", FileReport(source.path, source.relative, skipped=bugs.described(error), broken=True), {}


def _reports(job: Job, sources: Sequence[SourceFile]) -> Iterator[tuple[bytes, FileReport, Links]]:
    processes = min(os.cpu_count() or 1, len(sources) // (_FILES_FOR_A_POOL // 2))
    if processes < 2:
        for source in sources:
            yield _checked(job, source)
        return
    from contextlib import ExitStack
    from functools import partial

    # What a process found out about a file counts for those that import it, which are mostly near to it.
    parts = _parts(sources, processes) if job.across else [sources]
    with ExitStack() as stack:
        each = processes if len(parts) == 1 else 1
        pools = [stack.enter_context(pool(job, each)) for _ in parts]
        found = [pool.imap(partial(_checked, job), part, chunksize=8) for pool, part in zip(pools, parts, strict=True)]
        for reports in found:
            yield from reports


def pool(job: Job, processes: int) -> Pool:
    """Processes that have the rules of the job."""
    import multiprocessing

    engine(job.rules)  # Made before the processes are, which then have it at no cost where they are forked.
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    return context.Pool(processes, _leave_interrupts_to_the_parent)


def _parts(sources: Sequence[SourceFile], count: int) -> list[Sequence[SourceFile]]:
    """As many parts with about the same amount of text, in the same order. Only a large folder is in two of them."""
    sizes = [size_of(source) for source in sources]
    share, seen = sum(sizes) / count, 0
    starts = [0]
    for at, (source, size) in enumerate(zip(sources, sizes, strict=True)):
        full = share * len(starts)
        is_other = at > 0 and os.path.dirname(source.path) != os.path.dirname(sources[at - 1].path)
        if at and len(starts) < count and seen >= full and (is_other or seen >= full + share * _MOST_UNEVEN):
            starts.append(at)
        seen += size
    return [sources[start:end] for start, end in zip(starts, (*starts[1:], len(sources)), strict=True)]


def size_of(source: SourceFile) -> int:
    """About how much there is to look at in a file."""
    if source.data is not None:
        return len(source.data)
    try:
        return os.path.getsize(source.absolute) if language_of(source.path) else 0
    except OSError:
        return 0


def _leave_interrupts_to_the_parent() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def memory_of(job: Job, root: str) -> ResultCache | None:
    """The cached findings of the same rules in a folder."""
    from reread.server import result_cache

    paths, *rest = job.rules
    choice = (*(tuple(sorted(each)) if isinstance(each, frozenset) else each for each in rest), *job[1:])
    return result_cache.opened(root, paths, choice)
