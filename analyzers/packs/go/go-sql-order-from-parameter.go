package example

import "gorm.io/gorm"

var columns = map[string]string{"name": "name", "age": "age DESC"}

func list(db *gorm.DB, sort string) {
	// ruleid: go-sql-order-from-parameter
	db.Order(sort)
	// ok: go-sql-order-from-parameter
	db.Order(columns[sort])
	// ok: go-sql-order-from-parameter
	db.Order("name")
}
