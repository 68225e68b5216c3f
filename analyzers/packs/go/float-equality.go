package example

import "math"

func done(sum float64) bool {
	// ruleid: float-equality
	if sum == 0.3 {
		return true
	}
	// ok: float-equality
	if sum == 0.5 {
		return true
	}
	// ok: float-equality
	return math.Abs(sum-0.3) < 1e-9
}
