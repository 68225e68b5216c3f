"""A web framework that nobody else has, Brackwater, and the one file that teaches it.

Its pages get visits, its tallies build queries, and `settle` escapes for them. No built-in rule knows any of its names.
"""

from __future__ import annotations

MODEL = """\
library: brackwater
languages: [python]

sources:
  - decorator: brackwater.moored_at
    class: remote
  - method: brackwater.Visit.asked
    class: remote
  - callback: "@brackwater/shore.mooredAt"
    languages: javascript
    parameter: 0
    class: remote

sinks:
  - function: brackwater.tally
    argument: [0, wording]
    class: sql
  - function: "@brackwater/shore.tally"
    languages: javascript
    class: sql
  - function: brackwater.paint
    argument: 1
    class: html

sanitizers:
  - function: brackwater.settle
    class: [sql, html]
  - function: "@brackwater/shore.settle"
    languages: javascript
    class: sql
  - function: brackwater.is_berth
    guard: 0
    class: sql

summaries:
  - method: brackwater.Wording.clause
    from: argument 0
    to: receiver
  - method: brackwater.Wording.spelled
    from: receiver
    to: result

neutral:
  - function: brackwater.depth_of

examples:
  - code: |
      from brackwater import moored_at, settle, tally

      @moored_at("/berths")
      def berths(name):
          # ruleid: py/sql-injection
          tally("select * from berths where name = '" + name + "'")
          # ok: py/sql-injection
          tally("select * from berths where name = '" + settle(name) + "'")
"""

HARBOUR = """\
from brackwater import Visit, Wording, depth_of, is_berth, moored_at, paint, settle, tally
from ledger import record


@moored_at("/berths")
def berths(name):
    tally("select * from berths where name = '" + name + "'")  # found
    tally("select * from berths where name = '" + settle(name) + "'")
    if is_berth(name):
        tally("select * from berths where name = '" + name + "'")
    tally("select * from berths where depth = '" + depth_of(name) + "'")
    paint(200, "<b>" + name)  # found
    paint(200, "<b>" + settle(name))


@moored_at("/ledger")
def entered(name):
    record(name)  # found across files


def built(visit: Visit):
    wording = Wording("berths")
    wording.clause("name = '" + visit.asked("name") + "'")
    tally(wording.spelled())  # found
    plain = Wording("berths")
    plain.clause("open = 1")
    tally(plain.spelled())
"""

LEDGER = """\
from brackwater import tally


def record(name):
    tally(wording="insert into ledger values ('" + name + "')")  # suspected
"""

SHORE = """\
import {mooredAt, settle, tally} from "@brackwater/shore";

mooredAt("/berths", (visit) => {
  tally("select * from berths where name = '" + visit.name + "'"); // found
  tally("select * from berths where name = '" + settle(visit.name) + "'");
});
"""


def lines_with(text: str, comment: str) -> list[int]:
    """The numbers of the lines (from 1) that end with a comment."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.endswith(comment)]
