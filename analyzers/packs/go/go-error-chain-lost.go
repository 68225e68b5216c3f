package example

import "fmt"

func open(err error) error {
	if err == nil {
		// ok: go-error-chain-lost
		return fmt.Errorf("open: %w", err)
	}
	// ruleid: go-error-chain-lost
	return fmt.Errorf("open: %v", err)
}
