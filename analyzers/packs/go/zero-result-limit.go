package example

import (
	"regexp"
	"strings"
)

var word = regexp.MustCompile(`\w+`)

func words(line string) ([]string, []string, []string) {
	// ruleid: zero-result-limit
	found := word.FindAllString(line, 0)
	// ruleid: zero-result-limit
	parts := strings.SplitN(line, ",", 0)
	// ok: zero-result-limit
	all := word.FindAllString(line, -1)
	return found, parts, all
}
