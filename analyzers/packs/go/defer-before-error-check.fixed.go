package example

import "os"

func bad(path string) error {
	// ruleid: defer-before-error-check
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return nil
}

func good(path string) error {
	// ok: defer-before-error-check
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return nil
}
