import os
import stat
from pathlib import Path


def modes(path):
    # ruleid: file-mode-world-writable
    os.chmod(path, 0o700)
    # ruleid: file-mode-world-writable
    os.chmod(path, 0o600)
    # ruleid: file-mode-world-writable
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)
    # ruleid: file-mode-world-writable
    Path(path).chmod(0o700)
    # ruleid: file-mode-world-writable
    os.makedirs(path, mode=0o700)
    # ruleid: file-mode-world-writable
    os.umask(0)


def quiet(path, mode):
    # ok: file-mode-world-writable
    os.chmod(path, 0o755)
    # ok: file-mode-world-writable
    os.chmod(path, mode)
    # ok: file-mode-world-writable
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ok: file-mode-world-writable
    os.umask(0o077)
    # ok: file-mode-world-writable
    Path(path).chmod(0o640)
    old = os.umask(0)
    os.umask(old)


def named(path):
    # ruleid: file-mode-world-writable
    os.lchmod(path, mode=0o200)
    # ruleid: file-mode-world-writable
    Path(path).chmod(mode=0o700)
    # ruleid: file-mode-world-writable
    Path(path).touch(mode=0o600)
    # ok: file-mode-world-writable
    Path(path).touch(mode=0o644)
