package example

func bad() error {
	err := run()
	// ruleid: go-error-compared-with-nil-returned
	if err == nil {
		return err
	}
	return nil
}

func good() error {
	err := run()
	// ok: go-error-compared-with-nil-returned
	if err != nil {
		return err
	}
	// ok: go-error-compared-with-nil-returned
	if err == nil {
		return nil
	}
	return nil
}
