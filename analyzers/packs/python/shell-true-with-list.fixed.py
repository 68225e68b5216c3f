import subprocess
from subprocess import check_call


def update(branch):
    # ruleid: shell-true-with-list
    subprocess.run(["git", "status"], shell=False)
    # ruleid: shell-true-with-list
    subprocess.Popen(["git", "checkout", branch], cwd="/srv", shell=False)
    check_call(
        ["git", "pull"],
        # ruleid: shell-true-with-list
        shell=False,
    )


def quiet(branch):
    # ok: shell-true-with-list
    subprocess.run(["git", "status"], shell=False)
    # ok: shell-true-with-list
    subprocess.run(["git", "checkout", branch])
    # ok: shell-true-with-list
    subprocess.run("git status", shell=True)
    # ok: shell-true-with-list
    subprocess.run(["git status | cat"], shell=True)
