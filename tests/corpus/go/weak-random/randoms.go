package randoms

import (
	crand "crypto/rand"
	"encoding/hex"
	"fmt"
	"math/big"
	"math/rand"
	"time"
)

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

func Token(n int) string {
	b := make([]byte, n)
	for i := range b {
		// ruleid: weak-random
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func GeneratePassword() string {
	source := rand.New(rand.NewSource(time.Now().UnixNano()))
	password := ""
	for i := 0; i < 12; i++ {
		// ruleid: weak-random
		password += string(letters[source.Intn(len(letters))])
	}
	return password
}

func SessionID() string {
	// ruleid: weak-random
	id := rand.Int63()
	return fmt.Sprintf("%x", id)
}

func ResetCode() string {
	// ruleid: weak-random
	code := fmt.Sprintf("%06d", rand.Intn(1000000))
	return code
}

func Key() []byte {
	key := make([]byte, 32)
	// ruleid: weak-random
	rand.Read(key)
	return key
}

func StrongKey() ([]byte, error) {
	key := make([]byte, 32)
	// ok: weak-random
	if _, err := crand.Read(key); err != nil {
		return nil, err
	}
	return key, nil
}

func StrongToken() (string, error) {
	b := make([]byte, 16)
	// ok: weak-random
	if _, err := crand.Read(b); err != nil {
		return "", err
	}
	return hex.EncodeToString(b), nil
}

func StrongNumber() (*big.Int, error) {
	// ok: weak-random
	return crand.Int(crand.Reader, big.NewInt(1000000))
}

func Jitter(base time.Duration) time.Duration {
	// ok: weak-random
	return base + time.Duration(rand.Int63n(int64(base)))
}

func Pick(servers []string) string {
	// ok: weak-random
	return servers[rand.Intn(len(servers))]
}

func Backoff(attempt int) time.Duration {
	// ok: weak-random
	return time.Duration(rand.Float64()*float64(attempt)) * time.Second
}

func Shuffle(cards []int) {
	// ok: weak-random
	rand.Shuffle(len(cards), func(i, j int) { cards[i], cards[j] = cards[j], cards[i] })
}

func NewUser() map[string]any {
	// ruleid: weak-random
	token := rand.Uint64()
	// ruleid: weak-random
	secret := fmt.Sprint(rand.Int())
	// ruleid: weak-random
	nonce := rand.Uint32()
	return map[string]any{"token": token, "secret": secret, "nonce": nonce}
}
