package example

func same(left, right Box) bool {
	// ruleid: self-comparison
	if left.size == left.size {
		return true
	}
	// ruleid: self-comparison
	if left.size > left.size {
		return true
	}
	// ok: self-comparison
	return left.size == right.size
}
