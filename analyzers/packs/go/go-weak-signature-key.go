package example

import (
	"crypto/dsa"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
)

func keys(parameters *dsa.Parameters, private *dsa.PrivateKey) {
	// ruleid: go-weak-signature-key
	dsa.GenerateParameters(parameters, rand.Reader, dsa.L1024N160)
	// ok: go-weak-signature-key
	dsa.GenerateParameters(parameters, rand.Reader, dsa.L2048N256)
	// ok: go-weak-signature-key
	dsa.GenerateKey(private, rand.Reader)
	// ruleid: go-weak-signature-key
	ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
	// ok: go-weak-signature-key
	ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}
