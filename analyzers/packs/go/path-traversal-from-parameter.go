package example

import "os"

func load(name string) {
	// ruleid: path-traversal-from-parameter
	os.ReadFile("/srv/files/" + name)
	// ok: path-traversal-from-parameter
	os.ReadFile(name)
	// ok: path-traversal-from-parameter
	os.ReadFile("/srv/files/a")
}
