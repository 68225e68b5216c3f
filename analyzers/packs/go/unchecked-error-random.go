package example

import "crypto/rand"

func key() ([]byte, error) {
	b := make([]byte, 32)
	// ruleid: unchecked-error-random
	_, _ = rand.Read(b)
	// ok: unchecked-error-random
	if _, err := rand.Read(b); err != nil {
		return nil, err
	}
	return b, nil
}
