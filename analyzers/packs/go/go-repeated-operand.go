package example

type side struct {
	ready bool
	size  int
}

func compare(left side, right side) bool {
	// ruleid: go-repeated-operand
	if left.ready && left.ready {
		return true
	}
	// ruleid: go-repeated-operand
	return left.size > right.size || left.size > right.size
}

func quiet(left side, right side, next func() bool) bool {
	// ok: go-repeated-operand
	if left.ready && right.ready {
		return true
	}
	// ok: go-repeated-operand
	return next() || next()
}
