package example

func check(mode string, n int) bool {
	// ruleid: go-unreachable-case-order
	if mode != "a" || mode != "b" {
		return false
	}
	// ruleid: go-unreachable-case-order
	if n == 1 && n == 2 {
		return false
	}
	// ok: go-unreachable-case-order
	if mode != "a" && mode != "b" {
		return false
	}
	// ok: go-unreachable-case-order
	return n == 1 || n == 2
}

func isOpen(r *Range) bool {
	// ok: go-unreachable-case-order
	return r.Min == nil && r.Min == r.Max
}
