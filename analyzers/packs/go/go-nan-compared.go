package example

import "math"

func missing(reading float64) bool {
	// ruleid: go-nan-compared
	if reading == math.NaN() {
		return true
	}
	// ruleid: go-nan-compared
	if reading != math.NaN() {
		return false
	}
	// ok: go-nan-compared
	return math.IsNaN(reading)
}
