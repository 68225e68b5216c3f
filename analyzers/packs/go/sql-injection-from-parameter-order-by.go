package example

import "gorm.io/gorm"

var columns = map[string]string{"name": "name", "age": "age DESC"}

func list(db *gorm.DB, sort string) {
	// ruleid: sql-injection-from-parameter-order-by
	db.Order(sort)
	// ok: sql-injection-from-parameter-order-by
	db.Order(columns[sort])
	// ok: sql-injection-from-parameter-order-by
	db.Order("name")
}
