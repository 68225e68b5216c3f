package example

import (
	"database/sql"
	"errors"
	"io"
)

func find(err error) bool {
	// ruleid: error-compared-with-equals
	if err == sql.ErrNoRows {
		return false
	}
	// ok: error-compared-with-equals
	if errors.Is(err, sql.ErrNoRows) {
		return false
	}
	// ok: error-compared-with-equals
	return err == io.EOF
}
