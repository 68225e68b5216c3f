package example

import (
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"io"

	"golang.org/x/crypto/bcrypt"
)

func store(password string, body []byte) string {
	// ruleid: go-weak-hash-password
	sum := sha256.Sum256([]byte(password))
	// ruleid: go-weak-hash-password
	old := md5.Sum([]byte(user.Password + salt))
	// ruleid: go-weak-hash-password
	long := sha512.Sum512([]byte(user.passwd))
	// ok: go-weak-hash-password
	check := sha256.Sum256(body)
	// ok: go-weak-hash-password
	name := sha256.Sum256([]byte("password"))
	h := sha256.New()
	// ruleid: go-weak-hash-password
	h.Write([]byte(password))
	// ruleid: go-weak-hash-password
	io.WriteString(h, user.Password)
	// ok: go-weak-hash-password
	h.Write(body)
	// ok: go-weak-hash-password
	hash, _ := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	return hex.EncodeToString(append(sum[:], hash...))
}

func stream(password []byte) {
	digest := sha256.New()
	// ruleid: go-weak-hash-password
	digest.Write(password)
	// ok: go-weak-hash-password
	digest.Write([]byte("text"))
}
