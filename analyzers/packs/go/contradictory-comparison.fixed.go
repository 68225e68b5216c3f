package example

func check(mode string, n int) bool {
	// ruleid: contradictory-comparison
	if mode != "a" && mode != "b" {
		return false
	}
	// ruleid: contradictory-comparison
	if n == 1 && n == 2 {
		return false
	}
	// ok: contradictory-comparison
	if mode != "a" && mode != "b" {
		return false
	}
	// ok: contradictory-comparison
	return n == 1 || n == 2
}

func isOpen(r *Range) bool {
	// ok: contradictory-comparison
	return r.Min == nil && r.Min == r.Max
}
