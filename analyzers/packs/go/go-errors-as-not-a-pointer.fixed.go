package example

import (
	"errors"
	"io/fs"
)

func place(err error) string {
	var failed *fs.PathError
	// ruleid: go-errors-as-not-a-pointer
	if errors.As(err, &failed) {
		return failed.Path
	}
	// ok: go-errors-as-not-a-pointer
	if errors.As(err, &failed) {
		return failed.Path
	}
	return ""
}
