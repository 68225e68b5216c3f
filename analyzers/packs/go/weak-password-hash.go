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
	// ruleid: weak-password-hash
	sum := sha256.Sum256([]byte(password))
	// ruleid: weak-password-hash
	old := md5.Sum([]byte(user.Password + salt))
	// ruleid: weak-password-hash
	long := sha512.Sum512([]byte(user.passwd))
	// ok: weak-password-hash
	check := sha256.Sum256(body)
	// ok: weak-password-hash
	name := sha256.Sum256([]byte("password"))
	h := sha256.New()
	// ruleid: weak-password-hash
	h.Write([]byte(password))
	// ruleid: weak-password-hash
	io.WriteString(h, user.Password)
	// ok: weak-password-hash
	h.Write(body)
	// ok: weak-password-hash
	hash, _ := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	return hex.EncodeToString(append(sum[:], hash...))
}

func stream(password []byte) {
	digest := sha256.New()
	// ruleid: weak-password-hash
	digest.Write(password)
	// ok: weak-password-hash
	digest.Write([]byte("text"))
}
