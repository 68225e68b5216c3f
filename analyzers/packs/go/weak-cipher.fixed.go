package example

import (
	"crypto/aes"

)

func encrypt(key []byte) {
	// ruleid: weak-cipher
	aes.NewCipher(key)
	// ruleid: weak-cipher
	aes.NewCipher(key)
	// ruleid: weak-cipher
	aes.NewCipher(key)
	// ruleid: weak-cipher
	aes.NewCipher(key)
	// ok: weak-cipher
	aes.NewCipher(key)
}

func unauthenticated(block cipher.Block, iv []byte) {
	// ruleid: weak-cipher
	cipher.NewOFB(block, iv)
	// ruleid: weak-cipher
	cipher.NewGCMWithTagSize(block, 8)
	// ok: weak-cipher
	cipher.NewGCMWithTagSize(block, 16)
	// ok: weak-cipher
	cipher.NewGCM(block)
}
