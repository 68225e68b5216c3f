package example

import (
	"crypto/aes"
	"crypto/des"
	old "crypto/rc4"

	"golang.org/x/crypto/blowfish"
)

func encrypt(key []byte) {
	// ruleid: go-weak-cipher
	aes.NewCipher(key)
	// ruleid: go-weak-cipher
	aes.NewCipher(key)
	// ruleid: go-weak-cipher
	aes.NewCipher(key)
	// ruleid: go-weak-cipher
	aes.NewCipher(key)
	// ok: go-weak-cipher
	aes.NewCipher(key)
}
