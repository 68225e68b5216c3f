package example

import "os"

func read(path string) error {
	// ruleid: overwritten-error
	first, err := os.Open(path)
	second, err := os.Open(first.Name())
	if err != nil {
		return err
	}
	// ruleid: overwritten-error
	err = first.Close()
	err = second.Close()
	return err
}

func quiet(path string) error {
	// ok: overwritten-error
	first, err := os.Open(path)
	if err != nil {
		return err
	}
	// ok: overwritten-error
	_, err = first.Stat()
	if err != nil {
		return err
	}
	// ok: overwritten-error
	err = first.Close()
	err = wrap(err)
	return err
}

func wrap(err error) error { return err }

func placeholder(path string) ([]byte, error) {
	var data []byte
	// ok: overwritten-error
	err := error(nil)
	data, err = os.ReadFile(path)
	return data, err
}

func commented(url string) error {
	// ok: overwritten-error
	// req, err := http.NewRequest("GET", url, nil)
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
