package example

import "golang.org/x/crypto/ssh"

func connect(key ssh.PublicKey) {
	open(&ssh.ClientConfig{
		// ruleid: go-ssh-host-key-ignored
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	open(&ssh.ClientConfig{
		// ok: go-ssh-host-key-ignored
		HostKeyCallback: ssh.FixedHostKey(key),
	})
}
