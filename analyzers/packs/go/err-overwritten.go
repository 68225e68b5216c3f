package example

import "os"

func read(path string) error {
	// ruleid: err-overwritten
	first, err := os.Open(path)
	second, err := os.Open(first.Name())
	if err != nil {
		return err
	}
	// ruleid: err-overwritten
	err = first.Close()
	err = second.Close()
	return err
}

func quiet(path string) error {
	// ok: err-overwritten
	first, err := os.Open(path)
	if err != nil {
		return err
	}
	// ok: err-overwritten
	_, err = first.Stat()
	if err != nil {
		return err
	}
	// ok: err-overwritten
	err = first.Close()
	err = wrap(err)
	return err
}

func wrap(err error) error { return err }
