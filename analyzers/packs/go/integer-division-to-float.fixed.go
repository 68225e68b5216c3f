package example

func average(sum int, values []int) float64 {
	// ruleid: integer-division-to-float
	a := float64(sum) / float64(len(values))
	// ruleid: integer-division-to-float
	b := float64(1) / float64(3)
	// ok: integer-division-to-float
	c := float64(sum) / float64(len(values))
	return a + b + c
}
