package example

import "strconv"

func parse(text string) int32 {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	// ruleid: integer-narrowing
	return int32(n)
}

func sized(text string) int32 {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return 0
	}
	// ok: integer-narrowing
	return int32(n)
}

func checked(text string) int16 {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	if n > 100 {
		return 0
	}
	// ok: integer-narrowing
	return int16(n)
}
