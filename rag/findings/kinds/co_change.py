"""Files that nearly always change together with the committed files, but are not part of the commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from reread.analyzers.text import Span
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.kind import Example, IndexFinding, Kind
from reread.rag.findings.workspace import Workspace

RULE = "index/co-change"
_MOST = 2
"""Files that one file is said to miss."""


def find(change: WorkspaceChange, workspace: Workspace, options: Mapping[str, int]) -> Iterator[IndexFinding]:
    missed: dict[str, tuple[float, FileChange, int, int]] = {}
    for file in change.files:
        if file.new is None or file.old is None:
            continue
        commits = [paths for paths in change.together if file.path in paths]
        if len(commits) < options["commits"]:
            continue
        counted = Counter(path for paths in commits for path in paths if path not in change.paths)
        for path, count in counted.items():
            share = count / len(commits)
            # A habit that the last commit did not follow is over.
            if share * 100 >= options["percent"] and path in commits[0]:
                missed[path] = max(missed.get(path, (0.0, file, 0, 0)), (share, file, count, len(commits)), key=_rank)
    said: Counter[str] = Counter()
    for path, (_, file, count, total) in sorted(missed.items(), key=lambda each: (-each[1][0], each[0])):
        said[file.path] += 1
        if said[file.path] <= _MOST and workspace.exists(path):
            end = (file.new or "").find("\n")
            message = (
                f"{path} was changed in {count} of the {total} commits that changed this file, and is not part of this "
                "change."
            )
            yield IndexFinding(RULE, file.path, Span(0, end if end >= 0 else len(file.new or "")), message)


def _rank(entry: tuple[float, FileChange, int, int]) -> tuple[float, int]:
    return entry[0], entry[3]


_FILES = {"models.py": "a = 1\n", "migrations.txt": "a\n", "readme.md": "old\n"}
_BOTH = frozenset({"models.py", "migrations.txt"})

KIND = Kind(
    id=RULE,
    message="A file that nearly always changes together with this one is not part of the change.",
    severity="hint",
    category="correctness",
    confidence="MEDIUM",
    languages=("any",),
    find=find,
    whole_change=True,
    options={"commits": 8, "percent": 90},
    explanation="""\
In the history of the repository two files were nearly always committed together: a model and its migrations, a
message and its translations, an interface and its implementation. This commit has only one of them.

Bad: `models.py` is staged alone, though each of its last twelve commits changed `migrations.txt` too.

Good: both are staged.

The last commits of each staged file are checked, without merges and without commits of more than twenty files.
`rules.options."index/co-change"` has `commits`, how many of them there have to be (8), and `percent`, how many of them
have to have changed the other file (90); the last one must be among them. Only staged changes are checked. If the other
file needs no change, commit as it is.
""",
    examples=(
        Example(_FILES, {"models.py": "a = 0\n"}, at=("models.py", 1), together=(_BOTH,) * 9),
        Example(_FILES, {"models.py": "a = 0\n"}, together=(_BOTH,) * 7),
        Example(_FILES, {"models.py": "a = 0\n", "migrations.txt": ""}, together=(_BOTH,) * 9),
        Example(_FILES, {"models.py": "a = 0\n"}, together=(frozenset({"models.py"}), *(_BOTH,) * 12)),
    ),
)
