"""Known findings: the baseline, people's verdicts, and how a finding is recognised."""

import os

BASELINE = os.path.join(".reread", "baseline.json")
FEEDBACK = os.path.join(".reread", "feedback.jsonl")


def is_anything(folder: str) -> bool:
    """Whether there is a file of what is known of a workspace folder: without one, nothing more need be imported."""
    if any(os.path.lexists(os.path.join(folder, name)) for name in (BASELINE, FEEDBACK)):
        return True
    from reread.server.known import lead_verdicts

    return os.path.lexists(lead_verdicts.file_of(folder))
