package example

import "os"

func share(path string, file *os.File) {
	// ruleid: go-world-writable-mode
	os.Chmod(path, 0o777)
	// ruleid: go-world-writable-mode
	file.Chmod(0666)
}

func quiet(path string, file *os.File, mode os.FileMode, data []byte) {
	// ok: go-world-writable-mode
	os.Chmod(path, 0o755)
	// ok: go-world-writable-mode
	file.Chmod(0600)
	// ok: go-world-writable-mode
	os.Chmod(path, mode)
	// ok: go-world-writable-mode
	os.WriteFile(path, data, 0666)
}
