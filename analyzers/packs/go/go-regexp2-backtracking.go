package example

import (
	"regexp"

	"github.com/dlclark/regexp2"
)

// ruleid: go-regexp2-backtracking
var nested = regexp2.MustCompile(`^(a+)+$`, 0)

// ok: go-regexp2-backtracking
var flat = regexp2.MustCompile(`^a+$`, 0)

// ok: go-regexp2-backtracking
var linear = regexp.MustCompile(`^(a+)+$`)
