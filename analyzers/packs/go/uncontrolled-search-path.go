package example

import (
	"syscall"

	"golang.org/x/sys/windows"
)

func libraries(folder string) {
	// ruleid: uncontrolled-search-path
	_ = windows.NewLazyDLL("wintun.dll")
	// ok: uncontrolled-search-path
	_ = windows.NewLazySystemDLL("iphlpapi.dll")
	// ok: uncontrolled-search-path
	_ = windows.NewLazyDLL("kernel32.dll")
	// ok: uncontrolled-search-path
	_ = windows.NewLazyDLL(`C:\Program Files\Tunnel\wintun.dll`)
	// ok: uncontrolled-search-path
	_ = windows.NewLazyDLL(folder + "wintun.dll")
	// ruleid: uncontrolled-search-path
	_, _ = syscall.LoadDLL("helper.dll")
	// ruleid: uncontrolled-search-path
	_ = syscall.MustLoadDLL("version.dll")
	// ruleid: uncontrolled-search-path
	_, _ = windows.LoadLibraryEx("version.dll", 0, 0)
	// ok: uncontrolled-search-path
	_, _ = windows.LoadLibraryEx("version.dll", 0, windows.LOAD_LIBRARY_SEARCH_SYSTEM32)
	// ruleid: uncontrolled-search-path
	_ = &windows.LazyDLL{Name: "version.dll"}
	// ok: uncontrolled-search-path
	_ = &windows.LazyDLL{Name: "version.dll", System: true}
}
