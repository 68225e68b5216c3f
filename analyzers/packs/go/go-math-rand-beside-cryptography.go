package example

import (
	crand "crypto/rand"
	"math/rand"
	"time"
)

func draw(servers []string, buffer []byte) {
	// ruleid: go-math-rand-beside-cryptography
	value := rand.Int63()
	// ruleid: go-math-rand-beside-cryptography
	rand.Read(buffer)
	// ok: go-math-rand-beside-cryptography
	server := servers[rand.Intn(len(servers))]
	// ok: go-math-rand-beside-cryptography
	time.Sleep(time.Duration(rand.Intn(10)) * time.Second)
	// ok: go-math-rand-beside-cryptography
	crand.Read(buffer)
	use(value, server)
}
