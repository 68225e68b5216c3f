import os
import shlex
import subprocess

import tornado.web
from aiohttp import web
from django.http import HttpResponse
from fastapi import FastAPI, Request
from flask import Flask, request

app = Flask(__name__)
api = FastAPI()


@app.route("/ping")
def ping():
    host = request.args.get("host")
    # ruleid: command-injection
    os.system("ping " + host)
    # ruleid: command-injection
    output = subprocess.check_output("ping " + request.form["host"], shell=True)
    # ruleid: command-injection
    subprocess.run(host)
    # ruleid: command-injection
    subprocess.run([host, "-v"])
    # ruleid: command-injection
    subprocess.Popen(request.get_json()["command"].split())
    # ruleid: command-injection
    subprocess.run(shlex.split(host))
    # ok: command-injection
    subprocess.run(["ping", "-c", "1", host])
    # ok: command-injection
    os.system("ping " + shlex.quote(host))
    # ok: command-injection
    os.system("ping localhost")
    return output


@app.route("/job/<name>")
def job(name):
    # ruleid: command-injection
    os.popen("systemctl start " + name)
    # ruleid: command-injection
    os.execvp(name, [name])
    jobs = {"backup": "/usr/bin/backup", "clean": "/usr/bin/clean"}
    # ok: command-injection
    os.system(jobs[name])
    # ok: command-injection
    os.system(jobs.get(name, "true"))
    return "ok"


def django_view(request):
    filename = request.GET["file"]
    # ruleid: command-injection
    subprocess.call("convert %s out.png" % filename, shell=True)
    # ruleid: command-injection
    os.system("convert " + request.POST.get("file") + " out.png")
    # ok: command-injection
    subprocess.call(["convert", filename, "out.png"])
    if filename == "a.jpg":
        # ok: command-injection
        os.system("convert a.jpg out.png")
    return HttpResponse("ok")


@api.get("/trace")
async def trace(host: str, hops: int, request: Request):
    # ruleid: command-injection
    os.system(f"traceroute {host}")
    # ok: command-injection
    os.system(f"traceroute -m {hops} localhost")
    # ruleid: command-injection
    os.system("traceroute " + request.query_params["host"])
    body = await request.json()
    # ruleid: command-injection
    subprocess.run(f"traceroute {body['host']}", shell=True)
    return {}


class Handler(tornado.web.RequestHandler):
    def post(self):
        # ruleid: command-injection
        os.system("ls " + self.get_body_argument("dir"))
        # ok: command-injection
        os.system("ls /srv")


async def aiohttp_view(request):
    # ruleid: command-injection
    os.system("ls " + request.query["dir"])
    return web.Response()


def lambda_handler(event, context):
    # ruleid: command-injection
    os.system("ls " + event["dir"])
    # ruleid: command-injection
    subprocess.run("ls " + event["queryStringParameters"]["dir"], shell=True)
    # ok: command-injection
    subprocess.run(["ls", "/tmp"])
    return {}
