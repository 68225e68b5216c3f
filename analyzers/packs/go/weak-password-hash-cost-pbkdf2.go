package example

import (
	"crypto/sha256"

	"golang.org/x/crypto/pbkdf2"
)

func derive(password, salt []byte, count int) {
	// ruleid: weak-password-hash-cost-pbkdf2
	pbkdf2.Key(password, salt, 1000, 32, sha256.New)
	// ruleid: weak-password-hash-cost-pbkdf2
	pbkdf2.Key(password, salt, 4096, 32, sha256.New)
	// ok: weak-password-hash-cost-pbkdf2
	pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// ok: weak-password-hash-cost-pbkdf2
	pbkdf2.Key(password, salt, count, 32, sha256.New)
}

func standardLibrary(password string, salt []byte) {
	// ruleid: weak-password-hash-cost-pbkdf2
	pbkdf2.Key(sha256.New, password, salt, 4096, 32)
	// ok: weak-password-hash-cost-pbkdf2
	pbkdf2.Key(sha256.New, password, salt, 600000, 32)
}
