package example

import (
	"crypto/aes"
	"crypto/des"
	old "crypto/rc4"

	"golang.org/x/crypto/blowfish"
)

func encrypt(key []byte) {
	// ruleid: go-weak-cipher
	des.NewCipher(key)
	// ruleid: go-weak-cipher
	des.NewTripleDESCipher(key)
	// ruleid: go-weak-cipher
	old.NewCipher(key)
	// ruleid: go-weak-cipher
	blowfish.NewCipher(key)
	// ok: go-weak-cipher
	aes.NewCipher(key)
}

func unauthenticated(block cipher.Block, iv []byte) {
	// ruleid: go-weak-cipher
	cipher.NewOFB(block, iv)
	// ruleid: go-weak-cipher
	cipher.NewGCMWithTagSize(block, 8)
	// ok: go-weak-cipher
	cipher.NewGCMWithTagSize(block, 16)
	// ok: go-weak-cipher
	cipher.NewGCM(block)
}
