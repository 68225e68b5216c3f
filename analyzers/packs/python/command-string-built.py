import click
import asyncio
import os
import pathlib
import shlex
import subprocess
import sys


def convert(path, directory):
    # ruleid: command-string-built
    os.system("convert " + path)
    # ruleid: command-string-built
    subprocess.run(f"convert {path}", shell=True)
    command = "convert %s" % path
    # ruleid: command-string-built
    subprocess.Popen(command, shell=True, cwd=directory)
    # ruleid: command-string-built
    subprocess.run(["sh", "-c", "convert " + path])
    # ruleid: command-string-built
    os.popen("echo " + sys.argv[1])
    # ok: command-string-built
    subprocess.run(["convert", path])
    # ok: command-string-built
    subprocess.run("convert " + shlex.quote(path), shell=True)
    # ok: command-string-built
    subprocess.run("ls", shell=True, cwd=directory)
    # ok: command-string-built
    os.system("head -n %d /var/log/syslog" % int(path))


async def convert_async(path):
    # ruleid: command-string-built
    await asyncio.create_subprocess_shell("convert " + path)
    # ok: command-string-built
    await asyncio.create_subprocess_exec("convert", path)


def elsewhere():
    # ruleid: command-string-built
    os.system("ls " + nobody_knows)
    # ruleid: command-string-built
    subprocess.run(nobody_knows, shell=True)
    # ok: command-string-built
    subprocess.run(["ls", nobody_knows])


@app.route("/processes/<int:process>/<int:thread>")
def shown(process, thread):
    # ok: command-string-built
    os.system(f"ps -p {process}")
    # ok: command-string-built
    return os.popen(f"ps -p {process} -T {thread}").read()


@app.route("/processes/<int:process>/<name>")
def named(process, name):
    # ruleid: command-string-built
    os.system(f"ps -p {process} -o {name}")


def started_again(name):
    # ok: command-string-built
    os.execvp(sys.argv[0], sys.argv)
    # ruleid: command-string-built
    os.execvp(sys.argv[1], sys.argv)
    command = ["hive"] + ["-e", "use %s" % name]
    # ok: command-string-built
    subprocess.Popen(command)


def program_in_folder():
    folder = pathlib.Path(sys.argv[1])
    # ok: command-string-built
    subprocess.run([str(folder / "bin" / "pip"), "install", "wheel"])
    # ruleid: command-string-built
    subprocess.run([str(folder / sys.argv[2]), "install", "wheel"])


@click.command()
@click.option("-p", "--page-size", type=int)
@click.option("--quality", "level", type=click.Choice(["low", "high"]), default="low")
@click.option("--verbose/--quiet", is_flag=True)
@click.option("--name", type=str)
@click.argument("count", type=click.IntRange(1, 5))
@click.argument("where", type=click.Path())
def with_options(page_size, level, verbose, name, count, where):
    # ok: command-string-built
    subprocess.run(f"encode --size {page_size} --count {count} {verbose}", shell=True)
    # ok: command-string-built
    subprocess.run(f"encode --quality {level}", shell=True)
    # ruleid: command-string-built
    subprocess.run(f"encode --name {name}", shell=True)
    # ruleid: command-string-built
    subprocess.run(f"encode {where}", shell=True)
