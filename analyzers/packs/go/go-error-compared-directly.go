package example

import (
	"database/sql"
	"errors"
	"io"
)

func find(err error) bool {
	// ruleid: go-error-compared-directly
	if err == sql.ErrNoRows {
		return false
	}
	// ok: go-error-compared-directly
	if errors.Is(err, sql.ErrNoRows) {
		return false
	}
	// ok: go-error-compared-directly
	return err == io.EOF
}
