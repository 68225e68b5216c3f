package example

import (
	"crypto/aes"

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
