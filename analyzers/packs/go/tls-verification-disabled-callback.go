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

func named(check func(name string) error) {
	accept := func(name string, address net.Addr, key ssh.PublicKey) error { return nil }
	compare := func(name string, address net.Addr, key ssh.PublicKey) error { return check(name) }
	// ruleid: tls-verification-disabled-callback
	a := &ssh.ClientConfig{HostKeyCallback: ssh.HostKeyCallback(accept)}
	// ruleid: tls-verification-disabled-callback
	a.HostKeyCallback = accept
	// ok: tls-verification-disabled-callback
	b := &ssh.ClientConfig{HostKeyCallback: ssh.HostKeyCallback(compare)}
	// ruleid: tls-verification-disabled-callback
	b.HostKeyCallback = acceptAny
	// ok: tls-verification-disabled-callback
	b.HostKeyCallback = acceptOne
	use(a, b)
}

func acceptAny(name string, address net.Addr, key ssh.PublicKey) error { return nil }

func acceptOne(name string, address net.Addr, key ssh.PublicKey) error {
	if name != "build.example.com" {
		return errors.New("another host")
	}
	return nil
}
