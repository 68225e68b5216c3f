package example

import (
	"regexp"

	"github.com/dlclark/regexp2"
)

// ruleid: redos
var nested = regexp2.MustCompile(`^(a+)+$`, 0)

// ok: redos
var flat = regexp2.MustCompile(`^a+$`, 0)

// ok: redos
var linear = regexp.MustCompile(`^(a+)+$`)
