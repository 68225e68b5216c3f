package example

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"io"
)

var fixed = []byte("0123456789abcdef")

func seal(block cipher.Block, aead cipher.AEAD, data []byte) {
	// ruleid: go-cipher-fixed-nonce
	cipher.NewCTR(block, fixed)
	// ruleid: go-cipher-fixed-nonce
	aead.Seal(nil, []byte("unique nonce"), data, nil)
	zero := make([]byte, aes.BlockSize)
	// ruleid: go-cipher-fixed-nonce
	cipher.NewCBCEncrypter(block, zero)
	local := []byte{1, 2, 3}
	// ruleid: go-cipher-fixed-nonce
	aead.Seal(nil, local, data, nil)
}

func sealed(aead cipher.AEAD, data []byte) ([]byte, error) {
	nonce := make([]byte, aead.NonceSize())
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return nil, err
	}
	// ok: go-cipher-fixed-nonce
	return aead.Seal(nonce, nonce, data, nil), nil
}

func read(aead cipher.AEAD, data []byte) []byte {
	nonce := make([]byte, 12)
	rand.Read(nonce)
	// ok: go-cipher-fixed-nonce
	return aead.Seal(nil, nonce, data, nil)
}
