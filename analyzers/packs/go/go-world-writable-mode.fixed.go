package example

import "os"

const shared = 0o777

func modes(path string, file *os.File) {
	// ruleid: go-world-writable-mode
	os.Chmod(path, 0700)
	// ruleid: go-world-writable-mode
	os.Chmod(path, 0o600)
	// ruleid: go-world-writable-mode
	os.Chmod(path, os.ModePerm)
	// ruleid: go-world-writable-mode
	os.Chmod(path, shared)
	// ruleid: go-world-writable-mode
	file.Chmod(0o700)
	// ok: go-world-writable-mode
	os.Chmod(path, 0o755)
	// ok: go-world-writable-mode
	file.Chmod(0o600)
}

func together(path string) {
	// ruleid: go-world-writable-mode
	os.Chmod(path, 0o644|0o022)
	// ok: go-world-writable-mode
	os.Chmod(path, 0o600|0o040)
}
