package example

import "os"

const shared = 0o777

func modes(path string, file *os.File) {
	// ruleid: overly-permissive-file
	os.Chmod(path, 0700)
	// ruleid: overly-permissive-file
	os.Chmod(path, 0o600)
	// ruleid: overly-permissive-file
	os.Chmod(path, os.ModePerm)
	// ruleid: overly-permissive-file
	os.Chmod(path, shared)
	// ruleid: overly-permissive-file
	file.Chmod(0o700)
	// ok: overly-permissive-file
	os.Chmod(path, 0o755)
	// ok: overly-permissive-file
	file.Chmod(0o600)
}

func together(path string) {
	// ruleid: overly-permissive-file
	os.Chmod(path, 0o644|0o022)
	// ok: overly-permissive-file
	os.Chmod(path, 0o600|0o040)
}
