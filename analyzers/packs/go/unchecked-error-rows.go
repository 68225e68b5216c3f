package example

import "database/sql"

func bad(db *sql.DB) (names []string, err error) {
	rows, err := db.Query("SELECT name FROM users")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	// ruleid: unchecked-error-rows
	for rows.Next() {
		names = append(names, "")
	}
	return names, nil
}

func good(db *sql.DB) (names []string, err error) {
	rows, err := db.Query("SELECT name FROM users")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	// ok: unchecked-error-rows
	for rows.Next() {
		names = append(names, "")
	}
	return names, rows.Err()
}
