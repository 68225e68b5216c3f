package example

import "syscall"

func daemon() {
	// ruleid: go-umask-zero
	syscall.Umask(0)
	// ok: go-umask-zero
	syscall.Umask(0o077)
}

func pipe(path string) {
	// ok: go-umask-zero
	old := syscall.Umask(0)
	make(path)
	syscall.Umask(old)
}
