import asyncio
import os
import shlex
import subprocess

import azure.functions
import nmap
import plumbum
import sh
from chalice import Chalice
from flask import request
from flask_restx import Resource, reqparse


def ping():
    host = request.args["host"]
    # ruleid: command-injection-from-request
    os.system("ping " + host)
    # ruleid: command-injection-from-request
    subprocess.run(f"ping {host}", shell=True)
    # ruleid: command-injection-from-request
    subprocess.run([host, "-v"])
    # ruleid: command-injection-from-request
    subprocess.run(shlex.split(host))
    # ok: command-injection-from-request
    subprocess.run(["ping", "-c", "1", host])
    # ok: command-injection-from-request
    os.system("ping " + shlex.quote(host))
    # ok: command-injection-from-request
    os.system("ping localhost")


async def later(loop, pool):
    host = request.args["host"]
    # ruleid: command-injection-from-request
    await asyncio.to_thread(os.system, "ping " + host)
    # ruleid: command-injection-from-request
    await loop.run_in_executor(None, os.system, "ping " + host)
    # ok: command-injection-from-request
    pool.submit(subprocess.run, ["ping", host])


parser = reqparse.RequestParser()
chalice_app = Chalice(app_name="tools")


class Jobs(Resource):
    def post(self):
        arguments = parser.parse_args()
        # ruleid: command-injection-from-request
        os.system("python jobs/" + arguments["script"])


@chalice_app.route("/run", methods=["POST"])
def run_in_chalice():
    body = chalice_app.current_request.json_body
    # ruleid: command-injection-from-request
    os.system("report " + body["name"])


def main(req: azure.functions.HttpRequest):
    # ruleid: command-injection-from-request
    os.system("report " + req.get_json()["name"])


class Shop(shop_pb2_grpc.ShopServicer):
    def Order(self, request, context):
        # ruleid: command-injection-from-request
        os.system("order " + request.name)
        # ok: command-injection-from-request
        os.system("order --count " + str(int(request.count)))


@dataclass
class Job:
    path: str
    mode: str = "fast"


def made():
    job = Job(path=request.args["path"])
    # ruleid: command-injection-from-request
    os.system("scan " + job.path)
    # ok: command-injection-from-request
    os.system("scan --" + job.mode)


def other_ways(host):
    host = request.args["host"]
    # ruleid: command-injection-from-request
    sh.bash("-c", "ping " + host)
    # ok: command-injection-from-request
    sh.ping("-c1", host)
    # ruleid: command-injection-from-request
    nmap.PortScanner().scan("10.0.0.1", arguments=request.args["options"])
    # ruleid: command-injection-from-request
    plumbum.local["bash"]["-c", "ping " + host]()
    # ok: command-injection-from-request
    plumbum.local["ping"]("-c1", host)
