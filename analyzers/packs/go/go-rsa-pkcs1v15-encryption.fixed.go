package example

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
)

func open(key *rsa.PrivateKey, data []byte) {
	// ruleid: go-rsa-pkcs1v15-encryption
	rsa.DecryptOAEP(sha256.New(), rand.Reader, key, data, nil)
	// ruleid: go-rsa-pkcs1v15-encryption
	rsa.EncryptOAEP(sha256.New(), rand.Reader, &key.PublicKey, data, nil)
	// ok: go-rsa-pkcs1v15-encryption
	rsa.DecryptOAEP(sha256.New(), rand.Reader, key, data, nil)
	// ok: go-rsa-pkcs1v15-encryption
	rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, data)
}
