package example

func some(users []string) bool {
	// ruleid: go-length-never-negative
	if len(users) == 0 {
		return false
	}
	// ruleid: go-length-never-negative
	if len(users) > 0 {
		return true
	}
	// ok: go-length-never-negative
	return len(users) > 0
}
