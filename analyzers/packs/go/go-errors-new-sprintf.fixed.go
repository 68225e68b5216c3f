package example

import (
	"errors"
	"fmt"
)

func missing(name string) error {
	if name == "" {
		// ok: go-errors-new-sprintf
		return errors.New("no name")
	}
	// ruleid: go-errors-new-sprintf
	return fmt.Errorf("no user %s", name)
}
