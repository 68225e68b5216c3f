package example

import "golang.org/x/crypto/ssh"

func configs() {
	_ = ssh.Config{
		// ruleid: weak-ssh-algorithm
		Ciphers: []string{"arcfour256"},
		// ruleid: weak-ssh-algorithm
		MACs: []string{"hmac-md5", "hmac-sha2-256"},
		// ok: weak-ssh-algorithm
		KeyExchanges: []string{"curve25519-sha256"},
	}
	var config ssh.ClientConfig
	// ruleid: weak-ssh-algorithm
	config.KeyExchanges = append(config.KeyExchanges, "diffie-hellman-group1-sha1")
	// ruleid: weak-ssh-algorithm
	config.Ciphers = []string{"aes128-ctr", "aes128-cbc"}
	// ok: weak-ssh-algorithm
	config.Ciphers = []string{"aes128-gcm@openssh.com", "aes256-ctr"}
	// ruleid: weak-ssh-algorithm
	_ = ssh.ClientConfig{HostKeyAlgorithms: []string{"ssh-dss"}}
	// ok: weak-ssh-algorithm
	_ = ssh.ClientConfig{HostKeyAlgorithms: []string{ssh.KeyAlgoED25519}}
}
