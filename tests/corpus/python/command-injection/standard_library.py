import asyncio
import os
import shlex
import subprocess
import subprocess as sp
import sys
from os import popen, system
from subprocess import PIPE, Popen, call, check_output, run

import pexpect
import pty


def ping(host):
    # ruleid: command-injection
    os.system("ping -c 1 " + host)
    # ruleid: command-injection
    os.system(f"ping -c 1 {host}")
    # ruleid: command-injection
    os.system("ping -c 1 %s" % host)
    # ruleid: command-injection
    os.system("ping -c 1 {}".format(host))
    # ruleid: command-injection
    os.system(host)
    # ok: command-injection
    os.system("ping -c 1 localhost")
    # ok: command-injection
    os.system("ping -c 1 " + shlex.quote(host))
    # ok: command-injection
    os.system(f"ping -c 1 {shlex.quote(host)}")


def opened(name):
    # ruleid: command-injection
    os.popen("cat " + name).read()
    # ruleid: command-injection
    popen("cat " + name)
    # ruleid: command-injection
    system("cat " + name)
    # ok: command-injection
    os.popen("cat /etc/hostname").read()


def shells(name, directory):
    # ruleid: command-injection
    subprocess.run("ls " + name, shell=True)
    # ruleid: command-injection
    subprocess.call("ls %s" % name, shell=True)
    # ruleid: command-injection
    subprocess.check_output(f"ls {name}", shell=True)
    # ruleid: command-injection
    subprocess.check_call("ls {}".format(name), shell=True, cwd=directory)
    # ruleid: command-injection
    subprocess.Popen("ls " + name, stdout=subprocess.PIPE, shell=True)
    # ruleid: command-injection
    sp.run("ls " + name, shell=True, check=True)
    # ruleid: command-injection
    run(f"ls {name}", shell=True)
    # ruleid: command-injection
    Popen("ls " + name, shell=True, stdout=PIPE)
    # ruleid: command-injection
    call("ls " + name, shell=True)
    # ruleid: command-injection
    check_output("ls " + name, shell=True)
    # ruleid: command-injection
    subprocess.getoutput("ls " + name)
    # ruleid: command-injection
    subprocess.getstatusoutput(f"ls {name}")
    # ruleid: command-injection
    subprocess.run(name, shell=True)
    # ruleid: command-injection
    subprocess.run(["sh", "-c", "ls " + name])
    # ruleid: command-injection
    subprocess.run(["/bin/bash", "-c", f"ls {name}"])
    # ruleid: command-injection
    subprocess.run(
        "tar czf backup.tgz " + name,
        shell=True,
        cwd=directory,
    )
    command = "ls -l " + name
    # ruleid: command-injection
    subprocess.run(command, shell=True)
    # ruleid: command-injection
    subprocess.run(args="ls " + name, shell=True)
    use_shell = True
    # ruleid: command-injection
    subprocess.run("ls " + name, shell=use_shell)
    parts = ["ls", name]
    # ruleid: command-injection
    subprocess.run(" ".join(parts), shell=True)


def without_shell(name, directory):
    # ok: command-injection
    subprocess.run(["ls", name])
    # ok: command-injection
    subprocess.run(["ls", "-l", name], check=True, shell=False)
    # ok: command-injection
    subprocess.check_output(["git", "log", "--", name], cwd=directory)
    # ok: command-injection
    subprocess.run("ls -l /tmp", shell=True)
    # ok: command-injection
    subprocess.run("ls " + shlex.quote(name), shell=True)
    # ok: command-injection
    subprocess.run(shlex.split("ls -l"))
    # ok: command-injection
    subprocess.Popen(["tail", "-f", name], stdout=subprocess.PIPE)
    quoted = shlex.quote(name)
    # ok: command-injection
    subprocess.run(f"ls {quoted} | wc -l", shell=True)
    command = "uname"
    # ok: command-injection
    subprocess.run(command + " -a", shell=True)
    # ok: command-injection
    subprocess.run("ls " + shlex.join([name, directory]), shell=True)
    for tool in ("git", "make"):
        # ok: command-injection
        subprocess.run(f"{tool} --version", shell=True)
    count = int(name)
    # ok: command-injection
    os.system("head -n %d /var/log/syslog" % count)


async def coroutines(name, loop):
    # ruleid: command-injection
    await asyncio.create_subprocess_shell("ls " + name)
    # ruleid: command-injection
    await asyncio.create_subprocess_shell(f"ls {name}", stdout=asyncio.subprocess.PIPE)
    # ruleid: command-injection
    await asyncio.subprocess.create_subprocess_shell(f"ls {name}")
    # ruleid: command-injection
    await loop.subprocess_shell(asyncio.SubprocessProtocol, "ls " + name)
    # ruleid: command-injection
    await asyncio.create_subprocess_exec("bash", "-c", "ls " + name)
    # ok: command-injection
    await asyncio.create_subprocess_exec("ls", "-l", name)
    # ok: command-injection
    await asyncio.create_subprocess_shell("ls -l")


def executed(name):
    # ruleid: command-injection
    os.execl("/bin/sh", "sh", "-c", "ls " + name)
    # ruleid: command-injection
    os.execv("/bin/bash", ["bash", "-c", name])
    # ruleid: command-injection
    os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "ls " + name)
    # ruleid: command-injection
    os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "ls " + name])
    # ruleid: command-injection
    pexpect.run("ls " + name)
    # ruleid: command-injection
    pexpect.spawn(f"ls {name}")
    # ok: command-injection
    os.execl("/bin/ls", "ls", name)
    # ok: command-injection
    os.execv("/usr/bin/python3", ["python3", "-V"])
    # ok: command-injection
    pty.spawn("/bin/bash")


def arguments():
    # ruleid: command-injection
    os.system("echo " + sys.argv[1])
    # ruleid: command-injection
    subprocess.call("echo %s" % sys.argv[1], shell=True)
    # ruleid: command-injection
    os.system(input("command: "))
    # ruleid: command-injection
    os.system("echo " + os.environ["NAME"])
    # ok: command-injection
    subprocess.call(["echo", sys.argv[1]])


def helper(command):
    # ruleid: command-injection
    subprocess.call(command, shell=True)


class Runner:
    def __init__(self, command):
        self.command = command

    def start(self):
        # ruleid: command-injection
        return subprocess.Popen(self.command, shell=True)

    def status(self, name):
        # ruleid: command-injection
        return os.popen(f"systemctl status {name}").read()

    def fixed(self):
        # ok: command-injection
        return os.popen("systemctl status nginx").read()


def allowed(name):
    if name not in ("start", "stop"):
        return
    # ok: command-injection
    os.system("service nginx " + name)


def look_alikes(queue, name):
    # ok: command-injection
    queue.system("run " + name)
    # ok: command-injection
    queue.run("ls " + name)
    # ok: command-injection
    queue.call("ls " + name)
