package example

import "sort"

func order(users []User) {
	// ruleid: same-element-sort-comparator
	sort.Slice(users, func(i, j int) bool { return users[i].age < users[i].age })
	// ok: same-element-sort-comparator
	sort.Slice(users, func(i, j int) bool { return users[i].age < users[j].age })
}
