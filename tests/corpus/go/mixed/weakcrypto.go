package secure

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/dsa"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	mrand "math/rand"
	"net/http"
	"time"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/blowfish"
	"golang.org/x/crypto/md4"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/ripemd160"
	"golang.org/x/crypto/scrypt"
)

func hashes(password string, data []byte) {
	// ruleid: weak-hash
	md5.Sum([]byte(password))
	// ruleid: weak-hash
	sha1.Sum([]byte(password))
	// ruleid: weak-hash
	h := md5.New()
	io.WriteString(h, password)
	// ruleid: weak-hash
	s := sha1.New()
	s.Write([]byte(password))
	// ruleid: weak-hash
	md4.New()
	// ruleid: weak-hash
	ripemd160.New()
	// ok: weak-hash
	sha256.New()
	// ok: weak-hash
	sha256.Sum256(data)
	// ok: weak-hash
	hmac.New(sha256.New, data)
	// ruleid: weak-hash
	hmac.New(md5.New, data)
	// ruleid: weak-hash
	fmt.Sprintf("%x", md5.Sum([]byte(password)))
	// ruleid: weak-hash
	sum := sha256.Sum256([]byte(password))
	_ = sum
	// ok: weak-hash
	bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	// ruleid: weak-hash
	bcrypt.GenerateFromPassword([]byte(password), 4)
	// ok: weak-hash
	scrypt.Key([]byte(password), data, 32768, 8, 1, 32)
	// ok: weak-hash
	pbkdf2.Key([]byte(password), data, 600000, 32, sha256.New)
	// ruleid: weak-hash
	pbkdf2.Key([]byte(password), data, 100, 32, sha256.New)
	// ruleid: weak-crypto
	pbkdf2.Key([]byte(password), []byte("salt"), 600000, 32, sha256.New)
}

func ciphers(key, data []byte) error {
	// ruleid: weak-crypto
	des.NewCipher(key)
	// ruleid: weak-crypto
	des.NewTripleDESCipher(key)
	// ruleid: weak-crypto
	rc4.NewCipher(key)
	// ruleid: weak-crypto
	blowfish.NewCipher(key)
	// ok: weak-crypto
	block, err := aes.NewCipher(key)
	if err != nil {
		return err
	}
	// ok: weak-crypto
	gcm, _ := cipher.NewGCM(block)
	nonce := make([]byte, gcm.NonceSize())
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return err
	}
	// ok: weak-crypto
	gcm.Seal(nonce, nonce, data, nil)
	// ruleid: weak-crypto
	gcm.Seal(nil, []byte("123456789012"), data, nil)
	iv := []byte("0123456789abcdef")
	// ruleid: weak-crypto
	cipher.NewCBCEncrypter(block, iv)
	riv := make([]byte, aes.BlockSize)
	rand.Read(riv)
	// ok: weak-crypto
	cipher.NewCTR(block, riv)
	// ruleid: hardcoded-secret
	aes.NewCipher([]byte("0123456789abcdef"))
	block.Encrypt(data, data)
	return nil
}

func keys() {
	// ruleid: weak-crypto
	rsa.GenerateKey(rand.Reader, 1024)
	// ok: weak-crypto
	rsa.GenerateKey(rand.Reader, 2048)
	// ruleid: weak-crypto
	rsa.GenerateKey(rand.Reader, 512)
	bits := 768
	// ruleid: weak-crypto
	rsa.GenerateKey(rand.Reader, bits)
	// ok: weak-crypto
	rsa.GenerateKey(rand.Reader, 4096)
	var params dsa.Parameters
	// ruleid: weak-crypto
	dsa.GenerateParameters(&params, rand.Reader, dsa.L1024N160)
	pub := &rsa.PublicKey{}
	// ruleid: weak-crypto
	rsa.EncryptPKCS1v15(rand.Reader, pub, nil)
	// ok: weak-crypto
	rsa.EncryptOAEP(sha256.New(), rand.Reader, pub, nil, nil)
	// ruleid: weak-hash
	rsa.EncryptOAEP(sha1.New(), rand.Reader, pub, nil, nil)
}

const letters = "abcdefghijklmnopqrstuvwxyz"

func randomToken(n int) string {
	b := make([]byte, n)
	for i := range b {
		// ruleid: weak-random
		b[i] = letters[mrand.Intn(len(letters))]
	}
	return string(b)
}

func randomness(w http.ResponseWriter) {
	// ruleid: weak-random
	sessionID := mrand.Int63()
	http.SetCookie(w, &http.Cookie{Name: "s", Value: fmt.Sprint(sessionID), Secure: true, HttpOnly: true})
	key := make([]byte, 32)
	// ruleid: weak-random
	mrand.Read(key)
	// ok: weak-random
	rand.Read(key)
	// ruleid: weak-random
	token := fmt.Sprintf("%d", mrand.New(mrand.NewSource(time.Now().UnixNano())).Int())
	_ = token
	// ok: weak-random
	time.Sleep(time.Duration(mrand.Intn(100)) * time.Millisecond)
	// ok: weak-random
	n, _ := rand.Int(rand.Reader, big.NewInt(100))
	_ = n
	// ok: weak-random
	mrand.Shuffle(3, func(i, j int) {})
	// ruleid: weak-random
	otp := mrand.Intn(999999)
	_ = otp
	password := ""
	for i := 0; i < 8; i++ {
		// ruleid: weak-random
		password += string(letters[mrand.Intn(26)])
	}
	color := mrand.Intn(255)
	_ = color
	// ok: weak-random
	resetToken := hex.EncodeToString(key)
	_ = resetToken
	// ruleid: weak-random
	nonce := mrand.Uint64()
	_ = nonce
}

func etag(data []byte) string {
	// ok: weak-hash
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
