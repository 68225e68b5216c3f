"""Known findings: the baseline, people's verdicts, and how a finding is recognised."""

import os

BASELINE = os.path.join(".reread", "baseline.json")
FEEDBACK = os.path.join(".reread", "feedback.jsonl")


def is_anything(folder: str) -> bool:
    """Whether a workspace folder has a file of what is known: without one, nothing here need be imported."""
    return any(os.path.lexists(os.path.join(folder, name)) for name in (BASELINE, FEEDBACK))
