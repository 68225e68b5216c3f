package example

import "crypto/tls"

func configs(check Check, insecure bool) {
	// ruleid: go-tls-verification-skipped
	a := &tls.Config{InsecureSkipVerify: false}
	// ruleid: go-tls-verification-skipped
	b := tls.Config{ServerName: "x", InsecureSkipVerify: false, MinVersion: tls.VersionTLS12}
	// ruleid: go-tls-verification-skipped
	b.InsecureSkipVerify = false
	// ok: go-tls-verification-skipped
	c := &tls.Config{InsecureSkipVerify: false}
	// ok: go-tls-verification-skipped
	d := &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check}
	// ok: go-tls-verification-skipped
	e := &tls.Config{InsecureSkipVerify: insecure}
	if insecure {
		// ok: go-tls-verification-skipped
		e.InsecureSkipVerify = true
	}
	use(a, b, c, d, e)
}
