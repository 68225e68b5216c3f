package example

import "strings"

func clean(name string) string {
	println(name)
	// ruleid: unused-pure-result
	name = strings.TrimSpace(name)
	// ok: unused-pure-result
	name = strings.ToLower(name)
	return name
}

func greet(name string) {
	show(
		// What stands here is an argument.
		// ok: unused-pure-result
		strings.ToUpper(name))
}
