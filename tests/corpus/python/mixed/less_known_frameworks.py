import os
import subprocess

import aiogram
import discord
import graphene
import httplib2
import pdfkit
import socketio
from blacksheep import Application, html
from google.cloud import bigquery
from litestar import get, post
from litestar.response import Redirect
from rdflib import Graph
from robyn import Robyn
from slack_bolt import App
from twisted.web import resource
from webargs.flaskparser import use_kwargs

sio = socketio.AsyncServer()
slack = App()
bot = discord.Bot()
robyn = Robyn(__file__)
sheep = Application()


@get("/orders/{customer:str}")
async def orders(customer: str, limit: int) -> list:
    # ruleid: sql-injection
    rows = bigquery.Client().query_and_wait(f"SELECT * FROM orders WHERE customer = '{customer}'")
    # ok: sql-injection
    bigquery.Client().query_and_wait(f"SELECT * FROM orders LIMIT {limit}")
    return rows


@post("/back")
async def back(data: dict[str, str]) -> Redirect:
    # ruleid: open-redirect
    return Redirect(path=data["came_from"])


@sheep.router.get("/hello")
async def hello(name: str):
    # ruleid: xss
    return html("<p>" + name + "</p>")


@robyn.post("/thumbnail")
async def thumbnail(request):
    # ruleid: ssrf
    pdfkit.from_url(request.json()["page"], "page.pdf")
    # ok: ssrf
    pdfkit.from_url("https://example.org/terms", "terms.pdf")


@sio.on("print")
def print_for(sid, data):
    # ruleid: path-traversal
    with open("prints/" + data["file"]) as stream:
        stream.read()
    # ok: path-traversal
    with open("prints/" + os.path.basename(data["file"])) as stream:
        stream.read()


@slack.command("/logs")
def logs(ack, command):
    ack()
    # ruleid: command-injection
    os.system("journalctl -u " + command["text"])
    # ok: command-injection
    subprocess.run(["journalctl", "-u", command["text"]])


@bot.command()
async def look_up(ctx, host: str):
    # ruleid: command-injection
    os.popen("whois " + host)


async def answered(message: aiogram.types.Message):
    # ruleid: ssrf
    httplib2.Http().request(message.text)
    # ok: ssrf
    httplib2.Http().request("https://example.org/", body=message.text)


class Queries(graphene.ObjectType):
    def resolve_document(self, info, path):
        # ruleid: path-traversal
        return open(path).read()

    def resolve_people(self, info, name):
        # ruleid: nosql-injection
        return Graph().query("SELECT ?p WHERE { ?p foaf:name '" + name + "' }")


@use_kwargs({"program": str})
def start(program):
    # ruleid: command-injection
    subprocess.call(program + " --version", shell=True)


class Greeting(resource.Resource):
    def render_GET(self, request):
        # ruleid: xss
        return b"<b>" + request.args[b"name"][0] + b"</b>"


def application(environ, start_response):
    # ruleid: command-injection
    os.system("logger " + environ["PATH_INFO"])
    # ok: command-injection
    subprocess.run(["logger", environ["PATH_INFO"]])
    start_response("200 OK", [("Content-Type", "text/plain")])
    # ok: xss
    return [b"done"]
