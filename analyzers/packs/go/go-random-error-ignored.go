package example

import "crypto/rand"

func key() ([]byte, error) {
	b := make([]byte, 32)
	// ruleid: go-random-error-ignored
	_, _ = rand.Read(b)
	// ok: go-random-error-ignored
	if _, err := rand.Read(b); err != nil {
		return nil, err
	}
	return b, nil
}
