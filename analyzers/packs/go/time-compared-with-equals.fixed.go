package example

import (
	"os"
	"time"
)

func changed(info os.FileInfo, savedTime, other time.Time, limit time.Duration) bool {
	// ruleid: time-compared-with-equals
	if info.ModTime().Equal(savedTime) {
		return false
	}
	// ruleid: time-compared-with-equals
	if !savedTime.Equal(other) {
		return true
	}
	// ok: time-compared-with-equals
	if savedTime.Equal(other) {
		return false
	}
	// ok: time-compared-with-equals
	if savedTime.Unix() == other.Unix() {
		return false
	}
	// ok: time-compared-with-equals
	if time.Since(savedTime) == limit {
		return false
	}
	// ok: time-compared-with-equals
	return savedTime.IsZero()
}

func touched(one, other os.FileInfo, known time.Time) bool {
	// ok: time-compared-with-equals
	if one.ModTime() != other.ModTime() {
		return true
	}
	// ruleid: time-compared-with-equals
	return !one.ModTime().Equal(known)
}
