package p

func f(high byte, value uint32, bits uint64, n int) uint64 {
	// ruleid: shift-by-width
	one := high << 8
	// ruleid: shift-by-width
	two := value >> 32
	// ruleid: shift-by-width
	three := bits << 64
	// ok: shift-by-width
	four := uint16(high) << 8
	// ok: shift-by-width
	five := bits >> 32
	// ok: shift-by-width
	return three + five + uint64(one) + uint64(two) + uint64(four) + uint64(n<<40) + uint64(high<<7)
}
