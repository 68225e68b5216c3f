package example

import "strings"

func host(address string) string {
	// ruleid: go-trim-with-word
	address = strings.TrimPrefix(address, "http://")
	// ruleid: go-trim-with-word
	address = strings.TrimRight(address, ".json")
	// ok: go-trim-with-word
	address = strings.TrimPrefix(address, "https://")
	// ok: go-trim-with-word
	return strings.Trim(address, " \t")
}
