package a

func f() error {
	err := g()
	// ruleid: error-checked-twice
	if err != nil {
		return err
	}
	if err != nil {
		h(err)
	}
	// ok: error-checked-twice
	if err != nil {
		h(err)
	}
	err = g()
	// ok: error-checked-twice
	if err != nil {
		return err
	}
	return nil
}
