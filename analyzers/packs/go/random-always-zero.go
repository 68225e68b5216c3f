package example

import "math/rand"

func side() int {
	// ruleid: random-always-zero
	coin := rand.Intn(1)
	// ok: random-always-zero
	fair := rand.Intn(2)
	return coin + fair
}
