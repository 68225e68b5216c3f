package example

import "regexp"

// ruleid: go-regexp-unsupported
var strong = regexp.MustCompile(`^(?=.*\d).{8,}$`)

// ruleid: go-regexp-unsupported
var other = regexp.MustCompile("foo(?!bar)")

// ruleid: go-regexp-unsupported
var behind = regexp.MustCompile(`(?<=a)b`)

// ruleid: go-regexp-unsupported
var twice = regexp.MustCompile(`(\w)\1`)

func match(s string) {
	// ruleid: go-regexp-unsupported
	regexp.MatchString("^\\d(?<!a)$", s)
	// ok: go-regexp-unsupported
	regexp.MatchString(`^[(?=!]+$`, s)
	// ok: go-regexp-unsupported
	regexp.MatchString(`^\(?=`, s)
	// ok: go-regexp-unsupported
	regexp.MatchString("^\\(?=", s)
	// ok: go-regexp-unsupported
	regexp.MatchString(`(?P<name>x)(?:y)(?i:z)`, s)
	// ok: go-regexp-unsupported
	regexp.MatchString(`[\1-9]\12`, s)
	// ok: go-regexp-unsupported
	regexp.MatchString(s, "(?=x)")
}
