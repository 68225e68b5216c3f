package example

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/hex"
	"io"
)

var fixed = []byte("0123456789abcdef")

func seal(block cipher.Block, aead cipher.AEAD, data []byte) {
	// ruleid: static-iv
	cipher.NewCTR(block, fixed)
	// ruleid: static-iv
	aead.Seal(nil, []byte("unique nonce"), data, nil)
	zero := make([]byte, aes.BlockSize)
	// ruleid: static-iv
	cipher.NewCBCEncrypter(block, zero)
	local := []byte{1, 2, 3}
	// ruleid: static-iv
	aead.Seal(nil, local, data, nil)
}

func sealed(aead cipher.AEAD, data []byte) ([]byte, error) {
	nonce := make([]byte, aead.NonceSize())
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return nil, err
	}
	// ok: static-iv
	return aead.Seal(nonce, nonce, data, nil), nil
}

func read(aead cipher.AEAD, data []byte) []byte {
	nonce := make([]byte, 12)
	rand.Read(nonce)
	// ok: static-iv
	return aead.Seal(nil, nonce, data, nil)
}

func arrays(key, text []byte) {
	block, _ := aes.NewCipher(key)
	var empty [aes.BlockSize]byte
	// ruleid: static-iv
	cipher.NewCBCEncrypter(block, empty[:])
	// ruleid: static-iv
	cipher.NewCTR(block, key[:aes.BlockSize])
	// ruleid: static-iv
	cipher.NewCTR(block, make([]byte, aes.BlockSize))
	fixed, _ := hex.DecodeString("64a9433eae7ccceee2fc0eda64a9433e")
	// ruleid: static-iv
	cipher.NewCTR(block, fixed)
}

func filledArray(block cipher.Block) {
	var iv [aes.BlockSize]byte
	if _, err := io.ReadFull(rand.Reader, iv[:]); err != nil {
		return
	}
	// ok: static-iv
	cipher.NewCBCEncrypter(block, iv[:])
}
