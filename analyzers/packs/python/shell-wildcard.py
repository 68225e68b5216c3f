import os
import subprocess


def back_up():
    # ruleid: shell-wildcard
    os.system("chown root: *")
    # ruleid: shell-wildcard
    subprocess.Popen("cd /srv && /bin/tar cf /backup.tar *", shell=True)
    # ruleid: shell-wildcard
    subprocess.run("rsync -a * backup:", shell=True)
    # ok: shell-wildcard
    os.system("chown root: ./*")
    # ok: shell-wildcard
    os.system("chown root: -- *")
    # ok: shell-wildcard
    os.system("ls *")
    # ok: shell-wildcard
    subprocess.Popen(["tar", "cf", "backup.tar", "*"])
