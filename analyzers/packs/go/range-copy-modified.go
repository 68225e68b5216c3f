package example

type User struct {
	Active bool
	Name   string
}

func activate(users []User) {
	for _, user := range users {
		// ruleid: range-copy-modified
		user.Active = true
	}
	for i, user := range users {
		if user.Name == "" {
			// ruleid: range-copy-modified
			user.Active = false
		}
		// ok: range-copy-modified
		users[i].Active = true
	}
}

func shared(users []*User, others []User) []User {
	var result []User
	for _, user := range users {
		// ok: range-copy-modified
		user.Active = true
	}
	for _, user := range others {
		// ok: range-copy-modified
		user.Active = true
		result = append(result, user)
	}
	return result
}
