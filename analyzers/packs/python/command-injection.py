import functools
import boto3
import confluent_kafka
import asyncio
import os
import shlex
import subprocess

import azure.functions
import discord
import graphene
import netmiko
import nmap
import plumbum
import sh
from chalice import Chalice
from django.core.validators import RegexValidator, validate_email, validate_slug
from flask import request
from litestar import post
from slack_bolt import App
import telegram
from flask_restx import Resource, reqparse


def ping():
    host = request.args["host"]
    # ruleid: command-injection
    os.system("ping " + host)
    # ruleid: command-injection
    subprocess.run(f"ping {host}", shell=True)
    # ruleid: command-injection
    subprocess.run([host, "-v"])
    # ruleid: command-injection
    subprocess.run(shlex.split(host))
    # ok: command-injection
    subprocess.run(["ping", "-c", "1", host])
    # ok: command-injection
    os.system("ping " + shlex.quote(host))
    # ok: command-injection
    os.system("ping localhost")


async def later(loop, pool):
    host = request.args["host"]
    # ruleid: command-injection
    await asyncio.to_thread(os.system, "ping " + host)
    # ruleid: command-injection
    await loop.run_in_executor(None, os.system, "ping " + host)
    # ok: command-injection
    pool.submit(subprocess.run, ["ping", host])


parser = reqparse.RequestParser()
chalice_app = Chalice(app_name="tools")


class Jobs(Resource):
    def post(self):
        arguments = parser.parse_args()
        # ruleid: command-injection
        os.system("python jobs/" + arguments["script"])


@chalice_app.route("/run", methods=["POST"])
def run_in_chalice():
    body = chalice_app.current_request.json_body
    # ruleid: command-injection
    os.system("report " + body["name"])


def main(req: azure.functions.HttpRequest):
    # ruleid: command-injection
    os.system("report " + req.get_json()["name"])


class Shop(shop_pb2_grpc.ShopServicer):
    def Order(self, request, context):
        # ruleid: command-injection
        os.system("order " + request.name)
        # ok: command-injection
        os.system("order --count " + str(int(request.count)))


@dataclass
class Job:
    path: str
    mode: str = "fast"


def made():
    job = Job(path=request.args["path"])
    # ruleid: command-injection
    os.system("scan " + job.path)
    # ok: command-injection
    os.system("scan --" + job.mode)


def other_ways(host):
    host = request.args["host"]
    # ruleid: command-injection
    sh.bash("-c", "ping " + host)
    # ok: command-injection
    sh.ping("-c1", host)
    # ruleid: command-injection
    nmap.PortScanner().scan("10.0.0.1", arguments=request.args["options"])
    # ruleid: command-injection
    plumbum.local["bash"]["-c", "ping " + host]()
    # ok: command-injection
    plumbum.local["ping"]("-c1", host)


def wsgi(environ, start_response):
    # ruleid: command-injection
    os.system("echo " + environ["QUERY_STRING"])
    # ok: command-injection
    os.system("echo " + environ["REMOTE_ADDR"])


async def asgi(scope, receive, send):
    # ruleid: command-injection
    os.system("echo " + scope["query_string"].decode())
    # ok: command-injection
    os.system("echo " + scope["type"])


@post("/convert")
async def converted(name: str, size: int):
    # ruleid: command-injection
    os.system("convert " + name)
    # ok: command-injection
    os.system(f"convert -resize {size}")


@pets.bot.command()
async def ping(ctx, host: str):
    # ruleid: command-injection
    os.system("ping " + host)


@sio.on("run")
def run_for_socket(sid, data):
    # ruleid: command-injection
    os.system("echo " + data["text"])
    # ok: command-injection
    os.system("echo " + sid)


@parser.use_kwargs({"q": fields.Str()})
def found(q):
    # ruleid: command-injection
    os.system("grep " + q)


@cli.command()
def from_the_command_line(q):
    # ok: command-injection
    os.system("grep " + q)


class Query(graphene.ObjectType):
    def resolve_ping(self, info, host):
        # ruleid: command-injection
        os.system("ping " + host)


async def told(message: discord.Message):
    # ruleid: command-injection
    os.system("figlet " + message.content)


async def telegram_told(update, context):
    # ruleid: command-injection
    os.system("figlet " + update.message.text)
    # ruleid: command-injection
    os.system(" ".join(context.args))
    # ok: command-injection
    os.system("figlet " + update.kind)


@slack.command("/deploy")
def deploy(ack, command):
    # ruleid: command-injection
    os.system("deploy " + command["text"])
    # ok: command-injection
    os.system("deploy " + command["channel_id"])


def on_devices(device, container):
    # ruleid: command-injection
    device.send_command("show " + request.args["what"])
    # ok: command-injection
    device.send_command("show version")
    # ok: command-injection
    container.exec_run(["echo", request.args["what"]])


def poll(consumer, queue):
    message = consumer.poll(1.0)
    # ruleid: command-injection
    os.system("job " + message.value().decode())
    for each in queue.receive_messages():
        # ruleid: command-injection
        os.system("job " + each.body)
        # ok: command-injection
        subprocess.run(["job", each.body])


def words():
    quoted = map(shlex.quote, request.args.getlist("word"))
    # ok: command-injection
    os.system("echo " + " ".join(quoted))
    # ok: command-injection
    os.system("echo " + request.args["word"].encode().hex())


def by_system():
    arguments = []
    if os.name == "nt":
        arguments.append("cmd.exe")
        arguments.append("/c")
    else:
        arguments.append("sh")
        arguments.append("-c")
    arguments.append("echo " + request.args["word"])
    # ruleid: command-injection
    subprocess.run(arguments)
    if os.name == "nt":
        words = ["cmd.exe", "/c"]
    else:
        words = ["bash", "-c"]
    words.append("echo " + request.args["word"])
    # ruleid: command-injection
    subprocess.run(words)
    settings = ["git", "-c", "user.name=" + request.args["word"]]
    # ok: command-injection
    subprocess.run(settings)


def known_hosts():
    for host in {"a.example.com", "b.example.com"} & set(request.args.getlist("host")):
        # ok: command-injection
        os.system("ping " + host)
    for host in set(request.args.getlist("host")) - {"localhost"}:
        # ruleid: command-injection
        os.system("ping " + host)


def handed_to_map():
    # ruleid: command-injection
    list(map(os.system, request.args.getlist("command")))
    # ok: command-injection
    list(map(os.system, ["df", "uptime"]))
    # ok: command-injection
    os.system("sleep %s" % sum(map(len, request.args.values())))


def any_library_with_a_shell():
    folder = request.args["folder"]
    # ruleid: command-injection
    runner.run("ls " + folder, shell=True)
    # ok: command-injection
    runner.run("ls " + shlex.quote(folder), shell=True)
    # ok: command-injection
    runner.run(runner.shell_format("ls {0}", folder), shell=True)
    # ok: command-injection
    runner.run(["ls", folder], shell=False)


def under_another_name():
    run = functools.partial(subprocess.run, shell=True)
    # ruleid: command-injection
    run("ls " + request.args["folder"])
    # ok: command-injection
    run("ls")
    execute = os.system
    # ruleid: command-injection
    execute("ls " + request.args["folder"])


def lists_that_begin_with_ours(tools):
    host = request.args["host"]
    command = tools[request.args["tool"]]
    # ok: command-injection
    subprocess.run(command + [host])
    # ok: command-injection
    subprocess.run(tools.get("ping") + ["-c", host])
    # ruleid: command-injection
    subprocess.run(request.args["program"].split() + ["-c"])
    # ruleid: command-injection
    subprocess.run([host] + ["-c"])
    longer = tools["ping"] + [host]
    # ok: command-injection
    subprocess.run(longer)


@dispatcher.public
def remove(path):
    # ruleid: command-injection
    os.system("rm " + path)


@service.rpc
def resize(size: int, name: str):
    # ruleid: command-injection
    os.system("convert " + name)
    # ok: command-injection
    os.system(f"convert {size}")


@rt("/show/{name}")
def show(name: str):
    # ruleid: command-injection
    os.system("show " + name)


@rt("/show/{number}")
def show_number(number: int):
    # ok: command-injection
    os.system(f"show {number}")


class Echo(WebSocketHandler):
    def on_message(self, message):
        # ruleid: command-injection
        os.system("say " + message)


async def answered(turn_context):
    # ruleid: command-injection
    os.system("say " + turn_context.activity.text)


def checks_of_names():
    name = request.args["name"]
    validate_slug(name)
    # ok: command-injection
    os.system("show " + name)
    other = request.args["other"]
    validate_email(other)
    # ruleid: command-injection
    os.system("show " + other)
    third = request.args["third"]
    RegexValidator(r"^[a-z]+\Z")(third)
    # ok: command-injection
    os.system("show " + third)
    fourth = request.args["fourth"]
    RegexValidator(r"[a-z]+")(fourth)
    # ruleid: command-injection
    os.system("show " + fourth)


import asyncssh
import docker
import fabric
import paramiko
import pexpect


@app.route("/typed")
def typed():
    name = request.args["name"]
    # ruleid: command-injection
    os.system(command="ls " + name)
    # ruleid: command-injection
    subprocess.Popen(args="ls " + name, shell=1)
    # ok: command-injection
    subprocess.Popen(args=["ls", "--", name])
    # ruleid: command-injection
    fabric.ThreadingGroup("a", "b").run("ls " + name)
    link = asyncssh.connect("a")
    # ruleid: command-injection
    link.run("ls " + name)
    shell = paramiko.SSHClient().invoke_shell()
    # ruleid: command-injection
    shell.send("ls " + name + "\n")
    channel = paramiko.Transport(("a", 22)).open_session()
    # ruleid: command-injection
    channel.exec_command("ls " + name)
    child = pexpect.spawn("bash")
    # ruleid: command-injection
    child.sendline("ls " + name)
    prompt = pexpect.spawn("passwd")
    # ok: command-injection
    prompt.sendline(name)
    # ruleid: command-injection
    docker.from_env().containers.run("a", command="ls " + name)
    # ok: command-injection
    docker.from_env().containers.run("a", command=["ls", "--", name])
