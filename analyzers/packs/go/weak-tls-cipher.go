package example

import "crypto/tls"

func config() *tls.Config {
	return &tls.Config{
		CipherSuites: []uint16{
			// ruleid: weak-tls-cipher
			tls.TLS_RSA_WITH_RC4_128_SHA,
			// ruleid: weak-tls-cipher
			tls.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA,
			// ruleid: weak-tls-cipher
			tls.TLS_RSA_WITH_AES_128_CBC_SHA,
			// ok: weak-tls-cipher
			tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
		},
	}
}

func name(suite uint16) string {
	// ok: weak-tls-cipher
	if suite == tls.TLS_RSA_WITH_RC4_128_SHA {
		return "old"
	}
	return ""
}
