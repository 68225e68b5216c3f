package example

func walk(list []int) {
	// ruleid: loop-wrong-direction
	for i := 0; i < len(list); i-- {
		println(i)
	}
	// ruleid: loop-wrong-direction
	for i := len(list); i >= 0; i++ {
		println(i)
	}
	// ok: loop-wrong-direction
	for i := 0; i < len(list); i++ {
		println(i)
	}
	// ok: loop-wrong-direction
	for i := len(list) - 1; i >= 0; i-- {
		println(i)
	}
}

func rounds(done func() bool, work func(uint)) {
	// ok: loop-wrong-direction
	for i := uint(1); i > 0; i++ {
		if done() {
			break
		}
		work(i)
	}
}

func first(done func(int) bool) int {
	// ok: loop-wrong-direction
	for i := 0; i >= 0; i++ {
		if done(i) {
			return i
		}
	}
	return 0
}
