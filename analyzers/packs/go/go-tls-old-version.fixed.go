package example

import "crypto/tls"

func configs(config *tls.Config) []*tls.Config {
	// ruleid: go-tls-old-version
	a := &tls.Config{MinVersion: tls.VersionTLS12}
	// ruleid: go-tls-old-version
	b := &tls.Config{MaxVersion: tls.VersionTLS12}
	// ruleid: go-tls-old-version
	config.MinVersion = tls.VersionTLS12
	// ruleid: go-tls-old-version
	config.MinVersion = tls.VersionTLS12
	// ok: go-tls-old-version
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-tls-old-version
	config.MinVersion = tls.VersionTLS13
	return []*tls.Config{a, b, c}
}
