package example

import "database/sql"

func bad(db *sql.DB) error {
	// ruleid: resource-leak-rows
	rows, err := db.Query("SELECT name FROM users")
	if err != nil {
		return err
	}
	for rows.Next() {
		return rows.Err()
	}
	return nil
}

func good(db *sql.DB) error {
	// ok: resource-leak-rows
	rows, err := db.Query("SELECT name FROM users")
	if err != nil {
		return err
	}
	defer rows.Close()
	return rows.Err()
}
