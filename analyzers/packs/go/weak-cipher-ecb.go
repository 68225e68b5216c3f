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
		// ruleid: weak-cipher-ecb
		block.Encrypt(out[i:i+aes.BlockSize], data[i:i+aes.BlockSize])
	}
	// ok: weak-cipher-ecb
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return err
	}
	aead.Seal(nil, data[:12], data, nil)
	return nil
}

func other(box Box) {
	// ok: weak-cipher-ecb
	box.Encrypt(a, b)
}

func oneBlock(key []byte, nonce [16]byte, sample []byte) ([]byte, []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil
	}
	derived, mask := make([]byte, 16), make([]byte, 16)
	// ok: weak-cipher-ecb
	block.Encrypt(derived, nonce[:])
	// ok: weak-cipher-ecb
	block.Encrypt(mask, sample)
	var challenge [16]byte
	// ok: weak-cipher-ecb
	block.Encrypt(mask, challenge[:])
	return derived, mask
}

func whole(key, message []byte) []byte {
	block, _ := aes.NewCipher(key)
	out := make([]byte, len(message))
	// ruleid: weak-cipher-ecb
	block.Encrypt(out, message)
	return out
}

func encryptECB(block cipher.Block, out, text []byte) {
	size := block.BlockSize()
	for i := 0; i < len(text); i += size {
		// ruleid: weak-cipher-ecb
		block.Encrypt(out[i:i+size], text[i:i+size])
	}
}

type ecbEncrypter struct{ block cipher.Block }

func (x *ecbEncrypter) CryptBlocks(to, from []byte) {
	for len(from) > 0 {
		// ruleid: weak-cipher-ecb
		x.block.Encrypt(to, from[:16])
		to, from = to[16:], from[16:]
	}
}
