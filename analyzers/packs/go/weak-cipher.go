package example

import (
	"crypto/aes"
	"crypto/des"
	old "crypto/rc4"

	"golang.org/x/crypto/blowfish"
)

func encrypt(key []byte) {
	// ruleid: weak-cipher
	des.NewCipher(key)
	// ruleid: weak-cipher
	des.NewTripleDESCipher(key)
	// ruleid: weak-cipher
	old.NewCipher(key)
	// ruleid: weak-cipher
	blowfish.NewCipher(key)
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
