package example

import (
	"errors"
	"io"
)

func ended(err error) bool {
	// ruleid: swapped-arguments-errors-is
	if errors.Is(io.EOF, err) {
		return true
	}
	// ok: swapped-arguments-errors-is
	return errors.Is(err, io.EOF)
}
