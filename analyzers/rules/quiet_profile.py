"""Writes the profile `quiet` from the record: `python -m reread.analyzers.rules.quiet_profile`."""

from __future__ import annotations

import os

from reread.analyzers.rules.admission.profile import PROFILE, text
from reread.analyzers.rules.admission.record import ReadingRecord, admissions, parsed
from reread.analyzers.rules.loading.yaml_document import load_file
from reread.analyzers.rules.ruleset import load

_RECORD = os.path.join(os.path.dirname(PROFILE), "record.yaml")


def record() -> ReadingRecord:
    return parsed(load_file(_RECORD))


if __name__ == "__main__":
    with open(PROFILE, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text(admissions(load().rules, record()), record().pedantic))
