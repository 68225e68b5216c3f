package example

import "fmt"

func show(name string, age int) {
	// ruleid: format-argument-count
	fmt.Printf("%s is %d years old", name)
	// ruleid: format-argument-count
	fmt.Printf("user %s")
	// ruleid: format-argument-count
	fmt.Printf("user", name)
	// ruleid: format-argument-count
	fmt.Printf("user %s", name, age)
	// ok: format-argument-count
	fmt.Printf("%s is %d years old", name, age)
	// ok: format-argument-count
	fmt.Printf("100%%")
	// ok: format-argument-count
	fmt.Printf("%*d", age, age)
	// ok: format-argument-count
	fmt.Printf("%[1]s %[1]s", name)
}
