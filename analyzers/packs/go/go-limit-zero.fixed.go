package example

import (
	"regexp"
	"strings"
)

var word = regexp.MustCompile(`\w+`)

func words(line string) ([]string, []string, []string) {
	// ruleid: go-limit-zero
	found := word.FindAllString(line, -1)
	// ruleid: go-limit-zero
	parts := strings.SplitN(line, ",", -1)
	// ok: go-limit-zero
	all := word.FindAllString(line, -1)
	return found, parts, all
}
