"""The provider that asks the models of an MCP client: with the client of the SDK, consent and redaction as everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CreateMessageRequestParams, CreateMessageResult, ErrorData, ImageContent, TextContent

from reread.analyzers.review.client_model import ClientQuestion
from reread.server.mcp.sampling import client_of
from tests.server.mcp.conftest import call
from tests.standin import reviewer

MEAN = "def mean(values):\n    return sum(values) / len(values)\n"


class Models:
    """The models of a client: answer as the stand-in does, or with `answer`."""

    def __init__(self, answer: CreateMessageResult | ErrorData | None = None) -> None:
        self.asked: list[CreateMessageRequestParams] = []
        self._answer = answer

    async def sample(self, context: Any, params: CreateMessageRequestParams) -> CreateMessageResult | ErrorData:
        self.asked.append(params)
        if self._answer is not None:
            return self._answer
        [message] = params.messages
        assert isinstance(message.content, TextContent)
        text = reviewer.answer(f"{params.system_prompt}\n{message.content.text}")
        return _result(TextContent(type="text", text=text))


def _result(content: TextContent | ImageContent) -> CreateMessageResult:
    return CreateMessageResult(role="assistant", content=content, model="some-model", stop_reason="endTurn")


@pytest.fixture
def changed(folder, monkeypatch, tmp_path):
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    config = tmp_path / "sampling.toml"
    config.write_text('[review]\nprovider = "sampling"\ncache = false\n')
    monkeypatch.setenv("REREAD_CONFIG", str(config))
    folder.write("a.py", "take_a_nap()\n")
    folder.commit()
    folder.write("a.py", f"take_a_nap()\n\n\n{MEAN}")
    return folder


async def test_the_client_s_models_review_once_a_person_agreed(changed, connect):
    models, asked = Models(), []
    async with connect(says=True, asked=asked, mode="legacy", samples=models.sample) as client:
        answer = await call(client, "review_changes")
    assert [each["rule"] for each in answer["findings"]] == ["model/division-by-zero"]
    assert "sampling (its-models)" in asked[0]
    assert all(each.include_context == "none" for each in models.asked)


async def test_without_consent_they_are_not_asked(changed, connect):
    models = Models()
    async with connect(says=False, mode="legacy", samples=models.sample) as client:
        answer = await call(client, "review_changes")
    assert (answer["findings"], models.asked) == ([], [])


REFUSAL = ErrorData(code=-1, message="the person said no")
IMAGE = _result(ImageContent(type="image", data="", mime_type="image/png"))


async def answered(mode: str, models: Models | None, method: str = "sampling/createMessage") -> str:
    """What a tool of a server is answered by the models of its client."""
    server = MCPServer("asking")

    @server.tool()
    async def ask(context: Context) -> str:
        return repr(await client_of(context)(ClientQuestion(method, "fast", "Review.", "def f(): ...", 1_000)))

    async with Client(server, mode=mode, sampling_callback=models.sample if models else None) as client:
        [said] = (await client.call_tool("ask", {})).content
        return said.text


@pytest.mark.parametrize(
    ("mode", "models", "said"),
    [
        ("legacy", Models(REFUSAL), "the client refused: the person said no"),
        ("legacy", Models(IMAGE), "answered with image instead of text"),
        ("auto", Models(), "no server can ask for sampling"),
        ("legacy", None, "None"),
    ],
)
async def test_a_client_that_does_not_answer_says_why_in_one_line(mode, models, said):
    assert said in await answered(mode, models)


async def test_a_model_is_asked_for_by_name_and_an_answer_may_be_cut():
    text = TextContent(type="text", text="{")
    models = Models(CreateMessageResult(role="assistant", content=text, model="m", stop_reason="maxTokens"))
    assert "cut=True" in await answered("legacy", models)
    [asked] = models.asked
    assert (asked.system_prompt, asked.max_tokens, asked.model_preferences.hints[0].name) == ("Review.", 1_000, "fast")


async def test_a_client_is_not_asked_what_is_for_others():
    models = Models()
    assert (await answered("legacy", models, "reread/askModel"), models.asked) == ("None", [])
