package example

import (
	"crypto/rand"
	"crypto/rsa"

	"golang.org/x/crypto/openpgp/packet"
)

func keys(size int) {
	// ruleid: weak-key-size
	rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: weak-key-size
	rsa.GenerateKey(rand.Reader, 512)
	// ruleid: weak-key-size
	rsa.GenerateMultiPrimeKey(rand.Reader, 3, 1024)
	// ok: weak-key-size
	rsa.GenerateKey(rand.Reader, 2048)
	// ok: weak-key-size
	rsa.GenerateKey(rand.Reader, 4096)
	// ok: weak-key-size
	rsa.GenerateKey(rand.Reader, size)
}

func mail() {
	// ruleid: weak-key-size
	_ = packet.Config{RSABits: 1024}
	// ok: weak-key-size
	_ = packet.Config{RSABits: 4096}
}
