package example

import (
	"crypto/dsa"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
)

func keys(parameters *dsa.Parameters, private *dsa.PrivateKey) {
	// ruleid: weak-key-size-signature
	dsa.GenerateParameters(parameters, rand.Reader, dsa.L1024N160)
	// ok: weak-key-size-signature
	dsa.GenerateParameters(parameters, rand.Reader, dsa.L2048N256)
	// ok: weak-key-size-signature
	dsa.GenerateKey(private, rand.Reader)
	// ruleid: weak-key-size-signature
	ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
	// ok: weak-key-size-signature
	ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}
