"""Accept or dismiss findings, and see the effect.

ACTION is one of: dismiss, accept or edited (take FILE:LINE, narrowed down by --rule, or a fingerprint from the last
review; "edited" means correct, but fixed in another way), list (the verdicts in force, and who dismissed many findings;
the default), undo (takes a verdict ID), why (takes FILE:LINE: the verdicts that changed the confidence of findings on
that line), calibrate (learns from the verdicts how often findings of the model in use are right, see
`review.precision`), export (JSON lines in chat format, for fine-tuning). Verdicts are stored in
`.reread/feedback.jsonl`; commit it to share them. A dismissed finding is hidden everywhere.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.shown.terminal import printable
from reread.analyzers.syntax import language_of
from reread.server import checking
from reread.server.checking import SourceFile
from reread.server.cli import options, writing
from reread.server.cli.additions import external
from reread.server.cli.commands.check import job_of
from reread.server.cli.options import ExternalOptions, RuleOptions
from reread.server.cli.sources import Selection
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.configuration import load
from reread.server.exits import CLEAN, UsageError
from reread.server.known import feedback, in_force, recording, standing
from reread.server.known.feedback import Event, Verdict
from reread.server.known.recording import UnknownFindingError
from reread.server.known.similarity import code_of
from reread.server.report.report import FileReport
from reread.server.textfile import UnreadableFileError

if TYPE_CHECKING:
    from reread.server.evaluation.calibration import Sample

SUMMARY = "accept or dismiss findings, and see the effect"
_ACTIONS = ("dismiss", "accept", "edited", "list", "undo", "why", "calibrate", "export")
_OF_ALL = ("list", "calibrate", "export")
_VERDICTS: dict[str, Verdict] = {"dismiss": "dismissed", "accept": "accepted", "edited": "edited"}
_MANY = 5
"""Dismissals of one rule by one person that are pointed out."""
_PLACE = re.compile(r"(.+):(\d+)")


class Options(NamedTuple):
    action: str
    place: str | None
    rule: str | None
    reason: str
    format: str
    config: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=_ACTIONS, default="list", metavar="ACTION", help="one of " + ", ".join(_ACTIONS)
    )
    parser.add_argument("place", nargs="?", metavar="PLACE", help="FILE:LINE or a fingerprint; with undo, a verdict ID")
    parser.add_argument("--rule", metavar="RULE", help="select one of the findings on the line")
    parser.add_argument("--reason", default="", metavar="TEXT", help="the reason, shown with the verdict")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    if arguments.action in _OF_ALL and arguments.place:
        raise UsageError(f"{arguments.action} takes no argument: it covers all verdicts here")
    workspace = open_workspace([], arguments.config)
    if arguments.action in _OF_ALL:
        events = in_force.verdicts(workspace.root)
        if arguments.action == "calibrate":
            return _calibrate(workspace, events)
        return _list(events, arguments.format) if arguments.action == "list" else _export(events)
    if not arguments.place:
        raise UsageError(
            f"{arguments.action} needs {'the ID of a verdict' if arguments.action == 'undo' else 'FILE:LINE'}"
        )
    if arguments.action == "undo":
        return _undo(workspace, arguments.place)
    if arguments.action == "why":
        return _why(workspace, found_at(workspace, arguments.place, arguments.rule))
    is_place = _PLACE.fullmatch(arguments.place) is not None
    for each in (_of_place if is_place else _of_fingerprint)(workspace, arguments):
        sys.stdout.write(_line(each))
    return CLEAN


def _of_place(workspace: Workspace, arguments: Options) -> list[Event]:
    """The verdict on what is found at a line."""
    found = found_at(workspace, str(arguments.place), arguments.rule)
    if len({each.finding.rule for each in found}) > 1:
        names = ", ".join(sorted({each.finding.rule for each in found}))
        raise UsageError(f"{arguments.place}: several rules report this line: {names}; select one with --rule")
    who, verdict = recording.author(workspace.root), _VERDICTS[arguments.action]
    events = [
        recording.verdict_on(*each, verdict, reason=arguments.reason, who=who, language=language_of(each.path))
        for each in found
    ]
    feedback.append(workspace.root, events)
    return events


def _of_fingerprint(workspace: Workspace, arguments: Options) -> list[Event]:
    """The verdict on a finding of the history, such as one of a model, which cannot be found again at will."""
    from reread.server.known.state import StateError

    verdict, who = _VERDICTS[arguments.action], recording.author(workspace.root)
    try:
        return recording.record_by_fingerprint(
            workspace.root, str(arguments.place), verdict, reason=arguments.reason, who=who
        )
    except StateError as error:
        raise UsageError(str(error)) from error
    except UnknownFindingError as error:
        raise UsageError(
            f"{arguments.place}: expected FILE:LINE, for example app.py:12, or the fingerprint of an open finding"
        ) from error


class FindingAt(NamedTuple):
    """A finding, its file below the workspace folder, and the text that it is in."""

    finding: Finding
    path: str
    text: str


def found_at(workspace: Workspace, place: str, rule: str | None) -> list[FindingAt]:
    """The findings at a line of a file, as rules and tools find them now. Raises UsageError if there are none."""
    match = _PLACE.fullmatch(place)
    if match is None:
        raise UsageError(f"{place}: expected FILE:LINE, for example app.py:12")
    path, number = match[1], int(match[2]) - 1
    absolute = os.path.abspath(path)
    job = job_of(RuleOptions(), workspace)
    source = SourceFile(path, workspace.relative(absolute), absolute, below="")
    try:
        content = checking.read(source, job.maximum_file_size)
    except UnreadableFileError as error:
        raise UsageError(f"{path}: {error}") from error
    report = checking.check_document(job, source, checking.document_of(source, content))
    found = _among(report, source, content.text, number, rule)
    if not found or rule is None:
        selection = Selection((source,))
        (report, *_), _ = external.added(job, workspace, selection, [report], ExternalOptions())
        found = _among(report, source, content.text, number, rule)
    if not found:
        said = f"{place}: no finding on this line{f' of {rule}' if rule else ''}"
        raise UsageError(
            f"{said}; for findings of a model or an imported file, use the fingerprint (see `reread history`)"
        )
    return found


def _among(report: FileReport, source: SourceFile, text: str, number: int, rule: str | None) -> list[FindingAt]:
    """The findings of a report at a line, from 0."""
    return [
        FindingAt(each.finding, source.relative, text)
        for each in report.findings
        if each.place.line <= number <= each.place.end_line and rule in (None, each.finding.rule)
    ]


def _undo(workspace: Workspace, name: str) -> int:
    matching = [each for each in in_force.verdicts(workspace.root) if each.id.startswith(name)]
    if len(matching) != 1:
        raise UsageError(f"{name}: {'more than one verdict' if matching else 'no verdict in force'} has that ID")
    who = recording.author(workspace.root)
    feedback.append(workspace.root, [feedback.event("undone", of=matching[0].id, who=who)])
    sys.stdout.write(f"undone: {_line(matching[0])}")
    return CLEAN


def _why(workspace: Workspace, found: Sequence[FindingAt]) -> int:
    known = standing.load(workspace.root)
    for each in found:
        (current,) = known.standings(each.path, [each.finding], each.text)
        state = "new" if current.new else "not new" if current.dismissed is None else f"dismissed: {current.dismissed}"
        change = f"confidence {each.finding.confidence:.2f} -> {current.confidence:.2f}"
        sys.stdout.write(printable(f"{each.path}: {each.finding.rule}: {state}; {change}") + "\n")
        code = code_of(each.finding, each.text)
        for event, alike in known.verdicts.influences(each.finding.rule, code, each.finding.message):
            sys.stdout.write(f"  {alike:.0%} like {_line(event)}")
    return CLEAN


def _list(events: Sequence[Event], form: str) -> int:
    if form == "json":
        sys.stdout.write(json.dumps({"version": 1, "verdicts": [each._asdict() for each in events]}, indent=2) + "\n")
        return CLEAN
    sys.stdout.writelines(map(_line, events))
    for line in _much_dismissed(events):
        writing.say(line)
    return CLEAN


def _much_dismissed(events: Sequence[Event]) -> Iterator[str]:
    """Who dismissed much of one rule: all that one person says together moves a confidence by a bounded share."""
    counts = Counter((each.who, each.rule) for each in events if each.verdict == "dismissed")
    for (who, rule), count in counts.most_common():
        if count >= _MANY:
            yield f"{who or 'somebody'} dismissed {count:,} findings of {rule} (`reread feedback undo ID`)"


def _line(event: Event) -> str:
    who = f" by {event.who}" if event.who else ""
    reason = f": {event.reason}" if event.reason else ""
    return printable(f"{event.id} {event.at[:10]} {event.verdict} {event.rule} in {event.path}{who}{reason}") + "\n"


def _export(events: Sequence[Event]) -> int:
    for line in _chats(events):
        sys.stdout.write(line)
    return CLEAN


def _calibrate(workspace: Workspace, events: Sequence[Event]) -> int:
    from reread.analyzers.review.availability import chain
    from reread.server.evaluation import fits, stored_answers

    review = load(workspace.root).settings.review
    if not chain(review):
        raise UsageError("no provider is set up: calibrate is about the findings of one model")
    model, prompts = stored_answers.model_of(review), stored_answers.prompt_versions()
    made = fits.judged(model, prompts, _samples(events, model, prompts))
    if made is None:
        raise UsageError(f"too few verdicts on findings of {model} with these prompts: {fits.FEWEST} are needed")
    sys.stdout.write(printable(made.in_words() if fits.store(made) else "the calibration cannot be kept") + "\n")
    return CLEAN


def _samples(events: Sequence[Event], model: str, prompts: Sequence[str]) -> list[Sample]:
    """The model's own confidence in what was judged, and whether it was right. Lines that people wrote are left out."""
    found = []
    for each in events:
        if (each.model, each.prompts) == (model, " ".join(prompts)):
            with suppress(ValueError):
                found.append((float(each.confidence), each.verdict != "dismissed"))
    return [sample for sample in found if 0 <= sample[0] <= 1]


def _chats(events: Sequence[Event]) -> Iterator[str]:
    """A line for each verdict: the code as a question, what people made of the finding as the answer."""
    for each in events:
        verdict = "dismiss" if each.verdict == "dismissed" else "report"
        answer = {"rule": each.rule, "verdict": verdict, "message": each.message, "reason": each.reason}
        messages = [
            {"role": "system", "content": "You review code and say whether a finding should be reported."},
            {"role": "user", "content": f"File: {each.path}\nFinding ({each.rule}): {each.message}\n\n{each.code}"},
            {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)},
        ]
        yield json.dumps({"messages": messages}, ensure_ascii=False) + "\n"
