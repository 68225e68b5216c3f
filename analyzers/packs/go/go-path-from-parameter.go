package example

import "os"

func load(name string) {
	// ruleid: go-path-from-parameter
	os.ReadFile("/srv/files/" + name)
	// ok: go-path-from-parameter
	os.ReadFile(name)
	// ok: go-path-from-parameter
	os.ReadFile("/srv/files/a")
}
