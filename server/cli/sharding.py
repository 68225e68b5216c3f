"""`--shard`: the files of a run that one machine checks, and what its report says for the merge."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.owned_files import digest
from reread.server import __version__, checking
from reread.server.cli import writing
from reread.server.cli.options import CheckingOptions
from reread.server.cli.sources import Selection
from reread.server.exits import UsageError
from reread.server.report import shards
from reread.server.report.report import FileReport, Report

if TYPE_CHECKING:
    from reread.analyzers.rules.rule import Problem
    from reread.server.checking import Job, SourceFile
    from reread.server.cli.workspace import Workspace


class Sharding(NamedTuple):
    """What a machine checks: the shard `number` of `of`. `numbers` are the shards of all files by their names."""

    number: int
    of: int
    whole: Selection
    numbers: dict[str, int]

    @property
    def selection(self) -> Selection:
        """The part of the whole that this shard is."""
        mine = tuple(each for each in self.whole.sources if self._is_mine(each))
        return self.whole._replace(
            sources=mine, skipped=tuple(each for each in self.whole.skipped if self._is_mine(each))
        )

    def with_texts(self, job: Job) -> Job:
        """The job that knows what is staged in files of other shards: files of this one may import them."""
        texts = tuple((each.absolute, each.data) for each in self.whole.sources if each.data is not None)
        return job._replace(texts=texts) if job.across else job

    def own(self, reports: Iterable[FileReport]) -> list[FileReport]:
        """The reports that this shard writes; the first writes those of files that nobody was to check."""
        return [each for each in reports if self.numbers.get(_name(each), 1) == self.number]

    def marked(self, report: Report, problems: Sequence[Problem], arguments: CheckingOptions) -> Report:
        """The report with what the merge has to know. `problems` are those of rules."""
        output = arguments.output
        shard = shards.Shard(
            self.number,
            self.of,
            self._run(arguments),
            tuple(sorted([*(each.path for each in self.whole.sources), *(each.path for each in self.whole.skipped)])),
            writing.gaps(report.files, strict=output.strict),
            all(problem.runs for problem in problems),
            output.exit_zero,
        )
        return report._replace(shard=shard)

    def _is_mine(self, file: SourceFile | FileReport) -> bool:
        return self.numbers[_name(file)] == self.number

    def _run(self, arguments: CheckingOptions) -> str:
        """The same for all machines that check the same files in the same way."""
        output, chosen = arguments.output, arguments.chosen
        ways = (output.fail_on, output.exit_zero, output.strict, output.max_findings, output.hints, output.all_lines)
        rules = (chosen.select, chosen.ignore, chosen.profile, chosen.severity)
        scope = (arguments.staged, arguments.base, arguments.across_files)
        everything = (__version__, self.of, sorted(self.numbers.items()), ways, rules, scope)
        return digest(repr(everything).encode(errors="surrogateescape")).hex()[:16]


def refuse_what_does_not_fit(arguments: CheckingOptions) -> None:
    """Raises UsageError for options that need all files in one place."""
    reasons = {
        "standard input (-)": "-" in arguments.paths,
        "--hook": arguments.hook,
        "--fix": arguments.fix,
        "--diff": arguments.diff,
        "--loop": arguments.output.loop is not None,
        "--gate": bool(arguments.gate),
        "--import": bool(arguments.external.imported),
    }
    for name, is_given in reasons.items():
        if is_given:
            raise UsageError(f"--shard cannot be combined with {name}, which needs the whole run")


def shared_out(given: tuple[int, int], whole: Selection, workspace: Workspace, arguments: CheckingOptions) -> Sharding:
    """The part of a selection that the given shard is. Raises UsageError where other tools are to run as well."""
    if workspace.settings.external and not arguments.external.no_external:
        raise UsageError("--shard does not run the tools in your settings: add --no-external and run them in one job")
    number, count = given
    sizes = {_name(each): checking.size_of(each) for each in whole.sources}
    sizes.update((_name(each), 0) for each in whole.skipped)
    return Sharding(number, count, whole, shards.split(sizes, count))


def _name(file: SourceFile | FileReport) -> str:
    """A name that is the same on every machine, as far as there is one."""
    return file.path if os.path.isabs(file.relative) else file.relative
