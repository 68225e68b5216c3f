package example

import "strings"

func absolute(path string) bool {
	// ruleid: swapped-arguments-strings
	if strings.HasPrefix(path, "/") {
		return true
	}
	// ok: swapped-arguments-strings
	return strings.HasPrefix(path, "/")
}
