package example

import (
	"crypto/md5"
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
)

func store(user struct{ Password string }, password string, salt string) {
	// ruleid: go-weak-hash-password
	md5.Sum([]byte(user.Password))
	// ruleid: go-weak-hash-password
	sha256.Sum256([]byte(salt + password))
}

func quiet(password string, data []byte) {
	// ok: go-weak-hash-password
	bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	// ok: go-weak-hash-password
	sha256.Sum256(data)
	// ok: go-weak-hash-password
	md5.Sum([]byte("the password page"))
}
