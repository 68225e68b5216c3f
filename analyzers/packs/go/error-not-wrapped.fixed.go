package example

import "fmt"

func open(err error) error {
	if err == nil {
		// ok: error-not-wrapped
		return fmt.Errorf("open: %w", err)
	}
	// ruleid: error-not-wrapped
	return fmt.Errorf("open: %w", err)
}
