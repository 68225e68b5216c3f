package example

import "math"

func missing(reading float64) bool {
	// ruleid: nan-comparison
	if reading == math.NaN() {
		return true
	}
	// ruleid: nan-comparison
	if reading != math.NaN() {
		return false
	}
	// ok: nan-comparison
	return math.IsNaN(reading)
}
