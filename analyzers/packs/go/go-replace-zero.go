package example

import "strings"

func replace(text string) string {
	// ruleid: go-replace-zero
	text = strings.Replace(text, "a", "b", 0)
	// ok: go-replace-zero
	text = strings.Replace(text, "a", "b", 1)
	// ok: go-replace-zero
	return strings.Replace(text, "a", "b", -1)
}
