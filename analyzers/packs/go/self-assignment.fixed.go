package example

func (user *User) rename(name string, other string) {
	// ruleid: self-assignment
	// ruleid: self-assignment
	// ok: self-assignment
	user.name = name
	// ok: self-assignment
	name = other
}
