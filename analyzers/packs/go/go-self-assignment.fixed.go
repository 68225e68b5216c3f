package example

func (user *User) rename(name string, other string) {
	// ruleid: go-self-assignment
	// ruleid: go-self-assignment
	// ok: go-self-assignment
	user.name = name
	// ok: go-self-assignment
	name = other
}
