package example

import "strings"

func clean(name string) string {
	println(name)
	// ruleid: go-unused-result-of-pure-call
	name = strings.TrimSpace(name)
	// ok: go-unused-result-of-pure-call
	name = strings.ToLower(name)
	return name
}

func greet(name string) {
	show(
		// What stands here is an argument.
		// ok: go-unused-result-of-pure-call
		strings.ToUpper(name))
}
