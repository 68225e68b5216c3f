"""What the stand-in is set to answer, and what it remembers of a request."""

from __future__ import annotations

import enum
import json
from typing import Any

from msgspec import Struct, field

from tests.standin import reviewer


class Fault(enum.Enum):
    """How an answer goes wrong on the way. Those about content are made by the other fields of `Reply`."""

    NONE = "none"
    DROP = "drop"
    """Close the connection without any answer."""
    HANG = "hang"
    """Accept the request and send nothing, until the client goes away or `release`."""
    HANG_MIDWAY = "hang-midway"
    """Send the first `after` pieces, then nothing more until the client goes away or `release`."""
    CUT = "cut"
    """Send the first `after` pieces, then close the connection without an end."""
    END_EARLY = "end-early"
    """Send the first `after` pieces, then end the HTTP response properly, without the protocol's own end."""
    BROKEN_FRAME = "broken-frame"
    """Send the first `after` pieces, then a frame of the protocol that is not JSON."""
    ERROR_MIDWAY = "error-midway"
    """Send the first `after` pieces, then the protocol's own error (overloaded)."""
    GATE = "gate"
    """Send the first `after` pieces, wait for `release`, and go on as if nothing had been."""
    ENDLESS = "endless"
    """Send the pieces again and again, until the client goes away."""
    PINGS = "pings"
    """Send the first `after` pieces, then frames of the protocol without any text, until the client goes away."""


class Reply(Struct, kw_only=True):
    """One scripted answer. With nothing set it is the modest reviewer's own.

    `kind` is that of the requests it is for ("triage", "review", "refute", "fix", "embed"); "" is reviews and fixes, and as the
    default everything, as far as it says no words of its own.
    `text` is the model's exact words; `findings` and `edits` are shorthands for an answer to a review and to a request
    for a fix. `calls` are tools that it calls instead of answering, with their arguments, which are sent as they are if a string. `wrap` goes around the text at "{}" (a Markdown fence, prose). `status` of 400 or more is an HTTP error with
    `error` as its message, one of 300 and more a redirection by the `headers`. `refusal` lets the model refuse. `stop` "length" says that the limit of tokens cut the
    answer. `raw` is sent instead of the body of the protocol, `content_type` instead of its own, and with `whole` the
    answer comes at once although it was to be streamed. `usage` (input, output tokens) overrides what is counted. `bomb` is sent instead of any other body: so many bytes
    of blanks, compressed with gzip. `pieces` is the length of a piece in characters.
    """

    kind: str = ""
    text: str | None = None
    findings: list[dict[str, Any]] | None = None
    edits: list[dict[str, Any]] | None = None
    explanation: str = "The edit solves it."
    wrap: str = ""
    calls: list[tuple[str, dict[str, Any] | str]] | None = None
    status: int = 200
    error: str = "told to fail"
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault = Fault.NONE
    after: int = 1
    refusal: bool = False
    stop: str = "end"
    raw: str | None = None
    content_type: str = ""
    whole: bool = False
    usage: tuple[int, int] | None = None
    bomb: int = 0
    pieces: int = 24
    delay: float = 0.0
    """Seconds between pieces, for a model that is slow and for people who want to watch."""

    def suits(self, kind: str, *, default: bool = False) -> bool:
        """True when a request of that kind may get this reply."""
        if self.kind:
            return self.kind == kind
        own = (self.text, self.findings, self.edits, self.raw, self.calls)
        says_nothing = all(each is None for each in own)
        return kind in ("review", "fix") or (default and says_nothing)

    def words(self, own: str) -> str:
        """The model's words; `own` is what it would say by itself."""
        text = own
        if self.text is not None:
            text = self.text
        elif self.calls is not None:
            text = ""
        elif self.findings is not None:
            text = json.dumps({"findings": self.findings})
        elif self.edits is not None:
            text = json.dumps({"explanation": self.explanation, "edits": self.edits})
        return self.wrap.replace("{}", text) if self.wrap else text


class Recorded(Struct, kw_only=True):
    """A request as it arrived. `body` is the text of it, `prompt` the words for the model out of it."""

    protocol: str
    method: str
    path: str
    headers: dict[str, str]
    body: str
    cached: int = 0
    """Tokens of it that the prompt cache of the service has from an earlier request; they are billed at a fraction."""
    written: int = 0
    """Tokens of it that are put into that cache; some services bill more for them."""

    @property
    def tokens(self) -> int:
        return (len(self.system) + len(self.prompt)) // 4

    @property
    def kind(self) -> str:
        return "embed" if "input" in self.json else reviewer.kind_of(self.prompt)

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.body)

    @property
    def system(self) -> str:
        found = self.json.get("system", "")
        if found:
            return found if isinstance(found, str) else "".join(part["text"] for part in found)
        return "\n".join(text_of(entry) for entry in self.json.get("messages", ()) if entry["role"] == "system")

    @property
    def prompt(self) -> str:
        said = (entry for entry in self.json.get("messages", ()) if entry["role"] == "user")
        return "\n".join(text_of(entry) for entry in said if not _results_in(entry))

    @property
    def tools(self) -> list[str]:
        """The names of the tools that may be called."""
        if self.json.get("tool_choice") in ("none", {"type": "none"}):
            return []
        return [tool.get("function", tool)["name"] for tool in self.json.get("tools", ())]

    @property
    def results(self) -> list[str]:
        """What the calls so far came to, oldest first."""
        messages = self.json.get("messages", ())
        parts = (part for entry in messages for part in _results_in(entry))
        return [
            *(text_of(entry) for entry in messages if entry["role"] == "tool"),
            *(part["content"] for part in parts),
        ]


def _results_in(message: dict[str, Any]) -> list[dict[str, Any]]:
    content = message["content"]
    return [part for part in content if part.get("type") == "tool_result"] if isinstance(content, list) else []


def text_of(message: dict[str, Any]) -> str:
    """The words of a message, whose content is a string or a list of parts."""
    content = message["content"]
    return content or "" if isinstance(content, str | None) else "".join(part.get("text", "") for part in content)
