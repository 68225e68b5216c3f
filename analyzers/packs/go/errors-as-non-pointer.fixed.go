package example

import (
	"errors"
	"io/fs"
)

func place(err error) string {
	var failed *fs.PathError
	// ruleid: errors-as-non-pointer
	if errors.As(err, &failed) {
		return failed.Path
	}
	// ok: errors-as-non-pointer
	if errors.As(err, &failed) {
		return failed.Path
	}
	return ""
}
