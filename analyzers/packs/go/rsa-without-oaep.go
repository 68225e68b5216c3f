package example

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
)

func open(key *rsa.PrivateKey, data []byte) {
	// ruleid: rsa-without-oaep
	rsa.DecryptPKCS1v15(rand.Reader, key, data)
	// ruleid: rsa-without-oaep
	rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, data)
	// ok: rsa-without-oaep
	rsa.DecryptOAEP(sha256.New(), rand.Reader, key, data, nil)
	// ok: rsa-without-oaep
	rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, data)
}
