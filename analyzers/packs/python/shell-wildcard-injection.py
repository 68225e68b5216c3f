import os
import subprocess


def back_up():
    # ruleid: shell-wildcard-injection
    os.system("chown root: *")
    # ruleid: shell-wildcard-injection
    subprocess.Popen("cd /srv && /bin/tar cf /backup.tar *", shell=True)
    # ruleid: shell-wildcard-injection
    subprocess.run("rsync -a * backup:", shell=True)
    # ok: shell-wildcard-injection
    os.system("chown root: ./*")
    # ok: shell-wildcard-injection
    os.system("chown root: -- *")
    # ok: shell-wildcard-injection
    os.system("ls *")
    # ok: shell-wildcard-injection
    subprocess.Popen(["tar", "cf", "backup.tar", "*"])
