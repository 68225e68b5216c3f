package example

import (
	crand "crypto/rand"
	"math/rand"
	"time"
)

func draw(servers []string, buffer []byte) {
	// ruleid: insecure-randomness-near-cryptography
	value := rand.Int63()
	// ruleid: insecure-randomness-near-cryptography
	rand.Read(buffer)
	// ok: insecure-randomness-near-cryptography
	server := servers[rand.Intn(len(servers))]
	// ok: insecure-randomness-near-cryptography
	time.Sleep(time.Duration(rand.Intn(10)) * time.Second)
	// ok: insecure-randomness-near-cryptography
	crand.Read(buffer)
	use(value, server)
}
