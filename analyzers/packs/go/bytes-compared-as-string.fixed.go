package example

import "bytes"

func same(a, b []byte) bool {
	// ruleid: bytes-compared-as-string
	if bytes.Equal(a, b) {
		return true
	}
	// ok: bytes-compared-as-string
	if bytes.Compare(a, b) < 0 {
		return true
	}
	// ok: bytes-compared-as-string
	return bytes.Equal(a, b)
}
