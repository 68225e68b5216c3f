package example

func some(users []string) bool {
	// ruleid: length-never-negative
	if len(users) < 0 {
		return false
	}
	// ruleid: length-never-negative
	if len(users) >= 0 {
		return true
	}
	// ok: length-never-negative
	return len(users) > 0
}
