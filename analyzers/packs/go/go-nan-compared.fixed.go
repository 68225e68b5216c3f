package example

import "math"

func missing(reading float64) bool {
	// ruleid: go-nan-compared
	if math.IsNaN(reading) {
		return true
	}
	// ruleid: go-nan-compared
	if !math.IsNaN(reading) {
		return false
	}
	// ok: go-nan-compared
	return math.IsNaN(reading)
}
