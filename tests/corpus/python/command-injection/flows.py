import os
import re
import shlex
import subprocess

from flask import Flask, jsonify, request
from django.http import JsonResponse

app = Flask(__name__)
COMMANDS = {"list": "ls -l", "disk": "df -h"}
ALLOWED = ["start", "stop"]


def execute(command):
    # ruleid: command-injection
    return os.popen(command).read()


def quoted(value):
    return shlex.quote(value)


@app.post("/run")
def run():
    payload = request.get_json(force=True)
    command = payload.get("command", "")
    # ruleid: command-injection
    subprocess.run(command, shell=True, capture_output=True)
    arguments = ["ping"]
    arguments.append(payload["host"])
    # ok: command-injection
    subprocess.run(arguments)
    # ruleid: command-injection
    os.system(" ".join(["ping", payload["host"]]))
    # ok: command-injection
    os.system("ping " + quoted(payload["host"]))
    # ok: command-injection
    os.system(COMMANDS[payload["name"]])
    action = payload["action"]
    if action in ALLOWED:
        # ok: command-injection
        os.system("service nginx " + action)
    else:
        # ruleid: command-injection
        os.system("service nginx " + action)
    if not re.match(r"^[a-z0-9]+$", action):
        return jsonify({})
    # ok: command-injection
    os.system("service nginx " + action)
    return execute(command)


class Tool:
    def __init__(self, name):
        self.name = name
        self.fixed = "ls"

    def start(self):
        # ruleid: command-injection
        os.system("start " + self.name)
        # ok: command-injection
        os.system(self.fixed + " -l")


def view(request):
    filename = request.FILES["file"].name
    # ruleid: command-injection
    os.system("file " + filename)
    # ruleid: command-injection
    result = subprocess.getoutput("file %s" % filename)
    # ok: command-injection
    result = subprocess.check_output(["file", "--", filename])
    pid = str(int(request.GET["pid"]))
    # ok: command-injection
    os.system("kill " + pid)
    with subprocess.Popen(
        # ok: command-injection
        ["convert", filename, "out.png"], stdout=subprocess.PIPE
    ) as process:
        process.wait()
    # ruleid: command-injection
    with os.popen("convert " + filename) as pipe:
        pipe.read()
    return JsonResponse({"result": str(result)})
