package example

import "fmt"

func show(name string, age int) {
	// ruleid: go-printf-argument-count
	fmt.Printf("%s is %d years old", name)
	// ruleid: go-printf-argument-count
	fmt.Printf("user %s")
	// ruleid: go-printf-argument-count
	fmt.Printf("user", name)
	// ruleid: go-printf-argument-count
	fmt.Printf("user %s", name, age)
	// ok: go-printf-argument-count
	fmt.Printf("%s is %d years old", name, age)
	// ok: go-printf-argument-count
	fmt.Printf("100%%")
	// ok: go-printf-argument-count
	fmt.Printf("%*d", age, age)
	// ok: go-printf-argument-count
	fmt.Printf("%[1]s %[1]s", name)
}
