package example

import "os"

func write(path string, data []byte) {
	// ruleid: go-file-created-for-all
	os.WriteFile(path, data, 0600)
	// ok: go-file-created-for-all
	os.MkdirAll(path, os.ModePerm)
	// ruleid: go-file-created-for-all
	os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o700)
	// ok: go-file-created-for-all
	os.WriteFile(path, data, 0o600)
	// ok: go-file-created-for-all
	os.MkdirAll(path, 0o755)
}

func together(path string) {
	// ruleid: go-file-created-for-all
	os.WriteFile(path, nil, 0o644|0o022)
	// ok: go-file-created-for-all
	os.WriteFile(path, nil, 0o600|0o040)
}
