package example

import (
	"context"
	"database/sql"
	"os"

	"github.com/jackc/pgx/v5"
)

const orders = "host=db.shop.com dbname=orders sslmode=disable"

func connect(ctx context.Context) {
	// ruleid: go-database-connection-unprotected
	sql.Open("postgres", "postgres://db.shop.com/orders?sslmode=verify-full")
	// ruleid: go-database-connection-unprotected
	sql.Open("mysql", os.Getenv("ACCOUNT")+"@tcp(db.shop.com:3306)/orders?tls=true")
	// ruleid: go-database-connection-unprotected
	pgx.Connect(ctx, orders)
	// ok: go-database-connection-unprotected
	sql.Open("postgres", "postgres://db.shop.com/orders?sslmode=verify-full")
	// ok: go-database-connection-unprotected
	sql.Open("postgres", "postgres://localhost/orders?sslmode=disable")
	// ok: go-database-connection-unprotected
	sql.Open("mysql", os.Getenv("DATABASE"))
}
