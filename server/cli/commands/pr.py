"""Post a review to a pull request, fetch its open comments for the editor, or watch all pull requests.

ACTION is `post` (review the branch and post line comments, with suggestions where a fix is verified, and a summary;
later pushes update them), `fetch` (download the open comments of others, which the editor shows as hints) or `watch`
(review each pull request as it is pushed to, until it is stopped). NUMBER is the number of the pull request; in CI it
is detected. The token comes from the environment or the keyring, the host from the CI system or your user settings.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.shown.terminal import printable_lines
from reread.server import trusted
from reread.server.cli import options, writing
from reread.server.cli.options import ExternalOptions, OutputOptions, RuleOptions
from reread.server.cli.reporting import is_whole, written
from reread.server.cli.reviewing import running
from reread.server.cli.reviewing.intent import IntentOptions
from reread.server.cli.workspace import open_workspace
from reread.server.configuration import load
from reread.server.exits import CLEAN, FOUND, INCOMPLETE, WRONG, UsageError
from reread.server.known import FEEDBACK
from reread.server.known.feedback import FeedbackError
from reread.server.pull_requests import connecting, continuous_integration
from reread.server.pull_requests.connecting import Target, UntrustedChangeError
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Host

if TYPE_CHECKING:
    from reread.server.cli.reviewing.pull_request import Poster
    from reread.server.settings import PullRequestSettings

SUMMARY = "post reviews to pull requests, or fetch their comments"


_LEAST_PAUSE = 10
"""Seconds between two looks at a host."""
_PASSED_ON = ("submit_verdict", "labels", "reviewers", "no_model", "yes")
"""Options of a watch that each of its reviews gets."""


class Options(NamedTuple):
    action: str
    number: int | None
    base: str | None
    dry_run: bool
    every: int
    once: bool
    merge: str | None
    submit_verdict: bool
    labels: bool
    reviewers: bool
    no_model: bool
    yes: bool
    config: str | None
    chosen: RuleOptions
    external: ExternalOptions
    output: OutputOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=tuple(ACTIONS), metavar="ACTION", help=" or ".join(ACTIONS))
    _add_post(parser)
    _add_rounds(parser)


def _add_fetch(parser: argparse.ArgumentParser) -> None:
    _add_number(parser)
    options.add_configuration(parser)


def _add_number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number", nargs="?", type=int, metavar="NUMBER", help="number of the pull request (default: detected in CI)"
    )


def _add_post(parser: argparse.ArgumentParser) -> None:
    _add_number(parser)
    parser.add_argument("--base", metavar="REF", help="base of the comparison (default: that of the pull request)")
    parser.add_argument("--dry-run", action="store_true", help="print the comments without posting them")
    _add_posted(parser)
    options.add_lines(parser)
    options.add_rules(parser)
    options.add_external(parser)
    options.add_configuration(parser)
    options.add_output(parser, "warning")


def _add_watch(parser: argparse.ArgumentParser) -> None:
    _add_rounds(parser)
    _add_posted(parser)
    options.add_configuration(parser)


def _add_rounds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--every", type=int, default=60, metavar="SECONDS", help="time between two looks (default: 60; at least 10)"
    )
    parser.add_argument(
        "--once", action="store_true", help="look once and end, for a job that starts this by the clock"
    )
    parser.add_argument(
        "--merge",
        nargs="?",
        const="merge",
        choices=("merge", "squash"),
        help="merge what the policy approves and whose required checks have passed; `--merge=squash` into one commit",
    )


def _add_posted(parser: argparse.ArgumentParser) -> None:
    """What a review may post besides comments, and whether a model takes part."""
    parser.add_argument(
        "--submit-verdict", action="store_true", help="approve or request changes, by the policy in the settings"
    )
    parser.add_argument("--labels", action="store_true", help="add labels that fit the change")
    parser.add_argument("--reviewers", action="store_true", help="request a review from the owners of the files")
    parser.add_argument("--no-model", "--offline", action="store_true", help="use rules only, no model")
    parser.add_argument("--yes", action="store_true", help="consent, for this run, to sending code to the model")


ACTIONS = {
    "post": (
        "Review the branch and post comments on lines, with suggestions where a fix is verified, and a summary; later\n"
        "pushes update them.",
        _add_post,
    ),
    "fetch": ("Download the open comments of others, which the editor shows as hints.", _add_fetch),
    "watch": (
        "Review each open pull request of the repository whenever it is pushed to, and post, until it is stopped.\n"
        "Changes from forks and drafts are left alone.",
        _add_watch,
    ),
}
"""What is said of each action when it is asked for help, and the arguments that it takes."""


def run(arguments: Options) -> int:
    # Those of a fork's change may be broken: what counts then is the settings of its base.
    workspace = open_workspace([], arguments.config, may_be_broken=arguments.action == "post")
    settings = load(workspace.root).settings
    try:
        # A watch is about no single one.
        number = 0 if arguments.action == "watch" else arguments.number
        target = connecting.target(workspace.root, number, settings.pr, os.environ)
    except UntrustedChangeError as error:
        if arguments.action != "post":
            raise UsageError(str(error)) from error
        writing.say(str(error))
        return _post(arguments, workspace.root, None)
    except HostError as error:
        raise UsageError("; ".join((*(workspace.problems if workspace.broken else ()), str(error)))) from error
    try:
        acts: dict[str, Callable[[str, Target], int]] = {
            "fetch": _fetch,
            "post": partial(_post, arguments),
            "watch": partial(_watch, arguments, settings.pr),
        }
        return acts[arguments.action](workspace.root, target)
    except HostError as error:
        writing.say(str(error))
        return INCOMPLETE


def _fetch(folder: str, target: Target) -> int:
    from reread.server.pull_requests import fetching

    with target.open() as rest:
        host = target.description.connect(rest, target.repository)
        count = fetching.fetch(folder, host, target)
        _hear(folder, host, target)
    sys.stdout.write(f"{writing.plural(count, 'open comment')} of {target.repository} {target.number}\n")
    return CLEAN


def _watch(arguments: Options, settings: PullRequestSettings, folder: str, target: Target) -> int:
    from reread.server.cli.reviewing import watching

    passed = ["--config", arguments.config] if arguments.config else []
    passed += [f"--{name.replace('_', '-')}" for name in _PASSED_ON if getattr(arguments, name)]
    how = watching.Wanted(max(_LEAST_PAUSE, arguments.every), arguments.once, arguments.merge, tuple(passed))
    return watching.watch(folder, target, settings, how)


def _hear(folder: str, host: Host, target: Target, *, dry_run: bool = False) -> None:
    """Records the verdicts that were given by replies. Raises HostError."""
    from reread.server import git
    from reread.server.pull_requests import replies

    root = os.path.realpath(git.root_of(folder))
    below = os.path.relpath(os.path.realpath(folder), root).replace(os.sep, "/")
    heard = replies.verdicts_of_replies(host, target.number, "" if below == "." else below)
    for problem in heard.problems:
        writing.say(problem)
    if not heard.events:
        return
    try:
        fresh = heard.events if dry_run else replies.record(trusted.read_from(folder), heard.events)
    except FeedbackError as error:
        raise UsageError(str(error)) from error
    if fresh:
        verdicts = writing.plural(len(fresh), "verdict")
        copied = trusted.read_from(folder) != folder
        done = f"{'would go' if dry_run else 'added'} to {FEEDBACK}" if not copied else "count in this run"
        writing.say(f"{verdicts} by replies: {done}")


def _post(arguments: Options, folder: str, target: Target | None) -> int:
    """Reviews the branch and posts it; without a target, or for a fork's change that no person looks at, only the
    former.
    """
    from reread.server.cli import base_settings
    from reread.server.cli.reviewing import pull_request

    if target is None:
        return _unposted(arguments, folder, arguments.base or continuous_integration.base(os.environ))
    with target.open() as rest:
        host = target.description.connect(rest, target.repository)
        poster = pull_request.Poster(target, host)
        if poster.pull.over:
            writing.say(f"{target.repository} {target.number} is {poster.pull.over}: nothing is posted")
            return INCOMPLETE
        if not poster.pull.from_fork:
            return _discussed(arguments, folder, poster, host)
        if is_person():
            with base_settings.of_base(folder, poster.base):
                return _discussed(arguments, folder, poster, host)
    # A CI system that is not known here, or a script: the host says what these do not.
    writing.say("the change comes from a fork, as the host says: nothing is posted")
    return _unposted(arguments, folder, poster.base)


def is_person() -> bool:
    """Whether somebody at a terminal has chosen to review just this change."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _discussed(arguments: Options, folder: str, poster: Poster, host: Host) -> int:
    _hear(folder, host, poster.target, dry_run=arguments.dry_run)
    return _reviewed(arguments, arguments.base or poster.base, poster)


def _unposted(arguments: Options, folder: str, base: str) -> int:
    """The review of a change that nobody vouches for: with the settings of its base."""
    from reread.server.cli import base_settings

    with base_settings.of_base(folder, base):
        return _reviewed(arguments, arguments.base or base, None)


def _reviewed(arguments: Options, base: str, poster: Poster | None) -> int:
    from reread.server.cli.reviewing import pull_request

    review = running.Options(
        paths=(),
        staged=False,
        uncommitted=False,
        base=base,
        whole=False,
        no_model=arguments.no_model,
        plan=False,
        yes=arguments.yes,
        provider=None,
        model=None,
        budget=None,
        thorough=False,
        no_context=False,
        config=arguments.config,
        intent=IntentOptions(),
        chosen=arguments.chosen,
        external=arguments.external,
        output=arguments.output,
    )
    work = running.prepared(review, committed=True)
    if work is None:
        return WRONG
    found = running.reviewed(work, review)
    report = found.report._replace(conclusion=running.conclusion(work, found))
    code = CLEAN
    if poster is not None:
        wants = pull_request.Wants(arguments.submit_verdict, arguments.labels, arguments.reviewers)
        made = poster.review_of(work, found, report, wants)
        if arguments.dry_run:
            sys.stdout.writelines(map(printable_lines, poster.preview(made)))
            writing.unchecked(report, arguments.output)
            return INCOMPLETE if report.incomplete else CLEAN
        problems = poster.post(made)
        for problem in problems.messages:
            writing.say(problem)
        code = INCOMPLETE if problems.stale else CLEAN
    ended = written(report, work.workspace, arguments.output, "review", whole=is_whole(arguments.chosen))
    for line in found.messages if not arguments.output.quiet else ():
        writing.say(line)
    if not work.sound:
        return WRONG
    return ended if ended == FOUND or code == CLEAN else code
