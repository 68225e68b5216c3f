package example

import "crypto/tls"

func old() *tls.Config {
	config := &tls.Config{
		ServerName: "example.org",
		// ruleid: go-tls-old-version
		MinVersion: tls.VersionTLS12,
	}
	// ruleid: go-tls-old-version
	config.MaxVersion = tls.VersionTLS12
	return config
}

func quiet(config *tls.Config) {
	// ok: go-tls-old-version
	config.MinVersion = tls.VersionTLS12
	// ok: go-tls-old-version
	config.MaxVersion = tls.VersionTLS13
	// ok: go-tls-old-version
	if config.MinVersion == tls.VersionTLS10 {
		return
	}
}
