package example

import "golang.org/x/crypto/bcrypt"

func store(password []byte, cost int) {
	// ruleid: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, 4)
	// ruleid: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
	// ok: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, 12)
	// ok: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	// ok: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, cost)
}

const few = 5

func storeFew(password []byte) {
	// ruleid: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, few)
	enough := 12
	// ok: go-password-hash-cheap
	bcrypt.GenerateFromPassword(password, enough)
}
