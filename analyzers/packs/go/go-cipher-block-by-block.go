package example

import (
	"crypto/aes"
	"crypto/cipher"
)

func encrypt(key, out, data []byte) error {
	block, err := aes.NewCipher(key)
	if err != nil {
		return err
	}
	for i := 0; i < len(data); i += aes.BlockSize {
		// ruleid: go-cipher-block-by-block
		block.Encrypt(out[i:i+aes.BlockSize], data[i:i+aes.BlockSize])
	}
	// ok: go-cipher-block-by-block
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return err
	}
	aead.Seal(nil, data[:12], data, nil)
	return nil
}

func other(box Box) {
	// ok: go-cipher-block-by-block
	box.Encrypt(a, b)
}
