package example

func clone(source []byte) []byte {
	// ruleid: go-copy-into-nothing
	target := make([]byte, len(source))
	copy(target, source)
	// ok: go-copy-into-nothing
	other := make([]byte, len(source))
	copy(other, source)
	return append(target, other...)
}
