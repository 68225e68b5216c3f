package example

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

func client(pool *x509.CertPool) *http.Transport {
	config := &tls.Config{}
	// ruleid: go-tls-verification-skipped
	config.InsecureSkipVerify = false
	return &http.Transport{
		TLSClientConfig: &tls.Config{
			ServerName: "example.org",
			// ruleid: go-tls-verification-skipped
			InsecureSkipVerify: false,
		},
	}
}

func quiet(pool *x509.CertPool, skip bool, check func(tls.ConnectionState) error) {
	// ok: go-tls-verification-skipped
	use(&tls.Config{RootCAs: pool})
	// ok: go-tls-verification-skipped
	use(&tls.Config{InsecureSkipVerify: skip})
	// ok: go-tls-verification-skipped
	use(&tls.Config{InsecureSkipVerify: true, VerifyConnection: check})
	// ok: go-tls-verification-skipped
	use(&tls.Config{InsecureSkipVerify: false})
}

func use(config *tls.Config) {}
