import asyncio
import os
import subprocess
from os import system as shell


async def unpack(archive):
    # ruleid: os-system-dynamic-command
    os.system("tar xf " + archive)
    # ruleid: os-system-dynamic-command
    listing = os.popen(f"tar tf {archive}", "r").read()
    # ruleid: os-system-dynamic-command
    shell("tar xf %s" % archive)
    # ruleid: os-system-dynamic-command
    status, text = subprocess.getstatusoutput("file {}".format(archive))
    # ruleid: os-system-dynamic-command
    await asyncio.create_subprocess_shell(f"tar xf {archive}", stdout=None)
    return listing, status, text


async def quiet(archive):
    # ok: os-system-dynamic-command
    os.system("clear")
    # ok: os-system-dynamic-command
    subprocess.getoutput("uname -a")
    # ok: os-system-dynamic-command
    subprocess.run(["tar", "xf", archive], check=True)
    # ok: os-system-dynamic-command
    await asyncio.create_subprocess_exec("tar", "xf", archive)
