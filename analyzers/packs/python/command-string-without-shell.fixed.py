import shlex
import subprocess


def f():
    # ruleid: command-string-without-shell
    subprocess.run(shlex.split("git status"), check=True)
    # ok: command-string-without-shell
    subprocess.run(["git", "status"])
    # ok: command-string-without-shell
    subprocess.run("git status", shell=True)
    # ok: command-string-without-shell
    subprocess.run("true")
