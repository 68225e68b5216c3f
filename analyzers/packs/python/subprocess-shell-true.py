import shlex
import subprocess
import subprocess as sp
from subprocess import check_output as capture


def convert(name, command):
    # ruleid: subprocess-shell-true
    subprocess.run(f"convert {name} out.png", shell=True)
    # ruleid: subprocess-shell-true
    subprocess.call("convert " + name, cwd="/", shell=True)
    # ruleid: subprocess-shell-true
    sp.Popen(command, shell=True, stdout=sp.PIPE)
    # ruleid: subprocess-shell-true
    return capture("convert %s" % name, shell=True)


def quiet(name, command):
    # ok: subprocess-shell-true
    subprocess.run("ls | wc -l", shell=True)
    # ok: subprocess-shell-true
    subprocess.run(["convert", name, "out.png"])
    # ok: subprocess-shell-true
    subprocess.run(command, shell=False)
    # ok: subprocess-shell-true
    subprocess.check_call(shlex.split(command))
