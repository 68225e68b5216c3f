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
		// ruleid: go-math-rand-secret
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func login() map[string]string {
	// ruleid: go-math-rand-secret
	sessionID := fmt.Sprint(rand.Int63())
	key := make([]byte, 16)
	// ruleid: go-math-rand-secret
	rand.Read(key)
	return map[string]string{"id": sessionID}
}

func jitter(base time.Duration) time.Duration {
	// ok: go-math-rand-secret
	return base + time.Duration(rand.Int63n(int64(base)))
}

func pick(servers []string) string {
	// ok: go-math-rand-secret
	return servers[rand.Intn(len(servers))]
}

func pair() {
	// ruleid: go-math-rand-secret
	rsa.GenerateKey(rand.New(rand.NewSource(1)), 2048)
	// ok: go-math-rand-secret
	rsa.GenerateKey(reader, 2048)
}
