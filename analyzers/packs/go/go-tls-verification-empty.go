package example

import (
	"crypto/tls"
	"net"

	"golang.org/x/crypto/ssh"
)

func configs(check func(tls.ConnectionState) error) {
	// ruleid: go-tls-verification-empty
	a := &ssh.ClientConfig{HostKeyCallback: func(name string, address net.Addr, key ssh.PublicKey) error { return nil }}
	// ok: go-tls-verification-empty
	b := &ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(key)}
	// ruleid: go-tls-verification-empty
	c := &tls.Config{VerifyConnection: func(state tls.ConnectionState) error { return nil }}
	// ok: go-tls-verification-empty
	d := &tls.Config{VerifyConnection: func(state tls.ConnectionState) error { return check(state) }}
	use(a, b, c, d)
}
