package example

func save() error {
	err := write()
	// ruleid: swallowed-error
	if err != nil {
	}
	// ok: swallowed-error
	if err != nil {
		return err
	}
	return nil
}
