import os, subprocess, asyncio, shlex, platform, popen2, commands, pexpect, paramiko, fabric, invoke, functools
from flask import Flask, request
from subprocess import Popen, PIPE, run as sprun
app = Flask(__name__)

@app.route("/1")
def v1():
    files = request.args.get("files", "")
    # ruleid: command-injection
    os.system("ls " + files)
    # ruleid: command-injection
    os.popen("ls " + files)
    # ruleid: command-injection
    subprocess.Popen("ls " + files, shell=True)
    # ruleid: command-injection
    subprocess.call(["sh", "-c", "ls " + files])
    # ruleid: command-injection
    subprocess.run(["cmd.exe", "/C", "dir " + files])
    # ruleid: command-injection
    Popen("ls %s" % files, stdout=PIPE, shell=True)
    # ruleid: command-injection
    sprun(f"ls {files}", shell=True, check=True)
    # ok: command-injection
    subprocess.run(["ls", files])
    # ok: command-injection
    subprocess.run(["ls", "--", files], shell=False)
    # ok: command-injection
    os.system("ls " + shlex.quote(files))
    # ok: command-injection
    subprocess.run(shlex.split("ls " + shlex.quote(files)))
    # ruleid: command-injection
    platform.popen("ls " + files)
    # ruleid: command-injection
    os.execl("/bin/sh", "sh", "-c", files)
    # ruleid: command-injection
    os.execvp(files, [files])
    # ruleid: command-injection
    os.spawnlp(os.P_WAIT, files, files)
    # ruleid: command-injection
    os.posix_spawn(files, [files], os.environ)
    # ruleid: command-injection
    subprocess.call(files)
    # ruleid: command-injection
    subprocess.check_output([files, "-x"])
    # ruleid: command-injection
    os.startfile(files)
    # ruleid: command-injection
    pexpect.spawn("scp " + files)
    # ruleid: command-injection
    pexpect.spawn("bash", ["-c", files])

@app.route("/2")
async def v2():
    cmd = request.args["cmd"]
    # ruleid: command-injection
    await asyncio.create_subprocess_shell(cmd)
    # ruleid: command-injection
    await asyncio.create_subprocess_exec(cmd)
    # ok: command-injection
    await asyncio.create_subprocess_exec("ls", cmd)
    loop = asyncio.get_event_loop()
    # ruleid: command-injection
    await loop.subprocess_exec(P, cmd)
    # ruleid: command-injection
    await loop.run_in_executor(None, os.system, cmd)
    # ruleid: command-injection
    await asyncio.to_thread(os.system, cmd)
    # ruleid: command-injection
    await asyncio.to_thread(subprocess.run, cmd, shell=True)

@app.route("/3")
def v3():
    host = request.form["host"]
    c = paramiko.SSHClient()
    # ruleid: command-injection
    c.exec_command("ping " + host)
    # ok: command-injection
    stdin, out, err = c.exec_command("ping " + shlex.quote(host))
    # ruleid: command-injection
    fabric.Connection("h").run("ping " + host)
    # ruleid: command-injection
    invoke.run("ping " + host)
    run = functools.partial(subprocess.run, shell=True)
    run("ping " + host)
    f = os.system
    f("ping " + host)
    if host in ("a", "b"):
        # ok: command-injection
        os.system("ping " + host)
    if host not in ALLOWED:
        return "no"
    # ok: command-injection
    os.system("ping " + host)

@app.route("/4")
def v4():
    import re
    host = request.values.get("host")
    if not re.match(r"^[a-zA-Z0-9.]+$", host):
        return "bad"
    # ok: command-injection
    os.system("ping " + host)

@app.route("/5")
def v5():
    port = int(request.args["port"])
    # ok: command-injection
    os.system(f"nc -l {port}")
    name = request.args["x"]
    args = ["git", "clone"]
    args.append(name)
    # ok: command-injection
    subprocess.run(args)
    cmd = "git clone " + name
    subprocess.run(cmd.split(" "))
    full = " ".join(["git", "clone", name])
    # ruleid: command-injection
    os.system(full)
    # ruleid: command-injection
    os.system("git clone {}".format(name))
    # ruleid: command-injection
    os.system("git clone {n}".format(n=name))
    # ruleid: command-injection
    os.system("git clone %(n)s" % {"n": name})
    parts = {"a": name}
    # ruleid: command-injection
    os.system("git clone {a}".format(**parts))
    # ruleid: command-injection
    os.system("git clone {a}".format_map(parts))
    template = string.Template("git clone $n")
    # ruleid: command-injection
    os.system(template.substitute(n=name))

def helper(cmd):
    # ruleid: command-injection
    return subprocess.check_output(cmd, shell=True)

@app.route("/6")
def v6():
    helper("ls")
    return helper(request.args["c"])

class Runner:
    def __init__(self, cmd):
        self.cmd = cmd
    def go(self):
        # ruleid: command-injection
        os.system(self.cmd)

@app.route("/7")
def v7():
    Runner(request.args["c"]).go()

def main():
    import sys
    # ruleid: command-injection
    os.system("ls " + sys.argv[1])
    # ruleid: command-injection
    os.system("ls " + os.environ["X"])
    # ruleid: command-injection
    os.system("ls " + input("dir? "))
    # ok: command-injection
    os.system("clear")
    # ok: command-injection
    os.system("ls " + "/tmp")
    # ok: command-injection
    subprocess.run("ls | wc -l", shell=True)
