import os
import sqlite3
import subprocess
import requests
from mcp.server.fastmcp import FastMCP
from langchain.tools import tool
from langchain_core.tools import tool as core_tool
import anthropic
import openai
from openai import OpenAI

mcp = FastMCP("demo")
client = OpenAI()
claude = anthropic.Anthropic()


@mcp.tool()
def run_command(command: str) -> str:
    # ruleid: command-injection
    return subprocess.check_output(command, shell=True, text=True)


@mcp.tool()
def list_folder(folder: str) -> str:
    # ok: command-injection
    return subprocess.check_output(["ls", "--", folder], text=True)


@mcp.tool()
async def read_file(path: str) -> str:
    # ruleid: path-traversal
    with open(os.path.join("/data", path)) as f:
        return f.read()


@mcp.tool()
def find_user(name: str):
    conn = sqlite3.connect("a.db")
    # ok: sql-injection
    conn.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ruleid: sql-injection
    return conn.execute(f"SELECT * FROM users WHERE name = '{name}'").fetchall()


@mcp.resource("file://{name}")
def resource(name: str) -> str:
    # ruleid: path-traversal
    return open("/data/" + name).read()


@mcp.tool()
def fetch(url: str) -> str:
    # ruleid: ssrf
    return requests.get(url).text


@tool
def calculator(expression: str) -> str:
    """Calculates."""
    # ruleid: code-injection
    return str(eval(expression))


@core_tool
def shell(cmd: str) -> str:
    """Runs."""
    # ruleid: command-injection
    return os.popen(cmd).read()


def answer(question):
    response = client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": question}])
    code = response.choices[0].message.content
    # ruleid: code-injection
    exec(code)
    conn = sqlite3.connect("a.db")
    # ruleid: sql-injection
    conn.execute(code)
    # ok: sql-injection
    conn.execute("INSERT INTO answers VALUES (?)", (code,))
    # ruleid: command-injection
    subprocess.run(code, shell=True)
    # ruleid: path-traversal
    open(code)


def answer2(question):
    message = claude.messages.create(model="claude", max_tokens=10, messages=[])
    text = message.content[0].text
    # ruleid: code-injection
    eval(text)
    # ruleid: command-injection
    os.system(text)


def answer3(llm, question):
    result = llm.invoke(question)
    # ruleid: code-injection
    exec(result.content)
    args = json.loads(call.function.arguments)
    # ruleid: command-injection
    os.system(args["command"])


def answer4(question):
    r = openai.ChatCompletion.create(model="gpt-4", messages=[])
    # ruleid: sql-injection
    cursor.execute(r["choices"][0]["message"]["content"])
