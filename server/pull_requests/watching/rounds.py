"""One look after the other at the open pull requests of a repository: reviews what is new, tells people, and merges.

What was reviewed is on the host: the summary on a pull request names its commit. So a watch may end at any point, and
the next one goes on. Only a merge needs a review of this very run, since anybody with the account can write a summary.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from reread.analyzers.shown.lines import line
from reread.server.pull_requests.errors import RefusedError, UnsureError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import head_of
from reread.server.pull_requests.values import NO_HEAD, PullRequest
from reread.server.pull_requests.watching.notices import Notice

_TRIES = 3
"""Reviews of one head that may fail."""
_LONGEST_TITLE = 120


class Reviewed(NamedTuple):
    """How the review of one head ended. `verdict` is "" if there is none; `findings` counts the new ones.

    `whole` is False if something could not be looked at; `problem` says in one line why nothing was posted.
    """

    verdict: str = ""
    findings: int = 0
    whole: bool = True
    problem: str = ""


class Merging(NamedTuple):
    """Whether to merge what the policy approves and the host has no objection to, and how."""

    wanted: bool = False
    squash: bool = False


class _Stand(NamedTuple):
    """What is known of the head of one pull request. `reason` is the last line about why it is left alone."""

    head: str
    verdict: str = ""
    done: bool = False
    tries: int = 0
    reason: str = ""


class Watch:
    """`connect` opens a connection for one round; `review` reviews a head and posts it; `tell` sends a notice and
    returns what failed; `say` takes lines for whoever runs this.
    """

    def __init__(
        self,
        repository: str,
        connect: Callable[[], AbstractContextManager[Host]],
        review: Callable[[PullRequest], Reviewed],
        tell: Callable[[Notice], list[str]],
        say: Callable[[str], None],
        merging: Merging = Merging(),  # noqa: B008 - it is frozen
    ) -> None:
        self._repository = repository
        self._connect = connect
        self._review = review
        self._tell = tell
        self._say = say
        self._merging = merging
        self._stands: dict[int, _Stand] = {}

    def round(self) -> int:
        """Looks once. The number of heads that were reviewed; raises HostError where the host does not answer."""
        count = 0
        with self._connect() as host:
            pulls = sorted((each for each in host.open_pull_requests() if not each.over), key=lambda each: each.number)
            self._stands = {each.number: self._stand(each) for each in pulls}
            for pull in pulls:
                if reason := _left_alone(pull):
                    self._once(pull, f"{reason}: it is not reviewed")
                elif not self._is_done(host, pull):
                    self._reviewed(host, pull)
                    count += 1
                self._merge(host, pull)
        return count

    def _stand(self, pull: PullRequest) -> _Stand:
        known = self._stands.get(pull.number)
        return known if known is not None and known.head == pull.head else _Stand(pull.head)

    def _is_done(self, host: Host, pull: PullRequest) -> bool:
        stand = self._stands[pull.number]
        if not stand.done and not stand.tries and not self._merging.wanted:
            heads = [head_of(note.body) for note in host.notes(pull.number) if note.mine]
            # Bitbucket shortens the names of commits.
            done = any(head and (head.startswith(pull.head) or pull.head.startswith(head)) for head in heads)
            stand = self._stands[pull.number] = stand._replace(done=done)
        return stand.done

    def _reviewed(self, host: Host, pull: PullRequest) -> None:
        stand = self._stands[pull.number]
        found = self._review(pull)
        if not found.problem and not found.whole and host.pull_request(pull.number).head != pull.head:
            found = Reviewed(problem="it was pushed to while it was reviewed")
        if found.problem:
            tries = stand.tries + 1
            self._stands[pull.number] = stand._replace(tries=tries, done=tries == _TRIES)
            again = "not tried again before the next push" if tries == _TRIES else "tried again in the next round"
            self._say(f"{self._name(pull)}: {found.problem}; {again}")
            return
        verdict = found.verdict if found.whole else ""
        self._stands[pull.number] = stand._replace(verdict=verdict, done=True)
        counted = f"{found.findings or 'no'} new finding{'' if found.findings == 1 else 's'}"
        self._report(
            pull, f"{found.verdict or 'reviewed'}, {counted}{'' if found.whole else ', not all was looked at'}"
        )

    def _merge(self, host: Host, pull: PullRequest) -> None:
        if not self._merging.wanted or self._stands[pull.number].verdict != "approve":
            return
        try:
            if reason := host.unmergeable(pull):
                self._once(pull, f"not merged: {reason}")
                return
            host.merge(pull, squash=self._merging.squash)
        except UnsureError:
            # The answer is lost: the next round sees whether it is merged.
            return
        except RefusedError as error:
            self._once(pull, f"not merged: {error}")
            return
        self._stands[pull.number] = self._stands[pull.number]._replace(verdict="")
        self._report(pull, "merged")

    def _report(self, pull: PullRequest, news: str) -> None:
        subject = f"{self._name(pull)} {line(pull.title, _LONGEST_TITLE)}: {news}"
        self._say(subject)
        for problem in self._tell(Notice(subject)):
            self._say(problem)

    def _once(self, pull: PullRequest, news: str) -> None:
        """Says it, unless it was the last thing that was said of this head."""
        stand = self._stands[pull.number]
        if stand.reason != news:
            self._stands[pull.number] = stand._replace(reason=news)
            self._say(f"{self._name(pull)}: {news}")

    def _name(self, pull: PullRequest) -> str:
        return f"{self._repository} {pull.number}"


def _left_alone(pull: PullRequest) -> str:
    """Why a pull request is none of the watch's, in words; "" if it is."""
    if pull.from_fork:
        return "the change comes from a fork"
    if not pull.head:
        return NO_HEAD
    return "it is a draft" if pull.draft else ""
