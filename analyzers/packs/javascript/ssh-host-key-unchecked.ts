import { Client } from "ssh2";

const client = new Client();
// ruleid: ssh-host-key-unchecked
client.connect({ host, username: "deploy", privateKey, hostVerifier: () => true });
// ruleid: ssh-host-key-unchecked
client.connect({ host, hostVerifier: (key, verify) => { verify(true); } });
// ruleid: ssh-host-key-unchecked
await sftp.connect({ host, hostVerifier: function (key) { return true; } });
// ruleid: ssh-host-key-unchecked
execFile("ssh", ["-o", "StrictHostKeyChecking=no", host, "uptime"]);
// ok: ssh-host-key-unchecked
client.connect({ host, hostVerifier: (key) => key.equals(known) });
// ok: ssh-host-key-unchecked
execFile("ssh", ["-o", "StrictHostKeyChecking=yes", host, "uptime"]);
