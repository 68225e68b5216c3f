"""The results of tools, whose fields are the schemas that clients see. Lines and columns count from 1."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

Level = Literal["error", "warning", "info", "hint"]


class FixItem(BaseModel):
    """A fix of a finding, as `apply_fix` takes it by its number."""

    number: int
    title: str
    applicability: Literal["safe", "unsafe", "display-only"]
    by_model: bool = Field(description="made by a model: applied only after a person confirmed it")


class FindingItem(BaseModel):
    """A finding. The columns are those of code points; the end is not included."""

    id: str = Field(description="stays the same over edits elsewhere in the file")
    path: str = Field(description="relative to the workspace folder, with /")
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Level
    message: str
    source: str = Field(description="rule, index, model, or the name of another tool")
    new: bool = Field(description="false: it was there before the change, or is in the baseline or dismissed")
    confidence: float
    fixes: list[FixItem]


class Findings(BaseModel):
    """A page of findings, and the result of the run."""

    findings: list[FindingItem]
    total: int = Field(description="findings in all pages")
    next_cursor: str | None = Field(default=None, description="for the next page; null on the last one")
    files: int = Field(description="files that were checked")
    incomplete: str = Field(default="", description="why not everything was looked at; empty: everything was")
    notes: list[str] = Field(default_factory=list, description="lines that change nothing")


class Step(BaseModel):
    """A place that belongs to a finding, such as a step of a data flow."""

    path: str
    line: int
    message: str


class Explanation(BaseModel):
    """A finding in full."""

    finding: FindingItem
    why: str = Field(description="Markdown")
    steps: list[Step]
    documentation: str


class PieceItem(BaseModel):
    """A piece of code of the workspace, without secrets."""

    path: str
    start_line: int
    end_line: int
    name: str
    kind: str
    reason: str
    text: str


class Pieces(BaseModel):
    """Pieces of code, best first."""

    pieces: list[PieceItem]
    note: str = ""


class Verification(BaseModel):
    """The effect of a new text of a file. `holds`: it parses as well as before and brings no new finding."""

    holds: bool
    reason: str = Field(default="", description="why it does not hold")
    removed: list[FindingItem] = Field(description="findings that it removes")
    added: list[FindingItem] = Field(description="findings that it adds")


class Done(BaseModel):
    """Whether something was done, and why not."""

    done: bool
    reason: str = ""


class BaselineStatus(BaseModel):
    """The known findings of this workspace."""

    exists: bool
    findings: int = Field(description="findings in the baseline")
    files: int
    dismissed: int = Field(description="findings that somebody dismissed")
