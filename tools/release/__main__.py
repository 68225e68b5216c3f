"""Checks and makes the files of a release: `python -m tools.release [FOLDER]`, as `make release` calls it.

What is wrong is a line on standard error each, and exit code 1. Nothing is uploaded, signed or tagged: the last lines
say what a person with an account does.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.release import bill, building, licences, pinned, provenance, versions

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    target = Path(arguments[0]) if arguments else root / "dist"
    constraints = root / bill.PARTS / "constraints.txt"
    allowed = licences.read()
    wrong = [*versions.problems(root), *licences.problems(pinned.listed(constraints), allowed)]
    if not building.is_clean(root):
        wrong.append("there are changes that are not committed: they would not be in the release")
    if wrong:
        sys.stderr.write("".join(f"release: {line}\n" for line in wrong))
        return 1
    version, commit, time = versions.version_of(root), building.commit_of(root), building.time_of(root)
    try:
        digests = building.build_twice(root, target)
    except building.NotEqualError as error:
        sys.stderr.write(f"release: {error}\n")
        return 1
    made = {
        f"reread-{version}.cdx.json": bill.bill(root, version, time, digests, allowed),
        f"reread-{version}.intoto.json": provenance.statement(
            digests, commit, time, hashlib.sha256(constraints.read_bytes()).hexdigest()
        ),
        "SHA256SUMS": "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())),
    }
    for name, text in made.items():
        (target / name).write_text(text, encoding="utf-8")
    for name in sorted({*digests, *made}):
        sys.stdout.write(f"{target / name}\n")
    if not versions.is_dated(root):
        sys.stdout.write(f"left: CHANGELOG.md calls {version} not released yet\n")
    sys.stdout.write(f"left: tag {commit[:12]}, sign and upload the files, publish the extension for VS Code\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
