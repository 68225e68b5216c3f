import os
import stat
from pathlib import Path


def modes(path):
    # ruleid: overly-permissive-file
    os.chmod(path, 0o777)
    # ruleid: overly-permissive-file
    os.chmod(path, 0o666)
    # ruleid: overly-permissive-file
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)
    # ruleid: overly-permissive-file
    Path(path).chmod(0o777)
    # ruleid: overly-permissive-file
    os.makedirs(path, mode=0o777)
    # ruleid: overly-permissive-file
    os.umask(0)


def quiet(path, mode):
    # ok: overly-permissive-file
    os.chmod(path, 0o755)
    # ok: overly-permissive-file
    os.chmod(path, mode)
    # ok: overly-permissive-file
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ok: overly-permissive-file
    os.umask(0o077)
    # ok: overly-permissive-file
    Path(path).chmod(0o640)
    old = os.umask(0)
    os.umask(old)


def named(path):
    # ruleid: overly-permissive-file
    os.lchmod(path, mode=0o227)
    # ruleid: overly-permissive-file
    Path(path).chmod(mode=0o776)
    # ruleid: overly-permissive-file
    Path(path).touch(mode=0o666)
    # ok: overly-permissive-file
    Path(path).touch(mode=0o644)
