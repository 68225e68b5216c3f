package example

import (
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/scrypt"
)

func keys(password, salt []byte) {
	// ruleid: weak-password-hash-cost-scrypt-argon2
	scrypt.Key(password, salt, 1024, 8, 1, 32)
	// ruleid: weak-password-hash-cost-scrypt-argon2
	scrypt.Key(password, salt, 1<<10, 8, 1, 32)
	// ruleid: weak-password-hash-cost-scrypt-argon2
	argon2.IDKey(password, salt, 1, 1024, 1, 32)
	// ruleid: weak-password-hash-cost-scrypt-argon2
	argon2.Key(password, salt, 1, 4*1024, 4, 32)
	// ok: weak-password-hash-cost-scrypt-argon2
	scrypt.Key(password, salt, 32768, 8, 1, 32)
	// ok: weak-password-hash-cost-scrypt-argon2
	scrypt.Key(password, salt, 1<<15, 8, 1, 32)
	// ok: weak-password-hash-cost-scrypt-argon2
	argon2.IDKey(password, salt, 1, 64*1024, 4, 32)
	// ok: weak-password-hash-cost-scrypt-argon2
	argon2.IDKey(password, salt, 2, 19*1024, 1, 32)
}
