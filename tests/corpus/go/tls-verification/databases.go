package warehouse

import (
	"context"
	"database/sql"
	"os"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

const stock = "host=stock.internal.example port=5432 sslmode=allow"

func open(ctx context.Context) {
	// ruleid: tls-verification
	sql.Open("postgres", "host=stock.internal.example user=reader sslmode=disable")
	// ruleid: tls-verification
	sqlx.Connect("mysql", "reader@tcp(stock.internal.example:3306)/parts?parseTime=true&tls=skip-verify")
	// ruleid: tls-verification
	pgxpool.New(ctx, stock)
	// ruleid: tls-verification
	gorm.Open(postgres.Open("postgres://stock.internal.example/parts?sslmode=disable"), &gorm.Config{})
	// ruleid: tls-verification
	sql.Open("sqlserver", "sqlserver://stock.internal.example?database=parts&encrypt=disable")
	// ok: tls-verification
	sql.Open("postgres", "host=stock.internal.example user=reader sslmode=verify-full")
	// ok: tls-verification
	sqlx.Connect("mysql", "reader@tcp(stock.internal.example:3306)/parts?tls=true")
	// ok: tls-verification
	sql.Open("postgres", "host=localhost sslmode=disable")
	// ok: tls-verification
	pgxpool.New(ctx, os.Getenv("STOCK"))
}
