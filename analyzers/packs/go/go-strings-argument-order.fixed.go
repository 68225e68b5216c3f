package example

import "strings"

func absolute(path string) bool {
	// ruleid: go-strings-argument-order
	if strings.HasPrefix(path, "/") {
		return true
	}
	// ok: go-strings-argument-order
	return strings.HasPrefix(path, "/")
}
