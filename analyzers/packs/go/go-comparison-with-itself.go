package example

func same(left, right Box) bool {
	// ruleid: go-comparison-with-itself
	if left.size == left.size {
		return true
	}
	// ruleid: go-comparison-with-itself
	if left.size > left.size {
		return true
	}
	// ok: go-comparison-with-itself
	return left.size == right.size
}
