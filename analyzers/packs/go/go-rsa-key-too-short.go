package example

import (
	"crypto/rand"
	"crypto/rsa"

	"golang.org/x/crypto/openpgp/packet"
)

func keys(size int) {
	// ruleid: go-rsa-key-too-short
	rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: go-rsa-key-too-short
	rsa.GenerateKey(rand.Reader, 512)
	// ruleid: go-rsa-key-too-short
	rsa.GenerateMultiPrimeKey(rand.Reader, 3, 1024)
	// ok: go-rsa-key-too-short
	rsa.GenerateKey(rand.Reader, 2048)
	// ok: go-rsa-key-too-short
	rsa.GenerateKey(rand.Reader, 4096)
	// ok: go-rsa-key-too-short
	rsa.GenerateKey(rand.Reader, size)
}

func mail() {
	// ruleid: go-rsa-key-too-short
	_ = packet.Config{RSABits: 1024}
	// ok: go-rsa-key-too-short
	_ = packet.Config{RSABits: 4096}
}
