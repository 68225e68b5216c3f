package example

func count(size uint32, delta int) {
	// ruleid: unsigned-never-negative
	if size < 0 {
		return
	}
	// ok: unsigned-never-negative
	if delta < 0 {
		return
	}
	// ok: unsigned-never-negative
	if size > 0 {
		return
	}
	var left uint = 3
	// ruleid: unsigned-never-negative
	for ; left >= 0; left-- {
		println(left)
	}
}
