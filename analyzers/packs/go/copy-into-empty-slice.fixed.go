package example

func clone(source []byte) []byte {
	// ruleid: copy-into-empty-slice
	target := make([]byte, len(source))
	copy(target, source)
	// ok: copy-into-empty-slice
	other := make([]byte, len(source))
	copy(other, source)
	return append(target, other...)
}
