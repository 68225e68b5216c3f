package auth

import (
	"crypto/rand"
	"crypto/sha256"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/scrypt"
)

var shared = []byte("all the same")

const text = "salt of all"

func derive(password []byte, stored []byte) {
	// ruleid: static-salt
	argon2.IDKey(password, []byte("pepper"), 1, 64*1024, 4, 32)
	// ruleid: static-salt
	pbkdf2.Key(password, shared, 600000, 32, sha256.New)
	fixed := []byte("0123456789")
	// ruleid: static-salt
	scrypt.Key(password, fixed, 32768, 8, 1, 32)
	// ruleid: static-salt
	argon2.Key(password, []byte(text), 3, 32*1024, 4, 32)
	// ruleid: static-salt
	argon2.Key(password, nil, 3, 32*1024, 4, 32)
	salt := make([]byte, 16)
	rand.Read(salt)
	// ok: static-salt
	argon2.IDKey(password, salt, 1, 64*1024, 4, 32)
	// ok: static-salt
	pbkdf2.Key(password, stored[:16], 600000, 32, sha256.New)
}
