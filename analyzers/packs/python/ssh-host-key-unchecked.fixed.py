import paramiko
import pysftp
import spur
from paramiko.client import AutoAddPolicy


def connect(client):
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy)
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(RejectPolicy())


def quiet(client, policy):
    # ok: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: ssh-host-key-unchecked
    client.set_missing_host_key_policy(policy)


async def run(host):
    # ruleid: ssh-host-key-unchecked
    async with asyncssh.connect(host, known_hosts=None) as connection:
        await connection.run("uptime")
    # ok: ssh-host-key-unchecked
    await asyncssh.connect(host)


def by_pysftp(host):
    options = pysftp.CnOpts()
    # ruleid: ssh-host-key-unchecked
    options.hostkeys = None
    # ok: ssh-host-key-unchecked
    options.compression = None
    # ok: ssh-host-key-unchecked
    options.hostkeys = known
    return pysftp.Connection(host, cnopts=options)


def by_spur(host):
    # ruleid: ssh-host-key-unchecked
    spur.SshShell(hostname=host, missing_host_key=spur.ssh.MissingHostKey.accept)
    # ok: ssh-host-key-unchecked
    spur.SshShell(hostname=host)
