"""A stand-in for the models of all vendors: a real HTTP server on loopback that speaks their three wire protocols.

    with StandIn() as model:
        model.script(Reply(findings=[...]), Reply(status=429, headers={"retry-after": "0"}))
        ...                       # point OPENAI_BASE_URL, ANTHROPIC_BASE_URL or OLLAMA_HOST at it
        assert model.requests[0].prompt ...

Without a script it answers like a modest reviewer: it reads the code in the prompt and reports the few bugs that it
knows, with real quotes and edits, always the same for the same prompt. From another process: `python -m tests.standin`
and the control endpoint `/__control__` (see `control.py`), for which `RemoteStandIn` is the client.
"""

from tests.standin.control import RemoteStandIn
from tests.standin.replies import Fault, Recorded, Reply
from tests.standin.server import StandIn

__all__ = ["Fault", "Recorded", "RemoteStandIn", "Reply", "StandIn"]
