package example

import (
	"crypto/sha256"

	"golang.org/x/crypto/pbkdf2"
)

func derive(password, salt []byte, count int) {
	// ruleid: go-pbkdf2-few-iterations
	pbkdf2.Key(password, salt, 1000, 32, sha256.New)
	// ruleid: go-pbkdf2-few-iterations
	pbkdf2.Key(password, salt, 4096, 32, sha256.New)
	// ok: go-pbkdf2-few-iterations
	pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// ok: go-pbkdf2-few-iterations
	pbkdf2.Key(password, salt, count, 32, sha256.New)
}

func standardLibrary(password string, salt []byte) {
	// ruleid: go-pbkdf2-few-iterations
	pbkdf2.Key(sha256.New, password, salt, 4096, 32)
	// ok: go-pbkdf2-few-iterations
	pbkdf2.Key(sha256.New, password, salt, 600000, 32)
}
