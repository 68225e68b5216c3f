import paramiko
from paramiko.client import AutoAddPolicy


def connect(client):
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy)
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.WarningPolicy())
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(AutoAddPolicy())


def quiet(client, policy):
    # ok: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: ssh-host-key-unchecked
    client.set_missing_host_key_policy(policy)
