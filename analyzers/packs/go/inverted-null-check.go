package example

import "log"

type User struct {
	Name string
	Next *User
}

func check(user *User, err error) bool {
	// ruleid: inverted-null-check
	if user == nil && user.Name == "" {
		return false
	}
	// ruleid: inverted-null-check
	if user.Next != nil || user.Next.Name == "a" {
		return false
	}
	// ruleid: inverted-null-check
	if err == nil {
		log.Println("failed: " + err.Error())
	}
	// ok: inverted-null-check
	if user == nil || user.Name == "" {
		return false
	}
	// ok: inverted-null-check
	if user == nil && other == nil {
		return false
	}
	// ok: inverted-null-check
	if err != nil {
		log.Println(err.Error())
	}
	// ok: inverted-null-check
	if err == nil {
		err = again()
		log.Println(err.Error())
	}
	// ok: inverted-null-check
	if err == nil {
		value, err := more()
		log.Println(value, err.Error())
	}
	// ok: inverted-null-check
	if err == nil {
		defer func() { log.Println(err.Error()) }()
	}
	// ok: inverted-null-check
	return user != nil && user.Name == "a"
}
