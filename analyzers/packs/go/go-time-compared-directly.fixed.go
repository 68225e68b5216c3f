package example

import (
	"os"
	"time"
)

func changed(info os.FileInfo, savedTime, other time.Time, limit time.Duration) bool {
	// ruleid: go-time-compared-directly
	if info.ModTime().Equal(savedTime) {
		return false
	}
	// ruleid: go-time-compared-directly
	if !savedTime.Equal(other) {
		return true
	}
	// ok: go-time-compared-directly
	if savedTime.Equal(other) {
		return false
	}
	// ok: go-time-compared-directly
	if savedTime.Unix() == other.Unix() {
		return false
	}
	// ok: go-time-compared-directly
	if time.Since(savedTime) == limit {
		return false
	}
	// ok: go-time-compared-directly
	return savedTime.IsZero()
}

func touched(one, other os.FileInfo, known time.Time) bool {
	// ok: go-time-compared-directly
	if one.ModTime() != other.ModTime() {
		return true
	}
	// ruleid: go-time-compared-directly
	return !one.ModTime().Equal(known)
}
