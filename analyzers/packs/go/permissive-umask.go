package example

import "syscall"

func daemon() {
	// ruleid: permissive-umask
	syscall.Umask(0)
	// ok: permissive-umask
	syscall.Umask(0o077)
}

func pipe(path string) {
	// ok: permissive-umask
	old := syscall.Umask(0)
	make(path)
	syscall.Umask(old)
}
