import paramiko


def connect(host):
    client = paramiko.SSHClient()
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ruleid: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy)
    return client


def quiet(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    # ok: ssh-host-key-unchecked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: ssh-host-key-unchecked
    return client, paramiko.AutoAddPolicy.__name__
