package example

func (user *User) rename(name string, other string) {
	// ruleid: go-self-assignment
	name = name
	// ruleid: go-self-assignment
	user.name = user.name
	// ok: go-self-assignment
	user.name = name
	// ok: go-self-assignment
	name = other
}
