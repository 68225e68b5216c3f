package example

import "crypto/tls"

func configs(check Check, insecure bool) {
	// ruleid: go-tls-verification-skipped
	a := &tls.Config{InsecureSkipVerify: true}
	// ruleid: go-tls-verification-skipped
	b := tls.Config{ServerName: "x", InsecureSkipVerify: true, MinVersion: tls.VersionTLS12}
	// ruleid: go-tls-verification-skipped
	b.InsecureSkipVerify = true
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

func otherLibraries(client *req.Client) {
	// ruleid: go-tls-verification-skipped
	client.EnableInsecureSkipVerify()
	// ruleid: go-tls-verification-skipped
	_ = rest.Config{TLSClientConfig: rest.TLSClientConfig{Insecure: true}}
	// ruleid: go-tls-verification-skipped
	_ = git.CloneOptions{URL: "https://shop.com/a.git", InsecureSkipTLS: true}
	// ruleid: go-tls-verification-skipped
	_ = gocql.SslOptions{CaPath: "ca.pem", EnableHostVerification: false}
	// ruleid: go-tls-verification-skipped
	winrm.NewEndpoint("shop.com", 5986, true, true, nil, nil, nil, 0)
	// ok: go-tls-verification-skipped
	_ = rest.Config{TLSClientConfig: rest.TLSClientConfig{CAFile: "ca.pem"}}
	// ok: go-tls-verification-skipped
	_ = gocql.SslOptions{CaPath: "ca.pem", EnableHostVerification: true}
	// ok: go-tls-verification-skipped
	_ = settings{Insecure: true}
	// ok: go-tls-verification-skipped
	client.SetInsecureSkipVerify(false)
	// ok: go-tls-verification-skipped
	layer.SkipVerify()
	if client.InsecureSkipVerify() {
		// ok: go-tls-verification-skipped
		warn()
	}
}
