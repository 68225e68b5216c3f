import os
import pathlib
import stat
from pathlib import Path
from os import chmod


def modes(path, fd):
    # ruleid: file-permissions
    os.chmod(path, 0o777)
    # ruleid: file-permissions
    os.chmod(path, 0o666)
    # ruleid: file-permissions
    os.chmod(path, 511)
    # ruleid: file-permissions
    os.chmod(path, 0o757)
    # ruleid: file-permissions
    chmod("/etc/app.conf", 0o777)
    # ruleid: file-permissions
    os.chmod(path, stat.S_IRWXO)
    # ruleid: file-permissions
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR | stat.S_IWOTH)
    # ruleid: file-permissions
    os.chmod(path, mode=0o777)
    # ruleid: file-permissions
    os.fchmod(fd, 0o666)
    # ruleid: file-permissions
    os.lchmod(path, 0o777)
    # ruleid: file-permissions
    Path(path).chmod(0o777)
    # ruleid: file-permissions
    pathlib.Path(path).chmod(0o666)
    # ruleid: file-permissions
    os.umask(0)
    # ruleid: file-permissions
    os.umask(0o000)
    # ruleid: file-permissions
    os.mkdir(path, 0o777)
    # ruleid: file-permissions
    os.makedirs(path, mode=0o777)
    # ruleid: file-permissions
    os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)
    mode = 0o777
    # ruleid: file-permissions
    os.chmod(path, mode)
    # ok: file-permissions
    os.chmod(path, 0o600)
    # ok: file-permissions
    os.chmod(path, 0o644)
    # ok: file-permissions
    os.chmod(path, 0o755)
    # ok: file-permissions
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ok: file-permissions
    Path(path).chmod(0o640)
    # ok: file-permissions
    os.umask(0o077)
    # ok: file-permissions
    os.umask(0o022)
    # ok: file-permissions
    os.mkdir(path, 0o700)
    # ok: file-permissions
    os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
