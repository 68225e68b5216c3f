package example

func count(size uint32, delta int) {
	// ruleid: go-unsigned-never-negative
	if size < 0 {
		return
	}
	// ok: go-unsigned-never-negative
	if delta < 0 {
		return
	}
	// ok: go-unsigned-never-negative
	if size > 0 {
		return
	}
	var left uint = 3
	// ruleid: go-unsigned-never-negative
	for ; left >= 0; left-- {
		println(left)
	}
}
