package example

import (
	"errors"
	"io"
)

func ended(err error) bool {
	// ruleid: go-errors-is-swapped
	if errors.Is(io.EOF, err) {
		return true
	}
	// ok: go-errors-is-swapped
	return errors.Is(err, io.EOF)
}
