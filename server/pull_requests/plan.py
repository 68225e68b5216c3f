"""Plans how to update the comments on a pull request to the current findings. Sends and changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reread.server.pull_requests import wording
from reread.server.pull_requests.markers import marker_of, with_marker, without_marker
from reread.server.pull_requests.matching import Ours, WantedComment, matched
from reread.server.pull_requests.values import Diff, Draft, Posted, age


class Coverage(NamedTuple):
    """The files that were checked: a finding missing elsewhere is not fixed.

    `sources` are those that were asked (`Finding.source`), `unread` the files that were not looked at.
    """

    sources: frozenset[str]
    unread: frozenset[str] = frozenset()


class There(NamedTuple):
    """The current state of the host. `known` are the ids of comments that were open after the last time.

    `resolves` is False if threads cannot be closed; `longest` is how long a comment may be. `closed` are the ids of
    comments whose threads this run has closed, so no person has.
    """

    posted: Sequence[Posted]
    diff: Diff
    known: frozenset[str] = frozenset()
    resolves: bool = True
    longest: int = 65_536
    closed: frozenset[str] = frozenset()


class PlannedChange(NamedTuple):
    """One comment that is there already: its new text ("": as it is), and whether its thread is closed or opened."""

    posted: Posted
    body: str = ""
    resolve: bool | None = None


class Plan(NamedTuple):
    """`drafts` are to be posted, by the ids of their findings; `elsewhere` are findings that no comment can be on.

    `open` are the ids of the comments that are open afterwards, and of those that people took away, `withheld` of
    them. `doubled` close comments on findings that have one already.
    """

    drafts: Mapping[str, Draft]
    changes: Sequence[PlannedChange]
    elsewhere: Sequence[WantedComment]
    open: frozenset[str]
    withheld: int = 0
    closed: int = 0
    doubled: Sequence[PlannedChange] = ()

    @property
    def is_empty(self) -> bool:
        return not self.drafts and not self.changes and not self.doubled


def plan(
    wanted: Sequence[WantedComment],
    there: There,
    coverage: Coverage,
    head: str,
    dismissed: Mapping[str, str],
    unplaced: frozenset[str] = frozenset(),
) -> Plan:
    """The difference between what is wanted and what is there.

    `dismissed` are the ids of findings that people dismissed, with their reasons; `unplaced` those whose place the host
    refused.
    """
    ours, twins = _without_twins(_ours(there))
    found = matched(wanted, ours)
    # Only of what has no comment any more somebody has deleted one.
    deleted = there.known - {marker.id for _, marker in ours}
    drafts: dict[str, Draft] = {}
    changes: list[PlannedChange] = []
    elsewhere: list[WantedComment] = []
    still_open: set[str] = set()
    kept_away = 0
    for place, each in enumerate(wanted):
        old = ours[found[place]] if place in found else None
        can_be_placed = each.marker.id not in unplaced and _is_shown(each, there.diff)
        if old is not None:
            made = _for_open_finding(old, each, there, can_be_placed)
            changes += made
            still_open.add(each.marker.id)
            if not _needs_another(old, can_be_placed):
                continue
        elif each.marker.id in deleted:
            kept_away += 1
            still_open.add(each.marker.id)
            continue
        if can_be_placed:
            drafts[each.marker.id] = _draft(each, there)
            still_open.add(each.marker.id)
        else:
            elsewhere.append(each)
    answered = {wanted[place].marker.id for place in found}
    left_over = [each for place, each in enumerate(ours) if place not in found.values()]
    twins += [each for each in left_over if _is_open(each) and each.marker.id in answered]
    gone = [each for each in left_over if each not in twins]
    closing = [change for each in gone if (change := _closed(each, there, coverage, head, dismissed)) is not None]
    doubled = [_doubled(each, there) for each in twins]
    left = {each.marker.id for each in gone if not each.marker.fixed} - {marker_id(change) for change in closing}
    still_open |= left
    changes += closing
    return Plan(drafts, changes, elsewhere, frozenset(still_open), kept_away, closed=len(closing), doubled=doubled)


def marker_id(change: PlannedChange) -> str:
    """The id of the finding that a comment is about."""
    marker = marker_of(change.posted.body)
    return marker.id if marker is not None else ""


def _is_shown(wanted: WantedComment, diff: Diff) -> bool:
    file = diff.get(wanted.path)
    return file is not None and (file.shows(wanted.first, wanted.last) or file.shows(wanted.line, wanted.line))


def _draft(wanted: WantedComment, there: There) -> Draft:
    whole = there.diff[wanted.path].shows(wanted.first, wanted.last)
    first, last = (wanted.first, wanted.last) if whole else (wanted.line, wanted.line)
    return Draft(wanted.path, first, last, _text(wanted, there))


def _text(wanted: WantedComment, there: There) -> str:
    return with_marker(wording.cut(wanted.body, there.longest), wanted.marker)


def _needs_another(old: Ours, can_be_placed: bool) -> bool:
    """Whether the host no longer shows the line of a comment, though the finding is on one that it does show.

    A comment that a person closed stays the answer.
    """
    by_person = old.posted.resolved and not old.marker.fixed
    return not by_person and old.posted.line is None and can_be_placed


def _for_open_finding(old: Ours, new: WantedComment, there: There, can_be_placed: bool) -> list[PlannedChange]:
    """What is to be done about a comment whose finding is still there."""
    posted, marker = old
    text = _text(new, there)
    needs_another = _needs_another(old, can_be_placed)
    if marker.fixed and needs_another:
        # It stays closed, since the new comment is where people see it.
        return [PlannedChange(posted, resolve=True)] if there.resolves and not posted.resolved else []
    if marker.fixed:
        return [PlannedChange(posted, text, False if posted.resolved and there.resolves else None)]
    if posted.resolved:
        # A person closed it.
        return []
    if needs_another:
        # It speaks for no finding any more.
        left = marker._replace(id="", rule="", text="", fixed=True)
        body = with_marker(wording.moved(without_marker(posted.body), new.path, new.line), left)
        return [PlannedChange(posted, _shortened(body, there), True if there.resolves else None)]
    return [PlannedChange(posted, text)] if _is_other(posted.body, text) else []


def _ours(there: There) -> list[Ours]:
    """Our comments, the oldest first, in whatever order the host lists them: all runs then choose the same ones.

    Where a list grew while its pages were read, an entry may be on two of them.
    """
    once = {posted.id: posted for posted in there.posted if posted.mine}
    marked = ((posted, marker_of(posted.body)) for posted in sorted(once.values(), key=age))
    # Where another run brings the text of a comment while this one closes its thread, the closing was ours.
    return [
        Ours(posted, marker._replace(fixed=True) if posted.resolved and posted.id in there.closed else marker)
        for posted, marker in marked
        if marker is not None
    ]


def _without_twins(ours: Sequence[Ours]) -> tuple[list[Ours], list[Ours]]:
    """The comments without those on a finding that has an older one in the same place, which two runs at once have
    made; and these.

    Two in different places may be such whose findings another run is about to exchange: what they are about is found
    by the code that they mark.
    """
    known: set[tuple[str, str, int]] = set()
    kept: list[Ours] = []
    twins: list[Ours] = []
    for each in ours:
        place = each.marker.id, each.posted.path, each.posted.line or each.posted.original_line
        (twins if _is_open(each) and place in known else kept).append(each)
        known |= {place} if _is_open(each) else set()
    return kept, twins


def _is_open(ours: Ours) -> bool:
    return bool(ours.marker.id) and not ours.marker.fixed and not ours.posted.resolved


def _doubled(old: Ours, there: There) -> PlannedChange:
    """Closes a comment that says what another one says. Its id stays: should the other one go, it is opened again."""
    body = with_marker(
        wording.doubled(without_marker(old.posted.body)), old.marker._replace(rule="", text="", fixed=True)
    )
    return PlannedChange(old.posted, _shortened(body, there), True if there.resolves else None)


def _closed(
    old: Ours, there: There, coverage: Coverage, head: str, dismissed: Mapping[str, str]
) -> PlannedChange | None:
    """What is to be done about a comment whose finding is gone."""
    posted, marker = old
    if marker.source not in coverage.sources or posted.path in coverage.unread:
        return None
    resolve = True if there.resolves and not posted.resolved else None
    if marker.fixed:
        return PlannedChange(posted, resolve=resolve) if resolve else None
    if posted.resolved:
        return None
    body = wording.closed(without_marker(posted.body), head, dismissed.get(marker.id))
    return PlannedChange(posted, _shortened(with_marker(body, marker._replace(fixed=True)), there), resolve)


def _shortened(body: str, there: There) -> str:
    """A text with a marker, shortened before the marker."""
    marker = marker_of(body)
    if marker is None or len(body) <= there.longest:
        return body
    return with_marker(wording.cut(without_marker(body), there.longest), marker)


def _is_other(old: str, new: str) -> bool:
    """Whether texts differ by more than how hosts keep them."""
    return old.replace("\r\n", "\n").strip() != new.replace("\r\n", "\n").strip()
