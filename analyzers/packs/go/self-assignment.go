package example

func (user *User) rename(name string, other string) {
	// ruleid: self-assignment
	name = name
	// ruleid: self-assignment
	user.name = user.name
	// ok: self-assignment
	user.name = name
	// ok: self-assignment
	name = other
}
