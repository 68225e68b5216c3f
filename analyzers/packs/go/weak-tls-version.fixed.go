package example

import "crypto/tls"

func configs(config *tls.Config) []*tls.Config {
	// ruleid: weak-tls-version
	a := &tls.Config{MinVersion: tls.VersionTLS12}
	// ruleid: weak-tls-version
	b := &tls.Config{MaxVersion: tls.VersionTLS12}
	// ruleid: weak-tls-version
	config.MinVersion = tls.VersionTLS12
	// ruleid: weak-tls-version
	config.MinVersion = tls.VersionTLS12
	// ok: weak-tls-version
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: weak-tls-version
	config.MinVersion = tls.VersionTLS13
	return []*tls.Config{a, b, c}
}

func defaults() *tls.Config {
	// ok: weak-tls-version
	return &tls.Config{MaxVersion: 0}
}
