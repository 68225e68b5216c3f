package example

import "bytes"

func same(a, b []byte) bool {
	// ruleid: go-bytes-from-string-compare
	if bytes.Equal(a, b) {
		return true
	}
	// ok: go-bytes-from-string-compare
	if bytes.Compare(a, b) < 0 {
		return true
	}
	// ok: go-bytes-from-string-compare
	return bytes.Equal(a, b)
}
