package example

import (
	"context"
	"database/sql"
	"os"

	"github.com/jackc/pgx/v5"
)

const orders = "host=db.shop.com dbname=orders sslmode=disable"

func connect(ctx context.Context) {
	// ruleid: database-connection-without-tls
	sql.Open("postgres", "postgres://db.shop.com/orders?sslmode=disable")
	// ruleid: database-connection-without-tls
	sql.Open("mysql", os.Getenv("ACCOUNT")+"@tcp(db.shop.com:3306)/orders?tls=skip-verify")
	// ruleid: database-connection-without-tls
	pgx.Connect(ctx, orders)
	// ok: database-connection-without-tls
	sql.Open("postgres", "postgres://db.shop.com/orders?sslmode=verify-full")
	// ok: database-connection-without-tls
	sql.Open("postgres", "postgres://localhost/orders?sslmode=disable")
	// ok: database-connection-without-tls
	sql.Open("mysql", os.Getenv("DATABASE"))
}
