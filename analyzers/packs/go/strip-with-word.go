package example

import "strings"

func host(address string) string {
	// ruleid: strip-with-word
	address = strings.TrimLeft(address, "http://")
	// ruleid: strip-with-word
	address = strings.TrimRight(address, ".json")
	// ok: strip-with-word
	address = strings.TrimPrefix(address, "https://")
	// ok: strip-with-word
	return strings.Trim(address, " \t")
}
