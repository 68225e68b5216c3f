package example

import (
	"errors"
	"fmt"
)

func bad() error {
	count, err := load()
	if err != nil {
		return err
	}
	if count == 0 {
		// ruleid: nil-error-wrapped
		return fmt.Errorf("nothing found: %w", err)
	}
	return nil
}

func good() error {
	count, err := load()
	if err != nil {
		// ok: nil-error-wrapped
		return fmt.Errorf("load: %w", err)
	}
	if count == 0 {
		// ok: nil-error-wrapped
		return errors.New("nothing found")
	}
	return nil
}
