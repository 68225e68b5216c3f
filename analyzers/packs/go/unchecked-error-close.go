package example

import "os"

func save(path string, data []byte) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	// ruleid: unchecked-error-close
	defer file.Close()
	_, err = file.Write(data)
	return err
}

func add(path string, data []byte) (int, error) {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	// ruleid: unchecked-error-close
	defer file.Close()
	return file.Write(data)
}

func synced(path string, data []byte) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	// ok: unchecked-error-close
	defer file.Close()
	if _, err = file.Write(data); err != nil {
		return err
	}
	return file.Sync()
}

func closedTwice(path string, data []byte) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	// ok: unchecked-error-close
	defer file.Close()
	if _, err = file.Write(data); err != nil {
		return err
	}
	return file.Close()
}

func read(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	// ok: unchecked-error-close
	defer file.Close()
	return io.ReadAll(file)
}

func flagged(path string) ([]byte, error) {
	file, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	// ok: unchecked-error-close
	defer file.Close()
	return io.ReadAll(file)
}
