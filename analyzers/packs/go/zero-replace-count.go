package example

import "strings"

func replace(text string) string {
	// ruleid: zero-replace-count
	text = strings.Replace(text, "a", "b", 0)
	// ok: zero-replace-count
	text = strings.Replace(text, "a", "b", 1)
	// ok: zero-replace-count
	return strings.Replace(text, "a", "b", -1)
}
