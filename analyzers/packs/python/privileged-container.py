import docker
from kubernetes import client as k8s

client = docker.from_env()
# ruleid: privileged-container
client.containers.run("alpine", privileged=True)
# ok: privileged-container
client.containers.run("alpine", read_only=True, privileged=False)
# ruleid: privileged-container
client.containers.create("alpine", cap_add=["SYS_ADMIN"])
# ok: privileged-container
client.containers.create("alpine", cap_drop=["ALL"], cap_add=["NET_BIND_SERVICE"])
# ruleid: privileged-container
client.containers.run("alpine", pid_mode="host")
# ruleid: privileged-container
k8s.V1SecurityContext(privileged=True)
# ruleid: privileged-container
k8s.V1SecurityContext(run_as_user=0)
# ok: privileged-container
k8s.V1SecurityContext(privileged=False, run_as_user=1000, allow_privilege_escalation=False)
# ruleid: privileged-container
client.containers.run("alpine", volumes={"/var/run/docker.sock": {"bind": "/var/run/docker.sock"}})
# ruleid: privileged-container
client.containers.run("alpine", volumes=["/var/run/docker.sock:/var/run/docker.sock"])
# ok: privileged-container
client.containers.run("alpine", volumes={"/srv/data": {"bind": "/data", "mode": "ro"}})
# ruleid: privileged-container
client.containers.run("alpine", security_opt=["seccomp=unconfined"])
# ok: privileged-container
client.containers.run("alpine", security_opt=["no-new-privileges:true"])
