import shlex

import paramiko
from fabric import Connection
from fabric.api import local, run, sudo
from invoke import run as invoke_run


def remote(host, name):
    client = paramiko.SSHClient()
    client.connect(host)
    # ruleid: command-injection
    client.exec_command("ls " + name)
    # ruleid: command-injection
    stdin, stdout, stderr = client.exec_command(f"ls {name}")
    # ok: command-injection
    client.exec_command("ls " + shlex.quote(name))
    # ok: command-injection
    client.exec_command("uptime")
    connection = Connection(host)
    # ruleid: command-injection
    connection.run("ls " + name)
    # ok: command-injection
    connection.run("uname -s")
    # ruleid: command-injection
    Connection(host).sudo(f"systemctl restart {name}")


def old_fabric(name):
    # ruleid: command-injection
    local("ls " + name)
    # ruleid: command-injection
    run("ls %s" % name)
    # ruleid: command-injection
    sudo("rm -rf {}".format(name))
    # ok: command-injection
    run("uptime")
    # ruleid: command-injection
    invoke_run("ls " + name)
