import asyncio
import os
import shlex
import subprocess

from flask import request


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
