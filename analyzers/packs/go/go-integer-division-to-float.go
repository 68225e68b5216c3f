package example

func average(sum int, values []int) float64 {
	// ruleid: go-integer-division-to-float
	a := float64(sum / len(values))
	// ruleid: go-integer-division-to-float
	b := float64(1 / 3)
	// ok: go-integer-division-to-float
	c := float64(sum) / float64(len(values))
	return a + b + c
}
