package example

import "golang.org/x/crypto/ssh"

func config(check Check) {
	// ruleid: authentication-always-succeeds
	a := &ssh.ServerConfig{NoClientAuth: true}
	// ruleid: authentication-always-succeeds
	b := &ssh.ServerConfig{PasswordCallback: func(c ssh.ConnMetadata, p []byte) (*ssh.Permissions, error) {
		return nil, nil
	}}
	// ok: authentication-always-succeeds
	c := &ssh.ServerConfig{PasswordCallback: check}
	use(a, b, c)
}
