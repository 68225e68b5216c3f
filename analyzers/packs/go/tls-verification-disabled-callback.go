package example

import (
	"crypto/tls"
	"net"

	"golang.org/x/crypto/ssh"
)

func configs(check func(tls.ConnectionState) error) {
	// ruleid: tls-verification-disabled-callback
	a := &ssh.ClientConfig{HostKeyCallback: func(name string, address net.Addr, key ssh.PublicKey) error { return nil }}
	// ok: tls-verification-disabled-callback
	b := &ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(key)}
	// ruleid: tls-verification-disabled-callback
	c := &tls.Config{VerifyConnection: func(state tls.ConnectionState) error { return nil }}
	// ok: tls-verification-disabled-callback
	d := &tls.Config{VerifyConnection: func(state tls.ConnectionState) error { return check(state) }}
	use(a, b, c, d)
}
