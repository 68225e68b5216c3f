package example

type side struct {
	ready bool
	size  int
}

func compare(left side, right side) bool {
	// ruleid: identical-operands
	if left.ready && left.ready {
		return true
	}
	// ruleid: identical-operands
	return left.size > right.size || left.size > right.size
}

func quiet(left side, right side, next func() bool) bool {
	// ok: identical-operands
	if left.ready && right.ready {
		return true
	}
	// ok: identical-operands
	return next() || next()
}
