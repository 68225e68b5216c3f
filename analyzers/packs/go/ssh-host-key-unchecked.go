package example

import "golang.org/x/crypto/ssh"

func connect(key ssh.PublicKey) {
	open(&ssh.ClientConfig{
		// ruleid: ssh-host-key-unchecked
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	open(&ssh.ClientConfig{
		// ok: ssh-host-key-unchecked
		HostKeyCallback: ssh.FixedHostKey(key),
	})
}
