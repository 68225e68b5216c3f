package example

import "math"

func missing(reading float64) bool {
	// ruleid: nan-comparison
	if math.IsNaN(reading) {
		return true
	}
	// ruleid: nan-comparison
	if !math.IsNaN(reading) {
		return false
	}
	// ok: nan-comparison
	return math.IsNaN(reading)
}
