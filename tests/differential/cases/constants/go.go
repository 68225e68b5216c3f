package p

const NAME = "abc"

const (
	NUMBER = 7
	OTHER  = "abd"
)

var variable = "abc"

func ofThePackage(given string) {
	foo(NAME)
	foo(NUMBER)
	foo(OTHER)
	foo(variable)
	foo(given)
}

func local(given string, c bool) {
	x := "abc"
	foo(x)
	if c {
		x := "abd"
		foo(x)
	}
	foo(x)
	x = "other"
	foo(x)
	x = given
	foo(x)
	var y string = "abc"
	foo(y)
	foo("a" + "bc")
	foo(true)
}

func shadowed(NAME string) {
	foo(NAME)
}
