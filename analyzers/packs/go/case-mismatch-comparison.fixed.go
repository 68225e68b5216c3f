package example

import "strings"

func f(name string) bool {
	// ruleid: case-mismatch-comparison
	if strings.EqualFold(name, "Admin") {
		return true
	}
	// ruleid: case-mismatch-comparison
	if strings.HasPrefix(strings.ToUpper(name), "x-") {
		return true
	}
	// ok: case-mismatch-comparison
	return strings.ToLower(name) == "admin" || name == "Admin"
}
