"""The reason for a change in its authors' words: data for the model, never an excuse for a defect."""

from __future__ import annotations

from msgspec import Struct

_LONGEST_MESSAGE = 4_000
_LONGEST_DESCRIPTION = 8_000
_MOST_COMMITS = 40
"""Code points, and lines: what is longer is cut, since the code is what is reviewed."""


class Intent(Struct, frozen=True):
    """The stated intent of a change. "" and () stand for what nobody said.

    `message` is the commit message or a draft of it, `log` the subjects of the commits since the base, newest first,
    `description` the title and text of a pull request or of an issue.
    """

    message: str = ""
    branch: str = ""
    log: tuple[str, ...] = ()
    description: str = ""

    def parts(self) -> list[tuple[str, str]]:
        """The stated parts, each with its kind: ("commit message", ...) and so on."""
        said = (
            ("commit message", self.message.strip()[:_LONGEST_MESSAGE]),
            ("description", self.description.strip()[:_LONGEST_DESCRIPTION]),
            ("branch", self.branch.strip()),
            ("commits", "\n".join(self.log[:_MOST_COMMITS]).strip()),
        )
        return [(kind, text) for kind, text in said if text]


class ChangeContext(Struct, frozen=True):
    """Information about a change besides the code under review: its intent, its files and findings about it.

    `files` are all files of it, code or not, each with what became of it ("new", "changed", "gone"). `evidence` are
    findings of the index: the path of the file that each is in, and the finding with its place in one line. Paths are
    relative to the workspace folder, with `/`.
    """

    intent: Intent = Intent()
    files: tuple[tuple[str, str], ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()


NO_INTENT = Intent()
