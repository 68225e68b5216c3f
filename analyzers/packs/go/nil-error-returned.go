package example

func bad() error {
	err := run()
	// ruleid: nil-error-returned
	if err == nil {
		return err
	}
	return nil
}

func good() error {
	err := run()
	// ok: nil-error-returned
	if err != nil {
		return err
	}
	// ok: nil-error-returned
	if err == nil {
		return nil
	}
	return nil
}
