import asyncio
import os
import pty
import shlex
import subprocess
from subprocess import Popen, PIPE, check_output as co
import commands
import paramiko
import invoke
import sh
import pexpect
from fabric import Connection
from flask import Flask, request, abort

app = Flask(__name__)
COMMANDS = {"ls": "ls -l", "df": "df -h"}


@app.route("/c1")
def c1():
    host = request.args.get("host")
    # ruleid: command-injection
    os.system("ping -c 1 " + host)
    # ok: command-injection
    os.system("ping -c 1 " + shlex.quote(host))
    # ruleid: command-injection
    os.popen(f"nslookup {host}").read()
    # ok: command-injection
    os.popen("nslookup localhost").read()
    # ruleid: command-injection
    subprocess.run("ping " + host, shell=True)
    # ok: command-injection
    subprocess.run(["ping", "-c", "1", host])
    # ruleid: command-injection
    subprocess.call("host %s" % host, shell=True)
    # ok: command-injection
    subprocess.call(["host", host], shell=False)
    # ruleid: command-injection
    subprocess.check_output("dig {}".format(host), shell=True)
    # ok: command-injection
    subprocess.check_output(shlex.split("dig localhost"))
    # ruleid: command-injection
    co("dig " + host, shell=True)
    # ruleid: command-injection
    Popen("traceroute " + host, stdout=PIPE, shell=True)
    # ok: command-injection
    Popen(["traceroute", host], stdout=PIPE)
    # ruleid: command-injection
    subprocess.getoutput("whois " + host)
    # ok: command-injection
    subprocess.getstatusoutput("whois example.org")
    # ruleid: command-injection
    commands.getoutput("whois " + host)
    # ruleid: command-injection
    subprocess.run(["sh", "-c", "ping " + host])
    # ruleid: command-injection
    subprocess.Popen(["/bin/bash", "-c", f"ping {host}"])
    return ""


@app.route("/c2")
def c2():
    name = request.args["cmd"]
    if name not in COMMANDS:
        abort(400)
    # ok: command-injection
    os.system(COMMANDS[name])
    cmd = request.form["cmd"]
    # ruleid: command-injection
    subprocess.run([cmd, "--version"])
    # ruleid: command-injection
    subprocess.run(cmd.split())
    # ruleid: command-injection
    os.execvp(cmd, ["x"])
    # ruleid: command-injection
    os.spawnlp(os.P_WAIT, cmd, "x")
    # ok: command-injection
    os.execv("/bin/ls", ["ls", cmd])
    # ruleid: command-injection
    pty.spawn(cmd)
    # ruleid: command-injection
    pexpect.run("ssh " + cmd)
    # ok: command-injection
    pexpect.spawn("/usr/bin/ssh", [cmd])
    return ""


@app.route("/c3")
async def c3():
    q = request.args.get("q")
    # ruleid: command-injection
    await asyncio.create_subprocess_shell("grep " + q + " file")
    # ok: command-injection
    await asyncio.create_subprocess_exec("grep", q, "file")
    # ok: command-injection
    await asyncio.create_subprocess_shell(f"grep {shlex.quote(q)} file")
    loop = asyncio.get_event_loop()
    # ruleid: command-injection
    await loop.subprocess_shell(lambda: None, "grep " + q)
    return ""


@app.route("/c4")
def c4():
    target = request.args.get("t")
    client = paramiko.SSHClient()
    client.connect("h", username="u")
    # ruleid: command-injection
    client.exec_command("cat " + target)
    # ok: command-injection
    client.exec_command("uptime")
    # ok: command-injection
    client.exec_command("cat " + shlex.quote(target))
    c = invoke.Context()
    # ruleid: command-injection
    c.run("ls " + target)
    # ok: command-injection
    c.run("ls")
    # ruleid: command-injection
    Connection("web1").run("rm " + target)
    # ok: command-injection
    Connection("web1").run("uname -s")
    port = int(request.args["port"])
    # ok: command-injection
    os.system("nc -z localhost %d" % port)
    return ""


@app.route("/c5")
def c5():
    args = ["convert", request.args["a"], "out.png"]
    # ruleid: command-injection
    subprocess.run(" ".join(args), shell=True)
    # ok: command-injection
    subprocess.run(args, check=True)
    cmd = "echo hello"
    if request.args.get("verbose"):
        cmd += " --verbose"
    # ok: command-injection
    subprocess.run(cmd, shell=True)
    fmt = request.args["fmt"]
    if not fmt.isalnum():
        return "bad", 400
    # ok: command-injection
    os.system("export --format=" + fmt)
    env = dict(os.environ, NAME=request.args["name"])
    # ok: command-injection
    subprocess.run("./run.sh", shell=True, env=env)
    # ok: command-injection
    subprocess.run("./run.sh", shell=True, input=request.data)
    # ok: command-injection
    subprocess.run(shlex.join(["echo", request.args["m"]]), shell=True)
    return ""
