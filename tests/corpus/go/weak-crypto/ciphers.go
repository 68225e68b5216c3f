package ciphers

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/dsa"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"crypto/sha256"
	"io"

	"golang.org/x/crypto/blowfish"
	"golang.org/x/crypto/cast5"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/tea"
)

func Old(key []byte) (cipher.Block, error) {
	// ruleid: weak-crypto
	return des.NewCipher(key)
}

func Triple(key []byte) (cipher.Block, error) {
	// ruleid: weak-crypto
	return des.NewTripleDESCipher(key)
}

func Stream(key []byte) (*rc4.Cipher, error) {
	// ruleid: weak-crypto
	return rc4.NewCipher(key)
}

func Small(key []byte) (cipher.Block, error) {
	// ruleid: weak-crypto
	return blowfish.NewCipher(key)
}

func Small2(key []byte) (cipher.Block, error) {
	// ruleid: weak-crypto
	return cast5.NewCipher(key)
}

func Small3(key []byte) (cipher.Block, error) {
	// ruleid: weak-crypto
	return tea.NewCipher(key)
}

func Modern(key []byte) (cipher.AEAD, error) {
	// ok: weak-crypto
	return chacha20poly1305.New(key)
}

func Key() (*rsa.PrivateKey, error) {
	// ruleid: weak-crypto
	return rsa.GenerateKey(rand.Reader, 1024)
}

func KeyVariable() (*rsa.PrivateKey, error) {
	bits := 512
	// ruleid: weak-crypto
	return rsa.GenerateKey(rand.Reader, bits)
}

func KeyLong() (*rsa.PrivateKey, error) {
	// ok: weak-crypto
	return rsa.GenerateKey(rand.Reader, 3072)
}

func Multi() (*rsa.PrivateKey, error) {
	// ruleid: weak-crypto
	return rsa.GenerateMultiPrimeKey(rand.Reader, 3, 1024)
}

func Curve() (*ecdsa.PrivateKey, error) {
	// ok: weak-crypto
	return ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}

func SmallCurve() (*ecdsa.PrivateKey, error) {
	// ruleid: weak-crypto
	return ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
}

func Signature(parameters *dsa.Parameters) error {
	// ruleid: weak-crypto
	return dsa.GenerateParameters(parameters, rand.Reader, dsa.L1024N160)
}

func Padding(private *rsa.PrivateKey, data []byte) ([]byte, error) {
	// ruleid: weak-crypto
	return rsa.DecryptPKCS1v15(rand.Reader, private, data)
}

func PaddingEncrypt(public *rsa.PublicKey, data []byte) ([]byte, error) {
	// ruleid: weak-crypto
	return rsa.EncryptPKCS1v15(rand.Reader, public, data)
}

func Optimal(public *rsa.PublicKey, data []byte) ([]byte, error) {
	// ok: weak-crypto
	return rsa.EncryptOAEP(sha256.New(), rand.Reader, public, data, nil)
}

func BlockByBlock(key, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	out := make([]byte, len(data))
	for i := 0; i < len(data); i += aes.BlockSize {
		// ruleid: weak-crypto
		block.Encrypt(out[i:i+aes.BlockSize], data[i:i+aes.BlockSize])
	}
	return out, nil
}

func FixedVector(key, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	iv := []byte("0123456789abcdef")
	out := make([]byte, len(data))
	// ruleid: weak-crypto
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, data)
	return out, nil
}

func ZeroVector(block cipher.Block) cipher.Stream {
	iv := make([]byte, aes.BlockSize)
	// ruleid: weak-crypto
	return cipher.NewCTR(block, iv)
}

func RandomVector(block cipher.Block) (cipher.Stream, error) {
	iv := make([]byte, aes.BlockSize)
	if _, err := io.ReadFull(rand.Reader, iv); err != nil {
		return nil, err
	}
	// ok: weak-crypto
	return cipher.NewCTR(block, iv), nil
}

func FixedNonce(gcm cipher.AEAD, data []byte) []byte {
	nonce := []byte("unique nonce")
	// ruleid: weak-crypto
	return gcm.Seal(nil, nonce, data, nil)
}

func FixedNonceLiteral(gcm cipher.AEAD, data []byte) []byte {
	// ruleid: weak-crypto
	return gcm.Seal(nil, []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, data, nil)
}

func ZeroNonce(gcm cipher.AEAD, data []byte) []byte {
	nonce := make([]byte, gcm.NonceSize())
	// ruleid: weak-crypto
	return gcm.Seal(nil, nonce, data, nil)
}

func RandomNonce(gcm cipher.AEAD, data []byte) ([]byte, error) {
	nonce := make([]byte, gcm.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	// ok: weak-crypto
	return gcm.Seal(nonce, nonce, data, nil), nil
}

func FeedbackMode(block cipher.Block, iv []byte) cipher.Stream {
	// ruleid: weak-crypto
	return cipher.NewOFB(block, iv)
}

func ConstantKey() (cipher.Block, error) {
	// ruleid: hardcoded-secret
	return aes.NewCipher([]byte("passphrasewhichneedstobe32bytes!"))
}
