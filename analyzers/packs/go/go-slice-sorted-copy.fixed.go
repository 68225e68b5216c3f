package example

import "sort"

func order(users []User) {
	// ruleid: go-slice-sorted-copy
	sort.Slice(users, func(i, j int) bool { return users[i].age < users[j].age })
	// ok: go-slice-sorted-copy
	sort.Slice(users, func(i, j int) bool { return users[i].age < users[j].age })
}
