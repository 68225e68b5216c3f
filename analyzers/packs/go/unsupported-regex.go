package example

import "regexp"

// ruleid: unsupported-regex
var strong = regexp.MustCompile(`^(?=.*\d).{8,}$`)

// ruleid: unsupported-regex
var other = regexp.MustCompile("foo(?!bar)")

// ruleid: unsupported-regex
var behind = regexp.MustCompile(`(?<=a)b`)

// ruleid: unsupported-regex
var twice = regexp.MustCompile(`(\w)\1`)

func match(s string) {
	// ruleid: unsupported-regex
	regexp.MatchString("^\\d(?<!a)$", s)
	// ok: unsupported-regex
	regexp.MatchString(`^[(?=!]+$`, s)
	// ok: unsupported-regex
	regexp.MatchString(`^\(?=`, s)
	// ok: unsupported-regex
	regexp.MatchString("^\\(?=", s)
	// ok: unsupported-regex
	regexp.MatchString(`(?P<name>x)(?:y)(?i:z)`, s)
	// ok: unsupported-regex
	regexp.MatchString(`[\1-9]\12`, s)
	// ok: unsupported-regex
	regexp.MatchString(s, "(?=x)")
}
