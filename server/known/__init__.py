"""Known findings: the baseline, people's verdicts, and how a finding is recognised."""

import os

from reread.analyzers import owned_files, retention
from reread.server import trusted

BASELINE = os.path.join(".reread", "baseline.json")
FEEDBACK = os.path.join(".reread", "feedback.jsonl")


def of_workspace(folder: str, ending: str) -> str:
    """The path of a file about a workspace folder in the user's state folder."""
    return os.path.join(retention.HISTORY.place, f"{owned_files.name_of(folder)}.{ending}")


def known_leads(folder: str) -> str:
    """The path of the file with a model's verdicts on hints in a workspace folder."""
    return of_workspace(folder, "leads")


def is_anything(folder: str) -> bool:
    """Whether there is a file of what is known of a workspace folder: without one, nothing here need be imported."""
    read = trusted.read_from(folder)
    files = (os.path.join(read, BASELINE), os.path.join(read, FEEDBACK), known_leads(folder))
    return any(map(os.path.lexists, files))
