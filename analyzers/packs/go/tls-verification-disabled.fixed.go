package example

import "crypto/tls"

func configs(check Check, insecure bool) {
	// ruleid: tls-verification-disabled
	a := &tls.Config{InsecureSkipVerify: false}
	// ruleid: tls-verification-disabled
	b := tls.Config{ServerName: "x", InsecureSkipVerify: false, MinVersion: tls.VersionTLS12}
	// ruleid: tls-verification-disabled
	b.InsecureSkipVerify = false
	// ok: tls-verification-disabled
	c := &tls.Config{InsecureSkipVerify: false}
	// ok: tls-verification-disabled
	d := &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check}
	// ok: tls-verification-disabled
	e := &tls.Config{InsecureSkipVerify: insecure}
	if insecure {
		// ok: tls-verification-disabled
		e.InsecureSkipVerify = true
	}
	use(a, b, c, d, e)
}

func otherLibraries(client *req.Client) {
	// ruleid: tls-verification-disabled
	client.EnableInsecureSkipVerify()
	// ruleid: tls-verification-disabled
	_ = rest.Config{TLSClientConfig: rest.TLSClientConfig{Insecure: false}}
	// ruleid: tls-verification-disabled
	_ = git.CloneOptions{URL: "https://shop.com/a.git", InsecureSkipTLS: false}
	// ruleid: tls-verification-disabled
	_ = gocql.SslOptions{CaPath: "ca.pem", EnableHostVerification: true}
	// ruleid: tls-verification-disabled
	winrm.NewEndpoint("shop.com", 5986, true, true, nil, nil, nil, 0)
	// ok: tls-verification-disabled
	_ = rest.Config{TLSClientConfig: rest.TLSClientConfig{CAFile: "ca.pem"}}
	// ok: tls-verification-disabled
	_ = gocql.SslOptions{CaPath: "ca.pem", EnableHostVerification: true}
	// ok: tls-verification-disabled
	_ = settings{Insecure: true}
	// ok: tls-verification-disabled
	client.SetInsecureSkipVerify(false)
	// ok: tls-verification-disabled
	layer.SkipVerify()
	if client.InsecureSkipVerify() {
		// ok: tls-verification-disabled
		warn()
	}
}

func optional(skipVerify bool) *tls.Config {
	if !skipVerify {
		return nil
	}
	// ok: tls-verification-disabled
	return &tls.Config{InsecureSkipVerify: true}
}

func afterwards(config *rest.Config, options *client.Options, skip bool) {
	// ruleid: tls-verification-disabled
	config.TLSClientConfig.Insecure = false
	// ruleid: tls-verification-disabled
	config.Insecure = false
	// ruleid: tls-verification-disabled
	options.SkipTLSVerify = false
	// ok: tls-verification-disabled
	config.TLSClientConfig.Insecure = skip
	// ok: tls-verification-disabled
	options.Insecure = true
	if skip {
		// ok: tls-verification-disabled
		options.SkipTLSVerify = true
	}
}

func chosenByTheUser(config Config, mode string) *tls.Config {
	if config.Verbose {
		log.Print("verbose")
	} else if config.Insecure {
		// ok: tls-verification-disabled
		return &tls.Config{InsecureSkipVerify: true}
	}
	switch mode {
	case "insecure":
		// ok: tls-verification-disabled
		return &tls.Config{InsecureSkipVerify: true}
	}
	// ok: tls-verification-disabled
	return &tls.Config{InsecureSkipVerify: config.Insecure}
}

func ownNames(pool []string, id string) *ServersTransport {
	// ok: tls-verification-disabled
	return &ServersTransport{InsecureSkipVerify: true, RootCAs: pool, PeerCertSANs: []string{id}}
}
