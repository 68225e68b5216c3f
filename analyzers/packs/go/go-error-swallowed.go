package example

func save() error {
	err := write()
	// ruleid: go-error-swallowed
	if err != nil {
	}
	// ok: go-error-swallowed
	if err != nil {
		return err
	}
	return nil
}
