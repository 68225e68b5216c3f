package hashes

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/md4"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/ripemd160"
)

func Password(password string) string {
	// ruleid: weak-hash
	sum := md5.Sum([]byte(password))
	return hex.EncodeToString(sum[:])
}

func Sign(message []byte) [20]byte {
	// ruleid: weak-hash
	return sha1.Sum(message)
}

func Stream(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	// ruleid: weak-hash
	h := md5.New()
	if _, err := io.Copy(h, file); err != nil {
		return err
	}
	// ruleid: weak-hash
	h = sha1.New()
	// ok: weak-hash
	h = sha256.New()
	// ok: weak-hash
	h = sha512.New()
	fmt.Printf("%x", h.Sum(nil))
	return nil
}

func Older() {
	// ruleid: weak-hash
	h := md4.New()
	// ruleid: weak-hash
	g := ripemd160.New()
	h.Write(nil)
	g.Write(nil)
}

func Authenticate(key, message []byte) []byte {
	// ruleid: weak-hash
	mac := hmac.New(md5.New, key)
	mac.Write(message)
	return mac.Sum(nil)
}

func AuthenticateStrong(key, message []byte) []byte {
	// ok: weak-hash
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return mac.Sum(nil)
}

func Strong(data []byte) [32]byte {
	// ok: weak-hash
	return sha256.Sum256(data)
}

func Passwords(password string) ([]byte, error) {
	// ok: weak-hash
	return bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
}

func FastPassword(password string) string {
	// ruleid: weak-hash
	sum := sha256.Sum256([]byte(password))
	return hex.EncodeToString(sum[:])
}

func FastPasswordStream(password string) []byte {
	h := sha512.New()
	// ruleid: weak-hash
	h.Write([]byte(password))
	return h.Sum(nil)
}

func Cheap(password []byte) ([]byte, error) {
	// ruleid: weak-hash
	return bcrypt.GenerateFromPassword(password, 4)
}

func Cheapest(password []byte) ([]byte, error) {
	// ruleid: weak-hash
	return bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
}

func Costly(password []byte) ([]byte, error) {
	// ok: weak-hash
	return bcrypt.GenerateFromPassword(password, 12)
}

func Derived(password, salt []byte) []byte {
	// ruleid: weak-hash
	return pbkdf2.Key(password, salt, 1000, 32, sha256.New)
}

func DerivedWell(password, salt []byte) []byte {
	// ok: weak-hash
	return pbkdf2.Key(password, salt, 600000, 32, sha256.New)
}

func Compare(a, b []byte) bool {
	// ok: weak-hash
	return subtle.ConstantTimeCompare(a, b) == 1
}
