package example

import (
	"fmt"
	"math/rand"
	"time"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func generateToken(n int) string {
	b := make([]byte, n)
	for i := range b {
		// ruleid: insecure-randomness
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func login() map[string]string {
	// ruleid: insecure-randomness
	sessionID := fmt.Sprint(rand.Int63())
	key := make([]byte, 16)
	// ruleid: insecure-randomness
	rand.Read(key)
	return map[string]string{"id": sessionID}
}

func jitter(base time.Duration) time.Duration {
	// ok: insecure-randomness
	return base + time.Duration(rand.Int63n(int64(base)))
}

func pick(servers []string) string {
	// ok: insecure-randomness
	return servers[rand.Intn(len(servers))]
}

func pair() {
	// ruleid: insecure-randomness
	rsa.GenerateKey(rand.New(rand.NewSource(1)), 2048)
	// ok: insecure-randomness
	rsa.GenerateKey(reader, 2048)
}
