package example

import "os"

func write(path string, data []byte) {
	// ruleid: overly-permissive-file-creation
	os.WriteFile(path, data, 0600)
	// ok: overly-permissive-file-creation
	os.MkdirAll(path, os.ModePerm)
	// ruleid: overly-permissive-file-creation
	os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o700)
	// ok: overly-permissive-file-creation
	os.WriteFile(path, data, 0o600)
	// ok: overly-permissive-file-creation
	os.MkdirAll(path, 0o755)
}

func together(path string) {
	// ruleid: overly-permissive-file-creation
	os.WriteFile(path, nil, 0o644|0o022)
	// ok: overly-permissive-file-creation
	os.WriteFile(path, nil, 0o600|0o040)
}
