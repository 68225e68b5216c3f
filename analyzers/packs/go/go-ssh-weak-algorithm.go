package example

import "golang.org/x/crypto/ssh"

func configs() {
	_ = ssh.Config{
		// ruleid: go-ssh-weak-algorithm
		Ciphers: []string{"arcfour256"},
		// ruleid: go-ssh-weak-algorithm
		MACs: []string{"hmac-md5", "hmac-sha2-256"},
		// ok: go-ssh-weak-algorithm
		KeyExchanges: []string{"curve25519-sha256"},
	}
	var config ssh.ClientConfig
	// ruleid: go-ssh-weak-algorithm
	config.KeyExchanges = append(config.KeyExchanges, "diffie-hellman-group1-sha1")
	// ruleid: go-ssh-weak-algorithm
	config.Ciphers = []string{"aes128-ctr", "aes128-cbc"}
	// ok: go-ssh-weak-algorithm
	config.Ciphers = []string{"aes128-gcm@openssh.com", "aes256-ctr"}
	// ruleid: go-ssh-weak-algorithm
	_ = ssh.ClientConfig{HostKeyAlgorithms: []string{"ssh-dss"}}
	// ok: go-ssh-weak-algorithm
	_ = ssh.ClientConfig{HostKeyAlgorithms: []string{ssh.KeyAlgoED25519}}
}
