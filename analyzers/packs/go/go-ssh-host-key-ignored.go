package example

import "golang.org/x/crypto/ssh"

func config(key ssh.PublicKey) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		User: "deploy",
		// ruleid: go-ssh-host-key-ignored
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
}

func quiet(key ssh.PublicKey) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		User: "deploy",
		// ok: go-ssh-host-key-ignored
		HostKeyCallback: ssh.FixedHostKey(key),
	}
}
