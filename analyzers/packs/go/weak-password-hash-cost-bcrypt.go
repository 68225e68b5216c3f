package example

import "golang.org/x/crypto/bcrypt"

func store(password []byte, cost int) {
	// ruleid: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, 4)
	// ruleid: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
	// ok: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, 12)
	// ok: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	// ok: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, cost)
}

const few = 5

func storeFew(password []byte) {
	// ruleid: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, few)
	enough := 12
	// ok: weak-password-hash-cost-bcrypt
	bcrypt.GenerateFromPassword(password, enough)
}
