package example

import (
	"errors"
	"fmt"
)

func missing(name string) error {
	if name == "" {
		// ok: errors-new-sprintf
		return errors.New("no name")
	}
	// ruleid: errors-new-sprintf
	return fmt.Errorf("no user %s", name)
}
