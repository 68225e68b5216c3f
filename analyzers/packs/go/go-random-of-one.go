package example

import "math/rand"

func side() int {
	// ruleid: go-random-of-one
	coin := rand.Intn(1)
	// ok: go-random-of-one
	fair := rand.Intn(2)
	return coin + fair
}
